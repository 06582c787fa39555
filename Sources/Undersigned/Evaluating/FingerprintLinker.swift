/// The naive floor for linking: names are one organization when their sorted words are the same.
///
/// The key collision of OpenRefine's fingerprint on names alone: trimmed, in lower case, punctuation deleted, marks
/// off, words sorted, each once. It knows no countries, acronyms, spelling or languages.
struct FingerprintLinker: Sendable {
  /// A linker without settings.
  init() {}

  /// The fingerprint of a name; empty for a name of punctuation alone.
  func key(_ name: String) -> String {
    var words: Set<String> = []
    for word in name.lowercased().split(whereSeparator: \.isWhitespace) {
      var kept = String.UnicodeScalarView()
      for scalar in word.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
          .finalPunctuation, .otherPunctuation, .control, .currencySymbol, .mathSymbol, .modifierSymbol:
          continue
        default: kept.append(scalar)
        }
      }
      // Marks and ligatures come off word by word, as the compare form has them.
      let folded = kept.isEmpty ? "" : CompareForm.fold(String(kept))
      if !folded.isEmpty { words.insert(folded) }
    }
    return words.sorted(by: ByteOrder.precedes).joined(separator: " ")
  }

  /// By name, the number of its cluster; names without a fingerprint stand alone.
  func clusters(_ names: [String]) -> [Int?] {
    let keys = names.map(key)
    let numbers = LabelledSet.numbered(keys)
    return zip(keys, numbers).map { $0.isEmpty ? nil : $1 }
  }
}
