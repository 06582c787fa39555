/// A country or territory by its ISO 3166-1 alpha-2 code (`XK` for Kosovo as is common practice).
public struct CountryCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let letters: UInt16

  /// The country of a code of two ASCII letters, in either case; nothing for any other text. Whether such a country
  /// exists is for `Countries` to say.
  public init?(_ code: some StringProtocol) {
    let bytes = Array(code.utf8)
    guard bytes.count == 2, bytes.allSatisfy({ (65...90).contains($0 & 0xDF) && $0 >= 65 }) else { return nil }
    letters = UInt16(bytes[0] & 0xDF) << 8 | UInt16(bytes[1] & 0xDF)
  }

  /// The country of a code of two capitals or small letters; nothing for any other bytes.
  init?(_ first: UInt8, _ second: UInt8) {
    guard (65...90).contains(first & 0xDF), first >= 65, (65...90).contains(second & 0xDF), second >= 65 else {
      return nil
    }
    letters = UInt16(first & 0xDF) << 8 | UInt16(second & 0xDF)
  }

  /// The two letters in upper case.
  public var description: String {
    String(decoding: [UInt8(letters >> 8), UInt8(letters & 0xFF)], as: UTF8.self)
  }

  /// In the order of the codes.
  public static func < (left: CountryCode, right: CountryCode) -> Bool { left.letters < right.letters }
}
