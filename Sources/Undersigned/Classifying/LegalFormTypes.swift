/// What legal forms say about the types of their holders, country by country.
///
/// The classes are those of the table `legal-forms`. A form that means different things in the countries that have it
/// (`SA` is a company and, in capitals, South Africa) speaks only where the country is known to have it.
struct LegalFormTypes: Sendable {
  /// The table that is part of the program, read at first use.
  static let shared = LegalFormTypes()

  /// What a form is in some countries.
  private struct Entry {
    var countries: [CountryCode]
    var type: OrganizationType
  }

  private let entries: [String: [Entry]]

  /// The embedded table `legal-forms`.
  init() {
    var entries: [String: [Entry]] = [:]
    ReferenceTable(embedded: "legal-forms").forEach { fields in
      guard fields.count > 3, let type = LegalFormTypes.type(of: fields[3]) else { return }
      let countries = fields[2].tokens.compactMap { CountryCode($0) }
      entries[fields[1], default: []].append(Entry(countries: countries, type: type))
    }
    self.entries = entries
  }

  private static func type(of class: String) -> OrganizationType? {
    switch `class` {
    case "business", "partnership": .business
    case "cooperative": .cooperative
    case "ngo", "association", "foundation": .ngo
    default: nil
    }
  }

  /// The type of a form's holders.
  ///
  /// - Parameters:
  ///   - canonical: The form as its holders abbreviate it.
  ///   - country: Where the holder is, if that is known.
  /// - Returns: Nothing for a short form that its country doesn't have, and for one that says several things.
  func type(of canonical: String, in country: CountryCode?) -> OrganizationType? {
    guard let entries = entries[canonical] else { return nil }
    var here = country.map { country in entries.filter { $0.countries.contains(country) } } ?? entries
    // A long form hardly means another thing where it isn't at home.
    if here.isEmpty, canonical.count > 2 { here = entries }
    guard let first = here.first, here.allSatisfy({ $0.type == first.type }) else { return nil }
    return first.type
  }

  /// Whether a form is of the law of the United States or Britain, whose companies may well be charities.
  func isOfCommonLaw(_ canonical: String) -> Bool {
    entries[canonical]?.contains { $0.countries.contains { ["US", "GB"].contains($0.description) } } ?? false
  }
}
