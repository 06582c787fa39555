import Tabular

/// An organization's name as somebody typed it, with all that is known of it before linking.
public struct Mention: Sendable {
  /// What the name says.
  public var name: OrganizationName
  /// Where the organization is.
  public var location: Location
  /// The export's own answer for its type, or empty.
  public var typeAnswer: String
  /// Whether it may be listed.
  public var consent: DisplayConsent
  /// How many signatures have exactly these answers.
  public var signatures: Int
  /// Where it stands first.
  public var first: Position
  /// The earliest day of signing.
  public var firstDay: Day?
  /// The row of the tally that it comes from; a split mention shares it with its siblings.
  public var row: Int

  /// A mention that stands alone, such as one that is only compared.
  public init(name: OrganizationName, location: Location) {
    self.init(
      name: name, location: location, typeAnswer: "", consent: .unknown, signatures: 1, first: Position(source: ""),
      firstDay: nil, row: 0)
  }

  init(
    name: OrganizationName, location: Location, typeAnswer: String, consent: DisplayConsent, signatures: Int,
    first: Position, firstDay: Day?, row: Int
  ) {
    self.name = name
    self.location = location
    self.typeAnswer = typeAnswer
    self.consent = consent
    self.signatures = signatures
    self.first = first
    self.firstDay = firstDay
    self.row = row
  }
}

/// What people decided, resolved to mentions.
public struct Rulings: Sendable {
  /// Two groups of mentions, all of one name each, about which something was decided.
  public struct Pair: Sendable {
    /// The mentions with the decision's name.
    public var left: [Int]
    /// The mentions with the decision's value.
    public var right: [Int]
    /// The line of the decisions file.
    public var line: Int
  }

  /// The same organization.
  public var same: [Pair] = []
  /// Not the same organization, whatever the evidence.
  public var apart: [Pair] = []
  /// The left is a section of the right; where no signer is the parent, `right` is empty and the name is in `parents`.
  public var partOf: [Pair] = []
  /// By mention, the name of a parent that did not sign.
  public var parents: [Int: String] = [:]
  /// By mention, the name that its organization is to be shown with.
  public var names: [Int: String] = [:]
  /// By mention, its organization's type.
  public var types: [Int: OrganizationType] = [:]

  /// No decisions.
  public init() {}
}

/// Mentions with people's decisions applied, as far as they concern single mentions; the rest is in `rulings`.
public struct DecidedTable: Sendable {
  /// What was counted.
  public var tally: Tally
  /// The mentions that count, in the order of the tally's rows.
  public var mentions: [Mention]
  /// What is left for linking and classifying.
  public var rulings: Rulings
  /// How many decisions were replayed, used or not.
  public var decisionCount = 0
  /// Records of the tally that a decision took out, by reason.
  public var dropped: [DropReason: Int]
  /// What was odd, up to here; unused decisions among it.
  public var findings: [Finding]
}
