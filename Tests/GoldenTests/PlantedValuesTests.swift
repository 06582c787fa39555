import Foundation
import Testing

/// Values that are marked, one in each kind of field that may hold something personal: none may come out anywhere.
@Suite struct PlantedValuesTests {
  /// What is planted, by the header of its field; each is found again by a word that nothing else has.
  private static let fields: [(header: String, value: String, mark: String)] = [
    ("Timestamp", "2026-03-01 10:11:12", "10:11:12"), ("First name", "Zzfirstmark Testa", "zzfirstmark"),
    ("Last name", "Zzlastmark", "zzlastmark"), ("Full name", "Zzfullmark Testperson", "zzfullmark"),
    ("Email", "zzmailmark@example.org", "zzmailmark"), ("Phone", "+43 660 7007001", "7007001"),
    ("Job title", "Zzjobmark of everything", "zzjobmark"), ("Street address", "Zzstreetmark 12", "zzstreetmark"),
    ("Postal code", "zz-pc-99771", "99771"), ("Date of birth", "1970-07-13", "1970-07-13"),
    ("IP Address", "203.0.113.77", "203.0.113.77"), ("User Agent", "Zzagentmark/5.0", "zzagentmark"),
    ("Comments", "I am zzcommentmark and live alone", "zzcommentmark"), ("Gender", "zzgendermark", "zzgendermark"),
    ("LinkedIn profile", "https://example.org/zzprofilemark", "zzprofilemark"),
    ("Member number", "zzmembermark-1", "zzmembermark"),
  ]

  /// Free text in fields that are read: what an answer holds beside a name.
  private static let freeText: [(organization: String, country: String, type: String, city: String, mark: String)] = [
    ("Union of Testers, zzorgmail@example.org", "Austria", "NGO", "Wien", "zzorgmail"),
    ("Union of Probes, call +43 660 7117117", "Austria", "NGO", "Wien", "7117117"),
    ("Union of Trials (tel: 0660 7227227)", "Austria", "NGO", "Wien", "7227227"),
    ("zzonlymail@example.org", "Austria", "NGO", "Wien", "zzonlymail"),
    ("+43 660 7337337", "Austria", "NGO", "Wien", "7337337"),
    ("Union of Samples", "zzcountrymail@example.org", "NGO", "Wien", "zzcountrymail"),
    ("Union of Essays", "Spain, call +34 660 7447447", "NGO", "Wien", "7447447"),
    ("Union of Drafts", "Austria", "ask zztypemail@example.org", "Wien", "zztypemail"),
    ("Union of Models", "Austria", "NGO", "zzcitymail@example.org", "zzcitymail"),
    ("Union of Copies", "Austria", "NGO", "Wien, +43 660 7557557", "7557557"),
    ("Zzfullmark Testperson", "Austria", "", "Wien", "zzfullmark"),
    ("Zzfirstmark Testa Zzlastmark", "Austria", "", "Wien", "zzlastmark"),
  ]

  private static var marks: [String] { fields.map(\.mark) + freeText.map(\.mark) }

  private static func csv() -> String {
    func cell(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
    var lines = [(["Organization", "Country", "Organization type", "City"] + fields.map(\.header)).map(cell)]
    for (number, text) in freeText.enumerated() {
      let own = fields.map { field in
        field.header == "Email" ? "zzmailmark\(number)@example.org" : field.value
      }
      lines.append(([text.organization, text.country, text.type, text.city] + own).map(cell))
    }
    return lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  private static func json() throws -> Data {
    let headers = ["Organization", "Country", "Organization type", "City"] + fields.map(\.header)
    let records = freeText.map { text in
      Dictionary(
        uniqueKeysWithValues: zip(
          headers, [text.organization, text.country, text.type, text.city] + fields.map(\.value)))
    }
    return try JSONSerialization.data(withJSONObject: records, options: [.sortedKeys])
  }

  @Test(arguments: ["signatures.csv", "signatures.json"]) func noneComesOut(input: String) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-planted-\(UUID().uuidString)")
    for folder in ["letter", "tmp"] {
      try FileManager.default.createDirectory(at: work.appending(path: folder), withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: work) }
    let bytes = try input.hasSuffix("json") ? PlantedValuesTests.json() : Data(PlantedValuesTests.csv().utf8)
    try bytes.write(to: work.appending(path: "letter/\(input)"))
    try Data("Join over 3 organizations, including the Union of Testers.\n".utf8).write(
      to: work.appending(path: "text.md"))
    let export = "letter/\(input)"
    var said = ""
    for command in [
      "report letter --output out", "report letter --output out --json", "inspect \(export)", "resolve \(export)",
      "tally \(export) --output tally", "count \(export)", "count \(export) --by city --distinct email",
      "announce letter", "announce letter --list country", "verify text.md letter", "compare letter letter --name-left",
      "explain 'Union of Testers' letter", "explain Zzunknown letter", "check letter", "audit letter --output out",
      "review letter --list", "redact \(export) --output redacted",
      "report letter --output out --count-unverified --affiliated-person person-signs",
      "report letter --output out --field organization=Nothing", "report letter --output out --cache cache",
      "report letter --output out --cache cache", "tally \(export) --output tally --cache cache",
    ] {
      let run = try Program.run(
        shell: "undersigned \(command) < /dev/null", in: work,
        environment: ["TMPDIR": work.appending(path: "tmp").path])
      said +=
        "\n# \(command)\n"
        + String(decoding: run.output, as: UTF8.self) + String(decoding: run.messages, as: UTF8.self)
      for mark in PlantedValuesTests.marks {
        let texts = [("what '\(command)' said", said)] + written(below: work)
        for (place, text) in texts where text.lowercased().contains(mark) {
          Issue.record("'\(mark)' stands in \(place): \(line(of: mark, in: text))")
        }
      }
      said = ""
    }
  }

  private func line(of mark: String, in text: String) -> String {
    text.split(separator: "\n").first { $0.lowercased().contains(mark) }.map { String($0.prefix(200)) } ?? ""
  }

  /// Every file that was written, with its path.
  private func written(below work: URL) -> [(String, String)] {
    Files.below(work).filter { !$0.hasPrefix("letter/") && $0 != "text.md" }.compactMap { path in
      (try? Data(contentsOf: work.appending(path: path))).map { (path, String(decoding: $0, as: UTF8.self)) }
    }
  }
}
