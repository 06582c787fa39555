import Foundation
import Testing

/// Every record of every input is accounted for, and the same answers give the same organizations in every export.
@Suite struct ReconciliationTests {
  /// Where the records of an input are, for a count that owes nothing to the program.
  struct Source: CustomTestStringConvertible, Sendable {
    /// How it is laid out.
    enum Layout: Sendable {
      /// Delimited text with so many header rows.
      case delimited(Unicode.Scalar, headerRows: Int = 1)
      /// JSON whose records are the array at this path of keys.
      case json([String])
    }

    let path: String
    let layout: Layout

    init(_ path: String, _ layout: Layout) {
      self.path = path
      self.layout = layout
    }

    var testDescription: String { path }
    /// The letter that holds this file alone.
    var letter: String { (path as NSString).deletingPathExtension.replacingOccurrences(of: "/", with: "-") }
    var url: URL { InputsTests.inputs.appending(path: path) }

    func recordCount() throws -> Int {
      switch layout {
      case .delimited(let delimiter, let headerRows):
        return PlainCSV.rows(try InputsTests.text(path), delimiter: delimiter).count - headerRows
      case .json(let keys):
        var value = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        for key in keys { value = try #require((value as? [String: Any])?[key]) }
        return try #require(value as? [Any]).count
      }
    }
  }

  static let sources = [
    Source("digitale-zivilgesellschaft/digitale-zivilgesellschaft.json", .json(["list"])),
    Source("grand-bargain/grand-bargain.csv", .delimited(",")),
    Source("public-code/public-code.json", .json([])),
    Source("sample-action-network/export.csv", .delimited(",")),
    Source("sample-airtable/records.json", .json(["records"])),
    Source("sample-google-forms/respuestas.csv", .delimited(",")),
    Source("sample-kobotoolbox/submissions.csv", .delimited(";")),
    Source("sample-limesurvey/results-survey.csv", .delimited(";")),
    Source("sample-osdi/signatures.json", .json(["_embedded", "osdi:signatures"])),
    Source("sample-speakout/signatures.csv", .delimited("\t")),
    Source("sample-surveymonkey/responses.csv", .delimited(",", headerRows: 2)),
    Source("sample-uk-parliament/petition.json", .json(["data", "attributes", "signatures_by_country"])),
    Source("saving-lives-2020/en.csv", .delimited(",")),
    Source("saving-lives-2020/es.csv", .delimited(",")),
    Source("saving-lives-2020/fr.csv", .delimited(",")),
    Source("venture-statement/venture-statement.json", .json([])),
  ]

  static let languages = "three-languages"

  /// One run for all tests of the suite: a letter for each file, and one for the language versions together.
  static let reports = Result { () throws -> LetterReports in
    var letters = Dictionary(uniqueKeysWithValues: sources.map { ($0.letter, [$0.url]) })
    letters[languages] = sources.filter { $0.path.hasPrefix("saving-lives-2020/") }.map(\.url)
    return try LetterReports(letters)
  }

  @Test func eachInputHasItsCount() {
    #expect(ReconciliationTests.sources.map(\.path) == InputsTests.exports)
  }

  @Test(arguments: sources) func everyRecordIsReadAndAccountedFor(source: Source) throws {
    let reports = try ReconciliationTests.reports.get()
    let count = try source.recordCount()
    #expect(count > 0)
    #expect(reports.recordsRead[source.letter] == count)
    // "400 records read = 392 as organizations + 8 left out: names nobody."
    let summary = try #require(reports.files["\(source.letter)/summary.md"])
    let line = try #require(summary.split(separator: "\n").first { $0.contains(/^[\d,]+ records? read/) })
    let numbers = line.matches(of: /\b\d[\d,]*/).compactMap { Int($0.output.filter { $0 != "," }) }
    #expect(numbers.first == count)
    #expect(numbers.dropFirst().reduce(0, +) == count, "\(line)")
  }

  // MARK: The same signers

  static let samples = sources.filter { $0.path.hasPrefix("sample-") && !$0.path.contains("uk-parliament") }

  static let signers = [
    ["Bharatiya Kisan Union", "IN", "social_movement"],
    ["Central Única dos Trabalhadores", "BR", "trade_union"],
    ["medico international", "DE", "ngo"],
    ["Mondragon Corporation", "ES", "cooperative"],
    ["Workers' Party of Belgium", "BE", "political_party"],
  ]

  /// Each platform's export of the same five signers gives the same organizations, countries and types.
  ///
  /// SpeakOut! has no field for types, so only organizations and countries are compared. In the Airtable sample one
  /// signer has not ticked the box for being listed (the API leaves unticked boxes out), and is counted only.
  @Test(arguments: samples) func everyPlatformGivesTheSameOrganizations(source: Source) throws {
    let reports = try ReconciliationTests.reports.get()
    let rows = try reports.columns(
      ["organization", "country_code", "type", "organization_id"], of: "\(source.letter)/organizations.csv")
    let hasTypes = !source.path.contains("speakout")
    let hidden = source.path.contains("airtable") ? "Bharatiya Kisan Union" : nil
    let expected = ReconciliationTests.signers.filter { $0[0] != hidden }.map { hasTypes ? $0 : Array($0.prefix(2)) }
    #expect(rows.map { Array($0.prefix(hasTypes ? 3 : 2)) } == expected)
    // Identifiers are those of the first platform's report, which lists everybody.
    let identifiers = try reports.columns(
      ["organization", "organization_id"], of: "\(ReconciliationTests.samples[0].letter)/organizations.csv")
    #expect(rows.map { [$0[0], $0[3]] } == identifiers.filter { $0[0] != hidden })
    // The one who isn't listed is counted as everybody else.
    let countries = try reports.columns(["country_code", "organizations"], of: "\(source.letter)/countries.csv")
    #expect(Set(countries) == [["BE", "1"], ["BR", "1"], ["DE", "1"], ["ES", "1"], ["IN", "1"]])
    if hasTypes {
      let types = try reports.columns(["type", "organizations"], of: "\(source.letter)/types.csv")
      #expect(Set(types) == Set(ReconciliationTests.signers.map { [$0[2], "1"] }))
    }
  }

  // MARK: The same letter in three languages

  @Test func languageVersionsTogetherAreTheLetter() throws {
    let reports = try ReconciliationTests.reports.get()
    let fields = ["organization_id", "country_code", "scope", "type"]
    let together = try reports.columns(fields, of: "\(ReconciliationTests.languages)/organizations.csv")
    let alone = try reports.columns(fields, of: "saving-lives-2020-en/organizations.csv")
    #expect(alone.count > 300)
    #expect(Set(together).subtracting(alone).map(\.description).sorted() == [])
    #expect(Set(alone).subtracting(together).map(\.description).sorted() == [])
    #expect(together.count == alone.count)
    #expect(
      reports.files["\(ReconciliationTests.languages)/countries.csv"]
        == reports.files["saving-lives-2020-en/countries.csv"])
    #expect(
      reports.files["\(ReconciliationTests.languages)/types.csv"] == reports.files["saving-lives-2020-en/types.csv"])
  }
}
