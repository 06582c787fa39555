import Tabular

@testable import Undersigned

/// Builds the table that `Summarize` takes, an organization at a time.
struct LetterBuilder {
  struct Written {
    var name: String
    var signatures = 1
    var consent = DisplayConsent.unknown
    var source = "letter.csv"
    var day: Day?
    var score = 1.0
    var evidence: [Evidence] = []
  }

  private var mentions: [Mention] = []
  private var rows: [Tally.Row] = []
  private var organizations: [Organization] = []
  private var types: [TypeAssignment] = []
  var proposals: [Proposal] = []
  var rulings = Rulings()
  var people: [Tally.People] = []
  var dropped: [DropReason: Int] = [:]
  var decidedDropped: [DropReason: Int] = [:]
  var findings: [Finding] = []
  var days: [Day: Int] = [:]
  /// Records beyond those that the table accounts for.
  var missingRecords = 0
  var sourceNames = ["letter.csv"]

  static let facts = CountryFacts(
    name: {
      ["BE": "Belgium", "BR": "Brazil", "CL": "Chile", "US": "United States", "XK": "Kosovo"][$0.description]
        ?? $0.description
    },
    region: { code in
      switch code.description {
      case "BE": Region(code: "150", name: "Europe")
      case "BR", "CL", "US": Region(code: "019", name: "Americas")
      default: nil
      }
    },
    subregion: { code in
      switch code.description {
      case "BE": Region(code: "155", name: "Western Europe")
      case "BR", "CL": Region(code: "419", name: "Latin America and the Caribbean")
      case "US": Region(code: "021", name: "Northern America")
      default: nil
      }
    },
    nameOfRegion: { ["150": "Europe", "419": "Latin America and the Caribbean"][$0] },
    countsAsCountry: { code, rule in rule == .iso3166 || code.description != "XK" },
    parent: { _ in nil })

  /// Adds an organization; its first writing is the canonical one.
  @discardableResult
  mutating func add(
    _ writings: [Written], _ location: Location = .unresolved, _ type: OrganizationType? = nil,
    strength: TypeAssignment.Strength? = .strong, partOf: String? = nil, parent: Int? = nil
  ) -> Int {
    var members: [Organization.Member] = []
    for written in writings {
      members.append(.init(mention: mentions.count, score: written.score, reasons: EvidenceList(written.evidence)))
      let position = Position(source: written.source, line: rows.count + 2)
      let form = OrganizationName.Form(
        display: written.name, compareForm: CompareForm.fold(written.name), coreForm: CompareForm.fold(written.name))
      mentions.append(
        Mention(
          name: OrganizationName(
            display: written.name, compareForm: form.compareForm, names: [form], acronyms: [], qualifiers: []),
          location: location, typeAnswer: "", consent: written.consent, signatures: written.signatures,
          first: position, firstDay: written.day, row: rows.count))
      rows.append(
        Tally.Row(
          answers: AnswerCombination(), records: 1, signatures: written.signatures, first: position,
          firstDay: written.day, lastDay: written.day))
    }
    organizations.append(
      Organization(
        id: "org-\(writings[0].name)-\(location.country.map(\.description) ?? "")", name: writings[0].name,
        members: members, location: location, parent: parent, parentName: partOf))
    types.append(TypeAssignment(primary: type, strength: type == nil ? nil : strength))
    return organizations.count - 1
  }

  @discardableResult
  mutating func add(
    _ name: String, _ location: Location = .unresolved, _ type: OrganizationType? = nil,
    strength: TypeAssignment.Strength? = .strong, consent: DisplayConsent = .unknown, partOf: String? = nil,
    parent: Int? = nil
  ) -> Int {
    add(
      [Written(name: name, consent: consent)], location, type, strength: strength, partOf: partOf, parent: parent)
  }

  mutating func propose(_ left: Int, _ right: Int, score: Double = 0.8, _ evidence: Evidence...) {
    proposals.append(
      Proposal(left: min(left, right), right: max(left, right), score: score, reasons: EvidenceList(evidence)))
  }

  mutating func keepApart(_ left: Int, _ right: Int) {
    rulings.apart.append(
      Rulings.Pair(
        left: organizations[left].members.map(\.mention), right: organizations[right].members.map(\.mention), line: 2))
  }

  var table: ClassifiedTable {
    let records =
      rows.reduce(0) { $0 + $1.records } + people.reduce(0) { $0 + $1.records }
      + dropped.values.reduce(0, +) + decidedDropped.values.reduce(0, +) + missingRecords
    let sources = sourceNames.enumerated().map { SourceSummary(name: $1, records: $0 == 0 ? records : 0) }
    let empty = Column([""])
    let tally = Tally(
      sources: sources,
      answers: Answers(organizations: empty, countries: empty, types: empty, places: empty, websites: empty),
      rows: rows, people: people, dropped: dropped, days: days, findings: [])
    let decided = DecidedTable(
      tally: tally, mentions: mentions, rulings: rulings, dropped: decidedDropped, findings: findings)
    return ClassifiedTable(
      organizations: OrganizationTable(
        decided: decided, organizations: organizations, proposals: proposals, findings: findings),
      types: types, findings: findings)
  }

  /// The same letter as it would come from records in another order.
  func shuffledTable(using random: inout SplitMix64) -> ClassifiedTable {
    var table = table
    let old = table.organizations
    let mentionOrder = old.decided.mentions.indices.shuffled(using: &random)
    let organizationOrder = old.organizations.indices.shuffled(using: &random)
    func place(_ index: Int, in order: [Int]) -> Int { order.firstIndex(of: index)! }
    table.organizations.decided.mentions = mentionOrder.map { index in
      var mention = old.decided.mentions[index]
      mention.row = place(mention.row, in: mentionOrder)
      mention.first.line = Int.random(in: 1...99, using: &random)
      return mention
    }
    let rows = old.decided.tally.rows
    table.organizations.decided.tally.rows = mentionOrder.map { rows[$0] }
    table.organizations.organizations = organizationOrder.map { index in
      var organization = old.organizations[index]
      organization.parent = organization.parent.map { place($0, in: organizationOrder) }
      organization.members = organization.members.map {
        .init(mention: place($0.mention, in: mentionOrder), score: $0.score, reasons: $0.reasons)
      }
      return organization
    }
    table.types = organizationOrder.map { types[$0] }
    table.organizations.proposals = old.proposals.shuffled(using: &random).map { proposal in
      var proposal = proposal
      let places = [place(proposal.left, in: organizationOrder), place(proposal.right, in: organizationOrder)].sorted()
      (proposal.left, proposal.right) = (places[0], places[1])
      return proposal
    }
    table.findings = findings.shuffled(using: &random).map { finding in
      var finding = finding
      finding.position.line = Int.random(in: 1...99, using: &random)
      return finding
    }
    return table
  }

  func summary(_ policy: Policy = Policy(), title: String = "A letter") throws -> Summary {
    try Summarize(letter: title, policy: policy, countries: LetterBuilder.facts).run(table)
  }
}

extension Location {
  static func at(_ codes: String...) -> Location {
    Location(scope: .national, countries: codes.compactMap { CountryCode($0) })
  }
}
