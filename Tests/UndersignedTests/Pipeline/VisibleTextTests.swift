import Testing

@testable import Undersigned

@Suite struct VisibleTextTests {
  /// Each scalar between two letters, beside what its category asks for.
  @Test func everyScalarByItsCategory() {
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF where value < 0x3_0000 || value >= 0xE_0000 && value < 0xE_0200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      let wanted =
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: "a b"
        case .format: "ab"
        default: text
        }
      if !VisibleText.oneLine(text).utf8.elementsEqual(wanted.utf8) { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func spacesInsideAreSingle() {
    #expect(VisibleText.oneLine(" a  b\t\nc ") == "a b c")
    #expect(VisibleText.oneLine("") == "" && VisibleText.oneLine(" ") == "")
    #expect(VisibleText.oneLine("«Ñandú» – 大学 العربية") == "«Ñandú» – 大学 العربية")
  }

  /// A joiner stays between letters of Persian, and between those of Latin it goes.
  @Test func joiners() {
    #expect(VisibleText.oneLine("می\u{200C}خواهم") == "می\u{200C}خواهم")
    #expect(VisibleText.oneLine("a\u{200D}b") == "ab")
  }
}
