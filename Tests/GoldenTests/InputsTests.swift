import Foundation
import Testing

/// What the commands print and write about the letters in `Inputs/` holds nobody's own data.
@Suite struct InputsTests {
  static let inputs = DeterminismTests.root.appending(path: "Inputs")

  /// The exports below `Inputs/`, by path.
  static var exports: [String] {
    Files.below(inputs).filter { file in ![".md", ".yml", "/decisions.csv"].contains { file.hasSuffix($0) } }
  }

  /// Parts of the names of the invented people in the samples, and of their addresses.
  static let people = [
    "Testa", "Testperson", "Nemo", "Nobody", "Mustera", "Musterfrau", "Fictitia", "Fulana", "Inventada",
    "Nowhere Street", "Nirgendweg", "Nirgendwo",
  ]

  /// The text of an input, whatever its encoding.
  static func text(_ file: String) throws -> String {
    let bytes = try Data(contentsOf: inputs.appending(path: file))
    if bytes.starts(with: [0xFF, 0xFE]) { return String(data: bytes, encoding: .utf16) ?? "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Everything that commands print and write about the inputs, each by what it is.
  private func outputs() throws -> [String: String] {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-inputs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work.appending(path: "out"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    try FileManager.default.createSymbolicLink(
      at: work.appending(path: "Inputs"), withDestinationURL: InputsTests.inputs)
    let run = try Program.run(
      shell: """
        undersigned report Inputs --output out/reports || exit 1
        undersigned inspect Inputs/sample-*/*.* || exit 2
        undersigned inspect --json Inputs/sample-*/*.* || exit 3
        undersigned explain 'medico international' Inputs/sample-limesurvey Inputs/sample-osdi || exit 4
        for file in Inputs/sample-*/*.*; do
          case $file in *petition.json) continue;; esac
          undersigned resolve $file || exit 5
          undersigned tally $file --output out/$(basename $(dirname $file)).tally || exit 6
        done
        """, in: work)
    #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
    let out = work.appending(path: "out")
    var outputs = try Dictionary(
      uniqueKeysWithValues: Files.below(out).map {
        ($0, String(decoding: try Data(contentsOf: out.appending(path: $0)), as: UTF8.self))
      })
    #expect(outputs.keys.contains("sample-osdi.tally") && outputs.keys.contains("reports/sample-osdi/summary.md"))
    outputs["standard output"] = String(decoding: run.output, as: UTF8.self)
    outputs["standard error"] = String(decoding: run.messages, as: UTF8.self)
    return outputs
  }

  @Test func noPersonalDataOfAnyInputIsInAnyOutput() throws {
    var personal: Set<String> = []
    for file in InputsTests.exports {
      let text = try InputsTests.text(file)
      personal.formUnion(text.matches(of: /[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}/).map { String($0.output) })
      personal.formUnion(text.matches(of: /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/).map { String($0.output) })
      personal.formUnion(text.matches(of: /555[\- ]01\d\d/).map { String($0.output) })
      personal.formUnion(InputsTests.people.filter { text.contains($0) })
    }
    // Without planted values the test would show nothing.
    #expect(Set(InputsTests.people).isSubset(of: personal))
    #expect(personal.contains("testa.testperson@example.org") && personal.contains("192.0.2.1"))
    #expect(personal.contains("555-0101"))
    for (name, output) in try outputs().sorted(by: { $0.key < $1.key }) {
      let leaked = personal.filter { output.contains($0) }.sorted()
      #expect(leaked.isEmpty, "\(name) holds personal data")
    }
  }

  /// Exports that make it easy to take a person for an organization.
  static let mistakable = [
    (
      name: "two-names.csv",
      text: """
      Name,Country,Name,Country
      Testa Testperson,Chile,Partido Comunista de Chile,Chile
      Nemo Nobody,Peru,Confederación General de Trabajadores del Perú,Peru

      """
    ),
    (
      name: "own-name.json",
      text: """
      [{"name": "Testa Testperson", "organisation": "Testa Testperson", "country": "AT"},
       {"name": "Nemo Nobody", "organisation": "Nemo Nobody, Attac", "country": "AT"},
       {"name": "Mustera Musterfrau", "organisation": "Südwind", "country": "AT"}]

      """
    ),
  ]

  @Test(arguments: mistakable.indices) func noPersonIsListedAsAnOrganization(index: Int) throws {
    let (name, text) = InputsTests.mistakable[index]
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-people-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    try Data(text.utf8).write(to: work.appending(path: name))
    _ = try Program.run(shell: "undersigned report \(name) --output out", in: work)
    let out = work.appending(path: "out")
    for file in Files.below(out) {
      let written = try String(contentsOf: out.appending(path: file), encoding: .utf8)
      let leaked = InputsTests.people.filter { written.contains($0) }
      #expect(leaked.isEmpty, "\(file)")
    }
  }

  /// What a signer says beside the organization is nobody else's, unless somebody asks for it.
  @Test(arguments: ["Comment", "Why do you sign?", "Why we sign"]) func resolveLeavesCommentsOut(header: String) throws
  {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-comment-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let text = "Organization,\(header)\nSüdwind,because of my landlord\nAttac Austria,\n"
    try Data(text.utf8).write(to: work.appending(path: "export.csv"))
    let run = try Program.run(shell: "undersigned resolve export.csv", in: work)
    #expect(run.status == 0)
    #expect(!String(decoding: run.output, as: UTF8.self).contains("landlord"))
  }
}
