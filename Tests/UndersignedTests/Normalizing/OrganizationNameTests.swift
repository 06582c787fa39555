import Testing

@testable import Undersigned

@Suite struct OrganizationNameTests {
  /// Names by display form, acronyms (`+` verified), qualifiers.
  private func outline(_ answer: String) -> String {
    let name = OrganizationName(answer)
    let acronyms = name.acronyms.map { $0.compareForm + ($0.isVerified ? "+" : "") }
    return [name.names.map(\.display), acronyms, name.qualifiers].map { $0.joined(separator: "|") }
      .joined(separator: " # ")
  }

  @Test(arguments: [
    ("MST", " # mst # "), ("A.C.", " # ac # "), ("C.U.T", " # cut # "), ("GmbH", "GmbH #  # "), ("***", "*** #  # "),
    ("AC/DC", "AC/DC #  # "), ("24/7 Network", "24/7 Network #  # "), ("11.11.11", "11.11.11 #  # "),
    ("CNCD-11.11.11", "CNCD-11.11.11 # cncd # "), ("AID / WATCH", "AID / WATCH # aid|watch # "),
    ("GREENPEACE", "GREENPEACE # greenpeace # "), ("Greenpeace", "Greenpeace #  # "), ("F-Droid", "F-Droid #  # "),
    (
      "Friends of the Earth (England, Wales & Northern Ireland)",
      "Friends of the Earth #  # england wales northern ireland"
    ),
    ("Sindicato A / Sindicato B", "Sindicato A|Sindicato B #  # "),
    ("Workers' Party of Belgium (PTB-PVDA)", "Workers' Party of Belgium # ptb|pvda # "),
    ("Movimento de Trabalhadores Sem-Teto (MTST-Brazil)", "Movimento de Trabalhadores Sem-Teto # mtst+ # brazil"),
    ("Democratic Socialists of America (DSA)", "Democratic Socialists of America # dsa+ # "),
    ("DSA - Democratic Socialists of America", "Democratic Socialists of America # dsa+ # "),
    ("MTST-Brazil", " # mtst # brazil"), ("CUT-MG", " # cut # mg"), ("CPT/CE", " # cpt # ce"),
    ("CUT Central Única dos Trabalhadores", "Central Única dos Trabalhadores # cut+ # "),
    ("Central Única dos Trabalhadores CUT-RS", "Central Única dos Trabalhadores # cut+ # rs"),
    ("Movimento dos Sem Terra MST", "Movimento dos Sem Terra # mst+ # "),
    ("Friends of Peace NOW", "Friends of Peace NOW #  # "),
    ("Comissão da Terra- CT", "Comissão da Terra # ct+ # "),
    ("Articulação Camponesa Comunitária-MNRC", "Articulação Camponesa Comunitária # mnrc # "),
    ("ABC-Casa do Povo", "Casa do Povo # abc # "), ("US-Africa Synergy", "US-Africa Synergy #  # "),
    ("Testa Network (TN) Africa", "Testa Network # tn+ # africa"),
    ("FNV, Dutch Trade Union", "Dutch Trade Union # fnv # "),
    ("Red Sin Fronteras, Latin America", "Red Sin Fronteras #  # latin america"),
    ("Techniciens, Experts et Chercheurs", "Techniciens, Experts et Chercheurs #  # "),
    ("Unifor, Local 12", "Unifor #  # local 12"), ("UFCW Local 1776", "UFCW Local 1776 # ufcw # local 1776"),
    ("Maritime Union, Victoria Branch", "Maritime Union #  # victoria branch"),
    ("Testa Institute (formerly Old Testa House)", "Testa Institute|Old Testa House #  # "),
    ("Testa Group aka Proba House", "Testa Group|Proba House #  # "),
    ("Testa House – Casa da Testa", "Testa House|Casa da Testa #  # "),
    ("Council of Canadians/Conseil des Canadiens", "Council of Canadians|Conseil des Canadiens #  # "),
    ("Stop TTIP/CETA Italia", "Stop TTIP/CETA Italia #  # "),
    ("Institut Physik/Chemie der Stadt", "Institut Physik/Chemie der Stadt #  # "),
    ("Agrar- und Umweltverein", "Agrar- und Umweltverein #  # "),
    ("Non- Violence Network", "Non- Violence Network #  # "), ("Rolls-Royce Union", "Rolls-Royce Union #  # "),
    ("UNIÃO DOS ESTUDANTES (UE)", "UNIÃO DOS ESTUDANTES # ue+ # "),
    ("UNIÃO DOS ESTUDANTES (NACIONAL)", "UNIÃO DOS ESTUDANTES #  # nacional"),
    ("Trinity College (CT)", "Trinity College #  # ct"), ("(Testa Network)", "Testa Network #  # "),
    ("Testa Network (unfinished", "Testa Network #  # unfinished"), ("Econ[omic Forum", "Econ[omic Forum #  # "),
    ("الاتحاد العام التونسي للشغل (UGTT)", "الاتحاد العام التونسي للشغل # ugtt # "),
    ("अखिल भारतीय किसान सभा (AIKS)", "अखिल भारतीय किसान सभा # aiks # "),
    ("国际和平联盟（香港）", "国际和平联盟 #  # 香港"), ("日本ピースボート", "日本ピースボート #  # "),
    ("Associação dos(as) Trabalhadores(as)", "Associação dos(as) Trabalhadores(as) #  # "),
    ("Presbyterian Church (USA), Office of Witness", "Presbyterian Church #  # office of witness|usa"),
    ("Testa House: Friends of the Heron", "Testa House|Friends of the Heron #  # "), ("Ratio 1:2", "Ratio 1:2 #  # "),
    ("TH: Testa House", "Testa House # th+ # "), (": Testa House", "Testa House #  # "),
    ("Testa Party of the Herons (Marxist)", "Testa Party of the Herons #  # marxist"),
    ("Partido da Testa Livre (Socialista)", "Partido da Testa Livre #  # socialista"),
    ("Testa Party of the Herons (Uneafro)", "Testa Party of the Herons # uneafro # "),
  ])
  func reads(_ answer: String, _ expected: String) {
    #expect(outline(answer) == expected)
  }

