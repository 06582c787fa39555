import Foundation
import Testing

/// Whole runs of the program: each folder of `Tests/Golden` holds a `command`, its inputs, and what must come out.
///
/// `expected.stdout`, `expected.stderr` and `status` hold what the command prints and ends with; `expected/` holds the
/// files that it writes to `out/`. With `UNDERSIGNED_RECORD=1` they are written anew, and the test fails all the same,
/// so that a recording can't pass for a test. Pages are compared in cases that are called after them (`page-…`),
/// without their style, script and folds, which stand in the sources; so are packages (`package-…`) and charts
/// (`charts-…`).
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")
  static let isRecording = ProcessInfo.processInfo.environment["UNDERSIGNED_RECORD"] == "1"

  static var cases: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func thereAreCases() {
    #expect(!GoldenTests.cases.isEmpty)
  }

  @Test(arguments: GoldenTests.cases) func golden(name: String) throws {
    let golden = GoldenTests.folder.appending(path: name)
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-golden-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: golden, to: work)
    defer { try? FileManager.default.removeItem(at: work) }
    for expectation in ["expected", "expected.stdout", "expected.stderr", "status"] {
      try? FileManager.default.removeItem(at: work.appending(path: expectation))
    }
    let run = try Program.run(shell: String(contentsOf: golden.appending(path: "command"), encoding: .utf8), in: work)
    var actual = [
      "expected.stdout": run.output, "expected.stderr": run.messages, "status": Data("\(run.status)\n".utf8),
    ]
    for file in Files.below(work.appending(path: "out")) {
      let bytes = try Data(contentsOf: work.appending(path: "out").appending(path: file))
      if file.hasSuffix("report.html") {
        if name.hasPrefix("page") { actual["expected/\(file)"] = GoldenTests.withoutParts(bytes) }
      } else if file.hasSuffix("/datapackage.json") || file.hasSuffix("/metadata.json") {
        if name.hasPrefix("package") { actual["expected/\(file)"] = bytes }
      } else if file.contains("charts/") {
        if name.hasPrefix("charts") { actual["expected/\(file)"] = bytes }
      } else {
        actual["expected/\(file)"] = bytes
      }
    }
    if GoldenTests.isRecording {
      try record(actual, in: golden)
      return
    }
    var expected: [String: Data] = [:]
    for file in Files.below(golden) where file.hasPrefix("expected") || file == "status" {
      expected[file] = try Data(contentsOf: golden.appending(path: file))
    }
    #expect(Set(actual.filter { !$0.value.isEmpty }.keys) == Set(expected.keys))
    for (file, bytes) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(
        String(decoding: actual[file] ?? Data(), as: UTF8.self) == String(decoding: bytes, as: UTF8.self), "\(file)")
    }
  }

  /// A page without what is the same in every page.
  private static func withoutParts(_ page: Data) -> Data {
    var text = String(decoding: page, as: UTF8.self)
    text.replace(/<style>(?s:.*?)<\/style>/, with: "<style>…</style>")
    text.replace(/<script>(?s:.*?)<\/script>/, with: "<script>…</script>")
    text.replace(/id="folds">(?s:.*?)<\/script>/, with: "id=\"folds\">…</script>")
    text.replace(/'?sha256-[^&]*/, with: "sha256-…")
    return Data(text.utf8)
  }

  private func record(_ actual: [String: Data], in golden: URL) throws {
    for file in Files.below(golden) where file.hasPrefix("expected") || file == "status" {
      try FileManager.default.removeItem(at: golden.appending(path: file))
    }
    let written = actual.filter { !$0.value.isEmpty }
    for (file, bytes) in written {
      let url = golden.appending(path: file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    }
    Issue.record("recorded \(written.count) files of '\(golden.lastPathComponent)': read them with git diff")
  }
}

/// The built program.
enum Program {
  /// Where it stands: beside the bundle of the tests.
  static var folder: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  }

  /// Runs a shell command that finds the program as `undersigned`.
  static func run(
    shell command: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> (status: Int32, output: Data, messages: Data) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    // What the program says must not depend on where the tests run.
    let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
      !name.hasPrefix("GITHUB_") && name != "SOURCE_DATE_EPOCH"
    }
    var variables = inherited.merging(environment) { $1 }
    variables["PATH"] = Program.folder.path + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
    process.environment = variables
    // Files, not pipes: a full pipe would stop a program that nobody reads.
    let logs = FileManager.default.temporaryDirectory.appending(path: "undersigned-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: logs) }
    let output = logs.appending(path: "stdout")
    let messages = logs.appending(path: "stderr")
    for file in [output, messages] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: output), try Data(contentsOf: messages))
  }
}

/// Files of a folder.
enum Files {
  /// The paths of all files below `folder`, relative to it, sorted; none when there is no such folder.
  static func below(_ folder: URL) -> [String] {
    guard let walker = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return walker.compactMap { $0 as? String }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
