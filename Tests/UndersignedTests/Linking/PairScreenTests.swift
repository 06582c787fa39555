import Testing

@testable import Undersigned

@Suite struct PairScreenTests {
  /// Mentions made of few words, so that all sorts of pairs come up: sections, glued words, acronyms, places, slips.
  private static func mentions(_ count: Int, seed: UInt64) -> [Mention] {
    var generator = SplitMix64(seed: seed)
    let words = [
      "Workers", "Trabajadores", "Union", "Unions", "Syndicat", "Party", "Partido", "Youth", "Zamzam", "Zamzamm",
      "Zam Zam", "Kaffeekranz", "Kaffee Kranz", "Peace", "Paz", "Local 12", "Local 7", "National", "of Austria",
      "Brazil", "Africa", "Land Workers", "LandWorkers", "Centre", "Center", "dist", "district", "A", "B", "de la",
      "Arbeiterkammer", "Chamber", "Гринпис", "Greenpeace", "WHO",
      "World Health Organization", "TESTA", "Hospital", "University", "Women", "Network", "Movement", "Coalition",
    ]
    // What chance hardly brings together: only the sort of body differs, or the wing.
    let pairs = ["Peace", "Peace Party", "Kaffeekranz Zamzam Youth", "Kaffeekranz Zamzam Women"]
    let certain = pairs.map { LinkingFixture.mention($0, country: "AT") }
    return certain
      + (0..<count).map { _ in
        var text = (0..<Int.random(in: 1...4, using: &generator)).map { _ in words.randomElement(using: &generator)! }
          .joined(separator: " ")
        switch Int.random(in: 0...9, using: &generator) {
        case 0: text += " (ZWU)"
        case 1: text += " - " + words.randomElement(using: &generator)!
        case 2: text += " / " + words.randomElement(using: &generator)! + " Zamzam Paz"
        case 4: text += " Kaffeekranz Zamzam International Dist"
        case 3: text = text.split(separator: " ").map { $0.prefix(1).uppercased() }.joined()
        default: break
        }
        let country = ["", "", "AT", "BR"].randomElement(using: &generator)!
        var mention = LinkingFixture.mention("Zamzam", country: country)
        mention.name = OrganizationName(text)
        return mention
      }
  }

  /// A screen of some mentions, with what it is made of.
  private static func screen(
    _ mentions: [Mention], floor: Double, leavingOut: Set<String> = []
  ) -> (screen: PairScreen, names: [DistinctName], comparison: Comparison) {
    var vocabulary = LinkageVocabulary(places: LinkingFixture.places)
    var names = DistinctName.group(mentions, into: &vocabulary)
    LinkageAliases([], usesBundled: true).mark(&names, mentions)
    let comparison = Comparison(
      vocabulary: vocabulary, definitions: AcronymDefinitions(names, vocabulary),
      aliases: LinkageAliases([], usesBundled: true), leavingOut: leavingOut)
    return (PairScreen(names, comparison, floor: floor), names, comparison)
  }

  /// What takes something off a score, and what the screen counts on.
  private static let deductions: Set<String> = [
    "other-kind", "other-words", "words-on-both-sides", "other-distinctive-words", "institution-on-one-side",
    "wing-on-one-side", "other-country",
  ]

  @Test(arguments: [1, 2, 3, 4], [0.12, 0.4, 0.7]) func turnsAwayOnlyWhatCannotMatter(seed: UInt64, floor: Double) {
    for leavingOut in [[], PairScreenTests.deductions] as [Set<String>] {
      let (screen, names, comparison) = PairScreenTests.screen(
        PairScreenTests.mentions(90, seed: seed), floor: floor, leavingOut: leavingOut)
      var turnedAway = 0
      for left in names.indices {
        let kept = Set(screen.mayMatter(left, among: Int32(left + 1)..<Int32(names.count)))
        for right in names.indices where left < right && !kept.contains(Int32(right)) {
          turnedAway += 1
          let result = comparison.compare(names[left], names[right])
          let pair = "\(names[left].compareForm) | \(names[right].compareForm)"
          #expect(result.score < floor, "\(pair)")
          #expect(result.section == nil, "\(pair)")
        }
      }
      #expect(turnedAway > names.count, "a screen that lets all pass is none")
    }
  }

  @Test func turnsAwayOtherNamesElsewhere() {
    let countries = ["AR", "AT", "BR", "DE", "ES", "FR", "GB", "IN", "KE", "PL", "US", "ZA"]
    let mentions = countries.enumerated().map { index, country in
      LinkingFixture.mention(index.isMultiple(of: 2) ? "Zamzam Kaffeekranz" : "Zamzam Testa", country: country)
    }
    let elsewhere = PairScreenTests.screen(mentions, floor: 0.4)
    let keptElsewhere = elsewhere.screen.mayMatter(0, among: 1..<Int32(elsewhere.names.count)).count
    let here = PairScreenTests.screen(
      mentions.map { LinkingFixture.mention($0.name.display, country: "AT") }, floor: 0.4)
    #expect(here.screen.mayMatter(0, among: 1..<Int32(here.names.count)).count == 1)
    // The five others of the same name, and hardly another: few countries share a bit.
    #expect(keptElsewhere <= 7)
  }
}
