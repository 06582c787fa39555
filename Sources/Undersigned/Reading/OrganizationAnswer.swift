/// What somebody typed where an organization was asked for, judged by itself.
struct OrganizationAnswer: Hashable, Sendable {
  /// What the answer is.
  enum Verdict: Hashable, Sendable {
    /// Nothing was typed.
    case empty
    /// A name.
    case name
    /// Words that mean that there is no organization (`n/a`, `self`, `-`), or a person's own data.
    case none
    /// The label of a row that sums up others.
    case total
    /// A trial (`test`).
    case test
  }

  /// What the answer is.
  var verdict: Verdict
  /// The text to go on with: without markup, with personal data masked. Empty where it may be a person's own data.
  var text: String
  /// Whether it is struck out, or says that it was taken back.
  var isWithdrawn = false
  /// Whether it says that the organization is named for identification only, or that the person signs for themselves.
  var isAffiliation = false
  /// Whether a quote without its partner was taken off.
  var hadStrayQuote = false
  /// Whether it is, or holds, an e-mail address or a telephone number.
  var hasPersonalData = false
  /// Whether it is, or holds, the whole name of its signer.
  var namesSigner = false
}

/// Judges answers that stand where an organization was asked for: once for each distinct answer.
struct OrganizationAnswerReader: Sendable {
  private let words: AnswerWords
  private let phraseStarts: Set<String>
  private let personNames: PersonNames

  init(words: AnswerWords) {
    self.words = words
    personNames = PersonNames(words: words) { _ in false }
    phraseStarts = words.firstWords(of: [.affiliated, .withdrawn, .none])
  }