  @Test(arguments: [
    ("Greenpeace e.V.", "greenpeace", "e.v."), ("Testa GmbH & Co. KG", "testa", "gmbh & co. kg"),
    ("Siembra A. C.", "siembra", "a.c."), ("Siembra, A.C.", "siembra", "a.c."), ("Foo S.A. de C.V.", "foo", "sa de cv"),
    ("Testa (Pvt) Ltd", "testa", "ltd"), ("PT Bumi Hijau Tbk", "bumi hijau", "tbk"), ("Bumi PT", "bumi pt", nil),
    ("TRYG A/S", "tryg", "a/s"), ("Volvo AB", "volvo", "ab"), ("Somos ab", "somos ab", nil),
    ("Youth Coalition CA", "youth coalition ca", nil), ("Testa, C.A.", "testa", "ca"),
    ("ООО «Ромашка»", "ромашка", "ooo"),
    ("株式会社トヨタ", "トヨタ", "kk"), ("NPO法人ピースボート", "ピースボート", "npo"), ("GmbH", "gmbh", nil), ("X Ltd", "x ltd", nil),
    ("Stichting Testa", "testa", "stichting"),
    ("The Testa and Proba Trust", "testa proba trust", nil), ("La Voz", "voz", nil), ("LA Voice", "la voice", nil),
    ("The", "the", nil), ("The The", "the", nil),
    ("Advogadas e Advogados pela Paz", "advogados pela paz", nil),
    ("Trabajadores y Trabajadoras Unidas", "trabajadores unidas", nil),
    ("Travailleuses et travailleurs", "travailleurs", nil), ("Freundinnen und Freunde", "freunde", nil),
    ("Paz e Pão", "paz pao", nil), ("Trabajador@s Unid@s", "trabajadores unidos", nil),
    ("Todxs Juntxs", "todos juntos", nil),
    ("Trabalhadores/as", "trabalhadores", nil), ("Negras/os", "negros", nil), ("Advogado(a)s", "advogados", nil),
    ("Lehrer*innen", "lehrer", nil), ("Lehrer:innen", "lehrer", nil), ("LehrerInnen", "lehrer", nil),
    ("Z Q X Groupe", "zqx groupe", nil), ("A P Testa", "ap testa", nil), ("Paz e a Terra", "paz terra", nil),
    ("Comité pour l'abolition", "comite pour abolition", nil), ("L’Humanité d’ici", "humanite ici", nil),
  ])
  func coreForms(_ answer: String, _ core: String, _ legalForm: String?) {
    let name = OrganizationName(answer)
    #expect(name.names.first?.coreForm == core)
    #expect(name.legalForm == legalForm)
  }

