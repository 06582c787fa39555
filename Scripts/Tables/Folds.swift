// Writes folds.tsv: what CompareForm.fold makes of every code point up to the pinned version of Unicode.
//
// Decompositions come from Foundation's ICU, properties and case mappings from the Swift standard library, both Unicode
// data. A code point that is not in the table stays as it is.

import Foundation

/// The newest version of Unicode that both ICU and the standard library know; younger code points stay as they are.
let pinned = (major: 15, minor: 1)

enum Fold: Equatable {
  /// A letter, digit or mark that stays, or becomes these.
  case scalars([UInt32])
  /// Punctuation or a symbol: a border between words.
  case gap
  /// White space or a control character.
  case space
  /// Deleted without a trace.
  case drop
  /// Deleted, but visible.
  case apostrophe
  /// A mark that stays, with its canonical combining class.
  case mark(UInt8)
}

/// Letters without a decomposition, and without a name that tells their base.
let spelled: [UInt32: String] = [
  0xE6: "ae", 0xF0: "d", 0xFE: "th", 0x131: "i", 0x138: "k", 0x14B: "ng", 0x153: "oe", 0x18D: "d", 0x195: "hv",
  0x19B: "l", 0x19E: "n", 0x1A3: "oi", 0x1BF: "w", 0x1DD: "e", 0x21D: "y", 0x223: "ou", 0x237: "j", 0x238: "db",
  0x239: "qp", 0x250: "a", 0x251: "a", 0x252: "a", 0x254: "o", 0x258: "e", 0x259: "e", 0x25A: "e", 0x25B: "e",
  0x25C: "e", 0x25E: "e", 0x261: "g", 0x262: "g", 0x263: "g", 0x264: "u", 0x265: "h", 0x269: "i", 0x26A: "i",
  0x26F: "m", 0x275: "o", 0x279: "r", 0x283: "sh", 0x287: "t", 0x28A: "u", 0x28B: "v", 0x28C: "v", 0x292: "z",
  0x29E: "k", 0x2A3: "dz", 0x2A6: "ts", 0x2A7: "tsh", 0x1EFB: "ll", 0x1EFD: "v", 0x2C68: "h", 0xA733: "aa",
  0xA735: "ao", 0xA737: "au", 0xA739: "av", 0xA73D: "ay", 0xA74F: "oo", 0xA761: "vy", 0xA77A: "d", 0xA77C: "f",
  0xA787: "t", 0xAB53: "x",
]

/// Letters of the Arabic script that are typed for one another.
let arabic: [UInt32: UInt32] = [
  0x629: 0x647, 0x649: 0x64A, 0x66E: 0x628, 0x671: 0x627, 0x672: 0x627, 0x673: 0x627, 0x675: 0x627, 0x6A9: 0x643,
  0x6AA: 0x643, 0x6BE: 0x647, 0x6C1: 0x647, 0x6C3: 0x647, 0x6CC: 0x64A, 0x6D5: 0x647,
]

/// What people type for an apostrophe, a Hebrew geresh or gershayim, or a Polynesian glottal stop.
let apostrophes: Set<UInt32> = [
  0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x294, 0x55A, 0x5F3, 0x5F4, 0x2018,
  0x2019, 0x201B, 0x2032, 0x2035, 0xA78B, 0xA78C, 0xFF07,
]

/// Symbols whose compatibility letters would be glued to the name before them.
let trademarks: Set<UInt32> = [0x2120, 0x2122]

/// Marks that go from any base: diacritics of Latin, Greek and Cyrillic, Arabic vowel signs, Hebrew points, marks of
/// musical notes.
let droppedMarks: [ClosedRange<UInt32>] = [
  0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF...0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7...0x5C7,
  0x610...0x61A, 0x64B...0x65F, 0x670...0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED,
  0x898...0x89F, 0x8CA...0x8E1, 0x8E3...0x8FF, 0x10EFD...0x10EFF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
  0x2DE0...0x2DFF, 0x302A...0x302F, 0xA66F...0xA672, 0xA674...0xA67D, 0xA69E...0xA69F, 0xFB1E...0xFB1E,
  0xFE20...0xFE2F, 0x1D165...0x1D169, 0x1D16D...0x1D172, 0x1D17B...0x1D182, 0x1D185...0x1D18B, 0x1D1AA...0x1D1AD,
  0x1D242...0x1D244,
]

func isPinned(_ scalar: Unicode.Scalar) -> Bool {
  guard let age = scalar.properties.age else { return false }
  return (age.major, age.minor) <= pinned
}

func isDropped(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value == 0x640 || droppedMarks.contains(where: { $0.contains(scalar.value) }) { return true }
  return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
}

func compatibility(_ text: String) -> [Unicode.Scalar] {
  Array(text.decomposedStringWithCompatibilityMapping.unicodeScalars)
}

/// Lower case by way of upper case, which joins what only differs in lower case (ß and ss, ς and σ, ı and i).
func caseFold(_ scalar: Unicode.Scalar) -> String {
  func each(_ text: String, _ map: (Unicode.Scalar.Properties) -> String) -> String {
    text.unicodeScalars.map { map($0.properties) }.joined()
  }
  let lower = scalar.properties.lowercaseMapping
  return each(each(lower) { $0.uppercaseMapping }) { $0.lowercaseMapping }
}

/// The ASCII letters of a Latin letter that has no decomposition.
func latin(_ scalar: Unicode.Scalar) -> String? {
  if let spelled = spelled[scalar.value] { return spelled }
  guard scalar.value > 0x7F, let name = scalar.properties.name else { return nil }
  for prefix in ["LATIN SMALL LETTER ", "LATIN LETTER SMALL CAPITAL "] where name.hasPrefix(prefix) {
    let rest = name.dropFirst(prefix.count)
    guard let letter = rest.first, letter.isASCII, letter.isLetter else { continue }
    if rest.count == 1 || rest.dropFirst().hasPrefix(" WITH ") { return letter.lowercased() }
  }
  return nil
}

