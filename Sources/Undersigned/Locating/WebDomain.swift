/// The country of a website's top-level domain.
struct WebDomain: Hashable, Sendable {
  /// The top-level domain in lower case.
  let domain: String
  /// The country that it was given to; nothing for generic domains and those that anybody may register.
  let country: CountryCode?

  /// Reads an address, with or without its scheme and path; nothing when it has no domain.
  init?(_ address: String, lookup: PlaceLookup, countries: Countries) {
    var host = Substring(address.lowercased())
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { !"/?#: ".contains($0) }
    if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.last else { return nil }
    domain = String(last)
    let code = CountryCode(domain == "uk" ? "gb" : domain)
    guard let code, countries.contains(code), !lookup.scopeWords(domain).contains(.domain) else {
      country = nil
      return
    }
    country = code
  }
}
