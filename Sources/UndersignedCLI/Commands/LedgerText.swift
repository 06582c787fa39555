import Undersigned

/// What changed since an announcement, in words.
struct LedgerText {
  let entry: LedgerEntry
  let letter: String
  let summary: Summary
  /// The inputs as they are now.
  let inputs: [String]

  /// Whether the sentence still holds.
  private var claims: [VerifiedClaim] {
    VerifyText(language: entry.language).claims(in: entry.sentence, against: summary)
  }

  private var verdict: VerifiedClaim.Verdict {
    let order: [VerifiedClaim.Verdict] = [.isFalse, .trueOnlyIf, .cannotTell]
    return order.first { verdict in claims.contains { $0.verdict == verdict } } ?? .isTrue
  }

  var text: String {
    var lines = ["\(letter): announced on \(entry.on): \(entry.sentence)"]
    lines.append("organizations: \(change(entry.organizations, summary.headline.organizations))")
    lines.append("countries: \(change(entry.countries, summary.headline.countries))")
    for type in entry.types {
      lines.append("\(type.type.rawValue): \(type.count) -> \(certain(type.type)) for certain")
    }
    if entry.people > 0 || summary.peopleSigned > 0 {
      lines.append("people: \(entry.people) -> \(summary.peopleSigned)")
    }
    lines += policies.map { "counting rule: \($0)" }
    lines += changedInputs.map { "input: \($0)" }
    lines.append("the sentence now: \(verdict.words)")
    for claim in claims where claim.verdict != .isTrue { lines.append("  \"\(claim.claim)\": \(claim.reason)") }
    return lines.joined(separator: "\n")
  }

  private func certain(_ type: OrganizationType) -> Int {
    AnnouncementFacts(summary).types.first { $0.type == type }?.certain ?? 0
  }

  private func change(_ old: Bounds, _ new: Bounds) -> String {
    let difference = new.reported - old.reported
    return "\(words(old)) -> \(words(new)), \(difference < 0 ? "" : "+")\(difference)"
  }

  private func words(_ bounds: Bounds) -> String {
    bounds.isExact ? "\(bounds.reported)" : "\(bounds.reported) (at least \(bounds.atLeast), at most \(bounds.atMost))"
  }

  /// Rules that were chosen otherwise, among those that matter now or did then.
  private var policies: [String] {
    let now = LedgerEntry.policies(of: summary)
    return entry.policies.filter { !now.contains($0) }.map { "\($0) then" }
      + now.filter { !entry.policies.contains($0) }.map { "\($0) now" }
  }

  private var changedInputs: [String] {
    func name(_ input: String) -> String { input.split(separator: "=").dropLast().joined(separator: "=") }
    let old = Dictionary(entry.inputs.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(inputs.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    return Set(old.keys).union(new.keys).sorted().compactMap { name in
      switch (old[name], new[name]) {
      case (let old?, let new?): old == new ? nil : "\(name) changed"
      case (nil, _?): "\(name) is new"
      default: "\(name) is gone"
      }
    }
  }

  /// The same for scripts.
  var json: JSONText {
    func bounds(_ bounds: Bounds) -> JSONText {
      .object([
        ("reported", .integer(bounds.reported)), ("at_least", .integer(bounds.atLeast)),
        ("at_most", .integer(bounds.atMost)),
      ])
    }
    func side(_ organizations: Bounds, _ countries: Bounds) -> JSONText {
      .object([("organizations", bounds(organizations)), ("countries", bounds(countries))])
    }
    return .object([
      ("letter", .string(letter)), ("announced_on", .string(entry.on.description)),
      ("sentence", .string(entry.sentence)), ("old", side(entry.organizations, entry.countries)),
      ("new", side(summary.headline.organizations, summary.headline.countries)),
      ("counting_rules", .array(policies.map { .string($0) })),
      ("inputs", .array(changedInputs.map { .string($0) })), ("sentence_now", .string(verdict.rawValue)),
    ])
  }
}
