import Foundation
import Testing

@testable import Undersigned

@Suite struct CompareFormTests {
  @Test(arguments: [
    ("Workers' Party", "workers party"), ("People’s Union", "peoples union"), ("l´Homme d`ici", "lhomme dici"),
    ("S.p.A.", "spa"), ("S.p.A", "spa"), ("Siembra A. C.", "siembra ac"), ("U.S. House", "us house"),
    ("A.C. S.C.", "ac sc"), ("J. F. Kennedy", "jf kennedy"), ("11.11.11", "11 11 11"), ("Node.js", "node js"),
    ("e.V. Berlin", "ev berlin"), ("Κ.Κ.Ε.", "κκε"), ("К.П.Р.Ф.", "кпрф"), ("م.ت.ف", "متف"), ("भा.ज.पा.", "भाजपा"),
    ("St. Mary", "st mary"), ("A...B", "a b"),
    ("École Łódź Ørsted Straße", "ecole lodz orsted strasse"), ("İstanbul IŞIK ışık", "istanbul isik isik"),
    ("Đảng Cộng sản Việt Nam", "dang cong san viet nam"), ("Ægir Œuvre Þing", "aegir oeuvre thing"),
    ("Ёлка и Йод", "елка и иод"), ("Ἀθῆναι ΣΟΦΟΣ", "αθηναι σοφοσ"),
    ("ＵＮＩＯＮ　２４", "union 24"), ("ﾊﾟｰﾃｨ", "パーティ"), ("㈱日本", "株 日本"), ("ﬁnance", "finance"), ("Foo™ Bar®", "foo bar"),
    ("أُمّة إيران ـــ آل", "امه ايران ال"), ("کمیته", "كميته"), ("٣ ৪ ५", "3 4 5"),
    ("שָׁלוֹם", "שלומ".replacing("מ", with: "ם")),
    ("צה״ל", "צהל"), ("צה\"ל", "צהל"), ("\"ABC\"", "abc"), ("हिन्दी संघ", "हिन्दी संघ"), ("ครู", "ครู"),
    ("노동조합", "노동조합"), ("Col·lectiu", "collectiu"), ("coŀlectiu", "collectiu"), ("A·B", "a b"),
    ("сompany", "company"), ("Pоссия", "россия"), ("МST", "mst"),
    ("Україна-ATTAC", "україна attac".replacing("ї", with: "і")),
    ("Peace ☮️ Now 🇧🇷", "peace now"), ("soft\u{AD}hy\u{200B}phen", "softhyphen"), ("a\u{A0}\t b", "a b"),
    ("Friends & Family/Kin_2", "friends family kin 2"), ("1️⃣ vote", "1 vote"), ("½", "1 2"),
    ("", ""), ("  ", ""), ("***", "***"), (" * \t * ", "* *"), ("'''", "'''"), ("🌍", "🌍"), ("\u{200B}", ""),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(CompareForm.fold(text) == expected)
    #expect(CompareForm.fold(CompareForm.fold(text)) == CompareForm.fold(text))
  }

  /// Bytes, because equal strings of Swift need not have equal code points.
  private func bytes(_ text: String) -> [UInt8] { Array(CompareForm.fold(text).utf8) }

  @Test func canonicalEquivalentsFoldAlike() {
    for value in UInt32(0)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "x\(scalar)y"] {
        let folded = CompareForm.fold(text)
        #expect(bytes(folded) == Array(folded.utf8), "twice, U+\(String(value, radix: 16))")
        let decomposed = text.decomposedStringWithCanonicalMapping
        let composed = text.precomposedStringWithCanonicalMapping
        guard decomposed.utf8.count != text.utf8.count || composed.utf8.count != text.utf8.count else { continue }
        #expect(bytes(decomposed) == Array(folded.utf8), "NFD, U+\(String(value, radix: 16))")
        #expect(bytes(composed) == Array(folded.utf8), "NFC, U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func randomTextsFoldAlikeInEveryForm() {
    var random = SplitMix64(seed: 1872)
    let pool: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x40, 0xA0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x45F, 0x591...0x6FF, 0x900...0xD7F,
      0xE00...0xFFF, 0x1000...0x1112, 0x1100...0x11FF, 0x1E00...0x1FFF, 0x2000...0x20FF, 0x3040...0x30FF,
      0xAC00...0xAC40,
      0xFB00...0xFB4F, 0xFF00...0xFFEF, 0x11080...0x11150, 0x1F1E6...0x1F1FF,
    ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let range = pool[Int.random(in: 0..<pool.count, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.unicodeScalars.append(scalar) }
      }
      let folded = CompareForm.fold(text)
      let note = Comment(rawValue: text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " "))
      #expect(bytes(folded) == Array(folded.utf8), note)
      #expect(bytes(text.decomposedStringWithCanonicalMapping) == Array(folded.utf8), note)
      #expect(bytes(text.precomposedStringWithCanonicalMapping) == Array(folded.utf8), note)
    }
  }

  /// Foundation's own folding of one letter, where it and this fold promise the same.
  @Test func lettersAgreeWithFoundation() {
    var compared = 0
    var kept: [Unicode.Scalar] = []
    for value in UInt32(0x21)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, (age.major, age.minor) <= (15, 1)
      else {
        continue
      }
      // Latin, Greek, Cyrillic, Armenian, Georgian, Han and Kana, with their compatibility forms.
      let scripts: [ClosedRange<UInt32>] = [
        0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x386...0x3FF, 0x400...0x481, 0x48A...0x52F, 0x531...0x586,
        0x1E00...0x1EFF,
        0x1F00...0x1FBC, 0x10A0...0x10FF, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x4E40, 0xFF21...0xFF3A,
        0xF900...0xFAD9,
      ]
      guard scripts.contains(where: { $0.contains(value) }), scalar.properties.isAlphabetic else { continue }
      let text = String(scalar)
      let isKana = (0x3041...0x30FA).contains(value)
      let compatible = text.precomposedStringWithCompatibilityMapping
      let options: String.CompareOptions =
        isKana ? [.caseInsensitive] : [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]
      let expected = compatible.folding(options: options, locale: nil).lowercased()
      let folded = CompareForm.fold(text)
      // Letters that Foundation keeps are spelled in ASCII here.
      let isLatin = scalar.properties.name?.hasPrefix("LATIN") == true
      if isLatin, expected.utf8.contains(where: { $0 >= 0x80 }) {
        kept.append(contentsOf: folded.unicodeScalars.filter { $0.value >= 0x80 })
        continue
      }
      compared += 1
      let unified = expected.replacing("ς", with: "σ").replacing("ʼ", with: "").replacing("·", with: "").replacing(
        "ʾ", with: "")
      #expect(Array(folded.utf8) == Array(unified.utf8), "U+\(String(value, radix: 16)) \(text) \(folded) \(unified)")
    }
    #expect(compared > 2000)
    #expect(kept.count < 60, "\(String(String.UnicodeScalarView(kept)))")
  }

  @Test func longTextsAreLinear() {
    let text = String(repeating: "A. ", count: 50_000) + String(repeating: "e\u{301}\u{323}", count: 20_000)
    #expect(CompareForm.fold(text).utf8.count == 50_000 + 1 + 20_000)
    let dots = String(repeating: ".      ", count: 20_000)
    #expect(CompareForm.fold(dots).utf8.count == 2 * 20_000 - 1)
  }

  /// A letter beyond ASCII takes a text the long way; in a word of its own it changes nothing else.
  @Test func plainTextFoldsAsAnyOther() {
    var generator = SplitMix64(seed: 5)
    let signs = Array("aBz09 '`-&,;:()/\"\t_@+#")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in signs.randomElement(using: &generator)! })
      let long = CompareForm.foldWords(text + " \u{142}")
      #expect(CompareForm.foldWords(text) == String(long.dropLast(long == "l" ? 1 : 2)))
    }
  }
}
