/// Linking with one of its parts switched off at a time: what each brings.
public struct Ablation: Sendable {
  /// Something that can be switched off.
  public enum Part: Hashable, Sendable {
    /// What linking knows of words.
    case dictionary(LinkageDictionaries, name: String)
    /// How a mention is taken apart before linking.
    case reading(Reading)
    /// A rule of evidence, by its name.
    case rule(String)

    /// Its name: `concept lexicon`, `other-acronym`.
    public var name: String {
      switch self {
      case .dictionary(_, let name): name
      case .reading(let reading): reading.rawValue
      case .rule(let name): name
      }
    }

    /// The sort of part, for tables: `dictionary`, `reading` or `rule`.
    public var kind: String {
      switch self {
      case .dictionary: "dictionary"
      case .reading: "reading"
      case .rule: "rule"
      }
    }
  }

  /// What is understood of a mention before linking.
  public enum Reading: String, CaseIterable, Hashable, Sendable {
    /// Names, acronyms and qualifiers as parts; without it a mention is one name.
    case structure
    /// More than one name in a mention.
    case aliases = "aliases inside a mention"
    /// Acronyms beside a name.
    case acronyms = "acronyms beside a name"
    /// Places and section marks apart from the name.
    case qualifiers
    /// Legal forms, articles and inclusive endings told from the name.
    case legalForms = "legal forms and endings"
    /// The country that was stated or found.
    case countries
  }

  /// The dictionaries, with their names.
  static let dictionaries: [(LinkageDictionaries, String)] = [
    (.concepts, "concept lexicon"), (.places, "places in names"),
    (.acronymDefinitions, "acronyms defined in the letter"), (.initials, "initials"),
    (.spelling, "slips of spelling"), (.rarity, "rarity of words"), (.scripts, "other scripts in Latin letters"),
    (.bundledAliases, "names of international bodies"), (.ownAliases, "table of aliases"),
  ]

  private let mentions: LabelledMentions
  private let link: LinkOrganizations

  /// Ablates linking on a labelled set.
  public init(_ mentions: LabelledMentions, link: LinkOrganizations) {
    self.mentions = mentions
    self.link = link
  }

  /// Every part that says anything on this set: the dictionaries, the readings, the rules about clusters, and all rules
  /// of evidence that any compared pair of names shows, by name.
  ///
  /// - Complexity: What comparing all candidate pairs costs.
  public func parts() -> [Part] {
    let inspection = LinkageInspection(mentions.decided, settings: link)
    var rules: Set<String> = Set(LinkageRun.clusterRules + ["same-compare-form"])
    for (left, right) in inspection.candidates() {
      for evidence in inspection.compare(left, right).evidence { rules.insert(evidence.name) }
    }
    let dictionaries = Ablation.dictionaries.filter { $0.0 != .ownAliases || !link.aliases.isEmpty }
    return dictionaries.map { .dictionary($0, name: $1) } + Reading.allCases.map { .reading($0) }
      + rules.sorted(by: ByteOrder.precedes).map { .rule($0) }
  }

  /// Links without a part, and scores it.
  ///
  /// - Parameter part: Nothing for linking as it is.
  public func outcome(without part: Part?) throws(PipelineError) -> Outcome {
    var link = link
    // Parts are shared out among threads.
    link.workers = .one
    var read = mentions
    switch part {
    case nil: break
    case .dictionary(let dictionaries, _): link.withoutDictionaries.formUnion(dictionaries)
    case .rule(let name): link.leavingOut.insert(name)
    case .reading(let reading): read = mentions.reading { $0.forget(reading) }
    }
    let table = try link.run(read.decided)
    let review = ReviewScore(
      truth: read.entities, clusters: read.organizations(in: table),
      proposals: table.proposals.map { ($0.left, $0.right) })
    return Outcome(linkage: read.score(table), review: review)
  }

  /// Links without each of some parts in turn.
  ///
  /// - Returns: An outcome for each, in their order.
  public func outcomes(without parts: [Part?], workers: Workers = .automatic) throws(PipelineError) -> [Outcome] {
    try workers.mapEach(parts) { part throws(PipelineError) in try outcome(without: part) }
  }

  /// What linking without a part comes to.
  public struct Outcome: Hashable, Sendable {
    /// Linking alone.
    public let linkage: LinkageScore
    /// With a person who decides the proposals.
    public let review: ReviewScore
  }
}

extension Mention {
  /// Takes out what one way of reading understood.
  mutating func forget(_ reading: Ablation.Reading) {
    switch reading {
    case .structure:
      name.names = [.init(display: name.display, compareForm: name.compareForm, coreForm: name.compareForm)]
      name.acronyms = []
      name.qualifiers = []
    case .aliases: name.names = Array(name.names.prefix(1))
    case .acronyms: if !name.names.isEmpty { name.acronyms = [] }
    case .qualifiers: name.qualifiers = []
    case .legalForms:
      for index in name.names.indices { name.names[index].coreForm = name.names[index].compareForm }
    case .countries: location = .unresolved
    }
  }
}
