/// What a field of an export holds; the raw value is the word that a mapping uses (`--field organization=Entidad`).
public enum CanonicalField: String, CaseIterable, Hashable, Sendable {
  /// The organization that signs.
  case organization
  /// A name of something: an organization's or a person's. Mapping always settles which.
  case name
  /// Where a person works or belongs: an employer, an affiliation.
  case affiliation
  /// What kind of organization it is.
  case organizationType = "org_type"
  /// A country.
  case country
  /// A country that the platform guessed from the network address: that of the browser, not of the signer.
  case countryFromNetwork = "ip_country"
  /// A city or town.
  case city
  /// A state, province or other part of a country.
  case region
  /// A website.
  case website
  /// When the signature was given.
  case timestamp
  /// Whether the signature was confirmed.
  case confirmed
  /// Whether the signer may be listed.
  case displayConsent = "display_consent"
  /// Whether the signer wants mail; says nothing about being listed.
  case contactConsent = "contact_consent"
  /// Whether an organization or a person signs.
  case capacity
  /// Whether the signature was taken back.
  case withdrawn
  /// The state of the record on its platform: completed, partial, approved.
  case status
  /// Whether the record is a trial.
  case test
  /// How many signatures the record stands for.
  case count
  /// What was typed beside a choice of `Other`.
  case otherText = "other_text"
  /// How many members an organization has.
  case members
  /// Labels.
  case tags
  /// The platform's own number of the person.
  case id
  /// A person's whole name.
  case personName = "person_name"
  /// A person's first name.
  case firstName = "first_name"
  /// A person's last name.
  case lastName = "last_name"
  /// An e-mail address.
  case email
  /// A telephone number.
  case phone
  /// A postal address.
  case address
  /// A postal code.
  case postalCode = "postal_code"
  /// A person's role or title.
  case title
  /// A comment.
  case comment
  /// An IP address, or what else tells of the signer's device.
  case ip
  /// Known, and of no use here.
  case ignore

  /// Whether the field holds a person's own data, which is never copied.
  public var isPersonal: Bool {
    switch self {
    case .id, .personName, .firstName, .lastName, .email, .phone, .address, .postalCode, .title, .comment, .ip: true
    default: false
    }
  }

  /// Whether the field names or reaches a person, so that its records may be persons' signatures.
  var tellsOfPersons: Bool {
    switch self {
    case .personName, .firstName, .lastName, .email, .phone: true
    default: false
    }
  }

  /// Fields whose answers are read as text.
  var isRead: Bool {
    switch self {
    case .organization, .affiliation, .organizationType, .country, .countryFromNetwork, .city, .region, .website,
      .timestamp, .confirmed, .displayConsent, .capacity, .withdrawn, .status, .test, .count:
      true
    default: false
    }
  }

  /// Which field a long question asks for when its words hint at several: the lower, the rather. `Does your
  /// organization agree to be listed publicly?` has an organization in it and asks for none.
  var rankInQuestion: Int {
    switch self {
    case .comment: 0
    case .displayConsent: 1
    case .contactConsent: 2
    case .capacity: 3
    case .organizationType: 4
    case .members: 5
    case .email: 6
    case .phone: 7
    case .website: 8
    case .withdrawn, .confirmed, .test, .status: 9
    case .title: 10
    case .city: 11
    case .region: 12
    case .country, .countryFromNetwork: 13
    case .firstName, .lastName: 14
    case .personName: 15
    case .affiliation: 16
    case .organization: 17
    default: 18
    }
  }
}
