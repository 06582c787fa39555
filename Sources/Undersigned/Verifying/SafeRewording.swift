/// What can safely be said instead of a claim, in its language.
struct SafeRewording {
  let facts: AnnouncementFacts

  /// A wording that holds whatever open proposals come to; nothing where there is none.
  ///
  /// - Parameter claim: It gives the language, whether others than the speaker are counted, and whether it was rounded.
  func text(for claim: StatedClaim, _ bounds: Bounds?) -> String? {
    guard claim.area == nil else { return nil }
    let messages = MessageCatalogue(claim.language)
    switch claim.subject {
    case .organizations, .signatories, .mixture:
      guard let bounds else { return nil }
      return organizations(bounds, messages, isOther: claim.isOther, isRounded: claim.quantity?.isRounded ?? false)
    case .countries:
      guard let bounds, bounds.atLeast > 0 else { return nil }
      return messages.text("countries", bounds.atLeast)
    case .type(let type):
      guard let bounds, bounds.atLeast > 0 else { return nil }
      return messages.text("type.\(type.rawValue)", bounds.atLeast)
    case .individuals: return facts.people > 0 ? messages.text("people", facts.people) : nil
    case .sections: return facts.sections > 0 ? messages.text("sections", facts.sections) : nil
    case .states, .continents, .everywhere, .named, .namedCountry: return nil
    }
  }

  private func organizations(_ bounds: Bounds, _ messages: MessageCatalogue, isOther: Bool, isRounded: Bool) -> String?
  {
    let noun = isOther ? "others" : "organizations"
    if bounds.reported == 0 { return isOther ? nil : messages.text("statement.none") }
    if isRounded || !bounds.isExact, let round = RoundNumber.below(bounds.atLeast) {
      return messages.text("\(noun).over", round)
    }
    return messages.text(noun, bounds.reported)
  }
}
