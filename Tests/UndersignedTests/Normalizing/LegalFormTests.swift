import Testing

@testable import Undersigned

@Suite struct LegalFormTests {
  @Test func everyFormIsWellFormed() {
    var seen: Set<[String]> = []
    ReferenceTable(embedded: "legal-forms").forEach { record in
      #expect(record.count == 6 && !record[1].isEmpty)
      #expect(["start", "end", "any"].contains(record[4]))
      #expect(LegalForm.Strength(rawValue: record[5]) != nil)
      #expect(seen.insert([record[0], record[1]]).inserted, "\(record[0]) twice")
      #expect(CompareForm.fold(record[0]) == record[0])
      for code in record[2].split(separator: " ") { #expect(CountryCode(code) != nil) }
    }
  }

  private func core(_ name: String) -> String { CoreForm(name, compareForm: CompareForm.fold(name)).text }

  @Test(arguments: [
    ["Testa Verein e.V.", "Testa Verein e. V.", "Testa Verein eV"], ["AB Testa", "Testa AB", "Testa Aktiebolag"],
    ["Oy Testa AB", "Testa Oy"], ["Testa & C. S.p.A.", "Testa & C SPA", "Testa & C. SpA"],
    ["Testa & Co. A/S", "TESTA & CO AS", "Testa Company A/S", "Testa"],
    ["Testa DAC", "Testa Designated Activity Company"],
    ["Testa S.r.l. in liquidazione", "Testa SRL"],
    ["Testa GmbH & Co. KGaA", "Testa GmbH & Co", "Testa Kommanditgesellschaft auf Aktien"],
    ["Stichting Testa", "Testa"], ["MTÜ Testa", "Testa MTÜ"], ["Testa, z. s.", "Testa z.s.", "Testa zapsaný spolek"],
    ["Testa o. z.", "Testa, o.z.", "Testa občianske združenie"], ["Testa r.y.", "Testa ry"],
    ["Testa asbl", "Testa A.S.B.L.", "Testa vzw"], ["Testa Sdn. Bhd.", "Testa Sdn Bhd"], ["PT Testa Tbk", "PT Testa"],
    ["Testa S.A.S.", "Testa SAS"], ["Testa Ltda.", "Testa Limitada"],
    ["Testa CIC", "Testa Community Interest Company"],
  ])
  func formsOfOneNameHaveOneCore(names: [String]) { #expect(Set(names.map(core)).count == 1, "\(names.map(core))") }

  @Test(arguments: [
    ("АНО «Проба»", "проба"), ("Общественный фонд Проба", "проба"), ("ТОО Проба", "проба"), ("ОсОО Проба", "проба"),
    ("NPO法人テスト協会", "テスト協会"), ("財團法人測試", "測試"), ("社团法人测试", "测试"), ("測試股份有限公司", "測試"),
    ("사단법인 시험", "시험"), ("(사)시험", "시험"), ("שם בדיקה בע\"מ", "שם בדיקה"), ("شركة اختبار ش.م.ل", "اختبار"),
    ("Δοκιμή Α.Ε.", "δοκιμη"), ("Dokimi AE", "dokimi"), ("Proba d.o.o.", "proba"), ("Շրջան ՓԲԸ", "շրջան"),
    ("प्रयोग प्रा. लि.", "प्रयोग"),
  ])
  func formsOfOtherScriptsGo(name: String, core expected: String) { #expect(core(name) == expected) }

  @Test(arguments: [
    "GmbH", "e.V.", "A.C.", "AB", "Oy Ab", "ООО", "株式会社", "사단법인", "S.A.", "Company", "& Co", "Registered Charity",
  ])
  func aNameThatIsOnlyALegalFormKeepsItself(name: String) { #expect(core(name) == CompareForm.fold(name)) }

  @Test(arguments: [
    ("Theatre Company", "theatre company"), ("AS Roma", "as roma"), ("Boulder, Colorado", "boulder colorado"),
    ("Women of Co", "women of co"), ("Registered Nurses", "registered nurses"), ("Casa e co", "casa co"),
  ])
  func wordsThatOnlyLookLikeOneStay(name: String, core expected: String) { #expect(core(name) == expected) }

  @Test(arguments: [
    ["J. R. Testa House", "J.R. Testa House", "J R Testa House", "JR Testa House"],
    ["A.C.T. Testa", "A C T Testa", "ACT Testa"],
    ["H+H Testa", "H & H Testa", "H plus H Testa"], ["L'Exemple", "L'EXEMPLE SA", "Exemple"],
  ])
  func initialsAndSignsHaveOneCore(names: [String]) { #expect(Set(names.map(core)).count == 1, "\(names.map(core))") }

  @Test(arguments: [
    ["Trabajador@s Unidos", "Trabajadores Unidos", "Trabajadorxs Unidos", "Trabajadores/as Unidos"],
    [
      "Étudiant·e·s Solidaires", "Étudiant-e-s Solidaires", "Étudiants Solidaires", "Étudiant.e.s Solidaires",
      "Étudiants et étudiantes Solidaires", "Étudiant(e)s Solidaires",
    ],
    [
      "Lehrer*innen Bund", "Lehrer:innen Bund", "Lehrer_innen Bund", "LehrerInnen Bund", "Lehrer/-innen Bund",
      "Lehrer Bund",
    ],
    ["Amigues Todes", "Amigues Todes"], ["Advogad@s Livres", "Advogados Livres", "Advogadas e Advogados Livres"],
    ["Vecinas y Vecinos", "Vecin@s", "Vecinxs"], ["Lavoratori e Lavoratrici", "Lavoratrici e Lavoratori"],
  ])
  func inclusiveSpellingsHaveOneCore(names: [String]) { #expect(Set(names.map(core)).count == 1, "\(names.map(core))") }
}
