import Foundation

/// A text by one of ICU's transforms, in ASCII letters; nothing where the transform is unknown or leaves other letters.
///
/// - Parameter before: A letter to read it after; it must be spelled as one letter.
func romanize(_ text: String, by transform: String, after before: String) -> String? {
  romanize(before + text, by: transform).map { String($0.dropFirst(before.count)) }
}

/// Likewise, of a text by itself.
func romanize(_ text: String, by transform: String) -> String? {
  guard let latin = text.applyingTransform(StringTransform(transform), reverse: false), latin != text else {
    return nil
  }
  let marks: [Unicode.Scalar: String] = ["đ": "d", "ı": "i", "ə": "a", "ł": "l", "ø": "o", "æ": "ae", "ɨ": "y"]
  var letters = ""
  for scalar in latin.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
    if ("a"..."z").contains(scalar) {
      letters.unicodeScalars.append(scalar)
    } else if let spelled = marks[scalar] {
      letters += spelled
    } else if scalar.properties.isAlphabetic, scalar.value > 0x370 {
      return nil
    }
  }
  return letters
}

/// The scalars of a range that a fold leaves as they are: assigned letters and marks without a decomposition of their own.
func letters(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] {
  range.compactMap { Unicode.Scalar($0) }.filter { scalar in
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .nonspacingMark, .spacingMark, .modifierLetter:
      fold(String(scalar)) == String(scalar)
    default: false
    }
  }
}
