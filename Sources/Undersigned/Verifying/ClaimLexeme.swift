/// A phrase, number or mark of a sentence, with all that it can mean.
struct ClaimLexeme: Sendable {
  /// Its tokens, as places in the sentence.
  var tokens: Range<Int>
  /// What it can mean; nothing for unknown words, numbers and marks.
  var meanings: [ClaimWord]
  /// Its first token.
  var token: ProseToken
  /// The parts of a number: one as digits, several as a compound word.
  var numbers: [Int] = []
  /// What the compound that it is begins with, where that makes a type.
  var compoundType: OrganizationType?

  /// Whether it can mean this.
  func has(_ role: ClaimWord.Role) -> Bool { meanings.contains { $0.role == role } }

  /// Whether it can mean one of these.
  func has(anyOf roles: Set<ClaimWord.Role>) -> Bool { meanings.contains { roles.contains($0.role) } }

  /// The value that it has as this.
  func value(_ role: ClaimWord.Role) -> String? { meanings.first { $0.role == role }?.value }

  /// The number that it has as this.
  func number(_ role: ClaimWord.Role) -> Int? { value(role).flatMap { Int($0) } }

  /// The type that it names, or makes of organizations.
  func type(_ role: ClaimWord.Role) -> OrganizationType? { value(role).flatMap { OrganizationType(rawValue: $0) } }

  /// Whether nothing is known of it, and it is a word.
  var isUnknown: Bool { token.kind == .word && meanings.isEmpty && numbers.isEmpty }

  /// The lexemes of a sentence.
  ///
  /// - Complexity: O(*n*).
  static func read(_ sentence: [ProseToken], _ lexicon: ClaimLexicon) -> [ClaimLexeme] {
    // Hyphens inside a word part nothing.
    var places: [Int] = []
    for index in sentence.indices {
      let isHyphen =
        sentence[index].isMark(in: ["-", "‑", "‐"]) && sentence[index].isGlued && index > 0
        && sentence[index - 1].kind == .word && index + 1 < sentence.count && sentence[index + 1].kind == .word
      if !isHyphen { places.append(index) }
    }
    let words = places.map { sentence[$0].kind == .word ? sentence[$0].form : sentence[$0].form == "&" ? "&" : "\u{0}" }
    var lexemes: [ClaimLexeme] = []
    var index = 0
    while index < places.count {
      let token = sentence[places[index]]
      var lexeme = ClaimLexeme(tokens: places[index]..<(places[index] + 1), meanings: [], token: token)
      var count = 1
      if token.kind == .number {
        lexeme.numbers = token.value.map { [$0] } ?? []
      } else if token.kind == .word || token.form == "&" {
        var match = lexicon.match(at: index, in: words[...])
        // `organizaciones más de 13 países` are others of 13 countries.
        let isMore = match.count == 2 && ["mas", "mes"].contains(token.form)
        if isMore, lexemes.last?.has(anyOf: [.organization, .type, .modifier]) ?? false {
          match = lexicon.match(at: index, in: words[...index])
        }
        count = max(match.count, 1)
        lexeme.meanings = match.meanings
        lexeme.tokens = places[index]..<(places[index + count - 1] + 1)
        if match.count == 0, let parts = lexicon.numberOfCompound(token.form) {
          lexeme.numbers = parts
        } else if let number = lexeme.number(.number) {
          lexeme.numbers = [number]
        }
        if lexeme.has(.organization) {
          lexeme.compoundType = lexicon.typeOfBeginning(token.form).flatMap { OrganizationType(rawValue: $0) }
        }
      }
      lexemes.append(lexeme)
      index += count
    }
    return lexemes
  }
}
