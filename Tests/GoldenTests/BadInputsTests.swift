import Foundation
import Testing

/// What the program says of inputs that it can't use: whole messages and exit statuses.
@Suite struct BadInputsTests {
  /// A command that can't succeed, and what it must say.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let files: [String: Data]
    let command: String
    let status: Int32
    let messages: String

    init(
      _ name: String, _ files: [String: Data], _ command: String, status: Int32, _ messages: String
    ) {
      self.name = name
      self.files = files
      self.command = command
      self.status = status
      self.messages = messages + "\n"
    }

    var testDescription: String { name }
  }

  @Test(arguments: unreadable + tallies + misread + misconfigured + misdecided)
  func toldWithItsStatus(bad: Case) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-bad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    for (path, bytes) in bad.files {
      let url = work.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !path.hasSuffix("/") { try bytes.write(to: url) }
    }
    let run = try Program.run(shell: "undersigned \(bad.command)", in: work)
    #expect(run.status == bad.status)
    #expect(String(decoding: run.messages, as: UTF8.self) == bad.messages)
    // Nothing is half-written.
    if bad.status != 0 { #expect(!FileManager.default.fileExists(atPath: work.appending(path: "out").path)) }
  }

  static let export = ["export.csv": Data("Organization,Country\nAttac Austria,Austria\n".utf8)]

  static func csv(_ text: String) -> [String: Data] { ["export.csv": Data(text.utf8)] }

  // MARK: Inputs that can't be read

  static let unreadable = [
    Case(
      "no such file", [:], "report missing.csv --output out", status: 66,
      """
      missing.csv: error: no such file
        fix: check the path
      """),
    Case(
      "no such pipeline file", [:], "run missing.yml", status: 66,
      """
      missing.yml: error: no such file
        fix: check the path
      """),
    Case(
      "no such decisions", export, "report export.csv --decisions missing.csv --output out", status: 66,
      """
      missing.csv: error: no such file
        fix: check the path
      """),
    Case(
      "a directory without exports", ["nothing/README.md": Data()], "report nothing --output out", status: 66,
      """
      nothing: error: no exports here: no CSV, TSV, JSON, NDJSON or gzip file, and no tally
        fix: name the export files, or a folder that holds them
      """),
    Case(
      "a picture", ["export.csv": Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])],
      "report export.csv --output out", status: 65,
      """
      export.csv: error: is no text: looks like a PNG picture
        fix: export it as CSV or JSON
      """),
    Case(
      "a workbook", ["export.csv": workbook], "inspect export.csv", status: 65,
      """
      export.csv: error: is no text: looks like an Excel workbook (xlsx)
        fix: export it as CSV or JSON
      """),
    Case(
      "an empty file", csv(""), "report export.csv --output out", status: 65,
      """
      export.csv: error: is empty
        fix: export it again
      """),
    Case(
      "a gzip cut short", ["export.csv.gz": cutGzip], "report export.csv.gz --output out", status: 65,
      """
      export.csv.gz: error: damaged gzip: it ends early
        fix: download it again: the file is not whole
      """),
    Case(
      "JSON cut short", ["export.json": Data(#"[{"organization":"Attac Austria"},{"organization":"S"#.utf8)],
      "report export.json --output out", status: 65,
      """
      export.json:1:53: error: the JSON ends in the middle of a value
        fix: download it again: the file is not whole
      """),
    Case(
      "malformed JSON", ["export.json": Data("[{\"organization\": \"Attac\"},\n{\"organization\" \"S\"}]".utf8)],
      "report export.json --output out", status: 65,
      """
      export.json:2:17: error: malformed JSON: expected ':', found '"'
        fix: check the file with a JSON validator, or export it again
      """),
    Case(
      "JSON without records", ["export.json": Data(#"{"error": "not found"}"#.utf8)],
      "report export.json --output out", status: 65,
      """
      export.json: error: no records: one object without a list in it
        fix: export the signatures as a list of records
      """),
  ]

  // MARK: Tallies

  static let tallies = [
    Case(
      "a tally cut short", ["letter.tally": Data("undersigned-tally 1\nsource\t1\texport.csv\n".utf8)],
      "report letter.tally --output out", status: 65,
      """
      letter.tally:3: error: not a tally that can be read: the file is cut off: there is no line 'end'
        fix: make it anew with 'undersigned tally'
      """),
    Case(
      "a tally of a later format", ["letter.tally": Data("undersigned-tally 99\nend\n".utf8)],
      "report letter.tally --output out", status: 65,
      """
      letter.tally:1: error: not a tally that can be read: format 99 is later than 2, the latest that this program reads
        fix: make it anew with 'undersigned tally'
      """),
  ]

  // MARK: Inputs that can be misread

  static let misread = [
    Case(
      "a header and no records", csv("Organization,Country\n"), "report export.csv --output found", status: 0,
      """
      export.csv: warning: [no-records] a header and no records
        fix: check that the export was not filtered
      """),
    Case(
      "an unclosed quote at the end",
      csv("Organization,Country\nAttac Austria,Austria\n\"Global 2000,Austria\n"),
      "report export.csv --output out", status: 65,
      """
      export.csv:3:1: error: a quoted field opens here and never closes
        fix: close the quote, or export the file again: it may have been cut off
      """),
    Case(
      "a quote that never closes, between records",
      csv("Organization,Country\nAttac Austria,Austria\n\"Global 2000,Austria\nSüdwind,Austria\n"),
      "report export.csv --output found", status: 0,
      """
      export.csv:3: warning: [unpaired-quote] the organization here has a quote without its partner, which was left out
        fix: look at this record: a quoted field may not have been closed
      """),
    Case(
      "bytes that are no UTF-8 between some that are",
      ["export.csv": Data("Organization,Country\nSüdwind,Austria\nS".utf8) + [0xFC] + Data("d,Austria\n".utf8)],
      "report export.csv --output found", status: 0,
      """
      export.csv:3:2: warning: [invalid-encoding] one place is no UTF-8; U+FFFD stands for it
        fix: export it again as UTF-8, or mend the names in decisions.csv
      """),
    Case(
      "no organization field", csv("First name,Last name,Email\nTesta,Testperson,testa@example.org\n"),
      "report export.csv --output out", status: 65,
      """
      export.csv:1:1: error: no field holds organizations; the headers are 'First name', 'Last name', 'Email'
        fix: name it with --field organization=<header>, or under 'fields' in a pipeline file; if people alone sign, write --field organization=
      """),
    Case(
      "no organization field, and none of persons", csv("Colour,Size\nred,12\nblue,14\n"),
      "report export.csv --output out", status: 65,
      """
      export.csv:1:1: error: no field holds organizations; the headers are 'Colour', 'Size'
        fix: name it with --field organization=<header>, or under 'fields' in a pipeline file; if people alone sign, write --field organization=
      """),
  ]

  // MARK: Settings

  static let misconfigured = [
    Case(
      "a misspelt key", pipeline("export:\n  - export.csv\n"), "run letter.yml", status: 78,
      """
      letter.yml:2:1: error: no key 'export'
        fix: did you mean 'exports'?
      """),
    Case(
      "a misspelt stage", pipeline("exports: export.csv\nstages:\n  - read\n  - taly\n"), "run letter.yml", status: 78,
      """
      letter.yml:5:5: error: no stage 'taly'
        fix: did you mean 'tally'?
      """),
    Case(
      "stages in a wrong order", pipeline("exports: export.csv\nstages:\n  - read\n  - normalize\n  - tally\n"),
      "run letter.yml", status: 78,
      """
      letter.yml:5:5: error: 'normalize' takes a tally, and 'read' before it gives records
        fix: the order is read, tally, normalize, locate, decide, link, classify, summarize, report
      """),
    Case(
      "a header that isn't there", export, "report export.csv --field organization=Orga --output out", status: 78,
      """
      export.csv:1:1: error: no header 'Orga'; the headers are 'Organization', 'Country'
        fix: use one of the headers, as written there
      """),
    Case(
      "a field that isn't one", export, "report export.csv --field organisation=Organization --output out", status: 78,
      """
      --field organisation=Organization: error: no field 'organisation'
        fix: did you mean 'organization'?
      """),
    Case(
      "a field without a header", export, "report export.csv --field organization --output out", status: 78,
      """
      --field organization: error: 'organization' names no header
        fix: write --field organization=<header>
      """),
    Case(
      "a wrong option", export, "evaluate export.csv --jsn", status: 64,
      """
      Error: Unknown option '--jsn'. Did you mean '--json'?
      Usage: undersigned evaluate <files> ... [--details] [--errors <count>] [--aliases <file>] [--ablate] [--folds <kind>] [--text] [--json] [--csv]
        See 'undersigned evaluate --help' for more information.
      """),
    Case(
      "a wrong command", [:], "frobnicate", status: 64,
      """
      Error: Unexpected argument 'frobnicate'
      Usage: undersigned <subcommand>
        See 'undersigned --help' for more information.
      """),
    // Permissions don't stop root; a path below a file stops everybody.
    Case(
      "reports that can't be written", export, "report export.csv --output export.csv/below", status: 73,
      """
      export.csv/below: error: can't write: Not a directory
        fix: choose another --output, or make it writable
      """),
    Case(
      "a file that can't be written", export, "resolve export.csv --output export.csv/below", status: 73,
      """
      export.csv/below: error: can't write: Not a directory
        fix: choose another --output, or make it writable
      """),
  ]

  // MARK: Decisions

  static let misdecided = [
    Case(
      "decisions that contradict each other",
      decisions("same,Attac Austria,,Attac,,,\n# a remark\napart,Attac,,ATTAC Austria,,,\n"),
      "report letter --output out", status: 65,
      """
      letter/decisions.csv:4: error: 'Attac' and 'ATTAC Austria' are one organization and are two; it contradicts line 2
        fix: keep the one that holds
      """),
    Case(
      "two types for one name", decisions("type,Attac,,ngo,,,\ntype,ATTAC,,media,,,\n"), "report letter --output out",
      status: 65,
      """
      letter/decisions.csv:3: error: 'Attac' is of type 'ngo' and 'media'; it contradicts line 2
        fix: keep the one that holds
      """),
    Case(
      "a misspelt action", decisions("smae,Attac Austria,,Attac,,,\n"), "report letter --output out", status: 65,
      """
      letter/decisions.csv:2: error: no action is called 'smae'; did you mean 'same'?
        fix: each line is action,name,country,value,by,on,why
      """),
    Case(
      "a decision without a value", decisions("rename,Attac Austria,,,,,\n"), "report letter --output out", status: 65,
      """
      letter/decisions.csv:2: error: 'rename' without a value
        fix: each line is action,name,country,value,by,on,why
      """),
    Case(
      "a type that isn't one", decisions("type,Attac Austria,,union,,,\n"), "report letter --output out", status: 65,
      """
      letter/decisions.csv:2: error: no type is called 'union'; did you mean 'trade_union'?
        fix: each line is action,name,country,value,by,on,why
      """),
  ]

  // MARK: Their bytes

  static func pipeline(_ text: String) -> [String: Data] {
    export.merging(["letter.yml": Data("letter: A letter\n\(text)".utf8)]) { $1 }
  }

  static func decisions(_ lines: String) -> [String: Data] {
    [
      "letter/export.csv": export["export.csv"] ?? Data(),
      "letter/decisions.csv": Data("action,name,country,value,by,on,why\n\(lines)".utf8),
    ]
  }

  /// The beginning of a zip archive whose first entry is that of an Excel workbook.
  static let workbook: Data = {
    var bytes = Data([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 19, 0, 0, 0])
    bytes += Data("[Content_Types].xml".utf8) + Data("<x/>".utf8)
    bytes += [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 15, 0, 0, 0]
    return bytes + Data("xl/workbook.xml".utf8) + Data("<x/>".utf8)
  }()

  /// A stored deflate block that says it holds more bytes than there are.
  static let cutGzip: Data = {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let block: [UInt8] = [1, 0xFF, 0, 0, 0xFF]
    return Data(header + block) + Data("Organization,Country\nAttac Austria,Aus".utf8)
  }()
}
