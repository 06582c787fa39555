import Tabular

/// The distinct answers of each field that a stage needs, by number; number 0 is the empty answer.
///
/// UTF-8, trimmed, otherwise as typed, but for personal data inside an organization's field, which is masked.
public struct Answers: Hashable, Sendable {
  /// Names of organizations as typed.
  public var organizations: Column
  /// Countries as typed.
  public var countries: Column
  /// Types as answered.
  public var types: Column
  /// Cities and regions as typed, `city; region` where there are both.
  public var places: Column
  /// Websites as typed.
  public var websites: Column
}

/// In which capacity somebody signs.
public enum Capacity: String, CaseIterable, Hashable, Sendable {
  /// On behalf of an organization.
  case organization
  /// As a person who names an affiliation, for identification only.
  case individualWithAffiliation = "individual-with-affiliation"
  /// As a person.
  case individual
}

/// Whether a signer may be listed.
public enum DisplayConsent: String, CaseIterable, Hashable, Sendable {
  /// Nobody was asked, or nothing was answered.
  case unknown
  /// Yes.
  case given
  /// No: counted, listed nowhere.
  case refused

  /// 0, 1 or 2.
  fileprivate var number: UInt8 {
    switch self {
    case .unknown: 0
    case .given: 1
    case .refused: 2
    }
  }
}

/// Why a record is not counted.
public enum DropReason: String, CaseIterable, Hashable, Sendable {
  /// It names neither an organization nor a person.
  case empty
  /// The platform says that nobody confirmed it.
  case unverified
  /// It was never sent off.
  case incomplete
  /// It was taken back.
  case withdrawn
  /// It is a trial.
  case test
  /// The same person or organization signed once more in the same way.
  case repeated
  /// Its organization field says that there is none (`n/a`, `self`), and it is no person's signature either.
  case notAnOrganization = "not-an-organization"
  /// It sums up other records (`Total: 247`).
  case totals
}

/// What became of a record.
public enum Fate: Hashable, Sendable {
  /// It counts as a signature in this capacity.
  case counted(Capacity)
  /// It doesn't count.
  case dropped(DropReason)
}

/// The answers of one record, as numbers into `Answers`.
public struct AnswerCombination: Hashable, Comparable, Sendable {
  /// The organization; 0 unless it signs.
  public var organization: UInt32 = 0
  /// The country.
  public var country: UInt32 = 0
  /// The type.
  public var type: UInt32 = 0
  /// The city or region.
  public var place: UInt32 = 0
  /// The website.
  public var website: UInt32 = 0
  /// Whether it may be listed.
  public var consent: DisplayConsent = .unknown

  /// No answers at all.
  public init() {}

  /// All numbers, two at a time.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(organization) << 32 | UInt64(country))
    hasher.combine(UInt64(type) << 32 | UInt64(place))
    hasher.combine(UInt64(website) << 32 | UInt64(consent.number))
  }

  /// In the order of the numbers.
  public static func < (left: AnswerCombination, right: AnswerCombination) -> Bool {
    if left.organization != right.organization { return left.organization < right.organization }
    if left.country != right.country { return left.country < right.country }
    if left.type != right.type { return left.type < right.type }
    if left.place != right.place { return left.place < right.place }
    if left.website != right.website { return left.website < right.website }
    return left.consent.rawValue < right.consent.rawValue
  }
}

/// One record of an export, reduced to what counting needs; a person's own data is not in it.
public struct SignatureRecord: Hashable, Sendable {
  /// What became of it.
  public var fate: Fate
  /// Its answers. For a dropped record the organization may be set as well, so that it can be explained.
  public var answers: AnswerCombination
  /// How many signatures it stands for: 1, or the figure of an aggregate such as signatures by country.
  public var signatures: Int
  /// The day of signing, where that is certain.
  public var day: Day?
  /// Which of `SignatureTable.sources` it is from.
  public var source: UInt32
  /// The physical line on which it starts.
  public var line: UInt32
}

/// One input and how it was read.
public struct SourceSummary: Hashable, Sendable {
  /// The input as its user named it.
  public var name: String
  /// How many records were read from it, as often as it was read.
  public var records: Int
  /// What it held, where that is known; two files of one name are two sources then.
  public var content: ContentHash?
  /// How many times it was read: what is read twice counts twice.
  public var timesRead = 1
}

/// Every record of a letter's exports, encoded: what `ReadExports` gives.
public struct SignatureTable: Sendable {
  /// The inputs.
  public var sources: [SourceSummary]
  /// The distinct answers, shared by all inputs.
  public var answers: Answers
  /// A record each, in the order of the inputs and their lines.
  public var records: [SignatureRecord]
  /// What was wrong with the data.
  public var findings: [Finding]
}
