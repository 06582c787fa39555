/// Which encoding bytes have, and why one thinks so.
///
/// In this order: a byte order mark; zeros on one side of each pair of bytes (UTF-16); well-formed UTF-8, also with a
/// few ill-formed places; the single-byte set in which the letters make the most sense.
struct EncodingDetection {
  /// The encoding.
  var encoding: TextEncoding
  /// Why.
  var reason: String
  /// The length of the byte order mark.
  var markLength = 0
  /// What was seen of UTF-8, unless a mark or zeros told of another encoding.
  var inspection: UTF8Inspection?

  /// Looks at all of `bytes`.
  ///
  /// - Throws: `.binary` when most bytes are no text, `.invalidEncoding` for East Asian encodings, which aren't read.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Position) throws(TabularError) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xFF, 0xFE, 0, 0]) {
      (encoding, reason, markLength) = (.utf32(isBigEndian: false), "byte order mark", 4)
    } else if head.starts(with: [0, 0, 0xFE, 0xFF]) {
      (encoding, reason, markLength) = (.utf32(isBigEndian: true), "byte order mark", 4)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      (encoding, reason, markLength) = (.utf16(isBigEndian: head[0] == 0xFE), "byte order mark", 2)
    } else if let isBigEndian = EncodingDetection.zeroSide(bytes) {
      (encoding, reason) = (.utf16(isBigEndian: isBigEndian), "every second byte of its ASCII characters is zero")
    } else if let family = EastAsianEncoding.recognizeShifts(bytes) {
      throw TabularError(.invalidEncoding("it looks like \(family)"), at: position)
    } else if BinarySignature.isMostlyControl(bytes) {
      throw TabularError(.binary(looksLike: "binary data"), at: position)
    } else {
      let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
      let inspection = UTF8Inspection(bytes)
      self.inspection = inspection
      // Files that were marked twice have two.
      while bytes.dropFirst(markLength).starts(with: [0xEF, 0xBB, 0xBF]) { markLength += 3 }
      let invalid = inspection.invalidCount
      if hasMark {
        (encoding, reason) = (.utf8, "byte order mark")
      } else if inspection.multibyteCount == 0 && invalid == 0 {
        (encoding, reason) = (.utf8, "all bytes are ASCII")
      } else if invalid == 0 {
        (encoding, reason) = (.utf8, "all \(inspection.multibyteCount) multi-byte characters are well-formed")
      } else if inspection.multibyteCount >= max(1, invalid) {
        // Bytes of a single-byte set hardly ever happen to be well-formed UTF-8.
        encoding = .utf8
        reason = "\(inspection.multibyteCount) multi-byte characters are well-formed, \(invalid) are not"
      } else {
        let choice = try EncodingDetection.singleByteSet(bytes, at: position)
        (encoding, reason) = (.singleByte(choice.set), choice.reason)
      }
    }
  }

  /// Whether UTF-16 without a mark is big-endian; nothing when it is no UTF-16.
  private static func zeroSide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    let pairs = min(bytes.count, 1 << 16) / 2
    guard pairs >= 2 else { return nil }
    // The other byte of such a pair is ASCII text.
    func isText(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) || (0x09...0x0D).contains(byte) }
    var zeros = (even: 0, odd: 0)
    var strange = 0
    for pair in 0..<pairs {
      let (first, second) = (bytes[2 * pair], bytes[2 * pair + 1])
      if first == 0 && isText(second) {
        zeros.even += 1
      } else if second == 0 && isText(first) {
        zeros.odd += 1
      } else if first == 0 || second == 0 {
        strange += 1
      }
    }
    guard strange * 10 <= max(zeros.even, zeros.odd) else { return nil }
    // In scripts other than Latin only white space, digits and delimiters have a zero: a twentieth is enough.
    if zeros.odd * 20 >= pairs && zeros.even * 10 <= zeros.odd { return false }
    if zeros.even * 20 >= pairs && zeros.odd * 10 <= zeros.even { return true }
    return nil
  }

  private static func singleByteSet(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Position
  ) throws(TabularError) -> (set: SingleByteSet, reason: String) {
    let words = HighByteWords(bytes)
    let scores = LanguageProfile.bestBySet(words)
    guard let western = scores.first(where: { $0.set == .windows1252 }) else {
      return (.windows1252, "no UTF-8")
    }
    let best = scores.max { $0.score < $1.score } ?? western
    // Letters of the right language score more than half a point each.
    if best.score < 0.35 * Double(words.highByteCount), let family = EastAsianEncoding.recognize(bytes) {
      throw TabularError(.invalidEncoding("it looks like \(family)"), at: position)
    }
    let margin = best.score - western.score
    // A handful of letters proves little: another set must be better by two letters, and by a quarter of all of them.
    let letters = Double(words.highByteCount)
    // German and French together fit Hungarian better than either; but where both sets mean the same letters, nothing
    // is decided.
    let reads = (best.set.upperHalf, SingleByteSet.windows1252.upperHalf)
    let differs = words.bytes.contains { $0 >= 0x80 && reads.0[Int($0) - 0x80] != reads.1[Int($0) - 0x80] }
    if differs, margin >= 2, margin >= 0.25 * letters, best.score >= 0.4 * letters {
      return (best.set, "no UTF-8; its letters fit \(best.language)")
    }
    return (.windows1252, "no UTF-8; no other set fits its letters clearly better")
  }
}
