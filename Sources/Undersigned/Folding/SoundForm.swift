/// How a word in Latin letters is heard, roughly and in no language's own way: what is left when the customs of
/// spelling the same sounds are taken away (`greenpeace`, `grinpis` and `grienpies` meet).
///
/// A phonetic key in the manner of Soundex (Russell, 1918) and Metaphone (Philips, 1990), but for romanizations of
/// other scripts: `sh`, `sch` and `ş` are one sound, `zh` and `j`, `ts` and `c` before `e`, `kh` and `h`; double
/// letters are one; `ee` and `ea` are `i`, `ou` and `oo` are `u`; `y` and `i` before a vowel and a last `e` are silent.
struct SoundForm: Hashable {
  /// Small letters, and `C` as in `church`, `S` as in `shoe`, `J` as in `measure`.
  let sounds: [UInt8]

  /// The sounds of `a` through `z`; other bytes stay as they are.
  ///
  /// - Complexity: O(*n*).
  init(_ latin: String) {
    let letters = Array(latin.utf8)
    var sounds: [UInt8] = []
    sounds.reserveCapacity(letters.count)
    var index = 0
    while index < letters.count {
      let (sound, length) = SoundForm.sound(letters, index)
      index += length
      for byte in sound.utf8 where sounds.last != byte { sounds.append(byte) }
    }
    if sounds.count >= 5, sounds.last == UInt8(ascii: "e") { sounds.removeLast() }
    self.sounds = sounds
  }

  /// Sounds of several letters by the first of them, `a` through `z`; the longest first.
  private static let clusters: [[(letters: [UInt8], sound: String)]] = {
    var byLetter = [[(letters: [UInt8], sound: String)]](repeating: [], count: 26)
    for (letters, sound) in allClusters {
      byLetter[Int(letters.utf8.first! - 0x61)].append((Array(letters.utf8), sound))
    }
    return byLetter
  }()

  private static let allClusters = [
    ("shch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "J"), ("sh", "S"), ("ch", "C"), ("cz", "C"),
    ("zh", "J"), ("dj", "J"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("kh", "h"), ("gh", "g"), ("rh", "r"),
    ("ck", "k"), ("qu", "k"), ("ts", "s"), ("tz", "s"), ("ee", "i"), ("ea", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"),
  ]

  /// What is heard at a place, and how many letters it takes.
  private static func sound(_ letters: [UInt8], _ index: Int) -> (sound: String, length: Int) {
    let rest = letters[index...]
    if case 0x61...0x7A = letters[index],
      let cluster = clusters[Int(letters[index] - 0x61)].first(where: { rest.starts(with: $0.letters) })
    {
      return (cluster.sound, cluster.letters.count)
    }
    let next = index + 1 < letters.count ? letters[index + 1] : 0
    let isBeforeGlide =
      (next == UInt8(ascii: "y") || next == UInt8(ascii: "j")) && rest.dropFirst(2).first.map(isVowel) ?? false
    let isBeforeVowel = isVowel(next) || isBeforeGlide
    switch letters[index] {
    case UInt8(ascii: "c"): return ("eiy".utf8.contains(next) ? "s" : "k", 1)
    case UInt8(ascii: "q"): return ("k", 1)
    case UInt8(ascii: "x"): return ("ks", 1)
    case UInt8(ascii: "z"): return ("s", 1)
    case UInt8(ascii: "y"), UInt8(ascii: "i"): return (isBeforeVowel ? "" : "i", 1)
    case UInt8(ascii: "j"):
      let isAfterVowel = index > 0 && isVowel(letters[index - 1])
      return (isAfterVowel ? (isBeforeVowel ? "" : "i") : "J", 1)
    default: return (String(decoding: letters[index...index], as: UTF8.self), 1)
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
