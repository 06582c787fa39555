import Testing

@testable import Undersigned

@Suite struct AblationTests {
  private static func ablation() throws -> Ablation {
    Ablation(
      try LabelledMentionsTests.mentions(
        LabelledMentionsTests.set([
          ("Zamzam Quorvexian Telling (ZQTX)", "AT", "e1"), ("ZQTX", "AT", "e1"),
          ("Zamzam Quorvexain Telling", "AT", "e1"),
          ("Blibber Ostania 10", "DE", "e2"), ("Blibber Ostania 100", "DE", "e3"),
        ])), link: LinkOrganizations())
  }

  @Test func partsAreAllDictionariesReadingsAndWhatEvidenceShows() throws {
    let parts = try AblationTests.ablation().parts()
    #expect(parts.count { $0.kind == "dictionary" } == 8)
    #expect(parts.count { $0.kind == "reading" } == Ablation.Reading.allCases.count)
    #expect(parts.contains(.rule("shared-words")))
    #expect(parts.contains(.rule("other-number")))
    #expect(!parts.contains(.rule("other-reach")))
    #expect(Set(parts).count == parts.count)
  }

  @Test func eachPartIsMissedWhereItCounts() throws {
    let ablation = try AblationTests.ablation()
    let whole = try ablation.outcome(without: nil)
    #expect(whole.linkage.f1 == 1)
    #expect(whole.linkage.truePositives == 3)
    let slips = try ablation.outcome(without: .dictionary(.spelling, name: "slips of spelling"))
    #expect(slips.linkage.recall < 1)
    #expect(try ablation.outcome(without: .reading(.structure)).linkage.recall < 1)
    #expect(try ablation.outcome(without: .rule("no-such-rule")) == whole)
  }

  @Test func forgettingLeavesANameToCompare() {
    for reading in Ablation.Reading.allCases {
      for name in ["Zamzam (ZQ) / Blibber e.V. - Berlin", "ZQTN", "GmbH", "株式会社"] {
        var mention = Mention(name: OrganizationName(name), location: .unresolved)
        mention.forget(reading)
        #expect(!mention.name.names.isEmpty || !mention.name.acronyms.isEmpty, "\(reading) of \(name)")
        #expect(mention.name.names.allSatisfy { !$0.coreForm.isEmpty })
      }
    }
  }
}
