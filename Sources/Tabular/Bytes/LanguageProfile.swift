/// The runs of letters and high bytes around each byte of 0x80 and above: all that tells single-byte sets apart.
struct HighByteWords {
  /// The words, end to end, each between bytes that are no ASCII letters and no high bytes; a zero after each.
  private(set) var bytes: [UInt8] = []
  /// How many bytes of 0x80 and above there are in `bytes`.
  private(set) var highByteCount = 0

  /// Gathers the words of the first places with high bytes, up to 32 KiB of them.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count && bytes.count < 1 << 15 {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      var start = index
      while start > 0 && HighByteWords.isLetter(text[start - 1]) && index - start < 40 { start -= 1 }
      var end = index
      while end < text.count && (text[end] >= 0x80 || HighByteWords.isLetter(text[end])) && end - start < 400 {
        if text[end] >= 0x80 { highByteCount += 1 }
        end += 1
      }
      bytes.append(contentsOf: text[start..<end])
      bytes.append(0)
      index = max(end, index + 1)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}

/// The letters outside ASCII by which a language is known, to tell single-byte sets apart.
///
/// A modest method: each high byte, read in a set, gets points when it is a letter of the language, and loses some
/// when it is a symbol inside a word, a capital after a small letter, or a letter of another script than its
/// neighbour. General knowledge of alphabets; no frequencies from any text.
struct LanguageProfile {
  /// The language, or group of languages, in words for a reason.
  var language: String
  /// The sets that it is written in.
  var sets: [SingleByteSet]
  /// Small letters worth 1, in its own alphabet and common.
  var common: String
  /// Small letters worth half: rare ones, or those of a mixed text.
  var rare: String = ""

  /// The best score of each set and its language.
  static func bestBySet(_ words: HighByteWords) -> [(set: SingleByteSet, language: String, score: Double)] {
    SingleByteSet.allCases.compactMap { set in
      let upper = set.upperHalf
      let scored = all.filter { $0.sets.contains(set) }.map { ($0.language, $0.score(words, upper)) }
      return scored.max { $0.1 < $1.1 }.map { (set, $0.0, $0.1) }
    }
  }

  private static let western: [SingleByteSet] = [.windows1252, .macRoman]
  private static let central: [SingleByteSet] = [.windows1250, .latin2]

  /// The profiles. Western texts come in mixtures, as letters are signed in many countries.
  static var all: [LanguageProfile] {
    [
      LanguageProfile(language: "Spanish", sets: western, common: "áéíóúñüªº"),
      LanguageProfile(language: "Portuguese", sets: western, common: "áâãàçéêíóôõúªº"),
      LanguageProfile(language: "French", sets: western, common: "éèêàâçîôûùëïœ"),
      LanguageProfile(language: "German", sets: western, common: "äöüß"),
      LanguageProfile(language: "Italian", sets: western, common: "àèéìòù"),
      LanguageProfile(language: "Catalan", sets: western, common: "àèéíïòóúüç·"),
      LanguageProfile(language: "Nordic languages", sets: western, common: "åäöæøé"),
      LanguageProfile(language: "Icelandic", sets: western, common: "áðéíóúýþæö"),
      LanguageProfile(language: "Western languages", sets: western, common: "", rare: "éóáíñçãüöäèøåæßêôàîâõúëïªº"),
      LanguageProfile(language: "Polish", sets: central, common: "ąćęłńóśźż"),
      LanguageProfile(language: "Czech or Slovak", sets: central, common: "áčďéěíňóřšťúůýžäľĺŕô"),
      LanguageProfile(language: "Hungarian", sets: central, common: "áéíóöőúüű"),
      LanguageProfile(language: "Romanian", sets: central, common: "ăâîşţ"),
      LanguageProfile(language: "Croatian, Bosnian or Slovene", sets: central, common: "čćđšž"),
      LanguageProfile(
        language: "Central European languages", sets: central, common: "", rare: "ąćęłńóśźżáčďéěíňřšťúůýžöőüűăâîşţđäôľ"),
      LanguageProfile(language: "Turkish", sets: [.windows1254], common: "çğıöşüi̇", rare: "âîû"),
      LanguageProfile(
        language: "Russian", sets: [.windows1251, .koi8R], common: "оеаинтсрвлкмдпу", rare: "яыьгзбчйхжшюцщэфъё"),
      LanguageProfile(
        language: "Ukrainian", sets: [.windows1251], common: "оаинтсрвлкмдпуіе", rare: "яьгзбчйхжшюцщфїєґ"),
      LanguageProfile(
        language: "Bulgarian, Serbian or Macedonian", sets: [.windows1251], common: "оеаинтсрвлкмдпуј",
        rare: "яьгзбчйхжшюцщфъђљњћџѓќѕ"),
      LanguageProfile(
        language: "Greek", sets: [.windows1253, .latinGreek], common: "αοιετσνηυρπκμλως", rare: "γδθχφβξζψάέήίόύώϊϋΐΰ"),
      LanguageProfile(language: "Hebrew", sets: [.windows1255], common: "יוהלרתאבשמנדעקחפםט", rare: "צגסכןזךףץ"),
      LanguageProfile(
        language: "Arabic", sets: [.windows1256], common: "اليمنوتربدعسفكقةح", rare: "جشصطخذثزءآأإؤئىضظغهپچژگ"),
    ]
  }

