@testable import Tabular

/// Decoding: what comes out is UTF-8, nothing is lost without a word, and UTF-8 stays as it is.
enum TextTarget: FuzzTarget {
  static let name = "text"

  private static func withoutMarks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      result.append(byte)
      if byte == 0xBF, result.suffix(3) == [0xEF, 0xBB, 0xBF] { result.removeLast(3) }
    }
    return result
  }

  static func check(_ bytes: [UInt8]) {
    do throws(TabularError) {
      let text = try DecodedText(name: "a", bytes: bytes, limits: .fuzzing)
      let decoded = text.bytes[text.start...]
      let encoding = text.decisions.first { $0.subject == "encoding" }?.choice ?? ""
      require(String(validating: decoded, as: UTF8.self) != nil, "no UTF-8")
      require(!text.log.findings.contains { $0.message.isEmpty }, "a finding without words")
      TextPlaces(decoded).check(text.log.findings.filter { $0.slug == "invalid-encoding" && encoding != "UTF-8" })
      guard !text.decisions.contains(where: { $0.subject == "compression" }) else { return }
      let stored = text.isAsStored ? Array(bytes.dropFirst(text.start)) : bytes
      let isOdd = decoded.contains { $0 >= 0x80 } && !text.log.findings.isEmpty
      if encoding == "UTF-8", !isOdd {
        let filler = stored.reversed().prefix { $0 == 0 || $0 == 0x1A }.count
        // Marks at the start of a line come from joined files, and are left out.
        let expected = withoutMarks(stored.dropLast(filler))
        require(expected.elementsEqual(withoutMarks(decoded).prefix(expected.count)), "UTF-8 was changed")
      }
      if encoding == "UTF-8", String(validating: bytes, as: UTF8.self) == nil {
        require(text.log.findings.contains { $0.slug == "invalid-encoding" }, "replaced without a word")
        // But for marks that were left out, the standard library replaces the same.
        let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FEFF}" }
        let actual = String(decoding: decoded, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FEFF}" }
        let filler = Set<Unicode.Scalar>(["\0", "\u{1A}"])
        let ends = (expected.reversed().drop { filler.contains($0) }, actual.reversed().drop { filler.contains($0) })
        require(ends.0.elementsEqual(ends.1), "replaced otherwise than by the standard library")
      }
    } catch {
      require(error.position.source == "a", "no place")
    }
  }
}
