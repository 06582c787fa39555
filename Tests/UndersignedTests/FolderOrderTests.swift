import Foundation
import Testing

/// Data flows one way, and the folders of `Undersigned` are in the order of the run: inside a module the compiler does
/// not hold this, so a test does.
@Suite struct FolderOrderTests {
  /// Every folder of the module, in order; a folder may use the types of those before it.
  static let folders = [
    "Pipeline", "Folding", "Reading", "Tallying", "Caching", "Normalizing", "Locating", "Deciding", "Linking",
    "Classifying",
    "Resolving", "Redacting", "Summarizing", "Announcing", "Verifying", "Comparing", "Reporting", "Charting",
    "Templating", "Presenting", "Auditing", "Packaging", "Evaluating",
  ]

  /// What a source file declares and mentions, comments and texts apart.
  private struct SourceFile {
    var name: String
    var folder: String
    /// Types at the top level that other files can see.
    var types: Set<Substring>
    /// Types at any level.
    var nestedTypes: Set<Substring>
    var words: Set<Substring>

    init(_ file: URL) throws {
      name = file.lastPathComponent
      folder = file.deletingLastPathComponent().lastPathComponent
      let code = try String(contentsOf: file, encoding: .utf8)
        .replacing(/"""(?s:.*?)"""/, with: "").replacing(/"(?:\\.|[^"\\\n])*"/, with: "").replacing(
          /\/\/[^\n]*/, with: "")
      let declaration = /(?m)^(?<lead>[^\S\n]*(?:[\w()]+ )*)(?:struct|enum|protocol|typealias|actor|class) (?<type>\w+)/
      var types: Set<Substring> = []
      var nestedTypes: Set<Substring> = []
      for match in code.matches(of: declaration) {
        nestedTypes.insert(match.type)
        if match.lead.first != " ", !match.lead.contains("private ") { types.insert(match.type) }
      }
      self.types = types
      self.nestedTypes = nestedTypes
      words = Set(code.matches(of: /\w+/).map(\.output))
    }
  }

  private static let module = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Undersigned")

  private static func files(in folder: String) throws -> [SourceFile] {
    try FileManager.default.contentsOfDirectory(at: module.appending(path: folder), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.map(SourceFile.init)
  }

  @Test func everyFolderIsInTheOrder() throws {
    let found = try FileManager.default.contentsOfDirectory(
      at: FolderOrderTests.module, includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true && $0.pathExtension != "docc" }
    #expect(Set(found.map(\.lastPathComponent)) == Set(FolderOrderTests.folders))
  }

  @Test func noFolderUsesALaterOne() throws {
    let files = try FolderOrderTests.folders.map(FolderOrderTests.files)
    // The files beside the folders compose all stages.
    var later = try FolderOrderTests.files(in: "").reduce(into: Set<Substring>()) { $0.formUnion($1.types) }
    for folder in files.reversed() {
      #expect(!folder.isEmpty)
      // A type inside another may have the name of a later one.
      let own = folder.reduce(into: Set<Substring>()) { $0.formUnion($1.nestedTypes) }
      for file in folder {
        let wrong = file.words.intersection(later.subtracting(own)).sorted()
        #expect(wrong == [], "\(file.folder)/\(file.name)")
      }
      later.formUnion(folder.reduce(into: Set<Substring>()) { $0.formUnion($1.types) })
    }
  }
}
