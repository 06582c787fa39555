/// Ways of writing that name several genders at once, brought to one form: `Advogadas e Advogados`, `Trabajador@s`,
/// `Lehrer*innen`.
enum InclusiveEnding {
  /// One token without its second ending.
  static func collapse(_ token: Substring) -> String {
    guard mayHaveOne(token) else { return String(token) }
    if let word = withoutFrenchEnding(token) { return word }
    var text = String(token)
    for mark in ["*", ":", "_", "·", "/-", "/"] {
      for ending in ["innen", "in"] where text.hasSuffix(mark + ending) && text.count > mark.count + ending.count + 2 {
        return String(text.dropLast(mark.count + ending.count))
      }
    }
    if text.hasSuffix("Innen"), text.count > 8 { return String(text.dropLast(5)) }
    // Lehrer(innen), Advogado(a)s, Trabajador(es)
    if let open = text.firstIndex(of: "("), open > text.startIndex,
      let close = text[open...].firstIndex(of: ")")
    {
      let inner = text[text.index(after: open)..<close].filter { $0 != "-" && $0 != "/" }
      // Étudiant(e)s gives the e to women, Lehrling(e) to many.
      let isPlural = inner != "e" || text.index(after: close) == text.endIndex
      let kept = ["es", "s", "en", "e", "n"].contains(inner) && isPlural ? inner : ""
      text = text[..<open] + kept + text[text.index(after: close)...]
    }
    if let at = text.firstIndex(of: "@"), at > text.startIndex, !text[at...].contains(".") {
      let isOfAgent = text[..<at].hasSuffix("r") && text[at...].dropFirst() == "s"
      text.replaceSubrange(at...at, with: isOfAgent ? "e" : "o")
    } else if text.hasSuffix("xs"), text.count >= 5 {
      text = String(text.dropLast(2)) + (text.dropLast(2).hasSuffix("r") ? "es" : "os")
    }
    // Trabalhadores/as, Negras/os
    if let slash = text.lastIndex(of: "/") {
      let ending = text[text.index(after: slash)...].filter { $0 != "-" }
      let base = text[..<slash]
      guard base.count > 3, ["as", "os", "a", "o", "es", "e", "s"].contains(ending) else { return text }
      if ending.hasPrefix("o"), let last = base.dropLast(ending.count - 1).last, last == "a" {
        return String(base.dropLast(ending.count)) + ending
      }
      return String(base)
    }
    return text
  }

  /// One of `étudiant·e·s`, `chercheur-euse-s`, `citoyen.ne.s` and `élu-e` without the feminine ending.
  private static func withoutFrenchEnding(_ token: Substring) -> String? {
    let parts = token.split(omittingEmptySubsequences: false) { "·•‧-.".contains($0) }
    guard (2...3).contains(parts.count), parts[0].count >= 3, frenchEndings.contains(String(parts[1])) else {
      return nil
    }
    if parts.count == 3 { return parts[2] == "s" || parts[2].isEmpty ? String(parts[0] + parts[2]) : nil }
    // `attac.es` is an address, `une-se` and `dis-le` are phrases.
    if token.contains(".") || token.contains("-") && pronouns.contains(parts[1]) { return nil }
    return parts[1].hasSuffix("s") ? parts[0] + "s" : String(parts[0])
  }

  private static let pronouns: Set<Substring> = ["le", "les", "te", "tes", "se", "ses", "ve", "ves"]

  private static let frenchEndings: Set<String> = [
    "e", "es", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "ve", "ves", "ère", "ères", "ière", "ières", "rice",
    "rices", "trice", "trices", "euse", "euses", "esse", "esses",
  ]

  /// Whether a bracket, glued to a word, holds only the ending of another gender or number.
  static func isEnding(_ inner: Substring) -> Bool {
    inner.utf8.count <= 6 && !inner.isEmpty && inner.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "/" }
  }

  private static func mayHaveOne(_ token: Substring) -> Bool {
    token.utf8.contains {
      switch $0 {
      case UInt8(ascii: "("), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: ":"),
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0xC2, 0xE2:
        true
      default: false
      }
    } || token.utf8.suffix(2).elementsEqual("xs".utf8) || token.utf8.suffix(5).elementsEqual("Innen".utf8)
  }

  /// Feminine and masculine endings of pairs that differ in nothing else, in compare form.
  private static let pairs: [(feminine: String, masculine: String)] = [
    ("as", "os"), ("a", "o"), ("as", "es"), ("as", ""), ("a", ""), ("innen", ""), ("innen", "e"), ("innen", "en"),
    ("in", ""), ("euses", "eurs"), ("euse", "eur"), ("rices", "eurs"), ("rice", "eur"), ("ennes", "ens"),
    ("enne", "en"), ("ieres", "iers"), ("iere", "ier"), ("es", "s"), ("e", ""), ("ici", "rici"), ("rici", "ori"),
    ("rice", "ore"), ("e", "i"), ("a", "i"), ("кини", "ки"),
  ]

  /// Whether two words in compare form are one, in two genders; tells which is the masculine.
  static func areOne(_ left: String, _ right: String) -> (isFeminineFirst: Bool, Void)? {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    var shared = 0
    while shared < min(a.count, b.count), a[shared] == b[shared] { shared += 1 }
    guard shared >= 4, shared * 5 >= min(a.count, b.count) * 3, left != right else { return nil }
    for pair in pairs {
      for isFeminineFirst in [true, false] {
        let (feminine, masculine) = isFeminineFirst ? (left, right) : (right, left)
        guard feminine.hasSuffix(pair.feminine), masculine.hasSuffix(pair.masculine),
          feminine.dropLast(pair.feminine.count) == masculine.dropLast(pair.masculine.count)
        else { continue }
        return (isFeminineFirst, ())
      }
    }
    return nil
  }
}
