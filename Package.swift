// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "undersigned",
  products: [
    .library(name: "Tabular", targets: ["Tabular"])
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Tabular", dependencies: ["CZlib"]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