/// One step: decomposed, then each part in lower case, respelled or dropped.
func step(_ text: String) -> String {
  var result = ""
  for scalar in compatibility(text) where !isDropped(scalar) {
    if apostrophes.contains(scalar.value) {
      result.unicodeScalars.append(scalar)
    } else if let letters = latin(scalar) {
      result += letters
    } else if let unified = arabic[scalar.value] {
      result.unicodeScalars.append(Unicode.Scalar(unified)!)
    } else if scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue {
      result += String(Int(value))
    } else {
      result += caseFold(scalar)
    }
  }
  return result
}

func simpleFold(_ scalar: Unicode.Scalar) -> Fold {
  if apostrophes.contains(scalar.value) { return .apostrophe }
  if scalar.value == 0x60C || scalar.properties.isWhitespace { return scalar.value == 0x60C ? .gap : .space }
  if isDropped(scalar) { return .drop }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: return .space
  case .nonspacingMark, .spacingMark, .enclosingMark:
    return .mark(scalar.properties.canonicalCombiningClass.rawValue)
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
    .letterNumber, .otherNumber, .unassigned, .privateUse, .surrogate:
    return .scalars([scalar.value])
  default: return .gap
  }
}

func fold(_ scalar: Unicode.Scalar) -> Fold {
  let first = simpleFold(scalar)
  if first == .drop || first == .apostrophe || first == .space || trademarks.contains(scalar.value) { return first }
  // Canonical equivalents must fold alike, down to the signs that a text of signs alone is given back with.
  let canonical = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
  if canonical != [scalar] {
    return .scalars(
      canonical.flatMap { part -> [UInt32] in
        switch fold(part) {
        case .scalars(let scalars): scalars
        case .drop: []
        default: [part.value]
        }
      })
  }
  let parts = compatibility(String(scalar))
  if first == .gap, parts == [scalar] { return .gap }
  // An accent that stands alone is a space with a mark.
  if parts.first == " " { return .gap }
  var text = String(scalar)
  while true {
    let next = step(text)
    if Array(next.unicodeScalars) == Array(text.unicodeScalars) { break }
    text = next
  }
  let scalars = text.unicodeScalars.map(\.value)
  if scalars.isEmpty { return .drop }
  if scalars == [scalar.value] { return first }
  return .scalars(scalars)
}

func hex(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
}

struct Run {
  var first: UInt32
  var last: UInt32
  var fold: Fold
  /// Whether the target goes up with the code point.
  var climbs = false

  /// Whether the next code point, with this fold, continues the run.
  func continues(_ value: UInt32, _ next: Fold) -> Bool? {
    guard value == last + 1 else { return nil }
    if case .scalars(let from) = fold, case .scalars(let to) = next {
      guard from.count == 1, to.count == 1 else { return nil }
      if to[0] == from[0], !climbs { return false }
      if to[0] == from[0] + (value - first), climbs || first == last { return true }
      return nil
    }
    return fold == next ? false : nil
  }
}

var runs: [Run] = []
var pairs: [(first: UInt32, second: UInt32, composed: UInt32)] = []
for value in UInt32(0)...0xE0FFF {
  guard let scalar = Unicode.Scalar(value) else { continue }
  let isHangul = (0xAC00...0xD7A3).contains(value)
  guard isPinned(scalar) || scalar.properties.isDefaultIgnorableCodePoint, !isHangul else { continue }
  let result = fold(scalar)
  // Vowels and final consonants of Hangul join the letter before them, as marks do.
  if (0x1161...0x1175).contains(value) || (0x11A8...0x11C2).contains(value) {
    runs.append(Run(first: value, last: value, fold: .mark(0)))
    continue
  }
  let canonical = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
  if canonical.count == 2, String(scalar).precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual([scalar]),
    case .mark = fold(canonical[1]), [.scalars([canonical[0].value]), .mark(0)].contains(fold(canonical[0]))
  {
    pairs.append((canonical[0].value, canonical[1].value, value))
  }
  if result == .scalars([value]) { continue }
  if let climbs = runs.last?.continues(value, result) {
    runs[runs.count - 1].last = value
    runs[runs.count - 1].climbs = climbs
  } else {
    runs.append(Run(first: value, last: value, fold: result))
  }
}

print(
  "# source: Unicode Character Database \(pinned.major).\(pinned.minor), by way of ICU and the Swift standard library;")
print(
  "# source: letters without a decomposition and look-alikes of Arabic from general knowledge; Scripts/tables folds")
print("# licence: Unicode-3.0")
print("first\tlast\tkind\tvalue")
var lines: [String] = []
for run in runs {
  let ends = "\(hex(run.first))\t\(hex(run.last))"
  switch run.fold {
  case .scalars(let scalars):
    let value = scalars.map { hex($0) }.joined(separator: " ")
    lines.append("\(ends)\t\(run.climbs ? "climb" : "letter")\t\(value)")
  case .gap: lines.append("\(ends)\tgap\t")
  case .space: lines.append("\(ends)\tspace\t")
  case .drop: lines.append("\(ends)\tdrop\t")
  case .apostrophe: lines.append("\(ends)\tapostrophe\t")
  case .mark(let combiningClass): lines.append("\(ends)\tmark\t\(combiningClass)")
  }
}
for pair in pairs { lines.append("\(hex(pair.first))\t\(hex(pair.second))\tpair\t\(hex(pair.composed))") }
for line in lines.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { print(line) }
