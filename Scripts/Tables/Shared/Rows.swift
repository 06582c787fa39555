import Foundation

/// What CompareForm.fold makes of a name. The generators are compiled without the library, so the rule stands here once
/// more; a test of the tables compares each key with its fold.
func fold(_ text: String) -> String {
  // Initials are joined across spaces, but not across other punctuation.
  let text = text.replacingOccurrences(
    of: #"(?<![\p{L}\p{N}])(\p{L})\. (?=\p{L}\.)"#, with: "$1.", options: .regularExpression)
  var folded = ""
  let respelled: [Unicode.Scalar: String] = [
    "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "ng",
    "ə": "e", "ς": "σ", "ɛ": "e", "ɔ": "o", "ɗ": "d", "ɓ": "b", "ƙ": "k", "ƴ": "y", "ɨ": "i", "ŧ": "t",
    "ɣ": "g", "ǝ": "e", "ɖ": "d", "ƒ": "f", "ʋ": "v", "ĸ": "k", "ѓ": "г", "ќ": "к", "ى": "ي", "ی": "ي", "ک": "ك",
    "ة": "ه", "ٲ": "ا", "ٳ": "ا", "ʊ": "u", "ɩ": "i", "ɑ": "a", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا", "ۀ": "ه",
    "ۃ": "ه", "ڪ": "ك",
  ]
  for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().decomposedStringWithCompatibilityMapping
    .unicodeScalars
  {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x294, 0x55A, 0x5F3, 0x5F4, 0x2018, 0x2019, 0x201B,
      0x2032,
      0xA78B, 0xA78C, 0x300...0x36F, 0x483...0x489, 0x5B0...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C7, 0x610...0x61A, 0x640,
      0x64B...0x65F, 0x670:
      continue
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format { continue }
    if [0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF].contains(where: { $0.contains(scalar.value) }) { continue }
    if let letters = respelled[scalar] ?? plainLatin(scalar) {
      folded += letters
      continue
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      folded.unicodeScalars.append(scalar)
    case .decimalNumber: folded += String(Int(scalar.properties.numericValue ?? 0))
    default: folded += scalar == "." ? "." : " "
    }
  }
  // Dotted initials are one word.
  var words: [String] = []
  for part in folded.precomposedStringWithCanonicalMapping.split(separator: " ") {
    let letters = part.split(separator: ".")
    if letters.count > 1, letters.allSatisfy({ $0.count == 1 }) {
      words.append(letters.joined())
    } else {
      words += letters.map(String.init)
    }
  }
  // The fold composes pairs only: vowel signs of three parts stay in two.
  return words.joined(separator: " ").replacingOccurrences(
    of: "\u{0DDD}", with: "\u{0DDC}\u{0DCA}", options: .literal
  ).replacingOccurrences(of: "\u{0CCB}", with: "\u{0CCA}\u{0CD5}", options: .literal)
}

/// The letter that a Latin letter without decomposition goes back to, by its name.
func plainLatin(_ scalar: Unicode.Scalar) -> String? {
  guard scalar.value > 0x7F, let name = scalar.properties.name else { return nil }
  for prefix in ["LATIN SMALL LETTER ", "LATIN LETTER SMALL CAPITAL "] where name.hasPrefix(prefix) {
    let rest = name.dropFirst(prefix.count)
    if let letter = rest.first, rest.count == 1 || rest.dropFirst().hasPrefix(" WITH ") { return letter.lowercased() }
  }
  return nil
}

/// The records of a file of `Additions`.
func records(_ file: String) -> [[String]] {
  let additions = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../Additions").path
  let text = (try? String(contentsOfFile: "\(additions)/\(file)", encoding: .utf8)) ?? ""
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Writes rows in the order of their bytes, whatever the system's idea of sorting.
func write(_ rows: some Sequence<String>) {
  for row in Set(rows).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { print(row) }
}

/// Whether a key is in ASCII letters.
func isLatin(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

/// What stands between the tags of an element on a line of its own; by scalars, as a name may begin with a mark.
func content(of line: Substring) -> String? {
  let scalars = line.unicodeScalars
  guard let start = scalars.firstIndex(of: ">") else { return nil }
  return String(scalars[scalars.index(after: start)...].prefix { $0 != "<" })
}
