import Tabular

/// Makes mentions of the tally's rows and replays people's decisions on them.
///
/// Decisions are keyed by what was written: the compare form of a whole mention, or else its exact text, and the
/// country where the decision has one. What concerns single mentions is done here; the rest goes to linking and
/// classifying.
public struct ApplyDecisions: Stage {
  /// Takes a name apart; needed for the parts of a split mention.
  public typealias NameParser = @Sendable (String) -> OrganizationName
  /// Locates a name with the country answer of its mention.
  public typealias Locator = @Sendable (OrganizationName, String) -> Location

  /// The decisions, as `DecisionFile` gives them.
  public var decisions: [Decision]
  /// What was odd about where they come from.
  public var findings: [Finding] = []
  /// Understands the parts of split mentions.
  public var understand: NameParser
  /// Locates the parts of split mentions.
  public var locate: Locator
  /// Countries of answers as typed, so that a decision's country may be the typed one as well as the located one.
  public var resolveCountry: DecisionFile.CountryResolver

  /// A stage with its decisions.
  ///
  /// - Parameters:
  ///   - understand: Takes a part of a split mention for one plain name, unless a better parser is given.
  ///   - locate: Leaves parts of split mentions unresolved, unless a locator is given.
  ///   - resolveCountry: Knows codes only, unless a resolver is given.
  public init(
    decisions: [Decision] = [], understand: NameParser? = nil, locate: Locator? = nil,
    resolveCountry: DecisionFile.CountryResolver? = nil
  ) {
    self.decisions = decisions
    self.understand = understand ?? { OrganizationName(plain: $0) }
    self.locate = locate ?? { _, _ in .unresolved }
    self.resolveCountry = resolveCountry ?? { CountryCode($0) }
  }

  /// Applies the decisions.
  ///
  /// - Complexity: O(rows + decisions); for each unused decision one pass over the distinct names.
  public func run(_ input: consuming LocatedTable) throws(PipelineError) -> DecidedTable {
    let table = input
    let tally = table.named.tally
    var book = DecisionBook(decisions, resolveCountry: resolveCountry)
    var mentions: [Mention] = []
    mentions.reserveCapacity(tally.rows.count)
    var typed: [CountryCode?] = []
    var dropped: [DropReason: Int] = [:]
    var siblings: [Rulings.Pair] = []
    for (index, row) in tally.rows.enumerated() {
      let answer = tally.answers.countries.string(Int(row.answers.country))
      let whole = Mention(
        name: table.named.names[Int(row.answers.organization)], location: table.locations[index],
        typeAnswer: tally.answers.types.string(Int(row.answers.type)), consent: row.answers.consent,
        signatures: row.signatures, first: row.first, firstDay: row.firstDay, row: index)
      // What a typed country means takes time to find out, and matters only where a decision is about the name.
      let typedCountry = book.isAbout(whole.name) ? book.country(answer) : nil
      var kept: [Mention] = []
      var reason: DropReason?
      let (parts, splitLine) = parts(of: whole, answer, typedCountry, &book)
      for mention in parts {
        let countries = book.countries(of: mention, typed: typedCountry)
        if let decision = book.first([.withdrawn, .notAnOrganization], mention.name, countries) {
          reason = reason ?? (decision.action == .withdrawn ? .withdrawn : .notAnOrganization)
        } else {
          kept.append(mention)
        }
      }
      if kept.isEmpty, let reason { dropped[reason, default: 0] += row.records }
      if let splitLine { siblings += pairs(of: mentions.count..<mentions.count + kept.count, line: splitLine) }
      for var mention in kept {
        relocate(&mention, typedCountry, &book)
        mentions.append(mention)
        typed.append(typedCountry)
      }
    }
    var rulings = book.rulings(mentions, typed: typed)
    rulings.apart += siblings
    let findings = table.findings + findings + book.unused(written: table.named.names, rows: tally.rows)
    return DecidedTable(
      tally: tally, mentions: mentions, rulings: rulings, decisionCount: decisions.count, dropped: dropped,
      findings: findings)
  }

  /// The mention itself, or what a decision splits it into, with the decision's line.
  private func parts(
    of mention: Mention, _ answer: String, _ typed: CountryCode?, _ book: inout DecisionBook
  ) -> (parts: [Mention], line: Int?) {
    let countries = book.countries(of: mention, typed: typed)
    guard let decision = book.first([.split], mention.name, countries) else { return ([mention], nil) }
    let parts = decision.parts.map { part in
      var one = mention
      one.name = understand(part)
      one.location = locate(one.name, answer)
      return one
    }
    return (parts, decision.line)
  }

  /// The parts of one split mention are several organizations, whatever the evidence: somebody said so.
  private func pairs(of parts: Range<Int>, line: Int) -> [Rulings.Pair] {
    parts.flatMap { left in
      (left + 1..<max(left + 1, parts.upperBound)).map { Rulings.Pair(left: [left], right: [$0], line: line) }
    }
  }

  private func relocate(_ mention: inout Mention, _ typed: CountryCode?, _ book: inout DecisionBook) {
    let countries = book.countries(of: mention, typed: typed)
    guard let decision = book.first([.country], mention.name, countries), let country = CountryCode(decision.value)
    else { return }
    let isSubnational = mention.location.scope == .subnational && mention.location.country == country
    let words = decision.why.isEmpty ? "" : ": \(decision.why)"
    let evidence = Evidence("decision", 1, "decided in line \(decision.line)\(words)")
    mention.location = Location(
      scope: isSubnational ? .subnational : .national, countries: [country],
      evidence: [evidence] + mention.location.evidence)
  }
}

extension OrganizationName {
  /// A name taken as it is, with nothing taken apart.
  init(plain text: String) {
    let form = CompareForm.fold(text)
    self.init(
      display: text, compareForm: form, names: [Form(display: text, compareForm: form, coreForm: form)], acronyms: [],
      qualifiers: [], legalForm: nil)
  }
}
