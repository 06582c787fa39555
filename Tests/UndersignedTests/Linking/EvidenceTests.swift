import Testing

@testable import Undersigned

/// Rules of evidence, each by names for which it decides and names for which it must not.
@Suite struct EvidenceTests {
  /// What comparing two names alone gives, both of one stated country or of none.
  private func compare(
    _ left: String, _ right: String, in country: String = ""
  ) -> (score: Double, evidence: [String]) {
    let comparison = LinkOrganizations().comparison(
      of: NameLinking.mention(left, in: country), with: NameLinking.mention(right, in: country))
    return (comparison.score, comparison.evidence.map(\.name))
  }

  private func isMerged(_ score: Double) -> Bool { score >= LinkOrganizations().mergeThreshold }

  private func isProposed(_ score: Double) -> Bool {
    score >= LinkOrganizations().proposeThreshold && !isMerged(score)
  }

  // MARK: Acronyms

  @Test func anAcronymAmongWordsProvesInItsCountry() {
    let long = "Zamzam Centre for Fitting Tools (QUORVA)"
    let there = compare("QUORVA FOE", long, in: "Austria")
    #expect(there.evidence.contains("acronym-as-word"))
    #expect(isMerged(there.score))
    // Without a country it may be anybody's, and in small letters it is a word.
    #expect(!compare("QUORVA FOE", long).evidence.contains("acronym-as-word"))
    #expect(!compare("Quorva Fishers of Ostania", long, in: "Austria").evidence.contains("acronym-as-word"))
    // Three letters are an acronym of too many.
    let short = compare("QUO FOE", "Zamzam Centre for Fitting Tools (QUO)", in: "Austria")
    #expect(!short.evidence.contains("acronym-as-word"))
  }

  @Test func anAcronymOfTwoNamesInItsCountryProvesNothingAmongWords() {
    let names = [
      "QUORVA FOE", "Zamzam Centre for Fitting Tools (QUORVA)", "Blibber Society of Ostanian Fishers (QUORVA)",
    ].map { NameLinking.mention($0, in: "Austria") }
    let link = LinkOrganizations()
    let alone = link.comparison(of: names[0], with: names[1])
    let among = link.comparison(of: names[0], with: names[1], among: [names[2]])
    #expect(isMerged(alone.score))
    #expect(!among.evidence.map(\.name).contains("acronym-as-word"))
    #expect(!isMerged(among.score))
  }

