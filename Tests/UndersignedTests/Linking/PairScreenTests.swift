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
      "World Health Organization", "TESTA",
    ]
    return (0..<count).map { _ in
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

  @Test(arguments: [1, 2, 3, 4]) func turnsAwayOnlyWhatCannotMatter(seed: UInt64) {
    var vocabulary = LinkageVocabulary(places: LinkingFixture.places)
    let mentions = PairScreenTests.mentions(120, seed: seed)
    var names = DistinctName.group(mentions, into: &vocabulary)
    LinkageAliases([], usesBundled: true).mark(&names, mentions)
    let comparison = Comparison(
      vocabulary: vocabulary, definitions: AcronymDefinitions(names, vocabulary),
      aliases: LinkageAliases([], usesBundled: true))
    let floor = LinkOrganizations().proposeThreshold
    let screen = PairScreen(names, comparison, floor: floor)
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
