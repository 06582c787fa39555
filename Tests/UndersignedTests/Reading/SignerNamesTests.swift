import Tabular
import Testing

@testable import Undersigned

/// A signer's own name is never an organization.
@Suite struct SignerNamesTests {
  private func read(_ headers: [String], _ rows: [[String]]) throws -> (table: SignatureTable, names: [String]) {
    let table = try ReadExports().read([FakeExport(headers, rows)])
    let column = table.answers.organizations
    return (table, (1..<max(1, column.count)).map { column.string($0) })
  }

  @Test(arguments: [
    ("Testa Testperson", "Testa Testperson"), ("José Testérez", "JOSE TESTEREZ"),
    ("Testa Testperson", "Testperson, Testa"),
    ("Dr. Testa Testperson", "Testa Testperson"), ("Testa Testperson", "Testa M. Testperson"),
    ("T. Testperson", "t. testperson"), ("Testa Testperson", "Testa Testperson (individual)"),
    ("Testa Testperson", "Prof. Dr. Testa Testperson."), ("Mustera Muster-Frau", "mustera muster frau"),
    ("王测试", "王测试"),
  ])
  func theOwnNameIsNoOrganization(name: String, answer: String) throws {
    let (table, names) = try read(["Full name", "Organization"], [[name, answer]])
    #expect(table.records.map(\.fate) == [.counted(.individual)])
    #expect(names.isEmpty)
    #expect(table.findings.map(\.slug) == ["personal-data-in-organization"])
  }

  @Test func theOwnNameInTwoFieldsIsNoOrganization() throws {
    let rows = [["Testa", "Testperson", "testa testperson"], ["Charlotte", "Church", "Charlotte Church"]]
    let (table, names) = try read(["First name", "Last name", "Organization"], rows)
    #expect(table.records.map(\.fate) == [.counted(.individual), .counted(.individual)])
    #expect(names.isEmpty)
    #expect(
      table.findings.map(\.description) == [
        """
        letter.csv:2: warning: [personal-data-in-organization] 2 answers give the signer's own name where an \
        organization was asked for; it was left out
          fix: write the organization's name there, or nothing
        """
      ])
  }

  @Test(arguments: [
    ("Mustera Musterfrau, Attac", "[name], Attac"), ("Attac (MUSTERFRAU Mustera)", "Attac ([name])"),
    ("Attac / Dr. Mustera Musterfrau", "Attac / Dr. [name]"), ("Attac–Mustera Musterfrau", "Attac–[name]"),
  ])
  func theNameBesideAnOrganizationIsMasked(answer: String, masked: String) throws {
    let (table, names) = try read(["Full name", "Organization"], [["Mustera Musterfrau", answer]])
    #expect(table.records.map(\.fate) == [.counted(.organization)])
    #expect(names == [masked])
    #expect(table.findings.map(\.slug) == ["personal-data-in-organization"])
  }

  @Test(arguments: [
    ("Testa Testperson", "Testperson Foundation"), ("Testa Testperson", "Testa"), ("Testa", "Testa"),
    ("Partido Comunista de Chile", "Partido Comunista de Chile"), ("Testa Testperson", "Nemo Network"),
    ("", "Testa Testperson Foundation"), ("Partido Comunista de Chile", "Partido Comunista de Chile (PCCh)"),
  ])
  func organizationsStayWhole(name: String, answer: String) throws {
    let (table, names) = try read(["Full name", "Organization"], [[name, answer]])
    #expect(table.records.map(\.fate) == [.counted(.organization)])
    #expect(names == [answer])
    #expect(table.findings.isEmpty)
  }

  @Test func onlyTheNameOfTheSameRecordCounts() throws {
    let rows = [["Testa Testperson", "Nemo Nobody"], ["Nemo Nobody", "Nemo Nobody"]]
    let (table, names) = try read(["Full name", "Organization"], rows)
    #expect(table.records.map(\.fate) == [.counted(.organization), .counted(.individual)])
    #expect(names == ["Nemo Nobody"])
  }

  @Test func anAffiliationIsLookedAtToo() throws {
    let (table, names) = try read(["Full name", "Employer"], [["Testa Testperson", "Testa Testperson"]])
    #expect(table.records.map(\.fate) == [.counted(.individual)])
    #expect(names.isEmpty)
  }
}
