extension ClaimReader {
  /// Finds from how many countries and parts of the world signers are.
  mutating func readPlaces() {
    for index in lexemes.indices where !lexemes[index].numbers.isEmpty || lexemes[index].has(anyOf: [.many, .around]) {
      guard let reading = quantities.read(at: index),
        let phrase = phrases.read(from: reading.lexemes.upperBound, isNoun: reading.isNoun) ?? label(reading.lexemes)
      else { continue }
      guard [.countries, .states, .continents].contains(phrase.subject) else { continue }
      if index > 0, !lexemes[index - 1].numbers.isEmpty { continue }
      guard let isPart = placeClaim(phrase, reading.lexemes) else { continue }
      let end = max(phrase.end, reading.lexemes.upperBound)
      add(phrase, reading.quantity, (phrase.labelStart ?? reading.lexemes.lowerBound)..<end, isPart: isPart)
    }
    readCountedFrom()
  }

  /// Whether a number of countries tells where signers are from; nothing where it does not.
  private func placeClaim(_ phrase: NounPhraseReader.Phrase, _ range: Range<Int>) -> Bool? {
    if phrase.end == 0 { return false }
    let start = range.lowerBound
    let hasSign = lexemes.contains { $0.has(anyOf: [.sign, .we, .signatory]) }
    let hasFrom = start > 0 && lexemes[start - 1].has(.from) || lexemes[phrase.end - 1].has(.from)
    let others = zip(claims, ends).filter { $0.0.subject.isSigners }
    // `250 organizations from 41 countries`, with little between.
    if let (_, end) = others.last(where: { $0.1 <= start }) {
      let between = lexemes[end..<start]
      let isFar = between.count > 14
      let belongs = between.dropLast().contains { $0.has(anyOf: [.owns, .against]) && !$0.has(.article) }
      let isOf = between.contains { $0.has(.speak) } && !(lexemes[safe: start - 1]?.has(.sign) ?? false)
      let isJoined = between.allSatisfy { $0.has(.and) || $0.token.isMark(",") }
      if !isFar, !belongs, !isOf, hasFrom || isJoined { return false }
    }
    if hasFrom, phrase.end < lexemes.count,
      others.contains(where: { $0.0.place >= phrase.end && $0.0.place - phrase.end <= 5 })
    {
      return false
    }
    guard phrase.subject == .countries, hasFrom else { return nil }
    // `organizations from 41 countries`, without their number.
    if rejectedEnds.contains(where: { $0 <= start && start - $0 <= 8 }) { return nil }
    let noun = lexemes[max(0, start - 5)..<max(start - 1, 0)].last {
      $0.has(anyOf: [.organization, .type, .signatory])
    }
    guard let noun else { return nil }
    return hasSign || noun.has(.signatory) || lexemes[start - 1].token.form == "from" ? false : nil
  }

  /// `including 30 from Brazil`.
  private mutating func readCountedFrom() {
    guard claims.contains(where: { $0.subject.isSigners }) else { return }
    for index in lexemes.indices where !lexemes[index].numbers.isEmpty {
      guard let reading = quantities.read(at: index), reading.lexemes.upperBound < lexemes.count,
        lexemes[reading.lexemes.upperBound].has(.from), index > (ends.min() ?? 0),
        !claims.contains(where: { $0.place == reading.lexemes.lowerBound }),
        let (area, end) = phrases.area(from: reading.lexemes.upperBound + 1), area != .unknown
      else { continue }
      let phrase = NounPhraseReader.Phrase(subject: .organizations, area: area, end: end)
      add(phrase, reading.quantity, reading.lexemes.lowerBound..<end, isPart: true)
    }
  }

  /// `from all regions of the world`.
  mutating func readEverywhere() {
    guard
      claims.contains(where: { $0.subject.isSigners }) || lexemes.contains(where: { $0.has(anyOf: [.we, .signatory]) })
    else { return }
    for index in lexemes.indices where lexemes[index].has(.everywhere) {
      guard lexemes[safe: index - 1]?.has(anyOf: [.from, .of, .owns]) ?? false else { continue }
      let phrase = NounPhraseReader.Phrase(subject: .everywhere, end: index + 1)
      add(phrase, nil, index..<(index + 1), isPart: false)
    }
  }
}
