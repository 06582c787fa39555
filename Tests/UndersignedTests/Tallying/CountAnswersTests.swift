import Foundation
import Tabular
import Testing

@testable import Undersigned

@Suite struct CountAnswersTests {
  private func count(
    _ texts: [String], by: [CanonicalField] = [.country, .organizationType],
    distinct: CanonicalField? = .organization
  ) throws -> [String] {
    let documents = try texts.enumerated().map { index, text in
      try TabularDocument(name: "\(index).csv", bytes: Array(text.utf8))
    }
    return try CountAnswers(by: by, distinct: distinct).run(documents).rows.map { row in
      "\(row.answers.joined(separator: "/")) \(row.records) \(row.distinct)"
    }
  }

  private let export = """
    Email,Organization,Organization type,Country
    a@example.org,Union A,NGO,Spain
    A@EXAMPLE.ORG,UNION A,NGO,Spain
    b@example.org,Ünion B,NGO,Spain
    c@example.org,ÜNION B,,Spain
    ,,NGO,Spain
    d@example.org,Union A,NGO,Peru

    """

  @Test func countsRecordsAndDifferentNamesByGroup() throws {
    #expect(try count([export]) == ["Spain/NGO 4 2", "Peru/NGO 1 1", "Spain/ 1 1"])
    #expect(try count([export], by: []) == [" 6 2"])
    #expect(try count([export], by: [.country], distinct: nil) == ["Spain 5 0", "Peru 1 0"])
  }

  @Test func sumsUpExports() throws {
    let other = "Country,Organization\nPeru,union a\nSpain,Union C\n"
    #expect(try count([export, other]) == ["Spain/NGO 4 2", "Spain/ 2 2", "Peru/ 1 1", "Peru/NGO 1 1"])
    #expect(try count([export, other]) == count([other, export]))
  }

  @Test func peopleAreCountedByHashAndNeverListed() throws {
    #expect(try count([export], distinct: .email) == ["Spain/NGO 4 2", "Peru/NGO 1 1", "Spain/ 1 1"])
    #expect(throws: PipelineError.self) { try count([export], by: [.email]) }
  }

  @Test func agreesWithCountingOneByOne() throws {
    var generator = TallyGenerator(seed: 3)
    var text = "Organization,Country\n"
    var expected: [String: (records: Int, names: Set<String>)] = [:]
    for _ in 0..<20_000 {
      let name = "Union \(Int.random(in: 0..<4000, using: &generator))"
      let country = "Country \(Int.random(in: 0..<30, using: &generator))"
      text += "\(name),\(country)\n"
      expected[country, default: (0, [])].records += 1
      expected[country, default: (0, [])].names.insert(name)
    }
    let document = try TabularDocument(name: "t.csv", bytes: Array(text.utf8))
    let counts = try CountAnswers(by: [.country], distinct: .organization).run([document])
    #expect(counts.records == 20_000)
    #expect(counts.rows.count == expected.count)
    for row in counts.rows {
      #expect(row.records == expected[row.answers[0]]?.records)
      #expect(row.distinct == expected[row.answers[0]]?.names.count)
    }
  }

  @Test(arguments: ["", "\"An \"unruly\" union\",Country 1,x\nUnion 1,Country 1,x\n"])
  func partsAreCountedAsTheWholeIs(_ end: String) throws {
    // The end may need the exact reader: what was counted before is void then.
    var generator = TallyGenerator(seed: 4)
    var text = "Organization,Country,Comment\n"
    for record in 0..<40_000 {
      let name = "Union \(Int.random(in: 0...record, using: &generator))"
      text += "\(name),Country \(Int.random(in: 0...record / 1000, using: &generator)),a comment that takes room\n"
    }
    text += end
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("undersigned-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let parts = try #require(
      TabularDocument.stream(path: url.path, name: "t.csv", threshold: 1 << 20, partSize: 1 << 18))
    let small = try TabularDocument(name: "s.csv", bytes: Array(export.utf8))
    let whole = try TabularDocument(name: "t.csv", bytes: Array(text.utf8))
    for distinct in [CanonicalField.organization, .city, .email] {
      let count = CountAnswers(by: [.country], distinct: distinct)
      #expect(try count.run([small, parts, small]) == count.run([small, whole, small]))
    }
  }

  @Test func manyGroupsAreCountedAsFewAre() throws {
    // So many combinations that no table of bits holds them, after few that one holds.
    let few = "Organization,Country,City\nUnion A,Spain,Vigo\nUnion B,Spain,Vigo\nUNION A,Spain,Vigo\n,Spain,Vigo\n"
    var many = "Organization,Country,City\n"
    for number in 0..<3000 { many += "Union \(number % 1500),Country \(number),City \(number)\n" }
    many += "union b,Spain,Vigo\nUnion C,Spain,Vigo\n"
    let rows = try count([few, many], by: [.country, .city])
    #expect(rows.first == "Spain/Vigo 6 3")
    #expect(rows.count == 3001)
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(" 1 1") })
    #expect(try count([many, few], by: [.country, .city]) == rows)
  }
}
