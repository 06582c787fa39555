// swift-tools-version: 6.1
import Foundation
import PackageDescription

// ISA-L inflates gzip about three times as fast as zlib: it is used where it is installed, and nobody needs it. The
// package manager keeps what it found the first time; to ask for one of them looks anew.
let inflater = Context.environment["UNDERSIGNED_INFLATER"]
let hasISAL =
  inflater == "isa-l"
  || inflater == nil
    && ["/usr/include", "/usr/local/include", "/opt/homebrew/include"].contains {
      FileManager.default.fileExists(atPath: $0 + "/isa-l/igzip_lib.h")
    }

let package = Package(
  name: "undersigned",
  products: [
    .library(name: "Undersigned", targets: ["Undersigned"]),
    .executable(name: "undersigned", targets: ["UndersignedCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CReferenceTables", exclude: ["Resources"], cSettings: [.headerSearchPath(".")]),
    .target(name: "CReportTemplates", exclude: ["Resources"], cSettings: [.headerSearchPath(".")]),
    .target(name: "CStructuralIndex"),
    .target(
      name: "Tabular",
      dependencies: ["CStructuralIndex", "CZlib", .product(name: "Crypto", package: "swift-crypto")]
        + (hasISAL ? ["CIsal"] : []),
      swiftSettings: hasISAL ? [.define("ISAL")] : []),
    .target(
      name: "Undersigned", dependencies: ["Tabular", "CStructuralIndex", "CReferenceTables", "CReportTemplates"]),
    .executableTarget(
      name: "UndersignedCLI",
      dependencies: [
        "Undersigned", "Tabular", .product(name: "ArgumentParser", package: "swift-argument-parser"), "Yams",
      ]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "CStructuralIndex", "CZlib"]),
    .testTarget(name: "UndersignedTests", dependencies: ["Undersigned"]),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["Tabular", "Undersigned", "UndersignedCLI", .product(name: "Crypto", package: "swift-crypto")]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

if hasISAL {
  package.targets.append(.systemLibrary(name: "CIsal", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]))
}

// Built only when asked for, as Scripts/bench does, so that it costs no other build any time.
if Context.environment["UNDERSIGNED_BENCHMARKS"] != nil {
  package.targets.append(.executableTarget(name: "Benchmarks", dependencies: ["Undersigned", "Tabular"]))
}

// Likewise, as Scripts/fuzz does with the compiler's fuzzer.
if Context.environment["UNDERSIGNED_FUZZING"] != nil {
  package.targets.append(.target(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"))
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["CFuzzer", "CZlib", "Undersigned", "Tabular", "Yams"], path: "Tests/Fuzzing",
      exclude: ["CFuzzer", "Dictionaries", "Seeds"]))
}
