/// The languages that keywords are in, and the ones that each country writes in.
struct Languages: Sendable {
  /// Names for people, by number.
  let names: [String]
  private let numbers: [UInt16: Int]
  /// Languages whose words grow endings that no list of keywords can hold.
  let inflecting: LanguageSet
  /// Languages that write compounds in one word.
  let compounding: LanguageSet
  /// Languages that glue an elided article to the next word; apostrophes are not left in compare forms.
  let eliding: LanguageSet
  /// English alone: possible in any country.
  let english: LanguageSet
  private let countries: ReferenceTable

  /// The embedded tables `languages` and `country-languages`.
  init() {
    var numbers: [UInt16: Int] = [:]
    var names: [String] = []
    ReferenceTable(embedded: "languages").forEachLine { line in
      guard let code = Languages.key(line.prefix(2)) else { return }
      numbers[code] = names.count
      names.append(String(decoding: line.dropFirst(3), as: UTF8.self))
    }
    self.names = names
    self.numbers = numbers
    countries = ReferenceTable(embedded: "country-languages")
    func set(_ codes: String) -> LanguageSet { Languages.set(codes.utf8, separator: 0x20, in: numbers) }
    inflecting = set("tr fi hu ru uk be bg sr hr bs mk sl pl cs sk el lt lv et az kk ky uz mn ka hy eu ro sq")
    compounding = set("de nl sv da nb fi hu et is af")
    eliding = set("fr it ca")
    english = set("en")
  }

  /// The languages of a list of codes with commas between them.
  func set(_ codes: some Sequence<UInt8>) -> LanguageSet { Languages.set(codes, separator: 0x2C, in: numbers) }

  /// The languages that organizations of a country write in beside English.
  ///
  /// - Complexity: O(log *n*) in countries.
  func spoken(in country: CountryCode) -> LanguageSet {
    countries.records(for: country.description).first.map { set($0[1].utf8) } ?? LanguageSet()
  }

  /// The names of some languages for people: `French and Spanish`, or how many there are.
  func list(_ set: LanguageSet) -> String {
    let numbers = set.numbers
    if numbers.isEmpty { return "some language" }
    if numbers.count > 3 { return "\(numbers.count) languages" }
    let named = numbers.map { names[$0] }
    return named.count == 1 ? named[0] : named.dropLast().joined(separator: ", ") + " and " + named[named.count - 1]
  }

  private static func key(_ code: some Sequence<UInt8>) -> UInt16? {
    var key: UInt16 = 0
    var count = 0
    for byte in code {
      key = key << 8 | UInt16(byte)
      count += 1
    }
    return count == 2 ? key : nil
  }

  private static func set(_ codes: some Sequence<UInt8>, separator: UInt8, in numbers: [UInt16: Int]) -> LanguageSet {
    var set = LanguageSet()
    var letters: UInt16 = 0
    func add() { if let number = numbers[letters] { set.formUnion(LanguageSet(number: number)) } }
    for byte in codes {
      if byte == separator {
        add()
        letters = 0
      } else {
        letters = letters << 8 | UInt16(byte)
      }
    }
    add()
    return set
  }
}
