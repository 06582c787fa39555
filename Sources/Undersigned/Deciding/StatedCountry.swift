/// A country as a file that people keep by hand states it.
enum StatedCountry {
  /// Nothing stands there.
  case blank
  /// A country.
  case known(CountryCode)
  /// None that is known; the nearest name or code that is.
  case unknown(nearest: String?)

  /// - Parameters:
  ///   - text: A code, or what the resolver understands.
  ///   - resolve: Countries by other things than their code.
  init(_ text: String, _ resolve: DecisionFile.CountryResolver) {
    if text.isEmpty {
      self = .blank
      return
    }
    if let country = resolve(text) {
      self = .known(country)
      return
    }
    let codes = ReferenceTable(embedded: "countries")
    if let code = CountryCode(text), !codes.records(for: code.description).isEmpty {
      self = .known(code)
      return
    }
    var names: [String] = []
    codes.forEach { names += $0.prefix(4).filter { $0.utf8.count >= 2 && $0.contains(where: \.isLetter) } }
    self = .unknown(nearest: Spelling.nearest(to: text, among: names, differingInOneOf: 2))
  }
}
