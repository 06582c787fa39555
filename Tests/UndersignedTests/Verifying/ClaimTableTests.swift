import Testing

@testable import Undersigned

/// Claims as people write them, in every language, with what has to be found and said of each.
@Suite struct ClaimTableTests {
  /// A letter of 57 organizations (55 if two proposals are accepted) from 13 countries, Kosovo among them, with 14 trade
  /// unions for certain and 2 that are guesses, 6 parties, 5 women's and 8 human rights organizations; and 30 people.
  ///
  /// - Parameter allowance: For links that show in no name; the table is of what proposals alone make of the counts.
  static func letter(allowing allowance: LinkAllowance = .none) throws -> Summary {
    var letter = LetterBuilder()
    let countries = ["BE", "BR", "CL", "US", "AR", "MX", "ES", "FR", "DE", "IT", "KE", "IN", "XK"]
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion)
    letter.add("Central de Exemplo (CEX)", .at("BR"), .tradeUnion)
    letter.add("Workers' Party of Belgium (PTB-PVDA)", .at("BE"), .politicalParty)
    letter.add("Comité de Ejemplo", .at("AR"), .humanRights)
    let types: [(OrganizationType, Int)] = [(.tradeUnion, 12), (.politicalParty, 5), (.women, 5), (.humanRights, 7)]
    for (type, count) in types {
      for number in 0..<count {
        letter.add("\(type.displayName) body \(number)", .at(countries[number % countries.count]), type)
      }
    }
    for number in 0..<2 { letter.add("Perhaps \(number)", .at("BE"), .tradeUnion, strength: .weak) }
    for number in 0..<20 { letter.add("Body \(number)", .at(countries[number % countries.count])) }
    letter.propose(letter.add("Twin A", .at("BE")) - 1, letter.add("Twin B", .at("BE")) - 3)
    letter.proposals = []
    let count = 57
    letter.propose(count - 1, count - 2)
    letter.propose(count - 3, count - 16)
    var policy = Policy()
    policy.invisibleLinks = allowance
    var summary = try letter.summary(policy)
    summary.capacities = [CapacityCount(capacity: .individual, records: 30, signatures: 30)]
    return summary
  }

  /// Lines of language, text, and claims as `kind stated verdict` with `T`, `F`, `O` (only if), `C` (can't tell).
  private static let claims = """
    en|Join over 50 organizations from 13 countries.|organizations 50 T, countries 13 T
    en|More than 55 civil society organizations signed the letter.|organizations 55 O
    en|Over 57 groups have signed.|organizations 57 F
    en|Fifty-seven organisations endorse this statement.|organizations 57 T
    en|We, 56 NGOs, urge the government to act.|organizations 56 O
    en|Dozens of human rights and women's organizations signed.|organizations 24 T
    en|Hundreds of groups back the appeal.|organizations 200 F
    en|Nearly 60 organizations support our call.|organizations 60 O
    en|At least 55 organizations have joined.|organizations 55 T
    en|The letter was signed by 57 organizations, including 14 trade unions and 7 political parties.|organizations 57 T, type:trade_union 14 T, type:political_party 7 F
    en|57 organizations, among them 16 unions, call for peace.|organizations 57 T, type:trade_union 16 O
    en|The federation joined 56 other NGOs in an open letter.|organizations 56 T
    en|Signatories: 57 organizations from 12 countries|organizations 57 T, countries 12 O
    en|50+ organizations say no.|organizations 50 T
    en|Between 50 and 60 organizations signed the petition.|organizations 50 T
    en|34 organizations of civil society from over 100 countries signed.|organizations 34 F, countries 100 F
    en|57 organizations and 30 individuals have signed the letter.|organizations 57 T, individuals 30 T
    en|A total of 87 organizations and individuals signed.|signatories 87 T
    en|The letter has 87 signatories.|signatories 87 T
    en|About 60 organizations from more than 10 countries joined the appeal.|organizations 60 T, countries 10 T
    en|No organization has signed yet.|organizations 0 F
    en|Over 50 organizations, including the Voorbeeldbond and the Imaginary League of Testland, signed.|organizations 50 T, named - T, named - F
    en|The letter is signed by 5 women's organizations, 8 human rights groups and 6 political parties.|type:women 5 T, type:human_rights 8 T, type:political_party 6 T
    en|We, the undersigned 57 organizations, spanning all regions of the world, write to you.|organizations 57 T, regions - F
    en|Just over fifty organizations have put their names to the letter, among them CEX.|organizations 50 T, named - T
    en|Up to 57 organizations have endorsed it.|organizations 57 T
    en|Fewer than 40 organizations signed.|organizations 40 F
    en|Of the 57 organizations that signed, 14 are trade unions.|organizations 57 T, type:trade_union 14 T
    es|Más de 50 organizaciones de 13 países firman la carta.|organizations 50 T, countries 13 T
    es|Más de una treintena de organizaciones suscriben el manifiesto.|organizations 30 T
    es|Súmate a más de 60 organizaciones.|organizations 60 F
    es|Las 57 organizaciones abajo firmantes exigimos el fin del bloqueo.|organizations 57 T
    es|Cincuenta y siete colectivos sociales respaldan el comunicado.|organizations 57 T
    es|Casi 60 entidades apoyan la petición.|organizations 60 O
    es|Otras 56 ONG se sumaron al llamamiento.|organizations 56 T
    es|Firman 14 sindicatos, 6 partidos políticos y 9 organizaciones de mujeres.|type:trade_union 14 T, type:political_party 6 T, type:women 9 F
    es|Decenas de organizaciones de derechos humanos, feministas y sindicales piden justicia.|organizations 20 T
    es|Apoyado por 57 organizaciones, entre ellas la Voorbeeldbond y la Liga Imaginaria de Prueba.|organizations 57 T, named - T, named - F
    es|Al menos 55 organizaciones y 30 personas han firmado la carta.|organizations 55 T, individuals 30 T
    es|Un centenar de organizaciones firmó la declaración.|organizations 100 F
    pt|Mais de 50 organizações de 13 países assinaram a carta.|organizations 50 T, countries 13 T
    pt|Cinquenta e sete entidades da sociedade civil assinam o manifesto.|organizations 57 T
    pt|Mais de 100 organizações apoiam o apelo.|organizations 100 F
    pt|A carta foi assinada por 57 organizações, incluindo 14 sindicatos e 8 organizações de direitos humanos.|organizations 57 T, type:trade_union 14 T, type:human_rights 8 T
    pt|Quase 60 movimentos e coletivos subscrevem o texto.|organizations 60 O
    pt|Junte-se a outras 56 organizações.|organizations 56 T
    pt|Dezenas de organizações pedem o fim do bloqueio.|organizations 20 T
    pt|Pelo menos 58 organizações assinaram.|organizations 58 F
    pt|57 organizações e 30 pessoas assinaram o manifesto.|organizations 57 T, individuals 30 T
    pt|Centenas de entidades aderiram ao abaixo-assinado.|organizations 200 F
    fr|Plus de 50 organisations de 13 pays ont signé la lettre.|organizations 50 T, countries 13 T
    fr|Une cinquantaine d’associations soutiennent l’appel.|organizations 50 O
    fr|Plus d’une centaine d’ONG demandent la fin du blocus.|organizations 100 F
    fr|Nous, 57 organisations de la société civile, demandons la justice.|organizations 57 T
    fr|Cinquante-sept organisations signent la tribune.|organizations 57 T
    fr|Des dizaines d’organisations ont rejoint l’appel.|organizations 20 T
    fr|Rejoignez 56 autres organisations.|organizations 56 T
    fr|L’appel est signé par 57 organisations, dont 14 syndicats et 12 partis politiques.|organizations 57 T, type:trade_union 14 T, type:political_party 12 F
    fr|Près de 60 collectifs ont signé, parmi lesquels la Voorbeeldbond.|organizations 60 O, named - T
    fr|57 organisations et 30 personnes ont signé.|organizations 57 T, individuals 30 T
    fr|Au moins quatre-vingts organisations appuient la pétition.|organizations 80 F
    de|Mehr als 50 Organisationen aus 13 Ländern haben unterzeichnet.|organizations 50 T, countries 13 T
    de|Über 60 Verbände unterstützen den Aufruf.|organizations 60 F
    de|Siebenundfünfzig zivilgesellschaftliche Organisationen fordern ein Ende der Blockade.|organizations 57 T
    de|Dutzende Gruppen haben den offenen Brief unterschrieben.|organizations 24 T
    de|Den Aufruf tragen 57 Organisationen, darunter 14 Gewerkschaften, 8 Menschenrechtsorganisationen und 5 Frauenverbände.|organizations 57 T, type:trade_union 14 T, type:human_rights 8 T, type:women 5 T
    de|Schließen Sie sich 56 weiteren Organisationen an.|organizations 56 T
    de|Mindestens 55 Organisationen und 30 Personen haben unterzeichnet.|organizations 55 T, individuals 30 T
    de|Fast 60 NGOs schreiben an die Regierung.|organizations 60 O
    de|Hunderte Organisationen unterstützen den Brief.|organizations 200 F
    de|Rund 60 Initiativen aus zwölf Ländern haben den Appell unterzeichnet.|organizations 60 T, countries 12 O
    it|Più di 50 organizzazioni di 13 paesi hanno firmato.|organizations 50 T, countries 13 T
    it|Una trentina di associazioni aderisce all’appello.|organizations 30 F
    it|Oltre cinquanta organizzazioni sostengono la lettera.|organizations 50 T
    it|Cinquantasette organizzazioni chiedono la fine del blocco.|organizations 57 T
    it|Decine di associazioni hanno firmato la petizione.|organizations 20 T
    it|Unisciti ad altre 56 organizzazioni.|organizations 56 T
    it|Hanno firmato 57 organizzazioni, tra cui 14 sindacati e 6 partiti politici.|organizations 57 T, type:trade_union 14 T, type:political_party 6 T
    it|Quasi 60 ONG, tra cui la Voorbeeldbond, scrivono al governo.|organizations 60 O, named - T
    it|Almeno 58 sigle sottoscrivono il manifesto.|organizations 58 F
    it|Centinaia di realtà aderiscono.|organizations 200 F
    ca|Més de 50 organitzacions de 13 països han signat.|organizations 50 T, countries 13 T
    ca|Una trentena d’entitats donen suport al manifest.|organizations 30 F
    ca|Gairebé 60 col·lectius signen la carta.|organizations 60 O
    ca|Cinquanta-set organitzacions demanen la fi del bloqueig.|organizations 57 T
    ca|El comunicat l’han signat 57 entitats, entre elles 14 sindicats i 7 partits polítics.|organizations 57 T, type:trade_union 14 T, type:political_party 7 F
    ca|Desenes d’organitzacions s’han adherit a la crida.|organizations 20 T
    ca|Uneix-te a 56 organitzacions més.|organizations 56 T
    ca|Més d’un centenar d’organitzacions signen el manifest.|organizations 100 F
    ca|Almenys 55 organitzacions i 30 persones han signat.|organizations 55 T, individuals 30 T
    nl|Meer dan 50 organisaties uit 13 landen hebben ondertekend.|organizations 50 T, countries 13 T
    nl|Ruim zestig organisaties steunen de oproep.|organizations 60 F
    nl|Zevenenvijftig organisaties ondertekenen de brief.|organizations 57 T
    nl|Tientallen maatschappelijke organisaties roepen op tot actie.|organizations 20 T
    nl|De brief is ondertekend door 57 organisaties, waaronder 14 vakbonden en 8 mensenrechtenorganisaties.|organizations 57 T, type:trade_union 14 T, type:human_rights 8 T
    nl|Sluit u aan bij 56 andere organisaties.|organizations 56 T
    nl|Bijna 60 ngo’s schrijven aan de regering.|organizations 60 O
    nl|Honderden organisaties steunen de petitie.|organizations 200 F
    nl|Minstens 55 organisaties en 30 personen hebben getekend.|organizations 55 T, individuals 30 T
    tr|13 ülkeden 50’den fazla kuruluş imzaladı.|countries 13 T, organizations 50 T
    tr|60’tan fazla örgüt mektuba imza attı.|organizations 60 F
    tr|Elli yedi sivil toplum kuruluşu bildiriyi imzaladı.|organizations 57 T
    tr|Onlarca örgüt çağrıya destek verdi.|organizations 20 T
    tr|Yüzlerce kuruluş imza kampanyasına katıldı.|organizations 200 F
    tr|Diğer 56 kuruluşa siz de katılın.|organizations 56 T
    tr|Mektubu 57 kuruluş imzaladı; aralarında 14 sendika ve 7 siyasi parti var.|organizations 57 T, type:trade_union 14 T, type:political_party 7 F
    tr|En az 55 dernek ve 30 kişi imzaladı.|organizations 55 T, individuals 30 T
    tr|Yaklaşık 60 örgüt açık mektubu imzaladı.|organizations 60 T
    ru|Более 50 организаций из 13 стран подписали письмо.|organizations 50 T, countries 13 T
    ru|Свыше 60 организаций поддержали обращение.|organizations 60 F
    ru|Пятьдесят семь организаций подписали заявление.|organizations 57 T
    ru|Десятки организаций призывают снять блокаду.|organizations 20 T
    ru|Сотни объединений подписали петицию.|organizations 200 F
    ru|Письмо подписали 57 организаций, в том числе 14 профсоюзов и 7 политических партий.|organizations 57 T, type:trade_union 14 T, type:political_party 7 F
    ru|Присоединяйтесь к 56 другим организациям.|organizations 56 T
    ru|Не менее 55 организаций и 30 человек подписали письмо.|organizations 55 T, individuals 30 T
    ru|Почти 60 неправительственных организаций требуют прекратить санкции.|organizations 60 O
    ru|Около 60 правозащитных и женских организаций подписали обращение.|organizations 60 T
    ar|وقّعت أكثر من 50 منظمة من 13 بلدًا على الرسالة.|organizations 50 T, countries 13 T
    ar|وقّع على البيان أكثر من ٦٠ منظمة.|organizations 60 F
    ar|عشرات المنظمات تطالب بوقف الحصار.|organizations 20 T
    ar|مئات المنظمات وقعت على العريضة.|organizations 200 F
    ar|نحن 57 منظمة من منظمات المجتمع المدني نطالب بالعدالة.|organizations 57 T
    ar|انضموا إلى 56 منظمة أخرى.|organizations 56 T
    ar|وقعت 57 منظمة، من بينها 14 نقابة و7 أحزاب سياسية.|organizations 57 T, type:trade_union 14 T, type:political_party 7 F
    ar|ما لا يقل عن 55 منظمة وقعت على النداء.|organizations 55 T
    ar|حوالي 60 جمعية تدعم الرسالة.|organizations 60 T
    el|Περισσότερες από 50 οργανώσεις από 13 χώρες υπέγραψαν.|organizations 50 T, countries 13 T
    el|Πάνω από 60 φορείς στηρίζουν το κείμενο.|organizations 60 F
    el|Πενήντα επτά οργανώσεις υπογράφουν την επιστολή.|organizations 57 T
    el|Δεκάδες οργανώσεις ζητούν τον τερματισμό του αποκλεισμού.|organizations 20 T
    el|Εκατοντάδες συλλογικότητες υπέγραψαν την έκκληση.|organizations 200 F
    el|Την επιστολή υπογράφουν 57 οργανώσεις, μεταξύ των οποίων 14 συνδικάτα και 7 πολιτικά κόμματα.|organizations 57 T, type:trade_union 14 T, type:political_party 7 F
    el|Ενώστε τη φωνή σας με 56 ακόμη οργανώσεις.|organizations 56 T
    el|Τουλάχιστον 55 οργανώσεις και 30 άτομα υπέγραψαν.|organizations 55 T, individuals 30 T
    el|Σχεδόν 60 ΜΚΟ υπογράφουν την έκκληση.|organizations 60 O
    """

  private static func written(_ claim: VerifiedClaim) -> String {
    let letters: [VerifiedClaim.Verdict: String] = [.isTrue: "T", .isFalse: "F", .trueOnlyIf: "O", .cannotTell: "C"]
    return "\(claim.kind) \(claim.stated.map(String.init) ?? "-") \(letters[claim.verdict] ?? "?")"
  }

  @Test func theLetterIsAsDescribed() throws {
    let summary = try ClaimTableTests.letter()
    #expect(summary.headline.organizations == Bounds(reported: 57, atLeast: 55, atMost: 57))
    #expect(summary.headline.countries.reported == 13)
  }

  @Test func claimsAreFoundAndJudged() throws {
    let summary = try ClaimTableTests.letter()
    let verify = VerifyText()
    var expectedClaims = 0
    var rightClaims = 0
    var wrong: [String] = []
    for line in ClaimTableTests.claims.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      let expected = parts[2].components(separatedBy: ", ")
      let found = verify.claims(in: parts[1], against: summary).map(ClaimTableTests.written)
      expectedClaims += expected.count
      rightClaims += expected.count { found.contains($0) }
      if expected.sorted() != found.sorted() { wrong.append("\(parts[1]): expected \(expected), found \(found)") }
    }
    print("claims: \(rightClaims) of \(expectedClaims) right")
    #expect(expectedClaims >= 120)
    #expect(Double(rightClaims) >= 0.95 * Double(expectedClaims))
    #expect(wrong == [])
  }
}
