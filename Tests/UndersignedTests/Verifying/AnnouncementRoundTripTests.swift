import Testing

@testable import Undersigned

/// Whatever is announced verifies as true against the same signatures: a thousand random tallies, shared out among the
/// languages.
@Suite struct AnnouncementRoundTripTests {
  private static let named = ["Voorbeeldbond", "Central de Exemplo", "Comité d’exemple", "Example Front (EF)"]

  /// A summary of a few organizations, with random figures put in.
  private func summary(_ base: Summary, _ random: inout SplitMix64) -> Summary {
    func count() -> Int {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: Int.random(in: 0...12, using: &random)
      case 1: Int.random(in: 0...130, using: &random)
      default: Int.random(in: 0...5_000, using: &random)
      }
    }
    func bounds(_ most: Int, allowing hidden: Bool = false) -> Bounds {
      let width = Bool.random(using: &random) ? 0 : Int.random(in: 0...(most / 20), using: &random)
      let allowance = hidden && width > 0 ? Int.random(in: 0...width, using: &random) : 0
      return Bounds(reported: most, atLeast: most - width, atMost: most, allowance: allowance)
    }
    var summary = base
    let organizations = count()
    summary.headline.organizations = bounds(organizations, allowing: true)
    summary.headline.countries = bounds(
      min(
        max(summary.headline.organizations.atLeast - 1, 0),
        Int.random(in: 0...150, using: &random)))
    summary.types.rows = OrganizationType.allCases.shuffled(using: &random).prefix(5).map { type in
      let reported = Int.random(in: 0...max(organizations, 1), using: &random)
      let atLeast = Int.random(in: 0...reported, using: &random)
      return BreakdownRow(
        key: type, name: type.displayName,
        organizations: Bounds(
          reported: reported, atLeast: atLeast, atMost: reported,
          allowance: Int.random(in: 0...(reported - atLeast), using: &random)),
        share: base.types.rows[0].share)
    }
    summary.sections.sections = Int.random(in: 0...organizations, using: &random)
    summary.capacities = [CapacityCount(capacity: .individual, records: 1, signatures: count())]
    return summary
  }

  private func base() throws -> Summary {
    var letter = LetterBuilder()
    for name in AnnouncementRoundTripTests.named { letter.add(name, .at("BE"), .tradeUnion) }
    return try letter.summary()
  }

  @Test(arguments: MessageLanguage.allCases)
  func everySentenceIsTrue(language: MessageLanguage) throws {
    let base = try base()
    let verify = VerifyText(language: language)
    var random = SplitMix64(seed: UInt64(language.rawValue.utf8.reduce(0) { $0 * 256 + Int($1) }))
    var numbers = 0
    var wrong: [String] = []
    for tally in 0..<84 {
      let summary = summary(base, &random)
      let speaker = tally % 3 == 0 && summary.headline.organizations.atLeast > 1 ? summary.organizations[0] : nil
      let names = Array(AnnouncementRoundTripTests.named.shuffled(using: &random).prefix(tally % 5))
      let announcement = Announcement(AnnouncementFacts(summary, speaker: speaker), in: language, names: names)
      var sentences = Announcement.Form.allCases.compactMap(announcement.statement)
      // The remarks go on from a sentence with a count.
      let remarks = announcement.remarks
      sentences += Announcement.Form.allCases.compactMap(announcement.call)
      let text = (sentences + [([sentences.first] + remarks).compactMap { $0 }.joined(separator: " ")]).joined(
        separator: "\n\n")
      // Who reads may know who speaks, or not.
      let known = tally.isMultiple(of: 2) ? speaker : nil
      for claim in verify.claims(in: text, against: summary, speaker: known) {
        if claim.verdict != .isTrue { wrong.append("\(claim.claim) [\(claim.kind)]: \(claim.reason) in: \(text)") }
        numbers += claim.stated == nil ? 0 : 1
      }
    }
    #expect(Array(wrong.prefix(5)) == [], "\(wrong.count) wrong")
    // Sentences that say nothing would be true as well.
    #expect(numbers > 750)
  }
}
