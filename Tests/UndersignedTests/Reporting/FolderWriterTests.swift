import Foundation
import Testing

@testable import Undersigned

@Suite struct FolderWriterTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/undersigned-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func contents(_ folder: String) -> [String]? {
    try? FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test func makesFoldersAndReplacesFiles() throws {
    try withFolder { folder in
      let writer = FolderWriter(folder: folder + "/a/b/")
      try writer.write([ReportFile(path: "summary.md", text: "old"), ReportFile(path: "charts/x.svg", text: "x")])
      try writer.write([ReportFile(path: "summary.md", text: "new")])
      #expect(text(folder + "/a/b/summary.md") == "new")
      #expect(contents(folder + "/a/b") == ["charts", "charts/x.svg", "summary.md"])
    }
  }

  @Test func filesThatDescribeTheOthersAreWrittenWithThem() throws {
    try withFolder { folder in
      let files = [ReportFile(path: "a.csv", text: "a"), ReportFile(path: "charts/b.svg", text: "b")]
      try FolderWriter(folder: folder).write(files) { hashes in
        [
          ReportFile(
            path: "hashes", text: hashes.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: "\n"))
        ]
      }
      #expect(text(folder + "/hashes") == files.map { "\($0.path) \($0.hash)" }.joined(separator: "\n"))
    }
  }

  @Test func removesOnlyWhatIsNamedAndNotWritten() throws {
    try withFolder { folder in
      let writer = FolderWriter(folder: folder)
      try writer.write(["a.csv", "b.csv", "mine.txt"].map { ReportFile(path: $0, text: $0) })
      try writer.write([ReportFile(path: "a.csv", text: "")], replacing: ["a.csv", "b.csv", "never/there.csv"])
      #expect(contents(folder) == ["a.csv", "mine.txt"])
    }
  }

  @Test(arguments: ["../out.md", "/etc/out.md", "a/../../out.md", "", "a//b", "."])
  func neverLeavesTheFolder(path: String) throws {
    try withFolder { folder in
      #expect(throws: PipelineError.self) {
        try FolderWriter(folder: folder + "/in").write([
          ReportFile(path: "fine.md", text: ""), ReportFile(path: path, text: ""),
        ])
      }
      #expect(contents(folder) == ["in"])
    }
  }

  @Test func followsNoLinkOutOfTheFolder() throws {
    try withFolder { folder in
      let manager = FileManager.default
      try manager.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
      try manager.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
      try manager.createSymbolicLink(atPath: folder + "/in/charts", withDestinationPath: folder + "/out")
      try "kept".write(toFile: folder + "/out/target.md", atomically: true, encoding: .utf8)
      try manager.createSymbolicLink(
        atPath: folder + "/in/summary.md", withDestinationPath: folder + "/out/target.md")
      let writer = FolderWriter(folder: folder + "/in")
      #expect(throws: PipelineError.self) { try writer.write([ReportFile(path: "charts/x.svg", text: "")]) }
      try writer.write([ReportFile(path: "summary.md", text: "new")])
      #expect(contents(folder + "/out") == ["target.md"])
      #expect(text(folder + "/out/target.md") == "kept")
      #expect(text(folder + "/in/summary.md") == "new")
    }
  }

  @Test func saysWhatCanNotBeWritten() throws {
    try withFolder { folder in
      try "".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
      let error = #expect(throws: PipelineError.self) {
        try FolderWriter(folder: folder + "/file/sub").write([])
      }
      #expect(error?.kind == .unwritable("Not a directory"))
      #expect(
        error?.description
          == "\(folder)/file/sub: error: can't write: Not a directory\n  fix: choose another --output, or make it writable"
      )
    }
  }

  @Test func leavesNothingHalfWritten() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/b.md", withIntermediateDirectories: true)
      let writer = FolderWriter(folder: folder)
      #expect(throws: PipelineError.self) {
        try writer.write([ReportFile(path: "a.md", text: "a"), ReportFile(path: "b.md/", text: "b")])
      }
      #expect(contents(folder) == ["b.md"])
    }
  }
}
