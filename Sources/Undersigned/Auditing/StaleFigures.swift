/// Finds figures in a text that were announced once, and have been announced otherwise since.
public struct StaleFigures: Sendable {
  /// One of them.
  public struct Figure: Hashable, Sendable {
    /// The line of the text, from 1.
    public var line: Int
    /// Its words.
    public var claim: String
    /// The latest announcement that gave this figure.
    public var old: LedgerEntry
    /// What was announced last.
    public var latest: LedgerEntry
  }

  private let entries: [LedgerEntry]
  private let verify: VerifyText
  private let lookup: SignerLookup

  /// A search for the figures of a letter's announcements.
  ///
  /// - Parameters:
  ///   - entries: The ledger, the oldest first; nothing is stale in one of a single day.
  ///   - verify: What finds claims.
  ///   - summary: The letter as it stands.
  public init(_ entries: [LedgerEntry], verify: VerifyText, summary: Summary) {
    self.entries = entries.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(
      \.element)
    self.verify = verify
    lookup = SignerLookup(summary)
  }

  /// The stale figures of a text, in its order.
  ///
  /// A figure is stale when an earlier announcement gave it, and none of the last day did.
  public func figures(in text: String) -> [Figure] {
    guard let latest = entries.last else { return [] }
    let current = entries.filter { $0.on == latest.on }.map(figures)
    let earlier = entries.filter { $0.on < latest.on }.map { ($0, figures(of: $0)) }
    guard !earlier.isEmpty else { return [] }
    return verify.statedClaims(in: text, lookup: lookup).compactMap { claim in
      guard let number = claim.quantity?.number else { return nil }
      let kind = claim.subject.kind
      if current.contains(where: { $0[kind]?.contains(number) == true }) { return nil }
      guard let old = earlier.last(where: { $0.1[kind]?.contains(number) == true })?.0 else { return nil }
      return Figure(line: claim.line, claim: claim.text, old: old, latest: latest)
    }
  }

  /// By kind of claim, the numbers that an announcement gave, in its sentence or beside it.
  private func figures(of entry: LedgerEntry) -> [String: Set<Int>] {
    var figures: [String: Set<Int>] = [
      ClaimSubject.organizations.kind: [entry.organizations.reported, entry.organizations.atLeast],
      ClaimSubject.countries.kind: [entry.countries.reported, entry.countries.atLeast],
    ]
    if entry.people > 0 { figures[ClaimSubject.individuals(isSubset: false).kind] = [entry.people] }
    for type in entry.types { figures[ClaimSubject.type(type.type).kind, default: []].insert(type.count) }
    for claim in verify.statedClaims(in: entry.sentence, lookup: lookup) {
      if let number = claim.quantity?.number { figures[claim.subject.kind, default: []].insert(number) }
    }
    return figures
  }
}
