import Testing

@testable import Undersigned

@Suite struct RomanFormTests {
  @Test(arguments: [
    ("Гринпис", "grinpis"), ("Союз", "soyuz"), ("Єдність", "yednist"), ("Μέτωπο", "metopo"), ("ΚΚΕ", "kke"),
    ("Ουτοπία", "outopia"), ("ग्रीनपीस", "grinapis"), ("भारतीय", "bharatiy"), ("বাংলা", "bamla"), ("ਪੰਜਾਬ", "panjab"),
    ("ગુજરાત", "gujarat"), ("ଓଡ଼ିଶା", "odisha"), ("தமிழ்", "tamil"), ("తెలుగు", "telugu"), ("ಕನ್ನಡ", "kannada"),
    ("മലയാളം", "malayalam"), ("ලංකා", "lamka"), ("საქართველო", "sakartvelo"), ("Հայաստան", "hayastan"),
    ("绿色和平", "luseheping"), ("グリーンピース", "gurinpisu"), ("きょうと", "kyouto"), ("日本グリーン", "ribengurin"),
    ("그린피스", "geurinpiseu"), ("노동당", "nodongdang"), ("ኢትዮጵያ", "ityopya"),
  ])
  func spellsInLatin(name: String, latin: String) {
    #expect(RomanForm(CompareForm.fold(name))?.letters == latin)
    #expect(RomanForm(CompareForm.fold(name))?.reading != .consonants)
  }

  @Test(arguments: [("حماس", "hmas"), ("غرينبيس", "ghrynbys"), ("שלום", "shlwm"), ("پارت", "part")])
  func keepsConsonantsWhereVowelsAreNotWritten(name: String, latin: String) {
    #expect(RomanForm(CompareForm.fold(name))?.letters == latin)
    #expect(RomanForm(CompareForm.fold(name))?.reading == .consonants)
  }

  @Test(arguments: ["greenpeace", "attac2", "", "+", "ⵜⴰⵎ", "гринⵜ"])
  func hasNothingForLatinAndUnknownScripts(word: String) { #expect(RomanForm(word) == nil) }

  @Test func spellsAcronymsWithOneLetterForOne() {
    #expect(RomanForm("цк")?.letters == "tsk")
    #expect(RomanForm("цк")?.singles == "ck")
    #expect(RomanForm("кпрф")?.singles == "kprf")
  }

  @Test(arguments: ["romanizations", "pinyin"])
  func keysAreFoldedAndSpelledInASCII(table: String) {
    var last = ""
    ReferenceTable(embedded: table).forEach { record in
      #expect(last.utf8.lexicographicallyPrecedes(record[0].utf8))
      last = record[0]
      let isJamo = record[0].unicodeScalars.allSatisfy { (0x1100...0x11FF).contains($0.value) }
      #expect(isJamo || CompareForm.fold(record[0]) == record[0] || record[0].unicodeScalars.count == 1)
      #expect(record[1].utf8.allSatisfy { (0x61...0x7A).contains($0) })
      #expect(record.count < 3 || ["letter", "consonant", "vowel", "virama", "mark"].contains(record[2]))
    }
  }

  @Test func longWordsAreCut() {
    #expect(RomanForm(String(repeating: "я", count: 10_000))?.letters.count == 128)
  }
}
