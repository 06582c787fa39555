extension ClaimReader {
  /// Finds the signers, types and countries that a sentence names behind `including` and the like, and the types that
  /// speak: `We, unions, political parties and movements`.
  mutating func readNames() {
    var index = 0
    while index < lexemes.count {
      if lexemes[index].has(.including), let isSure = belongsToSigners(index) {
        index = readList(from: index + 1, isSure: isSure)
      } else {
        if lexemes[index].has(.we) { readSpeakers(from: index + 1) }
        index += 1
      }
    }
  }

  /// Whether a list at a lexeme is of signers; nothing where it is not, false where it may be of something else.
  private func belongsToSigners(_ index: Int) -> Bool? {
    let signers = claims.filter { $0.subject.isSigners || $0.subject == .countries }.filter { $0.place < index }
    if signers.isEmpty {
      if follows, index <= 1 { return true }
      let hasCue = lexemes.contains { $0.has(anyOf: [.we, .sign]) }
      let noun = lexemes[max(0, index - 6)..<index].last { $0.has(anyOf: [.organization, .type, .signatory]) }
      return noun != nil && (hasCue || noun?.has(.signatory) ?? false) ? false : nil
    }
    guard let last = signers.map(\.place).max() else { return nil }
    let between = lexemes[last..<index]
    if between.contains(where: { $0.has(.speak) && !$0.has(.sign) || $0.has(.against) }) { return false }
    return true
  }

  // MARK: Lists

  /// Reads the items of a list; returns where it ends.
  private mutating func readList(from start: Int, isSure: Bool) -> Int {
    var index = start
    var names: [StatedClaim] = []
    var hasMatch = false
    while index < lexemes.count {
      let lexeme = lexemes[index]
      if lexeme.has(.including) && index > start { break }
      let isSeparator =
        lexeme.has(.and) && !lexeme.token.isCapitalized
        || lexeme.token.kind == .mark && !lexeme.token.isMark(in: ["\"", "“", "«", "„", "'"])
      if isSeparator {
        index += 1
        continue
      }
      if !lexeme.numbers.isEmpty || lexeme.has(anyOf: [.many, .around]) {
        index = nextSeparator(index)
        continue
      }
      if let match = matched(index) {
        names.append(named(match))
        hasMatch = true
        index = match.upperBound
        continue
      }
      if let end = readBoast(index) {
        index = end
        continue
      }
      if let end = readCountry(index) {
        index = end
        continue
      }
      let end = nameEnd(index)
      guard end > index else {
        if !lexeme.has(anyOf: [.article, .of, .from]), lexeme.token.isCapitalized == false { break }
        index += 1
        continue
      }
      var claim = named(index..<end)
      claim.isSurelyName = isProper(index..<end)
      names.append(claim)
      index = end
    }
    for name in names where hasMatch || (isSure && name.isSurelyName) { addClaim(name) }
    return max(index, start)
  }

  private func named(_ range: Range<Int>) -> StatedClaim {
    var range = range
    while range.count > 1, isBeforeName(range.lowerBound) {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    var name = text(range)
    if language == .arabic, name.hasPrefix("و"), !lookup.signers(writtenAs: String(name.dropFirst())).isEmpty {
      name.removeFirst()
    }
    return StatedClaim(
      subject: .named(name), quantity: nil, isPart: true, text: name, line: lexemes[range.lowerBound].token.line,
      place: range.lowerBound, language: language)
  }

  /// Whether a lexeme only leads to a name: a quotation mark, an article in small letters.
  private func isBeforeName(_ index: Int) -> Bool {
    let lexeme = lexemes[index]
    return lexeme.token.isMark(in: ["\"", "“", "«", "„", "'"])
      || (lexeme.has(.article) && lexeme.token.kind == .word && !lexeme.token.isCapitalized && language != .arabic)
  }

  private func nextSeparator(_ start: Int) -> Int {
    var index = start + 1
    while index < lexemes.count, !lexemes[index].token.isMark(in: [",", ";", "،"]), !lexemes[index].has(.and) {
      index += 1
    }
    return index
  }

  /// The longest run of lexemes from here that is a signer's name; nothing where none is.
  private func matched(_ start: Int) -> Range<Int>? {
    var index = start
    if lexemes[index].has(.article), index + 1 < lexemes.count,
      lookup.signers(called: text(index..<(index + 1))).isEmpty
    {
      index += 1
    }
    for end in stride(from: min(index + 16, lexemes.count), to: index, by: -1) where canEnd(end, after: index) {
      let name = text(index..<end)
      // Two names with `and` between are two signers, unless one is called so.
      let holdsSeveral = lexemes[index..<end].contains { $0.has(.and) || $0.token.isMark(in: [",", ";", "،"]) }
      let found = holdsSeveral ? lookup.signers(writtenAs: name) : lookup.signers(called: name)
      if !found.isEmpty { return index..<end }
      // Arabic writes `and` together with the name.
      if language == .arabic, name.hasPrefix("و"), !lookup.signers(writtenAs: String(name.dropFirst())).isEmpty {
        return index..<end
      }
    }
    return nil
  }

  /// Whether a name can end before a lexeme: at the end, before a mark, `and`, or a word that is no part of names.
  private func canEnd(_ end: Int, after start: Int) -> Bool {
    let last = lexemes[end - 1]
    if last.token.kind == .mark, !last.token.isMark(in: [")", ".", "!", "+"]) { return false }
    guard end < lexemes.count else { return true }
    let next = lexemes[end]
    return next.token.kind == .mark || next.has(.and) || !next.token.isCapitalized
  }

  /// Behind a proper name of nobody known; the same place where there is none.
  private func nameEnd(_ start: Int) -> Int {
    var index = start
    while index < lexemes.count, lexemes[index].has(.article), !lexemes[index].token.isCapitalized { index += 1 }
    while index < lexemes.count, lexemes[index].token.isMark(in: ["\"", "“", "«", "„"]) { index += 1 }
    guard index < lexemes.count, lexemes[index].token.kind != .mark else { return start }
    let hasCapitals = language != .arabic
    if hasCapitals, !lexemes[index].token.isCapitalized { return start }
    var end = index
    var lastCapital = index
    var depth = 0
    while end < lexemes.count {
      let lexeme = lexemes[end]
      if lexeme.token.isMark("(") { depth += 1 }
      if lexeme.token.isMark(")") {
        depth -= 1
        lastCapital = depth >= 0 ? end : lastCapital
      }
      if depth <= 0 {
        if lexeme.token.kind == .mark, !lexeme.token.isMark(in: ["(", ")", "&", "-", "–", "/", "’", "'", "."]) {
          break
        }
        if lexeme.has(.and), !hasCapitals || !isInsideName(end) { break }
        if lexeme.has(anyOf: [.sign, .speak]), !lexeme.token.isCapitalized { break }
        if lexeme.token.isCapitalized || lexeme.token.kind == .number || !hasCapitals { lastCapital = end }
      }
      end += 1
      if end - index > 24 { break }
    }
    return lastCapital + 1
  }

  /// Whether `and` is likely a part of a name: `Women and Youth`, where no list separator stands near by.
  private func isInsideName(_ index: Int) -> Bool { lexemes[index].token.isMark("&") }

  /// Whether a run is clearly a proper name, rather than a noun.
  private func isProper(_ range: Range<Int>) -> Bool {
    let words = range.filter { lexemes[$0].token.kind == .word }
    let capitals = words.count { lexemes[$0].token.isCapitalized }
    let isAcronym = words.contains { lexemes[$0].token.isAllCapital }
    if lexemes[range.lowerBound].has(.we) { return false }
    switch language {
    case .german: return isAcronym || capitals >= 2
    case .arabic: return words.count >= 2 && lexemes[range].contains { $0.has(anyOf: [.organization, .type]) }
    default: return !isTitle && (capitals >= 1)
    }
  }

  // MARK: Types and countries

  /// Reads a type without a number: `trade unions`.
  private mutating func readBoast(_ start: Int) -> Int? {
    guard !lexemes[start].token.isCapitalized || language == .german || isTitle else { return nil }
    guard let phrase = phrases.single(from: start) else { return nil }
    let noun = lexemes[phrase.end - 1].token
    if noun.isCapitalized, language != .german, !isTitle { return nil }
    let next = lexemes[safe: phrase.end]
    // A noun with a name behind it is part of that name.
    if let next, next.token.isCapitalized, next.token.kind == .word, language != .german { return nil }
    addBoasts(phrase, start..<phrase.end)
    return phrase.subject.isSigners ? phrase.end : nil
  }

  private mutating func addBoasts(_ phrase: NounPhraseReader.Phrase, _ range: Range<Int>) {
    var types = phrase.types
    if case .type(let type) = phrase.subject { types = [type] }
    for type in types where !claims.contains(where: { $0.subject == .type(type) && $0.quantity == nil }) {
      var one = phrase
      one.subject = .type(type)
      one.types = []
      add(one, nil, range, isPart: true)
    }
  }

  private mutating func readCountry(_ start: Int) -> Int? {
    guard claims.contains(where: { $0.subject == .countries && $0.place < start }),
      let (area, end) = phrases.area(from: start)
    else { return nil }
    if case .countries(let codes) = area {
      for code in codes {
        let phrase = NounPhraseReader.Phrase(subject: .namedCountry(code), end: end)
        add(phrase, nil, start..<end, isPart: true)
      }
    }
    return end
  }

  /// `We, unions, political parties, and popular movements`.
  private mutating func readSpeakers(from start: Int) {
    var index = start
    while index < lexemes.count,
      lexemes[index].token.isMark(in: [",", "-", "–", "—", ":"]) || lexemes[index].has(.article)
    {
      index += 1
    }
    guard index < lexemes.count, lexemes[index].numbers.isEmpty else { return }
    guard let phrase = phrases.read(from: index, isNoun: false), phrase.end > index else { return }
    var types = phrase.types
    if case .type(let type) = phrase.subject { types.append(type) }
    // One noun alone may be anything that the sentence goes on to say.
    guard types.count >= 2 || lexemes[safe: start]?.token.kind == .mark else { return }
    addBoasts(phrase, index..<phrase.end)
  }
}
