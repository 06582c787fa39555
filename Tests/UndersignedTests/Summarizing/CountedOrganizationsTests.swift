import Testing

@testable import Undersigned

/// Sections counted with their parents.
@Suite struct CountedOrganizationsTests {
  private var collapsing: Policy {
    var policy = Policy()
    policy.sections = .collapsedToParents
    return policy
  }

  /// A parent that signed with two sections, one that didn't with two, and one that stands alone.
  private var letter: LetterBuilder {
    var letter = LetterBuilder()
    let parent = letter.add("Testa World", .at("US"), .ngo)
    letter.add("Testa World Chile", .at("CL"), .ngo, partOf: "Testa World", parent: parent)
    letter.add("Testa World Brazil", .at("BR"), .politicalParty, partOf: "Testa World", parent: parent)
    letter.add("Zamzam Liège", .at("BE"), .ngo, partOf: "Zamzam")
    letter.add("Zamzam Gent", .at("BE"), .ngo, partOf: "ZAMZAM")
    letter.add("Quirin", .at("BE"), .tradeUnion)
    return letter
  }

  @Test func sectionsCountOnceWithTheirParent() throws {
    let summary = try letter.summary(collapsing)
    #expect(summary.headline.organizations == Bounds(reported: 3, atLeast: 3, atMost: 3))
    #expect(summary.headline.countries == Bounds(reported: 2, atLeast: 2, atMost: 2))
    #expect(summary.countries.rows.map(\.name) == ["Belgium", "United States"])
    #expect(summary.countries.rows.map(\.organizations.reported) == [2, 1])
    #expect(summary.sections.organizations == 6)
    #expect(summary.sections.sections == 4)
    #expect(summary.sections.parents == 2)
  }

  @Test(arguments: Policy.SectionRule.allCases) func everyBreakdownAddsUp(rule: Policy.SectionRule) throws {
    var policy = Policy()
    policy.sections = rule
    let summary = try letter.summary(policy)
    let total = summary.headline.organizations.reported
    #expect(total == (rule == .counted ? 6 : 3))
    #expect(summary.countries.rows.reduce(0) { $0 + $1.organizations.reported } == total)
    #expect(summary.regions.rows.reduce(0) { $0 + $1.organizations.reported } == total)
    #expect(summary.types.rows.reduce(0) { $0 + $1.organizations.reported } == total)
    #expect(summary.scopes.rows.reduce(0) { $0 + $1.organizations.reported } == total)
    #expect(summary.matrix.reduce(0) { $0 + $1.organizations } == total)
  }

  @Test func listsHoldEveryoneAndRecordsAreAccountedFor() throws {
    let one = try letter.summary()
    let other = try letter.summary(collapsing)
    #expect(other.organizations == one.organizations)
    #expect(other.variants == one.variants)
    #expect(other.reconciliation == one.reconciliation)
    #expect(other.reconciliation.unaccounted == 0)
  }

  @Test func aSectionOfASectionCountsWithTheTop() throws {
    var letter = LetterBuilder()
    let top = letter.add("Testa World", .at("US"))
    let middle = letter.add("Testa World Chile", .at("CL"), parent: top)
    letter.add("Testa World Chile Youth", .at("CL"), parent: middle)
    letter.add("Zamzam Liège Youth", .at("BE"), parent: 4)
    letter.add("Zamzam Liège", .at("BE"), partOf: "Zamzam")
    let summary = try letter.summary(collapsing)
    #expect(summary.headline.organizations.reported == 2)
    #expect(summary.headline.countries.reported == 2)
  }

  @Test func bothChoicesAreStatedWhicheverIsMade() throws {
    func choices(_ policy: Policy) throws -> [PolicySensitivity.Choice] {
      try #require(letter.summary(policy).sensitivity.first { $0.rule == .sections }).choices
    }
    let counted = try choices(Policy())
    let collapsed = try choices(collapsing)
    #expect(counted.map(\.slug) == ["counted", "collapsed-to-parents"])
    #expect(counted.map(\.organizations) == [6, 3])
    #expect(collapsed.map(\.organizations) == [6, 3])
    #expect(counted.map(\.countries) == [4, 2])
    #expect(collapsed.map(\.countries) == [4, 2])
    #expect(counted.map(\.isChosen) == [true, false])
    #expect(collapsed.map(\.isChosen) == [false, true])
  }

  @Test func proposalsOfOneParentChangeNothing() throws {
    var letter = letter
    letter.propose(1, 2, score: 0.7)
    let summary = try letter.summary(collapsing)
    #expect(summary.headline.organizations == Bounds(reported: 3, atLeast: 3, atMost: 3))
    #expect(summary.proposals.map(\.organizationsEffect) == [0])
    #expect(try letter.summary().headline.organizations == Bounds(reported: 6, atLeast: 5, atMost: 6))
  }

  @Test func aProposalOfASectionReachesItsParent() throws {
    var letter = letter
    letter.propose(1, 5, score: 0.7)
    letter.propose(2, 5, score: 0.6)
    let summary = try letter.summary(collapsing)
    #expect(summary.headline.organizations == Bounds(reported: 3, atLeast: 2, atMost: 3))
    #expect(summary.proposals.map(\.organizationsEffect) == [-1, 0])
    // What is decided of a section keeps nobody from its parent; what is decided of the parent does.
    letter.keepApart(2, 5)
    #expect(try letter.summary(collapsing).headline.organizations.atLeast == 2)
    letter.keepApart(0, 5)
    #expect(try letter.summary(collapsing).headline.organizations.atLeast == 3)
  }

  @Test func theReportSaysHowSectionsAreCounted() throws {
    let markdown = BuiltInReport(.summary)
    func text(_ policy: Policy) throws -> String {
      String(decoding: markdown.files(for: try letter.summary(policy))[0].bytes, as: UTF8.self)
    }
    #expect(try text(Policy()).contains("## Sections\n\n6 organizations, of which 4 are sections of 2 parents.\n"))
    let collapsed = try text(collapsing)
    #expect(
      collapsed.contains(
        "6 organizations, of which 4 are sections of 2 parents. All figures count each section with its parent: "
          + "3 organizations. The lists hold every one that signed.\n"))
    #expect(collapsed.contains("**3 organizations from 2 countries**"))
  }
}
