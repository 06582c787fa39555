/// Identifiers that stay the same as long as an organization's canonical name and country do.
enum OrganizationIdentifier {
  /// `o-` and ten characters of Crockford's base 32: the upper 50 bits of a hash of compare form and country.
  ///
  /// - Parameter attempt: 0, or how many organizations before this one have the same identifier otherwise.
  static func of(compareForm: String, country: CountryCode?, attempt: Int = 0) -> String {
    let text = "\(compareForm)\u{1F}\(country?.description ?? "")" + (attempt == 0 ? "" : "\u{1F}\(attempt)")
    var hash = StableHash.of(text.utf8)
    // FNV spreads its upper bits badly over short texts; one multiplication evens them out.
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var letters: [UInt8] = []
    for index in 0..<10 { letters.append(digits[Int(truncatingIfNeeded: hash >> (59 - 5 * UInt64(index))) & 31]) }
    return "o-" + String(decoding: letters, as: UTF8.self)
  }

  /// Identifiers for organizations in their final order; the second of two that would be alike gets another.
  static func all(_ organizations: [(compareForm: String, country: CountryCode?)]) -> [String] {
    var taken: Set<String> = []
    return organizations.map { organization in
      var attempt = 0
      while true {
        let id = of(compareForm: organization.compareForm, country: organization.country, attempt: attempt)
        if taken.insert(id).inserted { return id }
        attempt += 1
      }
    }
  }
}
