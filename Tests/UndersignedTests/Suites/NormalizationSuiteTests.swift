import Testing

@testable import Undersigned

/// Unicode's NormalizationTest: in each line a text, and the same in NFC, NFD, NFKC and NFKD.
///
/// Names are compared by their compare form, which goes farther than any of these. So what must hold is that texts
/// which are canonically equivalent fold to the same bytes, those which are only compatible as well, and twice is once.
@Suite struct NormalizationSuiteTests {
  @Test(.suite("unicode-ucd")) func equivalentTextsFoldAlike() throws {
    var canonical = SuiteTable("unicode-ucd: canonical equivalents")
    var compatible = SuiteTable("unicode-ucd: compatibility equivalents")
    let text = String(decoding: try SuiteFolder.bytes("unicode-ucd/NormalizationTest.txt"), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("@") {
      let texts = line.split(separator: ";").prefix(5).map { column in
        var scalars = String.UnicodeScalarView()
        for word in column.split(separator: " ") {
          if let scalar = UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) { scalars.append(scalar) }
        }
        return String(scalars)
      }
      try #require(texts.count == 5)
      // Bytes, because Swift's strings are equal when they are equivalent.
      let folded = texts.map { Array(CompareForm.fold($0).utf8) }
      let isIdempotent = folded.allSatisfy { bytes in
        Array(CompareForm.fold(String(decoding: bytes, as: UTF8.self)).utf8) == bytes
      }
      let isCanonical = isIdempotent && folded[0] == folded[1] && folded[0] == folded[2] && folded[3] == folded[4]
      #expect(isCanonical, "\(line)")
      canonical.count(isCanonical)
      // Compatible texts differ in what nobody minds in a name.
      let isCompatible = folded[0] == folded[3]
      let isExplained = !isCompatible && isSign(texts[0])
      #expect(isCompatible || isExplained, "\(line)")
      compatible.count(isCompatible || isExplained, isExplained: isExplained)
    }
    canonical.print()
    compatible.print()
  }

  /// Whether a text is a sign and no word: alone it stays what it is, and beside words it is nothing.
  ///
  /// Spacing accents, whose decomposition begins with a space, and the marks of trade and service, which belong to no
  /// name.
  private func isSign(_ text: String) -> Bool {
    CompareForm.foldWords(text).isEmpty && CompareForm.fold("union \(text)") == "union"
  }
}
