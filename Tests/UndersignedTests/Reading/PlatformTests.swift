import Foundation
import Tabular
import Testing

@testable import Undersigned

/// The same five signers, as nine platforms write them.
@Suite struct PlatformTests {
  static let platforms: [(file: String, platform: Platform?, countries: [String])] = [
    ("sample-action-network/export.csv", .actionNetwork, ["BE", "BR", "DE", "ES", "IN"]),
    ("sample-osdi/signatures.json", .osdi, ["BE", "BR", "DE", "ES", "IN"]),
    ("sample-google-forms/respuestas.csv", .googleForms, ["Alemania", "Brasil", "Bélgica", "España", "India"]),
    ("sample-airtable/records.json", .airtable, ["Belgium", "Brazil", "Germany", "India", "Spain"]),
    ("sample-limesurvey/results-survey.csv", .limeSurvey, ["Belgium", "Brazil", "Germany", "India", "Spain"]),
    ("sample-speakout/signatures.csv", .speakOut, ["Belgien", "Brasilien", "Deutschland", "Indien", "Spanien"]),
    ("sample-kobotoolbox/submissions.csv", .koboToolbox, ["Allemagne", "Belgique", "Brésil", "Espagne", "Inde"]),
    ("sample-surveymonkey/responses.csv", .surveyMonkey, ["Belgium", "Brazil", "Germany", "India", "Spain"]),
  ]

  static func document(_ file: String) throws -> TabularDocument {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Inputs/\(file)"))
    return try TabularDocument(name: file, bytes: Array(data))
  }

  @Test(arguments: platforms)
  func fiveOrganizationsSign(file: String, platform: Platform?, countries: [String]) throws {
    let document = try PlatformTests.document(file)
    let reading = try ReadExports().reading(of: document)
    #expect(reading.platform == platform)
    let table = try ReadExports().run([document])
    #expect(table.records.map(\.fate) == Array(repeating: .counted(.organization), count: 5))
    #expect(
      table.records.map { table.answers.organizations.string(Int($0.answers.organization)) } == [
        "Central Única dos Trabalhadores", "Workers' Party of Belgium", "medico international",
        "Bharatiya Kisan Union", "Mondragon Corporation",
      ])
    #expect(table.records.map { table.answers.countries.string(Int($0.answers.country)) }.sorted() == countries)
    // Action Network's report has the day of subscription, not that of signing.
    #expect(
      platform == .actionNetwork
        || table.records.compactMap(\.day).map(\.description) == [
          "2026-04-10", "2026-04-11", "2026-04-13", "2026-04-14", "2026-04-20",
        ])
    let types = table.records.map { table.answers.types.string(Int($0.answers.type)) }
    #expect(platform == .speakOut || !types.contains(""))
    #expect(platform == .speakOut || types[3].lowercased().contains("mo"))
  }

  @Test(arguments: platforms)
  func nothingPersonalIsCopied(file: String, platform: Platform?, countries: [String]) throws {
    let table = try ReadExports().run([PlatformTests.document(file)])
    let answers = table.answers
    let everything = [answers.organizations, answers.countries, answers.types, answers.places, answers.websites]
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    for word in ["Testperson", "Nobody", "Musterfrau", "Fictitia", "Fulana", "@", "555-01", "192.0.2", "Nirgendweg"] {
      #expect(!everything.contains(word))
    }
  }

  @Test func petitionsCountByCountry() throws {
    let document = try PlatformTests.document("sample-uk-parliament/petition.json")
    let reading = try ReadExports().reading(of: document)
    #expect(reading.platform == .ukParliament)
    #expect(reading.isAggregate)
    let table = try ReadExports().run([document])
    #expect(table.records.allSatisfy { $0.fate == .counted(.individual) })
    #expect(table.records.map(\.signatures) == [4, 11, 23, 31, 17, 12_034])
    #expect(
      table.records.map { table.answers.countries.string(Int($0.answers.country)) } == [
        "BR", "BE", "DE", "IN", "ES", "GB",
      ])
  }

  @Test func oneSignerMayNotBeListed() throws {
    let table = try ReadExports().run([PlatformTests.document("sample-airtable/records.json")])
    #expect(table.records.map(\.answers.consent) == [.given, .given, .given, .refused, .given])
  }

  @Test func signersOfSeveralExportsCountOnce() throws {
    let documents = try PlatformTests.platforms.map { try PlatformTests.document($0.file) }
    let table = try ReadExports().run(documents)
    #expect(table.records.count == 40)
    #expect(table.records.count { $0.fate == .counted(.organization) } == 5)
    #expect(table.records.count { $0.fate == .dropped(.repeated) } == 35)
  }
}
