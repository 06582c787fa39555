// Writes romanizations.tsv: how letters of other scripts are spelled in ASCII, by ICU's transforms, which are those of
// CLDR: BGN/PCGN for Cyrillic, Greek and Armenian, Hepburn for kana, the others after UNGEGN or ISO. Han is in pinyin.tsv.
//
// Letters stand as CompareForm.fold leaves them. A pair of letters is in the table where it is not spelled as one letter
// after the other.

import Foundation

var rows: [String] = []

/// One row: the letters, their spelling, what they do in a syllable, and the spelling of one letter for one where other.
@MainActor func add(_ key: String, _ latin: String, _ kind: String = "letter", single: String = "") {
  rows.append([key, latin, kind, single == latin ? "" : single].joined(separator: "\t"))
}

/// A script of letters, by the first of several transforms that knows each; pairs of letters are tried as well.
@MainActor
///
/// - Parameters:
///   - before: A letter that is spelled as one, for a script that spells some letters otherwise at the beginning.
///   - instead: Spellings of letters that the transform tells apart by a mark only.
func addAlphabet(
  _ range: ClosedRange<UInt32>, _ transforms: [String], after before: String = "", single: String? = nil,
  hasPairs: Bool = false, instead: [String: String] = [:]
) {
  var spelled: [(letter: Unicode.Scalar, latin: String)] = []
  for letter in letters(range) {
    guard let latin = transforms.lazy.compactMap({ romanize(String(letter), by: $0, after: before) }).first else {
      continue
    }
    let one = single.flatMap { romanize(String(letter), by: $0) } ?? ""
    spelled.append((letter, latin))
    add(String(letter), instead[String(letter)] ?? latin, single: one.count == 1 ? one : "")
  }
  guard hasPairs else { return }
  for left in spelled {
    for right in spelled {
      let pair = String(left.letter) + String(right.letter)
      guard let latin = romanize(pair, by: transforms[0]), latin != left.latin + right.latin, fold(pair) == pair else {
        continue
      }
      add(pair, latin)
    }
  }
}

/// Consonants of Indic scripts whose marks tell more than their letters, as the Hunterian system spells them.
let hunterian = [
  (name: " CA", latin: "ch"), (name: " CHA", latin: "chh"), (name: " SHA", latin: "sh"), (name: " SSA", latin: "sh"),
  (name: "ALPAPRAANA CAYANNA", latin: "ch"), (name: "TAALUJA SAYANNA", latin: "sh"),
  (name: "MUURDHAJA SAYANNA", latin: "sh"),
]

/// A script of consonants with an inherent vowel, whose signs are read after its letter ka.
@MainActor func addSyllabary(_ range: ClosedRange<UInt32>, _ transform: String, virama: UInt32) {
  let virama = String(Unicode.Scalar(virama)!)
  let consonants = letters(range).filter { scalar in
    guard scalar.properties.generalCategory == .otherLetter, let plain = romanize(String(scalar), by: transform) else {
      return false
    }
    return romanize(String(scalar) + virama, by: transform).map { $0 + "a" == plain } ?? false
  }
  guard let ka = consonants.first(where: { romanize(String($0), by: transform) == "ka" }) else { return }
  for letter in letters(range) {
    if String(letter) == virama {
      add(virama, "", "virama")
    } else if letter.properties.canonicalCombiningClass != .notReordered || letter == "\u{A71}" {
      add(String(letter), "", "mark")
    } else if letter == "\u{A70}" {
      // ICU leaves out the nasal sign of Gurmukhi, and its sign of a double consonant.
      add(String(letter), "n")
    } else if consonants.contains(letter), let latin = romanize(String(letter), by: transform) {
      let name = letter.properties.name ?? ""
      let respelled = hunterian.first { name.hasSuffix($0.name) }?.latin
      add(String(letter), respelled ?? String(latin.dropLast()), "consonant")
    } else if letter.properties.generalCategory == .otherLetter {
      if let latin = romanize(String(letter), by: transform) { add(String(letter), latin) }
    } else if let latin = romanize(String(ka) + String(letter), by: transform), latin.hasPrefix("k") {
      if latin.hasPrefix("ka"), latin.count == 3, letter.value & 0x7F < 4 {
        // Signs of nasals and breath come after the vowel, also the inherent one.
        add(String(letter), String(latin.dropFirst(2)))
      } else {
        add(String(letter), String(latin.dropFirst()), "vowel")
      }
    }
  }
}