  /// Judges one answer.
  ///
  /// - Complexity: O(*n*), and a few look-ups.
  func read(_ typed: String) -> OrganizationAnswer {
    var text = Markup.withoutFormulaEscape(Markup.plain(typed))
    guard !text.isEmpty else { return OrganizationAnswer(verdict: .empty, text: "") }
    var answer = OrganizationAnswer(verdict: .name, text: "")
    (text, answer.isWithdrawn) = OrganizationAnswerReader.withoutStrike(text)
    text = OrganizationAnswerReader.withoutMailFilter(text)
    (text, answer.hadStrayQuote) = OrganizationAnswerReader.withoutStrayQuote(text)
    if PersonalData.isEmail(text) || PersonalData.isPhone(text) {
      answer.verdict = .none
      answer.hasPersonalData = true
      return answer
    }
    if let masked = PersonalData.masked(text) {
      answer.hasPersonalData = true
      text = masked
      if !PersonalData.leavesName(masked) {
        answer.verdict = .none
        return answer
      }
    }
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }),
      !PersonalMask.isAll(of: text)
    else {
      answer.verdict = .none
      return answer
    }
    let folded = CompareForm.fold(text)
    if let verdict = shortVerdict(folded) {
      answer.verdict = verdict
      answer.text = text
      return answer
    }
    judgePhrases(folded, text, &answer)
    if answer.verdict == .name { answer.text = text }
    return answer
  }

  /// What a short text is when all of it is known words.
  private func shortVerdict(_ folded: String) -> OrganizationAnswer.Verdict? {
    guard folded.utf8.count <= 64 else { return nil }
    // Numbers alone are names: `11.11.11` is an organization.
    switch words.whole(folded, among: [.total, .test, .none]) {
    case .total: return .total
    case .test: return .test
    case .none?: return OrganizationAnswer.Verdict.none
    default: break
    }
    // `Total: 247`, `Total 247 organizations`.
    let parts = folded.tokens
    guard parts.count <= 4, parts.contains(where: { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    let label = parts.prefix { !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } }.joined(separator: " ")
    return !label.isEmpty && words.means(.total, label) ? .total : nil
  }

  /// The answer as it is to be read when a signer with one of `names` gave it: their own name names no organization, and
  /// is masked where one stands beside it.
  ///
  /// - Returns: Nothing when no whole name is in it.
  func read(_ answer: OrganizationAnswer, signedBy names: [SignerName]) -> OrganizationAnswer? {
    let text = masked(answer.text, signedBy: names)
    guard text != answer.text else { return nil }
    var result = answer
    result.namesSigner = true
    let rest = SignerName.rest(of: text)
    let verdict = rest.isEmpty ? .none : read(rest).verdict
    result.verdict = verdict == .name ? .name : .none
    result.text = verdict == .name ? text : ""
    return result
  }

  /// The text with `[name]` for each of the names that stands in it as a whole.
  func masked(_ text: String, signedBy names: [SignerName]) -> String {
    // Who writes the organization where a person's name was asked for, too, names no person.
    names.reduce(text) { text, name in
      guard let masked = name.masked(in: text) else { return text }
      return name.isPieced || !personNames.isOrganization(name.text) ? masked : text
    }
  }

  /// Finds `(title for identification only)`, `à titre personnel`, `(retracted by request)` inside a longer answer.
  private func judgePhrases(_ folded: String, _ text: String, _ answer: inout OrganizationAnswer) {
    let starts = folded.tokens
    guard starts.contains(where: { phraseStarts.contains(String($0)) }) else { return }
    let meanings = words.phrases(in: folded, among: [.withdrawn, .affiliated, .none])
    if meanings.contains(.withdrawn) { answer.isWithdrawn = true }
    guard meanings.contains(.affiliated) || meanings.contains(.none) else { return }
    answer.isAffiliation = true
    // `Signing in my personal capacity`: nothing is left but the phrase and a few words around it.
    if !text.contains(where: { ",;()[]–—".contains($0) }), !text.contains(" - "), starts.count <= 6,
      !words.hasOrganizationWord(folded)
    {
      answer.verdict = .none
    }
  }

  /// Takes off `~~…~~`, `~…~` and combining strokes.
  static func withoutStrike(_ text: String) -> (String, Bool) {
    guard text.utf8.contains(where: { $0 == 0x7E || $0 == 0xCC }) else { return (text, false) }
    var text = text
    var isStruck = false
    let strokes = text.unicodeScalars.count { $0.value == 0x0336 }
    if strokes * 2 > text.unicodeScalars.count - strokes {
      text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x0336 }))
      isStruck = true
    }
    if text.hasPrefix("~"), let last = text.dropFirst().lastIndex(of: "~"), last > text.startIndex {
      text = Markup.trimmed(text[..<last].filter { $0 != "~" } + text[text.index(after: last)...])
      isStruck = true
    }
    return (text, isStruck)
  }

  /// Takes off a straight quote at either end that is the only one in the text: the rest of broken quoting.
  static func withoutStrayQuote(_ text: String) -> (String, Bool) {
    guard text.utf8.first == 0x22 || text.utf8.last == 0x22, text.utf8.count > 1 else { return (text, false) }
    guard text.utf8.count(where: { $0 == 0x22 }) == 1 else { return (text, false) }
    return (Markup.trimmed(text.utf8.first == 0x22 ? text.dropFirst() : text.dropLast()), true)
  }

  /// Takes off `[email protected]`, which a mail filter leaves where a page showed an address.
  static func withoutMailFilter(_ text: String) -> String {
    guard text.utf8.contains(0x5B) else { return text }
    var text = text
    for mark in ["[email protected]", "[email\u{A0}protected]"] {
      guard text.contains("[email") else { break }
      let parts = text.components(around: mark)
      if parts.count > 1 { text = Markup.trimmed(parts.joined(separator: " ")) }
    }
    return text.isEmpty ? "-" : text
  }
}

extension String {
  /// The pieces between every `mark`.
  fileprivate func components(around mark: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(mark) {
        pieces.append(piece)
        piece = ""
        rest = rest.dropFirst(mark.count)
      } else {
        piece.append(first)
        rest = rest.dropFirst()
      }
    }
    return pieces + [piece]
  }
}
