import Testing

@testable import Tabular

/// Ill-formed sequences of every kind that the stress test describes, against the standard library.
@Suite struct IllFormedUTF8Tests {
  /// Compares the text of a sequence between two lines that are Latin and Cyrillic for sure.
  private func check(_ sequence: [UInt8]) throws {
    let bytes = Array("имя,страна\n".utf8) + [0x61] + sequence + [0x2C, 0x62, 0x0A]
    let text = try DecodedText(name: "a", bytes: bytes)
    let expected = String(decoding: bytes, as: UTF8.self)
    let isWellFormed = String(validating: bytes, as: UTF8.self) != nil
    let decoded = text.bytes[text.start...]
    #expect(Array(decoded) == Array(expected.utf8), "\(sequence.map { String($0, radix: 16) })")
    let isTold = text.log.findings.contains { $0.slug == "invalid-encoding" }
    #expect(isTold != isWellFormed, "\(sequence.map { String($0, radix: 16) })")
  }

  /// Lone continuation bytes and lead bytes, overlong forms, surrogates, what is beyond U+10FFFF, and sequences cut
  /// short.
  @Test func eachBecomesReplacementCharacters() throws {
    let edges: [UInt8] = [0x41, 0x7E, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xEF, 0xF5, 0xFF]
    for first in UInt8(0x80)...0xFF {
      try check([first])
      for second in edges {
        try check([first, second])
        guard first >= 0xE0 else { continue }
        for third in edges {
          try check([first, second, third])
          guard first >= 0xF0 else { continue }
          for fourth: UInt8 in [0x41, 0x80, 0xBF, 0xC2] { try check([first, second, third, fourth]) }
        }
      }
    }
  }
}
