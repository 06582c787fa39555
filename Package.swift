// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "undersigned",
  products: [
    .library(name: "Undersigned", targets: ["Undersigned"]),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CReferenceTables", exclude: ["Resources"], cSettings: [.headerSearchPath(".")]),
    .target(name: "Tabular", dependencies: ["CZlib"]),
    .target(name: "Undersigned", dependencies: ["Tabular", "CReferenceTables"]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
    .testTarget(name: "UndersignedTests", dependencies: ["Undersigned"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
