import Testing

@testable import Tabular

@Suite struct TextDecodingTests {
  private func decode(_ bytes: [UInt8]) throws(TabularError) -> (text: String, encoding: String, findings: [Finding]) {
    let decoded = try DecodedText(name: "letter.csv", bytes: bytes)
    let encoding = decoded.decisions.first { $0.subject == "encoding" }?.choice ?? ""
    return (String(decoding: decoded.bytes[decoded.start...], as: UTF8.self), encoding, decoded.log.findings)
  }

  private func encode(_ text: String, _ set: SingleByteSet) throws -> [UInt8] {
    let upper = set.upperHalf
    return try text.unicodeScalars.map { scalar in
      if scalar.isASCII { return UInt8(scalar.value) }
      return UInt8(0x80 + (try #require(upper.firstIndex(of: scalar))))
    }
  }

  static let languages: [(set: SingleByteSet, text: String)] = [
    (.windows1252, "Organización,País\nSindicación de Educación,España\nConfederação,Moçambique\n"),
    (.windows1252, "nom,pays\nFédération française,Belgique\nMüller & Söhne,Österreich\nFødevareforbundet,Danmark\n"),
    (.windows1252, "Verein;Land\nBund „Süd“;Österreich\nBüro – Zürich;Schweiz\nConfédération paysanne;Frankreich\n"),
    (.windows1252, "name\nCafé\n"), (.windows1252, "name\n“Union” – l’été\n"),
    (.windows1252, "nafn,land\nAlþýðusamband Íslands,Ísland\nÞjóð,Ísland\n"),
    (.windows1250, "nazwa,kraj\nZwiązek Zawodowy „Społeczność”,Łódź\nŻółć i Świętość,Śląsk\n"),
    (.latin2, "nazwa,kraj\nZwiązek Zawodowy Społeczność,Łódź\nŻółć i Świętość,Śląsk\n"),
    (.windows1250, "název,země\nSdružení přátel,Česko\nŽivotní prostředí,Český kraj\nDěti Země,Plzeň\n"),
    (.windows1251, "организация,страна\nПрофсоюз работников образования,Россия\nСоюз женщин,Беларусь\n"),
    (.windows1251, "організація,країна\nСпілка освітян,Україна\nЄдність громадян,Київ\n"),
    (.koi8R, "организация,страна\nПрофсоюз работников образования,Россия\nСоюз женщин,Беларусь\n"),
    (.windows1253, "οργάνωση,χώρα\nΈνωση Εργαζομένων,Ελλάδα\nΆνθρωποι και Φύση,Κύπρος\n"),
    (.windows1254, "kuruluş,ülke\nEğitim ve Bilim Emekçileri Sendikası,Türkiye\nİşçi Partisi,Ağrı\n"),
    (.windows1255, "שם,מדינה\nארגון העובדים,ישראל\nשלום עכשיו,ישראל\n"),
    (.windows1256, "المنظمة,البلد\nاتحاد العمال,تونس\nجمعية المرأة,المغرب\n"),
    (.macRoman, "organización,país\nSindicación de la educación,España\nUnión de campesinos,México\nAcción,Perú\n"),
  ]

  @Test(arguments: languages) func tellsSingleByteSetsApart(set: SingleByteSet, text: String) throws {
    let result = try decode(encode(text, set))
    #expect(result.encoding == set.rawValue)
    #expect(result.text == text)
    #expect(result.findings.map(\.slug) == ["guessed-encoding"])
  }

  @Test func readsGreekOfISO() throws {
    let result = try decode(encode("όνομα,χώρα\nΆνθρωποι και Φύση,Ελλάδα\nΈνωση,Κύπρος\n", .latinGreek))
    #expect(result.text.contains("νθρωποι και Φύση,Ελλάδα"))
  }

  @Test func undefinedBytesAreCounted() throws {
    let result = try decode([0x6E, 0x61, 0x6D, 0x65, 0x0A, 0x43, 0x61, 0x66, 0xE9, 0x81, 0x0A])
    #expect(result.text == "name\nCafé\u{FFFD}\n")
    #expect(result.findings.last?.slug == "invalid-encoding")
    #expect(result.findings.last?.position == Position(source: "letter.csv", line: 2, column: 6))
  }

  @Test(arguments: [false, true], [false, true]) func readsUTF16(isBigEndian: Bool, hasMark: Bool) throws {
    let text = "name\tcountry\nПрофспілка 🇺🇦\tУкраїна\n"
    let bytes = ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let result = try decode(bytes)
    #expect(result.text == text)
    #expect(result.encoding == (isBigEndian ? "UTF-16BE" : "UTF-16LE"))
    #expect(result.findings.isEmpty)
  }

  @Test func brokenUTF16IsReported() throws {
    let result = try decode([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62, 0, 0x00, 0xD8, 0x63, 0])
    #expect(result.text == "a\nb\u{FFFD}c")
    #expect(
      result.findings.map(\.description) == [
        "letter.csv:2:2: warning: [invalid-encoding] one place is no UTF-16; U+FFFD stands for it\n"
          + "  fix: export it again as UTF-8, or mend the names in decisions.csv"
      ])
  }

  @Test func readsUTF32() throws {
    let bytes: [UInt8] =
      [0xFF, 0xFE, 0, 0]
      + "é,🇪🇸\n".unicodeScalars.flatMap { scalar in
        (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      }
    #expect(try decode(bytes).text == "é,🇪🇸\n")
  }

  @Test func keepsUTF8WithAFewBrokenPlaces() throws {
    let bytes = Array("navn\nFødevarer på Ærø\nCaf".utf8) + [0xE9] + Array(" Ø\nende".utf8) + [0xC3]
    let result = try decode(bytes)
    #expect(result.encoding == "UTF-8")
    #expect(result.text == "navn\nFødevarer på Ærø\nCaf\u{FFFD} Ø\nende\u{FFFD}")
    #expect(result.findings.map(\.slug) == ["invalid-encoding"])
    #expect(result.findings[0].position == Position(source: "letter.csv", line: 3, column: 4))
    #expect(result.findings[0].message == "2 places are no UTF-8; U+FFFD stands for each")
  }

  @Test func marksAtLineStartsAreLeftOut() throws {
    let result = try decode(Array("\u{FEFF}name\nA\n\u{FEFF}name\nB \u{FEFF}b\n".utf8))
    #expect(result.text == "name\nA\nname\nB \u{FEFF}b\n")
    #expect(result.findings.map(\.slug) == ["inner-byte-order-mark"])
    #expect(result.findings[0].position == Position(source: "letter.csv", line: 3, column: 1))
  }

  @Test(arguments: [
    ("SindicaciÃ³n", "Ã³", "ó"), ("PeopleâĂs", "", ""), ("lâ€™Ã©tÃ©", "â€™", "’"), ("Ð¡Ð¾ÑŽÐ·", "Ð¡", "С"),
    ("SÃO PAULO", "", ""), ("Organização, ações", "", ""), ("ÑANDÚ", "", ""),
  ]) func pointsOutDoubleEncoding(text: String, seen: String, repaired: String) throws {
    let result = try decode(Array("name\n\(text)\n".utf8))
    #expect(result.text == "name\n\(text)\n")
    if seen.isEmpty {
      #expect(result.findings.isEmpty)
    } else {
      #expect(result.findings.map(\.slug) == ["double-encoded"])
      #expect(result.findings[0].message.hasPrefix("'\(seen)' looks like '\(repaired)' encoded twice"))
    }
  }

  @Test func padsAreLeftOut() throws {
    let result = try decode(Array("name\nA\n".utf8) + [0, 0, 0, 0, 0])
    #expect(result.text == "name\nA\n")
    #expect(result.findings.map(\.slug) == ["zero-bytes"])
    #expect(try decode(Array("name\nA\n\u{1A}".utf8)).text == "name\nA\n")
  }

  @Test(
    arguments: [
      // 中华全国总工会 and 北京, then 日本の組合, in the encodings' own bytes.
      (
        [
          0xD6, 0xD0, 0xBB, 0xAA, 0xC8, 0xAB, 0xB9, 0xFA, 0xD7, 0xDC, 0xB9, 0xA4, 0xBB, 0xE1, 0x2C, 0xB1, 0xB1, 0xBE,
          0xA9,
        ],
        "GB 2312 (Chinese)"
      ),
      ([0x93, 0xFA, 0x96, 0x7B, 0x82, 0xCC, 0x91, 0x67, 0x8D, 0x87, 0x82, 0xC5, 0x82, 0xB7], "Shift_JIS (Japanese)"),
      ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], "ISO 2022 (Japanese, Korean or Chinese)"),
    ] as [([UInt8], String)]) func refusesEastAsianSetsByName(bytes: [UInt8], family: String)
  {
    let kind = TabularError.Kind.invalidEncoding("it looks like \(family)")
    #expect(throws: TabularError(kind, at: Position(source: "letter.csv"))) { try decode(bytes) }
  }

  @Test func utf8InspectionAgreesWithTheLibrary() {
    var random = SplitMix64(seed: 11)
    let alphabet: [UInt8] = [0x41, 0x80, 0xBF, 0xC2, 0xC0, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
      let invalid = bytes.withUnsafeBufferPointer { UTF8Inspection($0).invalidCount }
      let replaced = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
      #expect(invalid == replaced, "\(bytes)")
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x4F, 0x00, 0x72], [0xFE, 0xFF, 0x00, 0x4F, 0x00], [0xFF, 0xFE, 0x4F, 0x00, 0x3D, 0xD8],
      [0xFF, 0xFE, 0x00, 0x00, 0x4F, 0x00, 0x00, 0x00, 0x72, 0x00, 0x01],
    ] as [[UInt8]])
  func halfACharacterAtTheEndIsLeftOut(bytes: [UInt8]) throws {
    let (text, _, findings) = try decode(bytes)
    #expect(text == "O")
    #expect(
      findings.map(\.description) == [
        """
        letter.csv:1:2: warning: [invalid-encoding] the text ends in the middle of a character, which was left out
          fix: get the whole file again; it may have been cut off
        """
      ])
  }
}
