import Testing

@testable import Undersigned

@Suite struct LowerCaseTests {
  private func lowered(_ bytes: [UInt8]) -> [UInt8] {
    var scratch: [UInt8] = []
    return bytes.withUnsafeBufferPointer { LowerCase.withLowered($0, scratch: &scratch) { Array($0) } }
  }

  @Test func isThatOfTheStandardLibraryForEveryScalar() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      // Compared by bytes: strings are equal when they are canonically.
      if lowered(Array(text.utf8)) != Array(text.lowercased().utf8) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    "", "UNION Å", "Ünion ΣΊΣΥΦΟΣ", "İSTANBUL", "ПРОФСОЮЗ 日本 Kampala", "Trường ĐẠI HỌC", "ﬀ ＡＢＣ \u{1F600}",
  ])
  func isThatOfTheStandardLibraryForTexts(_ text: String) {
    #expect(lowered(Array(text.utf8)) == Array(text.lowercased().utf8))
  }

  @Test func takesCutBytes() {
    #expect(lowered([0x41, 0xC3]) == [0x61, 0xEF, 0xBF, 0xBD])
  }
}
