import Foundation
import Testing

/// The test suites of other projects, which are no part of the repository: a folder for each, in `UNDERSIGNED_SUITES`,
/// or else in `shared/suites` beside the package.
enum SuiteFolder {
  private static let root: URL = {
    if let named = ProcessInfo.processInfo.environment["UNDERSIGNED_SUITES"] { return URL(filePath: named) }
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/suites")
  }()

  /// Whether a suite is there.
  static func holds(_ suite: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: suite).path)
  }

  /// The files of a suite's folder, sorted by name; its page of provenance is none of them.
  static func files(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: path).path)
      .filter { $0 != "PROVENANCE.md" }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, and says so, where the suite isn't there.
  static func suite(_ name: String) -> Self {
    .enabled(
      if: SuiteFolder.holds(name), "no suite \(name) in UNDERSIGNED_SUITES, nor in shared/suites beside the package")
  }
}

/// What came of the cases of one suite; prints a row of the table in `Tests/README.md`.
struct SuiteTable {
  let suite: String
  private(set) var passed = 0
  private(set) var explained = 0
  private(set) var failed = 0

  init(_ suite: String) {
    self.suite = suite
  }

  /// Counts a case that came out as the suite says, or as an explanation beside it in the test does.
  mutating func count(_ holds: Bool, isExplained: Bool = false) {
    if !holds {
      failed += 1
    } else if isExplained {
      explained += 1
    } else {
      passed += 1
    }
  }

  func print() {
    Swift.print("| \(suite) | \(passed + explained + failed) | \(passed) | \(explained) | \(failed) |")
  }
}