  @Test func aPersuasionInBracketsIsNoAcronym() throws {
    let table = try NameLinking.link([
      "Communist Party of India (Marxist) | India", "Communist Party of India (CPI) | India",
      "Communist Party of India | India", "Marxist | India",
    ])
    #expect(
      NameLinking.groups(table) == [
        ["Communist Party of India (CPI) | IN", "Communist Party of India | IN"],
        ["Communist Party of India (Marxist) | IN"], ["Marxist | IN"],
      ])
  }

  // MARK: Words

  @Test func anySortOfBodyMayBeLeftOffInOneCountry() {
    let rule = "only-the-sort-of-body-differs"
    let party = compare("Solidarity", "Solidarity Party", in: "Kenya")
    #expect(party.evidence.contains(rule))
    #expect(isMerged(party.score))
    let beginning = compare("Zamzam Anders", "Zamzam Anders Coalitie", in: "Netherlands")
    #expect(isMerged(beginning.score))
    // Without a country there is nothing that speaks for one body.
    #expect(!compare("Solidarity", "Solidarity Party").evidence.contains(rule))
    // Two sorts of body are two bodies, and a hospital is one by itself.
    #expect(!isMerged(compare("Zamzam Party", "Zamzam Network", in: "Austria").score))
    #expect(!isMerged(compare("Quorvex Ostania", "Quorvex Ostania Hospital", in: "Austria").score))
  }

  @Test func aNameThatIsCutOffIsTheNameItBegins() {
    let long = "Zamzam Quorvexian Ostania Blibber Fizz"
    for country in ["", "Kenya"] {
      let cut = compare("Zamzam Quorvexian Ost", long, in: country)
      #expect(cut.evidence.contains("cut-off"))
      #expect(isMerged(cut.score))
    }
    // Whole words are not cut off, two words are too few, and short ones tell too little.
    #expect(!compare("Zamzam Quorvexian Ostania", long, in: "Kenya").evidence.contains("cut-off"))
    #expect(
      !compare("Zamzamian Quorv", "Zamzamian Quorvexian Ostania Blibber", in: "Kenya").evidence.contains("cut-off"))
    #expect(!compare("Zam Quor Ost", "Zam Quor Ostania Blibber Fizz", in: "Kenya").evidence.contains("cut-off"))
    let other = compare("Zamzam Quorvexian Oskar", long, in: "Kenya")
    #expect(!other.evidence.contains("cut-off"))
    #expect(!isMerged(other.score))
  }

  @Test func twoWordsThatSoundAlikeAreOneNameInTheirCountry() {
    let heard = compare("Замзамия Кворвекс", "Zamzamija Kworwex", in: "Russia")
    #expect(heard.evidence.contains("same-sounds"))
    #expect(isMerged(heard.score))
    #expect(!compare("Замзамия Кворвекс", "Zamzamija Kworwex").evidence.contains("same-sounds"))
    let other = compare("Замзамия Кворвекс", "Zamzamija Blibber", in: "Russia")
    #expect(!other.evidence.contains("same-sounds"))
    #expect(!isMerged(other.score))
  }

  @Test func namesThatShareGenericWordsAreRivals() {
    let firms = ["Harvest", "Magenta", "Lumbala", "Quorvex", "Ostania", "Tiriri"].map {
      NameLinking.mention("\($0) Venture Partners", in: "US")
    }
    let link = LinkOrganizations()
    let rule = "other-distinctive-words"
    let among = link.comparison(of: firms[0], with: firms[1], among: Array(firms.dropFirst(2)))
    #expect(among.evidence.map(\.name).contains(rule))
    // What only two names have may well be the name of one organization.
    let alone = link.comparison(of: firms[0], with: firms[1])
    #expect(!alone.evidence.map(\.name).contains(rule))
    #expect(among.score < alone.score - 0.15)
  }

  @Test func aSlipInAShortWordIsForAPersonToDecide() throws {
    for country in ["", "US"] {
      let short = compare("Reach Capital", "Reich Capital", in: country)
      #expect(short.evidence.contains("slip-in-a-short-word"))
      #expect(isProposed(short.score))
    }
    let table = try NameLinking.link(["Reach Capital | US", "Reich Capital | US"])
    #expect(table.organizations.count == 2)
    #expect(table.proposals.count == 1)
    // A long word bears a slip, and so does a short one beside another that is the same.
    #expect(isMerged(compare("Quorvexian Capital", "Quorvexain Capital", in: "US").score))
    #expect(!compare("Reach Quorvexian", "Reich Quorvexian", in: "US").evidence.contains("slip-in-a-short-word"))
  }

  @Test func translationsOfOneWordAreOneNameInOneCountry() throws {
    #expect(isMerged(compare("Die Grünen", "The Greens", in: "Austria").score))
    #expect(isProposed(compare("Die Grünen", "The Greens").score))
    #expect(try NameLinking.groups(["Die Grünen | Austria", "The Greens | Germany"]).count == 2)
  }

  // MARK: Places

  @Test func aRegionOfACountryIsNotTheCountry() throws {
    #expect(
      try NameLinking.groups(["Bavarian Farmers Union | Germany", "German Farmers Union | Germany"]).count == 2)
    #expect(
      try NameLinking.groups(["Bavarian Farmers Union | Germany", "Farmers Union of Bavaria | Germany"]).count == 1)
    #expect(try NameLinking.groups(["German Farmers Union | Germany", "Farmers Union | Germany"]).count == 1)
  }

  // MARK: Spaces

  @Test(arguments: [
    ("Z Q X Groupe", "ZQX Groupe"), ("Z.Q.X. Groupe", "Z Q X Groupe"), ("s t q groupe", "STQ Groupe"),
    ("Quorvex 360", "Quorvex360"), ("Zamzam 24 Network", "Zamzam24 Network"),
    ("Human Rigts Network", "Human Rights Network"), ("Zamzamworld Network", "Zamzam Word Network"),
    ("Gumba Ethics", "Gumbaethics"),
  ])
  func spacesMakeNoOtherName(left: String, right: String) {
    for country in ["", "Kenya"] {
      #expect(isMerged(compare(left, right, in: country).score), "\(left), \(right) in \(country)")
    }
  }

  @Test(arguments: [("Quorvex 360", "Quorvex 361"), ("Quorvex 360", "Quorvex361"), ("Quorvex360", "Quorvex361")])
  func otherNumbersDo(left: String, right: String) {
    #expect(compare(left, right, in: "Italy").score < LinkOrganizations().proposeThreshold)
  }

  @Test(arguments: ["Quorvex: Friends of the Blue Heron", "Friends of the Blue Heron: Quorvex"])
  func aTitleBeforeAColonIsANameByItself(name: String) {
    #expect(isMerged(compare(name, "Friends of the Blue Heron", in: "Kenya").score))
    #expect(!isMerged(compare(name, "Friends of the Blue Whale", in: "Kenya").score))
  }
}
