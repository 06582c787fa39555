import Testing

@testable import Tabular

@Suite struct DelimitedDocumentTests {
  private func open(_ text: String) throws(TabularError) -> TabularDocument {
    try TabularDocument(name: "letter.csv", bytes: Array(text.utf8))
  }

  private func choice(_ subject: String, _ document: TabularDocument) -> String? {
    document.decisions.first { $0.subject == subject }?.choice
  }

  /// All records by `encode`, which must agree with `sample`.
  private func records(_ document: TabularDocument) throws -> [[String]] {
    let table = try document.encode(fields: Array(document.fields.indices))
    let encoded = (0..<table.recordCount).map { row in table.columns.map { $0.string(row) } }
    #expect(encoded == document.sample(limit: .max))
    return encoded
  }

  @Test func aHeaderOfSeveralLinesHasItsPlaces() throws {
    let document = try open(
      "organization,\"country\nor region\",\"type\r\nof it\",x\nA,Spain,party,1\nB,Peru,union,2\n")
    #expect(document.fields.map { [$0.position.line, $0.position.column] } == [[1, 1], [1, 14], [2, 12], [3, 8]])
  }

  // MARK: Dialects

  @Test(arguments: [
    ("organization,country\nA,Spain\nB,Peru\n", "comma"),
    ("organization;country\n\"Women, Law & Development\";Spain\nB, C;Peru\n", "semicolon"),
    ("organization\tcountry\nA, B\tSpain\nC; D\tPeru\n", "tab"),
    ("organization|country\nA|Spain\nB|Peru\n", "bar"),
    ("sep=;\r\norganization;country\r\nA;Spain\r\n", "semicolon"),
    ("\"sep=,\"\norganization,country\nA;b,Spain\n", "comma"),
    ("name;amount;share\nA;1,5;2,5\nB;3,5;4,5\n", "semicolon"),
    ("organization, country, type\nA, Spain, party\nB, Peru, union\n", "comma"),
    ("Organization\nAsia Pacific Forum on Women, Law & Development\nB\nC, D, E and F\nG\n", "none"),
    ("Democratic Workers\nParty of Labour\nPeople's Front\n", "none"),
    ("One Union\n", "none"), ("A, B and C\n", "none"),
    ("Name\nForum, Law, Rights\nA, B\nC, D, E\nF, G\nUnion, H, I, J\nK, L, M, N, O\n", "none"),
  ]) func findsTheDelimiter(text: String, delimiter: String) throws {
    #expect(try choice("delimiter", open(text)) == delimiter)
  }

  @Test func titleLinesComeBeforeTheHeader() throws {
    let document = try open(
      "Signatures of the open letter\nexported 2024-05-01\n\norganization,country\nA,Spain\nB,Peru\n")
    #expect(document.fields.map(\.name) == ["organization", "country"])
    #expect(document.fields[1].position == Position(source: "letter.csv", line: 4, column: 14))
    #expect(choice("preamble", document) == "2 records")
    #expect(try records(document) == [["A", "Spain"], ["B", "Peru"]])
    #expect(try document.encode(fields: [0]).lines == [5, 6])
    let padded = try open("Our letter,,\norganization,country,type\nA,Spain,party\n")
    #expect(padded.fields.map(\.name) == ["organization", "country", "type"])
  }

  @Test(arguments: [
    ("organization\nA\nB\n", "line 1", 2), ("Name of organization\nA\n", "line 1", 1),
    ("Organizations that signed\nA\nB\n", "line 1", 2),
    ("Nombre de la organización:\nA\nB\n", "line 1", 2), ("Название организации\nА\nБ\n", "line 1", 2),
    ("Democratic Socialists of America (DSA)\nWorkers' Party of Belgium\n", "none", 2),
    ("International Organization\nB\n", "none", 2), ("1,english\n2,german\n", "none", 2),
    ("MTST,Brazil\nCUT,Brazil\nDSA,United States\n", "none", 3), ("A,Spain\nB,Spain\nC,Peru\n", "none", 3),
    ("id,1,2\nname,a,b\n", "none", 2), ("Musei,2011,2010\nX,23.8,17.5\n", "line 1", 1),
  ]) func tellsHeadersFromRecords(text: String, header: String, count: Int) throws {
    let document = try open(text)
    #expect(choice("header", document) == header)
    #expect(try records(document).count == count)
    if header == "none" { #expect(document.fields.first?.name == "column 1") }
  }

  @Test func aHeaderByCustomIsReported() throws {
    let document = try open("MTST,Brazil\nDSA,United States\n")
    #expect(
      document.findings.map(\.description) == [
        "letter.csv:1: warning: [uncertain-header] nothing shows whether this line is a header; it was read as one\n"
          + "  fix: write a header such as 'organization' above the records if it is a record"
      ])
  }

