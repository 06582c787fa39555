/// A word of another script in Latin letters, to compare it with what others write in Latin: `гринпис` is `grinpis`.
///
/// Letters are spelled by `romanizations.tsv` (BGN/PCGN for Cyrillic, Greek and Armenian, Hepburn for kana, ISO 15919
/// and Hunterian for Indic scripts, Revised Romanization without its assimilations for Hangul) and `pinyin.tsv`.
///
/// What it can't do: Han characters are read in Mandarin only, so Japanese and Cantonese names in them meet nobody.
/// Arabic and Hebrew write few vowels: their words are consonants (`حماس` is `hmas`), good for comparing by
/// `ConsonantSkeleton` and for nothing else. Thai vowels stay where they are written.
struct RomanForm: Hashable {
  /// How much of what is spoken a script writes.
  enum Reading: UInt8, Hashable, Comparable {
    /// Every sound: alphabets, and Han by way of pinyin.
    case alphabet
    /// Sounds fitted into its own syllables, or with vowels that are not always spoken: kana, Hangul, Indic scripts.
    case syllables
    /// Mostly consonants: Arabic, Hebrew.
    case consonants

    static func < (left: Reading, right: Reading) -> Bool { left.rawValue < right.rawValue }
  }

  /// In `a` through `z` and digits; never empty.
  let letters: String
  /// With one letter for each where there is a custom (`ц` is `c`), for acronyms; mostly the same.
  let singles: String
  /// How its script is read; of several the one that says least.
  let reading: Reading

  /// Spells a word of a compare form; nothing for one in Latin letters, and for one of a script that is in no table.
  ///
  /// - Complexity: O(*n*) look-ups; a word in ASCII costs no more than a glance.
  init?(_ word: String) {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var speller = RomanSpeller()
    guard speller.read(word), !speller.letters.isEmpty else { return nil }
    letters = speller.letters
    singles = speller.singles
    reading = speller.reading
  }

  /// The letters without the Arabic article, where a word begins with it.
  var withoutArticle: String? {
    reading == .consonants && letters.utf8.count >= 5 && letters.hasPrefix("al") ? String(letters.dropFirst(2)) : nil
  }

  /// A number for the script of a letter: 0 for Latin and what all scripts share, and another for each other script.
  static func script(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0..<0x370: 0
    case 0x370...0x3FF: 1
    case 0x400...0x52F: 2
    case 0x530...0x58F: 3
    case 0x590...0x5FF: 4
    case 0x600...0x8FF: 5
    case 0x900...0x109F: UInt8(scalar >> 7)
    case 0x10A0...0x10FF: 6
    case 0x1100...0x11FF, 0xAC00...0xD7FF: 7
    case 0x1200...0x139F: 8
    case 0x3040...0x30FF: 9
    default: scalar < 0x2E80 ? 10 : 11
    }
  }
}

/// Spells one word letter by letter.
private struct RomanSpeller {
  private static let table = ReferenceTable(embedded: "romanizations")
  private static let pinyin = ReferenceTable(embedded: "pinyin")

  private(set) var letters = ""
  private(set) var singles = ""
  private(set) var reading = RomanForm.Reading.alphabet
  /// Whether the last letter is a consonant whose inherent vowel was not spelled yet.
  private var hasInherentVowel = false

  /// Whether every letter is in the tables.
  mutating func read(_ word: String) -> Bool {
    var scalars = Array(word.unicodeScalars.prefix(64))[...]
    var last: Unicode.Scalar?
    while let scalar = scalars.popFirst() {
      last = scalar
      reading = max(reading, RomanSpeller.reading(of: scalar))
      if scalar.value < 0x80 {
        if scalar != " " { append("\(scalar)") }
      } else if let parts = RomanSpeller.jamo(of: scalar) {
        for part in parts {
          guard spell(String(part)) else { return false }
        }
      } else if let next = scalars.first, next.value >= 0x80, RomanSpeller.hasPairs(scalar),
        spell(String(scalar) + String(next))
      {
        last = next
        scalars.removeFirst()
      } else if !spell(String(scalar)) {
        return false
      }
    }
    // The northern languages of India don't speak the vowel of a last consonant.
    if hasInherentVowel, let last, last.value >= 0xB00 { append("") }
    return true
  }

  private mutating func spell(_ key: String) -> Bool {
    guard let latin = RomanSpeller.table.field(1, of: key) else {
      guard let syllable = RomanSpeller.pinyin.field(1, of: key) else { return false }
      append(syllable)
      return true
    }
    switch RomanSpeller.table.field(2, of: key) ?? "" {
    case "consonant":
      append(latin)
      hasInherentVowel = true
    case "vowel":
      hasInherentVowel = false
      append(latin)
    case "virama": hasInherentVowel = false
    case "mark": break
    default:
      let single = RomanSpeller.table.field(3, of: key) ?? ""
      append(latin, single: single.isEmpty ? latin : single)
    }
    return true
  }

  private mutating func append(_ latin: String) { append(latin, single: latin) }

  private mutating func append(_ latin: String, single: String) {
    if hasInherentVowel {
      letters += "a"
      singles += "a"
      hasInherentVowel = false
    }
    letters += latin
    singles += single
  }

  private static func reading(of scalar: Unicode.Scalar) -> RomanForm.Reading {
    switch RomanForm.script(of: scalar.value) {
    case 4, 5: .consonants
    case 7...9, 18...: .syllables
    default: .alphabet
    }
  }

  /// The lead, vowel and tail of a Hangul syllable, by the arithmetic of the Unicode Standard, section 3.12.
  private static func jamo(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
    let index = scalar.value - 0xAC00
    let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (index % 28 > 0 ? [0x11A7 + index % 28] : [])
    return parts.compactMap(Unicode.Scalar.init)
  }

  /// Whether the table has pairs that begin with such a letter: Greek, Armenian and kana.
  private static func hasPairs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x370...0x3FF, 0x530...0x58F, 0x3040...0x30FF: true
    default: false
    }
  }
}
