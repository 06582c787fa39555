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
    forEach { numbers.append($0) }
    return numbers
  }

  /// Gives each number, ascending; allocates nothing.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var rest = low
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    rest = high
    while rest != 0 {
      body(64 + rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}
