/// Checks what a text claims about a letter's signatories: how many, from where, of which types, and who.
///
/// Reads Markdown, HTML and plain text in the languages of `MessageLanguage`. Numbers that claim nothing about
/// signatories are left alone.
public struct VerifyText: Sendable {
  private let lexicons: [ClaimLexicon]
  private let languages: TextLanguage

  /// A check of texts.
  ///
  /// - Parameter language: The language of the texts; nothing to tell it by their words, paragraph by paragraph.
  /// - Complexity: Reads the words of the language, or of all, once.
  public init(language: MessageLanguage? = nil) {
    lexicons = (language.map { [$0] } ?? MessageLanguage.allCases).map(ClaimLexicon.init)
    languages = TextLanguage(lexicons)
  }

  /// The claims of a text, in its order, and what the signatures say of each; none for an empty text.
  ///
  /// - Parameter speaker: The signer that speaks, if it is known: where the text counts others, it is left out.
  /// - Complexity: O(*n*) in the text, but for names that nobody signed with, which are compared with like ones.
  public func claims(
    in text: String, against summary: Summary, speaker: OrganizationLine? = nil
  ) -> [VerifiedClaim] {
    let judge = ClaimJudge(summary, speaker: speaker)
    return statedClaims(in: text, lookup: judge.names.lookup).map(judge.verified)
  }

  /// The claims of a text as it makes them.
  func statedClaims(in text: String, lookup: SignerLookup) -> [StatedClaim] {
    let prose = ProseText(text)
    let sentences = ClaimSentences.split(ProseTokens(prose).tokens)
    guard let last = sentences.last else { return [] }
    var blocks = [[ProseToken]](repeating: [], count: last.block + 1)
    for sentence in sentences { blocks[sentence.block] += sentence.tokens }
    let languages = languages.languages(of: blocks, in: prose)
    var claims: [StatedClaim] = []
    var lastClaimed = -1
    for (index, sentence) in sentences.enumerated() {
      let follows = lastClaimed == index - 1 && index > 0 && sentences[index - 1].block >= sentence.block - 1
      let reader = ClaimReader(
        sentence.tokens, of: prose, lexicons[languages[sentence.block]], follows: follows, lookup: lookup)
      if !reader.claims.isEmpty { lastClaimed = index }
      claims += reader.claims
    }
    return claims
  }
}