  @Test func labelsUnderQuestionsJoinTheirNames() throws {
    let document = try open(
      """
      Respondent ID,Start Date,Organization,Contact information,,,May we list you?,
      ,,Open-Ended Response,Name,City,Country,Response,Other (please specify)
      11,2024-05-01,Union A,Testa,Lima,Peru,Yes,
      12,2024-05-02,Union B,Testo,Quito,Ecuador,Yes,later

      """)
    #expect(
      document.fields.map(\.name) == [
        "Respondent ID", "Start Date", "Organization", "Contact information / Name", "Contact information / City",
        "Contact information / Country", "May we list you?", "May we list you? / Other (please specify)",
      ])
    #expect(try records(document).map { $0[2] } == ["Union A", "Union B"])
    #expect(try document.encode(fields: [0]).lines == [3, 4])
  }

  @Test func tagsStandBesideTheirFields() throws {
    let document = try open("Organización;País;Notas\n#org +name;#country+code;\nA;ES;\nB;PE;\n")
    #expect(document.fields.map(\.tag) == ["#org +name", "#country+code", nil])
    #expect(choice("tags", document) == "line 2")
    #expect(try records(document).count == 2)
    let bare = try open("#org,#country\nA,ES\n")
    #expect(bare.fields.map(\.tag) == ["#org", "#country"])
  }

  @Test func quotesNeverDoubledInATabFile() throws {
    let document = try open(
      "Name\tOrganization\tCountry\n\"T\"\t\"The \"Real\" Union\"\t\"Spain\"\n\"U\"\t\"He said \"hi\"\"\t\"Peru\"\n")
    #expect(try records(document) == [["T", "The \"Real\" Union", "Spain"], ["U", "He said \"hi\"", "Peru"]])
    #expect(
      try document.encode(fields: [1]).findings.map(\.description) == [
        "letter.csv:2:10: note: [undoubled-quote] quotes inside quoted fields are not doubled, in 4 places; "
          + "they were read as data"
      ])
  }

  /// As SpeakOut! writes: UTF-16, answers quoted, headers not, quotes inside as they are.
  @Test(arguments: ["", "\n", "\r\n"], ["\n", "\r\n"])
  func quotesNeverDoubledInEveryRecord(lineBreak: String, terminator: String) throws {
    let titles = ["Ein \"offener\" Brief", "\"Ein\" \"offener\" \"Brief\"", "Ein \"offener\"\(lineBreak)Brief"]
    for title in titles {
      let answers: [[String]] = (1...5).map { number in
        ["Union \(number)", title, "", "Satz.\(lineBreak)Satz, \(number).", "de_DE"]
      }
      let lines = answers.map { record in record.map { "\"\($0)\"" }.joined(separator: "\t") + terminator }
      let text = "Organisation\tTitel\tRegion\tKommentar\tSprache" + terminator + lines.joined()
      let bytes: [UInt8] =
        [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      let document = try TabularDocument(name: "letter.csv", bytes: bytes)
      #expect(choice("delimiter", document) == "tab")
      #expect(choice("quote", document) == "double quote")
      #expect(
        document.decisions.first { $0.subject == "quote" }?.reason
          == "25 fields are quoted; quotes inside are not doubled")
      #expect(try records(document) == answers)
      #expect(try document.encode(fields: [0]).findings.map(\.severity) == [.note])
    }
  }

  @Test func pairsOfQuotesBeforeCommas() throws {
    let lines = (1...5).map { "\"Union \($0)\",\"The \"Real\", Open, Letter\",\"Peru\"\n" }
    let document = try open("organization,title,country\n" + lines.joined())
    #expect(try records(document) == (1...5).map { ["Union \($0)", "The \"Real\", Open, Letter", "Peru"] })
  }

  @Test func rareUndoubledQuotesAreListed() throws {
    let sound = (1...9).map { "\"Union \"\"\($0)\"\"\",Peru\n" }.joined()
    let document = try open(
      "organization,country\n" + sound + "\"The \"Real\", Union\",Spain\n\"The \"Real\"\nParty\",Chile\n")
    #expect(try records(document).suffix(2) == [["The \"Real\", Union", "Spain"], ["The \"Real\"\nParty", "Chile"]])
    let findings = try document.encode(fields: [0]).findings
    #expect(findings.map(\.slug) == Array(repeating: "undoubled-quote", count: 4))
    #expect(findings.map(\.position.line) == [11, 11, 12, 12])
    #expect(findings.allSatisfy { $0.severity == .warning })
  }

  @Test func quotesAreDataInATabFileWithoutQuoting() throws {
    let document = try open("organization\tcountry\n\"Solidarity\" Union\tSpain\n\"Other\" Org\tFrance\nX\tPeru\n")
    #expect(choice("quote", document) == "none")
    #expect(
      try records(document) == [["\"Solidarity\" Union", "Spain"], ["\"Other\" Org", "France"], ["X", "Peru"]])
  }

  @Test func quotesInUnquotedFieldsDontChangeQuoting() throws {
    let document = try open("name,country\n\"A, B\",Spain\nFoo \"Bar\" Baz,Peru\n")
    #expect(document.decisions.first { $0.subject == "quote" }?.reason == "one field is quoted")
    #expect(try records(document) == [["A, B", "Spain"], ["Foo \"Bar\" Baz", "Peru"]])
  }

  @Test func otherWaysOfQuoting() throws {
    let apostrophes = try open("name,country\n'A, B','Spain'\n'C','Peru'\n")
    #expect(try records(apostrophes) == [["A, B", "Spain"], ["C", "Peru"]])
    let backslashes = try open("name,country\n\"A \\\"x\\\", B\",Spain\n\"C \\\"y\\\" D\",Peru\n")
    #expect(try records(backslashes) == [["A \"x\", B", "Spain"], ["C \"y\" D", "Peru"]])
    let spaced = try open("\"name\", \"country\"\n\"A\", \"Spain, EU\"\n\"B\", \"Peru\"\n")
    #expect(try records(spaced) == [["A", "Spain, EU"], ["B", "Peru"]])
    let kobo = try open("\"name\";\"a \"\"b\"\"\"\n\"A\";\"x \"\"y\"\"\"\n")
    #expect(kobo.fields.map(\.name) == ["name", "a \"b\""])
  }

  // MARK: Records

  @Test func raggedRecordsArePaddedAndReported() throws {
    let document = try open("organization,country,type\nA\nB,Peru,party,,\nC,Spain,union,more\n,,\n\nD,Chile,ngo\n")
    #expect(
      try records(document) == [
        ["A", "", ""], ["B", "Peru", "party"], ["C", "Spain", "union"], ["", "", ""], ["D", "Chile", "ngo"],
      ])
    let table = try document.encode(fields: [2])
    #expect(table.lines == [2, 3, 4, 5, 7])
    #expect(table.findings.map(\.position.line) == [2, 4])
    #expect(
      table.findings.map(\.message) == [
        "this record has 1 of 3 fields; the missing ones count as empty",
        "this record has 4 fields where 3 are expected; the further ones were left out",
      ])
  }

  @Test func answersAreTrimmedAndInterned() throws {
    let document = try open("organization,country\n \u{A0}A \t,\"  Spain\u{A0}\"\nA,Spain\n\" A\"\"B \",\n")
    let table = try document.encode(fields: [1, 0, 1])
    #expect(table.columns[0].ids == [1, 1, 0])
    #expect(table.columns[1].ids == [1, 1, 2])
    #expect(table.columns[1].answers == Column(["", "A", "A\"B"]))
    #expect(table.columns[2].ids == table.columns[0].ids)
  }

  @Test func fingerprintsIgnoreCaseAndSpaceAndNeedTheSeed() throws {
    let document = try open("organization,email\nA,Testa@Example.org\nB, testa@example.ORG \nC,\nD,testo@example.org\n")
    let table = try document.encode(fields: [], fingerprints: [1], seed: 7)
    let hashes = table.fingerprints[0]
    #expect(hashes[0] == hashes[1] && hashes[0] != 0 && hashes[2] == 0 && hashes[3] != hashes[0])
    #expect(table.columns.isEmpty && table.recordCount == 4)
    #expect(try document.encode(fields: [], fingerprints: [1], seed: 8).fingerprints[0][0] != hashes[0])
  }

  @Test func joinedFilesRepeatTheirHeader() throws {
    let part = "\u{FEFF}organization,country\nA,Spain\n"
    let document = try open(part + part)
    #expect(try records(document) == [["A", "Spain"], ["A", "Spain"]])
    let table = try document.encode(fields: [0])
    #expect(table.lines == [2, 4])
    #expect(document.findings.map(\.slug) == ["inner-byte-order-mark"])
    #expect(table.findings.map(\.slug) == ["repeated-header"])
  }

  @Test func duplicateAndEmptyHeadersKeepTheirPlace() throws {
    let document = try open("Name,Name,,Country\nA,B,C,Spain\n")
    #expect(document.fields.map(\.name) == ["Name", "Name", "", "Country"])
    #expect(document.fields.map(\.position.column) == [1, 6, 11, 12])
  }

  @Test func headerOnlyHasNoRecords() throws {
    #expect(try records(open("organization,country\n")).isEmpty)
  }

  // MARK: Bad input

  @Test func textThatEndsInAFieldIsAnError() throws {
    let document = try open("organization,comment\nA,x\nB,\"I sign\nbecause we\nmust")
    #expect(throws: TabularError(.unclosedQuote, at: Position(source: "letter.csv", line: 3, column: 3))) {
      try document.encode(fields: [0])
    }
    #expect(throws: TabularError(.unclosedQuote, at: Position(source: "letter.csv", line: 1, column: 6))) {
      try open("name,\"country\nA,Spain\nB")
    }
  }

  /// Reading never traps, whatever the bytes.
  @Test func survivesRandomBytes() {
    var random = SplitMix64(seed: 21)
    let alphabet = Array("\"\",;\t|\n\r\u{0}\u{1B} aé'\\#=".utf8) + [0xFF, 0xFE, 0xC3, 0xEF, 0xBB, 0xBF, 0x1F, 0x8B]
    for _ in 0..<600 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
      do throws(TabularError) {
        let document = try TabularDocument(name: "x", bytes: bytes)
        let table = try document.encode(fields: Array(document.fields.indices))
        #expect(table.columns.allSatisfy { $0.ids.count == table.recordCount })
      } catch {
        #expect(error.position.source == "x")
      }
    }
  }
}
