import Tabular

/// What a person settled: one line of a decisions file. It wins over evidence.
public struct Decision: Hashable, Sendable {
  /// What is decided.
  public enum Action: String, CaseIterable, Hashable, Sendable {
    /// `name` and `value` are one organization.
    case same
    /// `name` and `value` are two, whatever the evidence.
    case apart
    /// `name` is a section of `value`.
    case partOf = "part-of"
    /// The organization of `name` is to be shown as `value`.
    case rename
    /// `name` is in the country `value`.
    case country
    /// `name` is of the type `value`.
    case type
    /// `name` denotes no organization.
    case notAnOrganization = "not-an-organization"
    /// `name` took its signature back.
    case withdrawn
    /// `name` holds several organizations, those of `value`.
    case split

    /// Whether a decision of this kind says how two organizations stand to each other.
    var isAboutTwo: Bool { self == .same || self == .apart || self == .partOf }

    /// Whether a decision of this kind says nothing without a value.
    public var needsValue: Bool { self != .notAnOrganization && self != .withdrawn }
  }

  /// What is decided.
  public var action: Action
  /// The mention that it is about, as it was written.
  public var name: String
  /// Only mentions of this country; nothing for those of any.
  public var country: CountryCode?
  /// What the action needs: another name, a country, a type, names with `;` between them.
  public var value: String
  /// Who decided.
  public var by: String
  /// When.
  public var on: String
  /// For what reason.
  public var why: String
  /// Where it stands.
  public var position: Position
  /// Whether it was made of something else than a line for this letter, so that it may be about a name that nobody wrote.
  public var isTentative = false

  /// A decision with its particulars.
  public init(
    _ action: Action, name: String, country: CountryCode? = nil, value: String = "", by: String = "", on: String = "",
    why: String = "", at position: Position
  ) {
    self.action = action
    self.name = name
    self.country = country
    self.value = value
    self.by = by
    self.on = on
    self.why = why
    self.position = position
  }

  /// The physical line of the decisions file.
  public var line: Int { position.line }

  /// The type that a decision on a type gives.
  var type: OrganizationType? { action == .type ? OrganizationType(rawValue: value) : nil }

  /// The names that a decision to split gives.
  var parts: [String] {
    value.split(whereSeparator: { $0 == ";" || $0 == "|" }).map(\.withoutOuterSpace).filter { !$0.isEmpty }
  }

  /// Whether both may be about the same mention: one of them holds for any country, or both for the same one.
  func sharesCountry(with other: Decision) -> Bool {
    country == nil || other.country == nil || country == other.country
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var withoutOuterSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