  private func score(_ words: HighByteWords, _ upper: [Unicode.Scalar]) -> Double {
    let points = upper.map { weight($0) }
    let isLatin = sets.contains { [.windows1252, .macRoman, .windows1250, .latin2, .windows1254].contains($0) }
    let kinds = upper.map { Kind($0) }
    var total = 0.0
    var before = Kind.boundary
    var highRun = 0
    for (index, byte) in words.bytes.enumerated() {
      guard byte >= 0x80 else {
        highRun = 0
        before = byte == 0 ? .boundary : byte < 0x60 ? .asciiCapital : .asciiSmall
        continue
      }
      let kind = kinds[Int(byte) - 0x80]
      let next = words.bytes[index + 1]
      let isInside = before != .boundary && next != 0
      let touchesASCII = before == .asciiSmall || before == .asciiCapital || (next != 0 && next < 0x80)
      switch kind {
      case .small, .capital, .uncased:
        total += points[Int(byte) - 0x80]
        highRun += 1
        if kind == .capital && (before == .small || before == .asciiSmall) { total -= 2 }
        if isLatin && highRun > 2 { total -= 1 }
        if !isLatin && touchesASCII { total -= 2 }
      case .apostrophe:
        highRun = 0
      case .punctuation:
        highRun = 0
        if isInside { total -= 0.5 }
      case .symbol:
        highRun = 0
        total -= isInside ? 3 : 1
      case .undefined:
        highRun = 0
        total -= 4
      case .boundary, .asciiSmall, .asciiCapital:
        break
      }
      before = kind
    }
    return total
  }

  private func weight(_ scalar: Unicode.Scalar) -> Double {
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    guard let letter = small.first else { return -2 }
    if common.unicodeScalars.contains(letter) || scalar == "İ" && common.contains("ı") { return 1 }
    return rare.unicodeScalars.contains(letter) ? 0.5 : -2
  }

  /// What a character is to its neighbours.
  private enum Kind {
    case boundary, asciiSmall, asciiCapital, small, capital, uncased, apostrophe, punctuation, symbol, undefined

    init(_ scalar: Unicode.Scalar) {
      if scalar == "\u{FFFD}" {
        self = .undefined
        return
      }
      switch scalar.properties.generalCategory {
      case .lowercaseLetter: self = .small
      case .uppercaseLetter: self = .capital
      case .otherLetter, .nonspacingMark: self = .uncased
      case .control, .privateUse: self = .undefined
      default:
        if "’·".unicodeScalars.contains(scalar) {
          self = .apostrophe
        } else if "\u{A0}–—“”„‘«»…•€°§†¿¡®™©‹›\u{AD}".unicodeScalars.contains(scalar) {
          self = .punctuation
        } else {
          self = .symbol
        }
      }
    }
  }
}
