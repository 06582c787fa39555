/// What the answers of the small fields beside a signature mean: consent, confirmation, capacity, state.
struct SignatureState: Sendable {
  private let words: AnswerWords

  init(words: AnswerWords) { self.words = words }

  /// Yes, no, or neither.
  enum Claim: Hashable, Sendable {
    case yes, no, unknown
  }

  /// Whether a signature is confirmed. A date counts as yes: the moment of confirmation.
  func confirmed(_ answer: String) -> Claim {
    let folded = CompareForm.fold(answer)
    switch words.whole(folded, among: [.unconfirmed, .no, .confirmed, .yes, .complete]) {
    case .unconfirmed, .no: return .no
    case .confirmed, .yes, .complete: return .yes
    default: return SigningDay.read(answer, month: words.month) == .none ? .unknown : .yes
    }
  }

  /// Whether a signature was taken back. Any text but a no counts: `requested by mail`.
  func withdrawn(_ answer: String) -> Claim {
    guard answer.contains(where: { $0.isLetter || $0.isNumber || "✓✔☑".contains($0) }) else { return .unknown }
    return words.means(.no, CompareForm.fold(answer)) ? .no : .yes
  }

  /// Whether a record is a trial.
  func test(_ answer: String) -> Claim {
    switch words.whole(CompareForm.fold(answer), among: [.no, .yes, .test]) {
    case .no: .no
    case .yes, .test: .yes
    default: .unknown
    }
  }

  /// Whether a signer may be listed. `No, but thank you`, `Yes, list us publicly` and whole sentences are understood.
  ///
  /// - Parameter isHiding: Whether the question is the other way round (`Keep my name private?`).
  func consent(_ answer: String, isHiding: Bool) -> Claim {
    let folded = CompareForm.fold(answer)
    let claim = plainClaim(answer, folded)
    if claim != .unknown { return isHiding ? (claim == .yes ? .no : .yes) : claim }
    let meanings = words.phrases(in: folded, among: [.refused, .given])
    // `I agree that you do not list us` says both: the cautious reading wins.
    if meanings.contains(.refused) { return .no }
    return meanings.contains(.given) ? .yes : .unknown
  }

  private func plainClaim(_ answer: String, _ folded: String) -> Claim {
    if ["✓", "✔", "☑", "✅", "🗸"].contains(answer) { return .yes }
    if ["✗", "✘", "☐", "❌", "☒"].contains(answer) { return .no }
    if let whole = words.whole(folded, among: [.no, .yes]) { return whole == .yes ? .yes : .no }
    // A first word that says yes or no, set off by punctuation.
    let first = answer.prefix { !",.;:!–—、，。".contains($0) }
    guard first.count < answer.count else { return .unknown }
    switch words.whole(CompareForm.fold(String(first)), among: [.no, .yes]) {
    case .no: return .no
    case .yes: return words.phrases(in: folded, among: [.refused]).isEmpty ? .yes : .no
    default: return .unknown
    }
  }

  /// Whether a header asks for the opposite of consent to be listed.
  func asksToHide(_ header: String) -> Bool {
    words.phrases(in: CompareForm.fold(header), among: [.refused]).contains(.refused)
  }

  /// Who signs by a yes to this header: `I am signing on behalf of an organization`. Nothing when it leaves both open.
  func capacity(asked header: String) -> Capacity? {
    let folded = CompareForm.fold(header)
    let found = words.phrases(in: folded, among: [.affiliated, .individual, .organization])
    if found.contains(.affiliated) { return .individualWithAffiliation }
    let isOpen = found.contains(.organization) && found.contains(.individual)
    guard !isOpen else { return nil }
    return found.contains(.organization) ? .organization : found.contains(.individual) ? .individual : nil
  }

  /// Who signs by this answer to a question about capacity.
  func capacity(_ answer: String, asked: Capacity?) -> Capacity? {
    let folded = CompareForm.fold(answer)
    guard !folded.isEmpty else { return nil }
    switch plainClaim(answer, folded) {
    case .yes: return asked
    case .no: return asked.map { $0 == .organization ? .individual : .organization }
    case .unknown: break
    }
    let whole = words.whole(folded, among: [.affiliated, .individual, .organization])
    let meanings = whole.map { [$0] } ?? words.phrases(in: folded, among: [.affiliated, .individual, .organization])
    if meanings.contains(.affiliated) { return .individualWithAffiliation }
    if meanings.contains(.individual), meanings.contains(.organization) {
      // `As an individual, not on behalf of an organization`: what comes first is meant.
      return words.first(in: folded, among: [.individual, .organization]) == .individual ? .individual : .organization
    }
    return meanings.contains(.individual) ? .individual : meanings.contains(.organization) ? .organization : nil
  }

  /// Why a record with this state doesn't count; nothing when it does, or when the state tells nothing.
  func drop(status answer: String) -> DropReason? {
    let folded = CompareForm.fold(answer)
    switch words.whole(folded, among: [.incomplete, .withdrawn, .test, .unconfirmed]) {
    case .incomplete: return .incomplete
    case .withdrawn: return .withdrawn
    case .test: return .test
    case .unconfirmed: return .unverified
    default: return nil
    }
  }
}

extension AnswerWords {
  /// Which of the meanings a phrase has that stands first in the text.
  func first(in folded: String, among meanings: [Meaning]) -> Meaning? {
    let tokens = folded.tokens
    for start in tokens.indices {
      for length in stride(from: min(7, tokens.count - start), through: 1, by: -1) {
        let phrase = tokens[start..<(start + length)].joined(separator: " ")
        if let found = phrases(in: phrase, among: meanings).first, whole(phrase, among: [found]) != nil { return found }
      }
    }
    return nil
  }
}