addAlphabet(
  0x430...0x52F,
  [
    "Russian-Latin/BGN", "Ukrainian-Latin/BGN", "Belarusian-Latin/BGN", "Serbian-Latin/BGN", "Macedonian-Latin/BGN",
    "Kazakh-Latin/BGN", "Kirghiz-Latin/BGN", "Mongolian-Latin/BGN", "Azerbaijani-Latin/BGN", "Cyrillic-Latin",
  ], after: "б", single: "Cyrillic-Latin")
addAlphabet(0x3B1...0x3C9, ["Greek-Latin/BGN", "Greek-Latin"], single: "Greek-Latin", hasPairs: true)
addAlphabet(0x561...0x586, ["Armenian-Latin/BGN"], hasPairs: true)
addAlphabet(0x10D0...0x10FF, ["Georgian-Latin"])
addAlphabet(0x621...0x6D3, ["Arabic-Latin", "Persian-Latin/BGN"])
addAlphabet(0x5D0...0x5EA, ["Hebrew-Latin"], instead: ["ש": "sh", "צ": "ts", "ץ": "ts"])
addAlphabet(0xE01...0xE4E, ["ThaiLogical-Latin", "Thai-Latin"])
addAlphabet(0x1200...0x135A, ["Ethiopic-Latin/ALALOC", "Amharic-Latin/BGN"])
addAlphabet(0x3041...0x3096, ["Hiragana-Latin"], hasPairs: true)
addAlphabet(0x30A1...0x30FA, ["Katakana-Latin"], hasPairs: true)
add("ー", "")

addSyllabary(0x900...0x97F, "Devanagari-Latin", virama: 0x94D)
addSyllabary(0x980...0x9FF, "Bengali-Latin", virama: 0x9CD)
addSyllabary(0xA00...0xA7F, "Gurmukhi-Latin", virama: 0xA4D)
addSyllabary(0xA80...0xAFF, "Gujarati-Latin", virama: 0xACD)
addSyllabary(0xB00...0xB7F, "Oriya-Latin", virama: 0xB4D)
addSyllabary(0xB80...0xBFF, "Tamil-Latin", virama: 0xBCD)
addSyllabary(0xC00...0xC7F, "Telugu-Latin", virama: 0xC4D)
addSyllabary(0xC80...0xCFF, "Kannada-Latin", virama: 0xCCD)
addSyllabary(0xD00...0xD7F, "Malayalam-Latin", virama: 0xD4D)
addSyllabary(0xD80...0xDFF, "si-si_Latn", virama: 0xDCA)

// The parts of a Hangul syllable, read beside a vowel or the silent consonant.
func hangul(_ lead: UInt32, _ vowel: UInt32, _ tail: UInt32) -> String {
  let syllable = String(Unicode.Scalar(0xAC00 + (lead * 21 + vowel) * 28 + tail)!)
  return romanize(syllable, by: "Hangul-Latin") ?? ""
}
// ICU keeps letters apart for the way back; these are as Revised Romanization writes them.
let leads: [UInt32: String] = [5: "r"]
let tails: [UInt32: String] = [1: "k", 7: "t", 17: "p", 19: "t", 20: "t", 22: "t", 23: "t", 27: ""]
for lead in UInt32(0)..<19 {
  add(String(Unicode.Scalar(0x1100 + lead)!), leads[lead] ?? String(hangul(lead, 0, 0).dropLast()))
}
for vowel in UInt32(0)..<21 { add(String(Unicode.Scalar(0x1161 + vowel)!), hangul(11, vowel, 0)) }
for tail in UInt32(1)..<28 {
  add(String(Unicode.Scalar(0x11A7 + tail)!), tails[tail] ?? String(hangul(11, 0, tail).dropFirst()))
}

print("# source: transforms of Unicode CLDR, by way of ICU; Scripts/tables romanizations")
print("# licence: Unicode-3.0")
print("letters\tlatin\tkind\tsingle")
write(rows)
