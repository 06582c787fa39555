/// Whether a token looks like a short form, by its letters alone.
enum AcronymShape {
  /// Whether a token has 2 through 14 letters and digits, at least half of its letters capitals, and two capitals or one
  /// with a digit.
  ///
  /// Dots, `&`, `+`, `'`, a dash and a slash may be in it, a space not.
  static func isAcronym(_ token: String) -> Bool {
    var (capitals, small, digits) = (0, 0, 0)
    for scalar in token.unicodeScalars {
      switch scalar {
      case ".", "&", "+", "'", "’", "-", "/", "*", "!": continue
      case "0"..."9": digits += 1
      case "A"..."Z": capitals += 1
      case "a"..."z": small += 1
      default:
        guard scalar.value >= 0x80, scalar.isLetter else { return false }
        if scalar.isCapital { capitals += 1 } else { small += 1 }
      }
    }
    guard (2...14).contains(capitals + small + digits) else { return false }
    return capitals >= small && (capitals >= 2 || (capitals == 1 && digits > 0))
  }

  /// Whether a token is one capitalised word of 3 through 12 letters: `Uneafro`.
  ///
  /// A word of the dictionary, or one that tells of a persuasion (`Marxist`), is none: in brackets it is a faction.
  static func isShortWord(_ token: String) -> Bool {
    guard let first = token.unicodeScalars.first, first.isCapital else { return false }
    guard (3...12).contains(token.unicodeScalars.count), token.unicodeScalars.allSatisfy({ $0.isLetter }) else {
      return false
    }
    let folded = CompareForm.fold(token)
    return !persuasions.contains { folded.hasSuffix($0) } && dictionary.records(for: folded).isEmpty
  }

  private static let dictionary = ReferenceTable(embedded: "concepts")

  /// How adjectives of a persuasion end in the languages of Europe.
  private static let persuasions = [
    "ist", "ists", "ista", "istas", "iste", "istes", "isti", "isten", "isch", "ismo", "isme", "ism", "istisch",
  ]
}
