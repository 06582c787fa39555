/// Words that headers of exports are made of, in many languages, to tell a header from a record.
///
/// General knowledge of forms; which field a header means is not decided here.
enum HeaderWords {
  /// Whether all words of `text` occur in headers, one of them not only as a filler.
  static func make(_ text: String) -> Bool {
    let tokens = tokens(of: text)
    guard !tokens.isEmpty, tokens.count <= 12 else { return false }
    var hasWord = false
    for token in tokens {
      if all.contains(token) { hasWord = true } else if !fillers.contains(token) { return false }
    }
    return hasWord
  }

  /// Runs of letters in lower case; marks belong to them.
  private static func tokens(of text: String) -> [String] {
    text.lowercased().split { character in
      !character.isLetter && character != "-" && character != "'"
    }.map(String.init)
  }

  private static let fillers: Set<String> = words(
    """
    the of your you on behalf is based in for and or to a an please required optional utc if any what which where \
    de la le les l' du des d' votre ou et pays der die das des ihr ihre und oder del el los las su tu y o da do dos \
    das sua seu e il lo di della dell' nom van het en uw w i na z do для и или tu s can user other that who have list
    """)

  /// The words that make a header.
  private static let all: Set<String> = words(
    """
    organization organisation organizations organisations org orgs organizationname organisationname affiliation \
    affiliations employer name names fullname firstname lastname country countries nation location city town state \
    province region county email e-mail mail address phone mobile telephone website url link web site title role \
    position occupation timestamp date time day signed submitted created updated modified completed completion start \
    end id uuid guid key number no nr type category sector kind constituency first last middle full surname given \
    family forename prefix suffix signatory signatories signature signatures signer signers comment comments reason \
    message notes note confirmed verified consent display public publish status tag tags postal zip zipcode postcode \
    code ip response respondent responses collector language lang source count total index row gender age value label \
    description parent year amount members membership entry submission network seed token petition opt-in optin \
    question answer field column score latitude longitude timezone signed_at createdtime currency population price \
    organización organizaciones organizacion entidad institución nombre nombres apellido apellidos completo firmante \
    país pais países ciudad estado provincia región correo electrónico electronico teléfono sitio tipo categoría \
    cargo fecha hora marca temporal firma comentario comentarios idioma colectivo dirección \
    organização organizações nome sobrenome cidade setor telefone endereço data carimbo assinatura comentário \
    nom prénom organisme structure ville région adresse courriel téléphone catégorie fonction horodateur fichier \
    signataire signataires commentaire langue département \
    verein vorname nachname land stadt staat ort anschrift telefonnummer art kategorie typ funktion beruf datum \
    zeitstempel unterschrift kommentar sprache bundesland einrichtung e-mail-adresse \
    organizzazione organizzazioni ente cognome paese nazione città indirizzo telefono sito categoria ruolo firmatario \
    commento lingua informazioni cronologiche \
    organització entitat cognoms ciutat adreça telèfon organisatie naam voornaam achternaam stad functie \
    organizacja organizacji nazwa imię nazwisko kraj miasto organizace jméno příjmení země stát krajina meno organisasjon \
    navn fornavn etternavn efternamn förnamn namn järjestö nimi maa szervezet név ország organizație organizației nume prenume \
    țară ţară oraș organizacija ime prezime država grad \
    организация организации организаций учреждение название наименование имя фамилия фио страна город область тип категория дата почта телефон комментарий \
    отметка времени організація організації назва ім'я прізвище країна місто οργάνωση φορέας όνομα επώνυμο ονοματεπώνυμο χώρα πόλη \
    τύπος ημερομηνία kuruluş kurum dernek ad soyad ülke şehir tür tarih e-posta \
    المنظمة اسم الاسم البلد الدولة المدينة النوع التاريخ المؤسسة סוג ארגון שם מדינה עיר תאריך \
    संगठन नाम देश शहर प्रकार organisasi nama negara kota lembaga tanggal tổ chức tên quốc gia \
    단체 단체명 이름 성명 국가 나라 도시 소속 団体名 組織 所属 氏名 お名前 名前 国名 国 都市 组织 机构 姓名 名称 国家 國家 城市 類型 类型 日期 組織名 機構
    """)

  /// The words of a text with one space between words.
  ///
  /// Taken apart by bytes: by characters it would take longer than all else that opening a small input does.
  private static func words(_ text: String) -> Set<String> {
    Set(text.utf8.split(separator: 0x20).map { String(Substring($0)) })
  }
}
