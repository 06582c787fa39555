import Testing

@testable import Undersigned

@Suite struct UnicodeScalarLettersTests {
  @Test func theShortcutsAgreeWithThePropertiesOfUnicode() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isLetter == scalar.properties.isAlphabetic)
      #expect(scalar.isCapital == scalar.properties.isUppercase)
      #expect(scalar.isSmall == scalar.properties.isLowercase)
      #expect(scalar.isWhite == scalar.properties.isWhitespace)
    }
  }
}
