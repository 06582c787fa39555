import Tabular

/// Gives every organization one primary type, tags, and the evidence for them.
///
/// In order of trust: people's decisions, the export's own type answers, known organizations, words of the names. What
/// nothing speaks for stays unclassified, unless `lastResort` says otherwise.
public struct ClassifyTypes: Stage {
  /// A letter's own taxonomy: what its form's answers mean, in any spelling; it wins over the built-in answers.
  public var answers: [String: OrganizationType]
  /// The type of organizations that nothing speaks for, as a weak guess; nothing leaves them unclassified.
  public var lastResort: OrganizationType?

  /// How many threads classify.
  public var workers: Workers

  /// A stage with its settings.
  public init(
    answers: [String: OrganizationType] = [:], lastResort: OrganizationType? = nil, workers: Workers = .automatic
  ) {
    self.answers = answers
    self.lastResort = lastResort
    self.workers = workers
  }

  /// Classifies every organization.
  ///
  /// - Complexity: O(mentions), some microseconds each.
  public func run(_ input: consuming OrganizationTable) throws(PipelineError) -> ClassifiedTable {
    let table = input
    // What was found out about answers and countries is kept for a part at a time; the tables are shared.
    let (reader, classifier) = (AnswerReader(TypeAnswers(own: answers)), NameClassifier())
    let parts = workers.map(table.organizations.count, size: 256) { range in
      var (reader, classifier) = (reader, classifier)
      return range.map { classify(table.organizations[$0], in: table.decided, &reader, &classifier) }
    }
    let results = parts.joined()
    return ClassifiedTable(
      organizations: table, types: results.map(\.type), findings: table.findings + results.compactMap(\.finding))
  }

  private func classify(
    _ organization: Organization, in decided: DecidedTable, _ reader: inout AnswerReader,
    _ classifier: inout NameClassifier
  ) -> (type: TypeAssignment, finding: Finding?) {
    var names: [OrganizationName] = []
    var known: Set<OrganizationName> = []
    var given: [(answer: String, signatures: Int)] = []
    var ruling: OrganizationType?
    for member in organization.members {
      let mention = decided.mentions[member.mention]
      if known.insert(mention.name).inserted { names.append(mention.name) }
      if !mention.typeAnswer.isEmpty { given.append((mention.typeAnswer, mention.signatures)) }
      if let type = decided.rulings.types[member.mention] { ruling = ruling.map { min($0, type) } ?? type }
    }
    let byName = combined(names, organization.location.country, &classifier)
    let answered = reader.read(given)
    return (
      judge(ruling: ruling, answered: answered, byName: byName),
      ruling == nil ? disagreement(answered, organization, decided.mentions) : nil
    )
  }

  /// The type of one organization, as the stage would decide without anybody's decision.
  ///
  /// - Parameters:
  ///   - names: What its variants say, the canonical one first.
  ///   - country: Its country, where it has exactly one.
  ///   - answers: The export's own type answers, one a signature; empty ones don't matter.
  public func assignment(
    for names: [OrganizationName], country: CountryCode?, answers: [String] = []
  ) -> TypeAssignment {
    var reader = AnswerReader(TypeAnswers(own: self.answers))
    var classifier = NameClassifier()
    let answered = reader.read(answers.filter { !$0.isEmpty }.map { ($0, 1) })
    return judge(ruling: nil, answered: answered, byName: combined(names, country, &classifier))
  }

  /// What the variants say together: the canonical one where it is sure, else the surest, then precedence.
  private func combined(
    _ names: [OrganizationName], _ country: CountryCode?, _ classifier: inout NameClassifier
  ) -> TypeAssignment {
    if names.count == 1 { return classifier.assignment(for: names[0], country: country) }
    let each = names.map { classifier.assignment(for: $0, country: country) }
    guard var best = each.first else { return TypeAssignment() }
    for other in each.dropFirst() where best.strength != .strong {
      guard let type = other.primary else { continue }
      let isBetter = best.primary.map { other.strength == .strong || type < $0 } ?? true
      if isBetter { best = other }
    }
    for other in each {
      best.tagSet.formUnion(other.tagSet)
      best.addReasons(other.reasons)
    }
    return best
  }

