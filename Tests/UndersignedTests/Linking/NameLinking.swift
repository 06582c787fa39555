import Tabular

@testable import Undersigned

/// Names as people write them, taken through normalizing, locating and linking.
enum NameLinking {
  /// A mention of a name with the country that its signer states; empty for none.
  static func mention(_ name: String, in country: String = "") -> Mention {
    let understood = OrganizationName(name)
    return Mention(name: understood, location: LocateMentions().location(of: understood, countryAnswer: country))
  }
}
