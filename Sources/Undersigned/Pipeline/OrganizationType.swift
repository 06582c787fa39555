/// What an organization is; the raw value is the slug that reports and decisions use.
///
/// One primary type an organization, so that rows sum; the order of the cases is the precedence when several fit
/// equally well (`research`: measured on labelled letters).
public enum OrganizationType: String, CaseIterable, Hashable, Sendable, Comparable {
  /// A party, or a list or front that runs for office.
  case politicalParty = "political_party"
  /// A union, federation or confederation of workers.
  case tradeUnion = "trade_union"
  /// A ministry, city, agency or other public body, states' organizations included.
  case government
  /// A cooperative.
  case cooperative
  /// A company.
  case business
  /// A newspaper, station, agency or publisher.
  case media
  /// A policy institute.
  case thinkTank = "think_tank"
  /// A university, school or research institute.
  case academicResearch = "academic_research"
  /// A church, order or other religious body.
  case faith
  /// Lawyers' and legal aid organizations.
  case legal
  /// An association of a profession.
  case professionalAssociation = "professional_association"
  /// Peasants, fishers, indigenous peoples.
  case peasantIndigenous = "peasant_indigenous"
  /// Women's and feminist organizations.
  case women
  /// Youth and students.
  case youthStudent = "youth_student"
  /// Health and patients' organizations.
  case health
  /// Human rights organizations.
  case humanRights = "human_rights"
  /// Environment and climate.
  case environment
  /// Peace and disarmament.
  case peace
  /// Arts and culture.
  case culture
  /// A movement, campaign or front of people.
  case socialMovement = "social_movement"
  /// Local and solidarity groups.
  case communitySolidarity = "community_solidarity"
  /// An organization of organizations.
  case coalitionNetwork = "coalition_network"
  /// A non-governmental organization with no closer type.
  case ngo
  /// Something else.
  case other

  /// The name for people, in English.
  public var displayName: String {
    switch self {
    case .politicalParty: "Political party"
    case .tradeUnion: "Trade union"
    case .government: "Government"
    case .cooperative: "Cooperative"
    case .business: "Business"
    case .media: "Media"
    case .thinkTank: "Think tank"
    case .academicResearch: "Academia and research"
    case .faith: "Faith"
    case .legal: "Legal"
    case .professionalAssociation: "Professional association"
    case .peasantIndigenous: "Peasants and indigenous peoples"
    case .women: "Women"
    case .youthStudent: "Youth and students"
    case .health: "Health"
    case .humanRights: "Human rights"
    case .environment: "Environment"
    case .peace: "Peace"
    case .culture: "Culture"
    case .socialMovement: "Social movement"
    case .communitySolidarity: "Community and solidarity"
    case .coalitionNetwork: "Coalition or network"
    case .ngo: "NGO"
    case .other: "Other"
    }
  }

  /// Its place in the order of precedence, from 0.
  var rank: Int {
    switch self {
    case .politicalParty: 0
    case .tradeUnion: 1
    case .government: 2
    case .cooperative: 3
    case .business: 4
    case .media: 5
    case .thinkTank: 6
    case .academicResearch: 7
    case .faith: 8
    case .legal: 9
    case .professionalAssociation: 10
    case .peasantIndigenous: 11
    case .women: 12
    case .youthStudent: 13
    case .health: 14
    case .humanRights: 15
    case .environment: 16
    case .peace: 17
    case .culture: 18
    case .socialMovement: 19
    case .communitySolidarity: 20
    case .coalitionNetwork: 21
    case .ngo: 22
    case .other: 23
    }
  }

  /// In the order of precedence.
  public static func < (left: OrganizationType, right: OrganizationType) -> Bool { left.rank < right.rank }
}