  @Test func displayFormsLoseOnlyWhatNobodySees() {
    #expect(OrganizationName(" Testa\u{200B}\u{202E} \t\n Union\u{AD}\u{7} ").display == "Testa Union")
    #expect(OrganizationName("می‌خواهم").display == "می‌خواهم")
    #expect(OrganizationName("Já Está").display == "Já Está")
  }

  @Test func emptyAnswersHaveNoName() {
    for answer in ["", " \t", "\u{200B}\u{FEFF}"] {
      let name = OrganizationName(answer)
      #expect(name.display.isEmpty && name.compareForm.isEmpty && name.names.isEmpty && name.acronyms.isEmpty)
    }
  }

  @Test func formsAreNeverEmpty() {
    let pieces = [
      "(", ")", "[", "-", " - ", "/", "|", ", ", ".", "'", "&", "@s", "(as)", "GmbH", "S.A.", "the", "y", "MST",
      "Brazil", "Local",
      "aka", "ex-", "é", "国", "ﺍ", "🌍", " ", "  ", "Casa", "del", "Povo", "12", "«", "»", "\u{301}", "\u{94D}",
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<5_000 {
      let answer = (0..<Int.random(in: 1...9, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let name = OrganizationName(answer)
      guard !name.display.isEmpty else { continue }
      #expect(!name.compareForm.isEmpty, "\(answer)")
      #expect(!name.names.isEmpty || !name.acronyms.isEmpty, "\(answer)")
      for form in name.names {
        #expect(!form.display.isEmpty && !form.compareForm.isEmpty && !form.coreForm.isEmpty, "\(answer)")
      }
      #expect(!name.acronyms.contains { $0.compareForm.isEmpty } && !name.qualifiers.contains(""), "\(answer)")
      #expect(OrganizationName(name.display) == name, "\(answer)")
    }
  }

  @Test(arguments: ["Ab-C (Dé) / ", "((((", "A, ", "Foo-", "foo e ", "a.", "aka b ", "A. ", "|", "Advogad@s/as "])
  func hugeNamesAreRead(_ piece: String) {
    let name = OrganizationName(String(repeating: piece, count: 100_000 / piece.utf8.count))
    #expect(!name.compareForm.isEmpty)
  }

  @Test(arguments: [
    ("dsa", "democratic socialists of america", true), ("cut", "central unica dos trabalhadores do brasil", true),
    ("sindute", "sindicato unico dos trabalhadores em educacao", true),
    ("mst", "movimento dos trabalhadores sem terra", true),
    ("asd", "democratic socialists of america", false), ("xyz", "democratic socialists of america", false),
    ("da", "democratic socialists america", false), ("d", "democratic socialists", false),
  ])
  func initials(_ acronym: String, _ name: String, _ isVerified: Bool) {
    #expect(Initials.verify(acronym, name.split(separator: " ").map(String.init)) == isVerified)
  }
}