  private func judge(
    ruling: OrganizationType?, answered: AnswerReader.Reading, byName: TypeAssignment
  ) -> TypeAssignment {
    var result = byName
    if let ruling {
      result.primary = ruling
      result.strength = .confirmed
      result.reasons = [.decision(ruling)]
      result.addReasons(answered.reasons + byName.reasons)
    } else if let type = answered.ranked.first?.type, type != .other || byName.strength != .strong {
      // "Other" says only that the form had no fitting choice, so words that hardly ever mislead win over it.
      result.primary = type
      result.strength = .confirmed
      result.reasons = answered.reasons + byName.reasons
    } else {
      result.addReasons(answered.reasons)
    }
    if result.primary == nil, let lastResort {
      result.primary = lastResort
      result.strength = .weak
      result.reasons = [.lastResort(lastResort)]
    }
    for answer in answered.ranked { result.tagSet.insert(answer.type) }
    if let primary = result.primary { result.tagSet.insert(primary) }
    return result
  }

  private func disagreement(
    _ answered: AnswerReader.Reading, _ organization: Organization, _ mentions: [Mention]
  ) -> Finding? {
    guard answered.disagrees, let first = organization.members.map({ mentions[$0.mention].first }).min() else {
      return nil
    }
    let counts = answered.ranked.map { "\($0.type.displayName.lowercasedUnlessAcronym) (\($0.signatures))" }
    let country = organization.location.country?.description ?? ""
    return Finding(
      .warning, "type-answers-disagree", at: first,
      "\(quoted(organization.name)) is answered to be \(counts.joined(separator: ", ")); the first one counts",
      remedy: "decide it: type,\(organization.name.csvField),\(country),\(answered.ranked[0].type.rawValue)")
  }
}

/// Adds up the type answers of one organization's signatures.
private struct AnswerReader {
  struct Reading {
    /// The types answered, those with most signatures first, then in the order of precedence.
    var ranked: [(type: OrganizationType, signatures: Int)] = []
    /// Whether single answers name types that have none in common.
    var disagrees = false
    var reasons: [TypeReason] = []
  }

  private let table: TypeAnswers
  private var known: [String: [OrganizationType]] = [:]

  init(_ table: TypeAnswers) {
    self.table = table
  }

  mutating func read(_ given: [(answer: String, signatures: Int)]) -> Reading {
    var reading = Reading()
    if given.isEmpty { return reading }
    var signatures: [OrganizationType: Int] = [:]
    var texts: [String: [OrganizationType]] = [:]
    for (answer, count) in given {
      let types = known[answer] ?? table.types(of: answer)
      known[answer] = types
      if types.isEmpty { continue }
      texts[answer] = types
      for type in types { signatures[type, default: 0] += count }
    }
    reading.ranked = signatures.map { ($0.key, $0.value) }.sorted { left, right in
      // An answer of "other" is no vote against one that names a type.
      if (left.0 == .other) != (right.0 == .other) { return right.0 == .other }
      return left.1 != right.1 ? left.1 > right.1 : left.0 < right.0
    }
    if let first = reading.ranked.first?.type {
      reading.disagrees = texts.values.contains { !$0.contains(first) && $0 != [.other] }
    }
    for (answer, types) in texts.sorted(by: { $0.key < $1.key }) {
      reading.reasons.append(.answer(answer, types))
    }
    return reading
  }
}

extension String {
  fileprivate var lowercasedUnlessAcronym: String { self == uppercased() ? self : lowercased() }

  /// As a field of a CSV line, quoted where it must be.
  fileprivate var csvField: String {
    guard contains(where: { ",\"\n\r".contains($0) }) else { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
