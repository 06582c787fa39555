/// What single characters become in compare form, so that a page folds what somebody types into its search as the
/// program folded the names.
enum SearchFolds {
  /// Letters of the alphabets that people type with marks, and the punctuation between them.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x27...0x27, 0x60...0x60, 0xA1...0x24F, 0x2B9...0x2BF, 0x370...0x52F, 0x621...0x6FF, 0x1E00...0x1FFF,
    0x2010...0x203A, 0x2116...0x2122,
  ]

  /// A JSON object from characters to what they become, in the order of the characters; those that only get small
  /// letters are left out.
  ///
  /// - Parameter texts: Names that the page can show; their characters are among those of the object.
  /// - Complexity: O(characters).
  static func json(for texts: some Sequence<String>) -> String {
    var scalars = Set(ranges.flatMap { $0 }.compactMap(Unicode.Scalar.init))
    for text in texts where !text.utf8.allSatisfy({ $0 < 0x80 }) {
      for scalar in text.unicodeScalars where scalar.value >= 0x80 { scalars.insert(scalar) }
    }
    var entries: [String] = []
    for scalar in scalars.sorted() {
      guard let fold = fold(scalar), fold != scalar.properties.lowercaseMapping else { continue }
      entries.append("\(JSONScalars.quoted(String(scalar))):\(JSONScalars.quoted(fold))")
    }
    return "{" + entries.joined(separator: ",") + "}"
  }

  /// What a character becomes: letters by themselves, others as they part or join the letters around them.
  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    if scalar.properties.generalCategory == .unassigned { return nil }
    if scalar.isLetter || scalar.properties.numericType != nil { return CompareForm.foldWords(String(scalar)) }
    let between = CompareForm.foldWords("x\(scalar)x")
    guard between.hasPrefix("x"), between.hasSuffix("x"), between.utf8.count >= 2 else { return nil }
    return String(between.dropFirst().dropLast())
  }
}

/// Texts as JSON that may stand inside `<script type="application/json">`.
enum JSONScalars {
  /// A string between quotation marks; nothing in it can end the element or the line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
