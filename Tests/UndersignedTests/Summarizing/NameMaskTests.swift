import Testing

@testable import Undersigned

@Suite struct NameMaskTests {
  private let mask = NameMask(withheld: ["Testa's League", "\u{301}Accent", "Both"], listed: ["both", "Kept"])
  private let masked = "(a name that may not be listed)"

  @Test func takesOutWhatIsQuoted() {
    #expect(mask.apply("'Testa's League' and 'Kept'") == "\(masked) and 'Kept'")
    #expect(mask.apply("like 'testas league', 'Kept'") == "like \(masked), 'Kept'")
    #expect(mask.apply("Testa's League") == "Testa's League")
  }

  /// The mark makes one character with the quote before it.
  @Test func aNameThatStartsWithAMark() {
    #expect(mask.apply("as '\u{301}Accent'") == "as \(masked)")
  }

  /// Folded, both are one, and the one may be listed.
  @Test func whatIsListedStays() {
    #expect(mask.apply("'both' and 'Both'") == "'both' and \(masked)")
  }

  @Test func takesNamesOutOfReasons() {
    let evidence = [Evidence("shared-words", 0.5, "'Kept' against 'Testa's League'")]
    #expect(mask.apply(EvidenceList(evidence)).evidence.map(\.detail) == ["'Kept' against \(masked)"])
    #expect(NameMask.none.apply(evidence) == evidence)
  }
}
