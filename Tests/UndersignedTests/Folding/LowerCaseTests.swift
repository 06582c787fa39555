import Testing

@testable import Undersigned

@Suite struct LowerCaseTests {
  private func lowered(_ text: String) -> String {
    var scratch: [UInt8] = []
    return LowerCase.withLowered(ArraySlice(text.utf8), scratch: &scratch) { String(decoding: $0, as: UTF8.self) }
  }

  @Test func isThatOfTheStandardLibraryForEveryScalar() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      // Compared by bytes: strings are equal when they are canonically.
      if Array(lowered(text).utf8) != Array(text.lowercased().utf8) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    "", "UNION Å", "Ünion ΣΊΣΥΦΟΣ", "İSTANBUL", "ПРОФСОЮЗ 日本 Kampala", "Trường ĐẠI HỌC", "ﬀ ＡＢＣ \u{1F600}",
  ])
  func isThatOfTheStandardLibraryForTexts(_ text: String) {
    #expect(Array(lowered(text).utf8) == Array(text.lowercased().utf8))
  }

  @Test func takesCutBytes() {
    var scratch: [UInt8] = []
    let cut = LowerCase.withLowered([0x41, 0xC3], scratch: &scratch) { Array($0) }
    #expect(cut == [0x61, 0xEF, 0xBF, 0xBD])
  }
}
