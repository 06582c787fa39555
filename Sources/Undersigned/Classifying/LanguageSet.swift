/// A set of the languages of the table `languages`.
struct LanguageSet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// No language.
  init() {}

  /// The language with this number, from 0 through 127.
  init(number: Int) {
    if number < 64 { low = 1 << UInt64(number) } else { high = 1 << UInt64(number - 64) }
  }

  var isEmpty: Bool { low == 0 && high == 0 }

  func intersects(_ other: LanguageSet) -> Bool { low & other.low != 0 || high & other.high != 0 }

  mutating func formUnion(_ other: LanguageSet) {
    low |= other.low
    high |= other.high
  }

  func intersection(_ other: LanguageSet) -> LanguageSet {
    var both = self
    both.low &= other.low
    both.high &= other.high
    return both
  }

  /// The numbers of the languages, ascending.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (word, base) in [(low, 0), (high, 64)] {
      var rest = word
      while rest != 0 {
        numbers.append(base + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}

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
    var names: [String] = []
    var numbers: [UInt16: Int] = [:]
    ReferenceTable(embedded: "languages").forEach { fields in
      guard let code = Languages.key(fields[0].utf8) else { return }
      numbers[code] = names.count
      names.append(fields[1])
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

  private static func key(_ code: some Sequence<UInt8>) -> UInt16? {
    let bytes = Array(code)
    return bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : nil
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
