/// A legal form (`GmbH`, `A.C.`, `株式会社`) as `legal-forms.tsv` knows it.
struct LegalForm: Hashable {
  /// Where it stands in a name.
  enum Place: Hashable {
    case start
    case end
    case any
  }

  /// How it must be written to be taken for one.
  enum Strength: String, Hashable {
    /// In any way.
    case strong
    /// In capitals or with dots: `AS`, `S.A.`; else it may be a word.
    case weak
    /// With dots, or after a comma: `C.A.`, `Foo, CA`; else it may be a place.
    case dotted
    /// Only before another legal form, which it then belongs to: `Company` in `Company Ltd`, `& C.` in `& C. SpA`.
    case inner
  }

  /// As its holders abbreviate it: `e.v.`.
  let canonical: String
  let place: Place
  let strength: Strength

  private static let forms: [String: LegalForm] = {
    var forms: [String: LegalForm] = [:]
    ReferenceTable(embedded: "legal-forms").forEach { record in
      let place: Place = record[4] == "start" ? .start : record[4] == "any" ? .any : .end
      let form = LegalForm(canonical: record[1], place: place, strength: Strength(rawValue: record[5]) ?? .weak)
      // Of several forms with one abbreviation the first stands for all, and the strictest way of writing holds.
      guard let known = forms[record[0]] else {
        forms[record[0]] = form
        return
      }
      let strength = known.strength == .strong ? form.strength : known.strength
      let place2: Place = known.place == form.place ? place : .any
      forms[record[0]] = LegalForm(canonical: known.canonical, place: place2, strength: strength)
    }
    return forms
  }()

  /// Forms of scripts without spaces, which are glued to the name; the longest first.
  private static let glued: [(text: String, form: LegalForm)] =
    forms
    .filter { $0.key.unicodeScalars.count >= 2 && $0.key.unicodeScalars.contains(where: isSpaceless) }
    .map { (text: $0.key, form: $0.value) }
    .sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }

  /// The words that a form begins with.
  private static let firstWords = Set(forms.keys.compactMap { $0.tokens.first.map(String.init) })
  /// The words that a form ends with.
  private static let lastWords = Set(forms.keys.compactMap { $0.tokens.last.map(String.init) })

  private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool { (0x2E80...0xD7FF).contains(scalar.value) }

  /// A name in compare form without a legal form that is glued to one of its ends (`株式会社`); nothing when there is none,
  /// or less than two letters would be left.
  static func unglue(_ name: String) -> (name: String, form: LegalForm)? {
    guard name.unicodeScalars.contains(where: isSpaceless) else { return nil }
    for (text, form) in glued {
      let rest: Substring
      if form.place != .end, name.hasPrefix(text) {
        rest = name.dropFirst(text.count)
      } else if form.place != .start, name.hasSuffix(text) {
        rest = name.dropLast(text.count)
      } else {
        continue
      }
      let words = rest.tokens.joined(separator: " ")
      if words.unicodeScalars.count >= 2 { return (words, form) }
    }
    return nil
  }

  /// How many words the longest form of the table has.
  private static let longest = 6

  /// The form that these words are, all of them and by themselves.
  static func exactly(_ words: some Sequence<String>) -> LegalForm? {
    forms[words.joined(separator: " ")].flatMap { $0.strength == .inner ? nil : $0 }
  }

  /// The longest legal form at one end of a name, with something of at least two letters left over.
  ///
  /// - Parameters:
  ///   - words: The name's words in compare form, with how each was written.
  ///   - atStart: Whether to look at the beginning instead of the end.
  ///   - isBesideAnother: Whether a legal form was taken off there already; then `& Co` needs no dot.
  /// - Returns: The form and how many words it takes; nothing when the name would be empty without it.
  static func find(
    in words: ArraySlice<NameWord>, atStart: Bool, isBesideAnother: Bool = false
  ) -> (form: LegalForm, count: Int)? {
    // Most names neither begin nor end with a word of a legal form; putting phrases together to find out takes longer.
    guard words.count > 1,
      atStart ? firstWords.contains(words.first!.folded) : lastWords.contains(words.last!.folded)
    else { return nil }
    for count in stride(from: min(longest, words.count - 1), through: 1, by: -1) {
      let part = atStart ? words.prefix(count) : words.suffix(count)
      let rest = atStart ? words.dropFirst(count) : words.dropLast(count)
      guard let form = forms[part.lazy.map(\.folded).joined(separator: " ")],
        form.place == .any || form.place == (atStart ? .start : .end),
        exactly(rest.lazy.map(\.folded)) == nil,
        rest.contains(where: { $0.folded.unicodeScalars.count >= 2 || $0.folded.utf8.count >= 3 })
      else { continue }
      switch form.strength {
      case .strong: break
      case .weak: guard part.allSatisfy({ $0.isCapital || $0.isDotted }) else { continue }
      case .inner: guard isBesideAnother else { continue }
      case .dotted where isBesideAnother && part.allSatisfy(\.isCapital): break
      case .dotted: guard part.allSatisfy({ $0.isDotted || $0.isAfterComma }) else { continue }
      }
      return (form, count)
    }
    return nil
  }
}
