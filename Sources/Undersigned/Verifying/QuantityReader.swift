/// Reads how many, as digits or words, with what makes it a limit: `over 250`, `200 to 300`, `dozens of`.
struct QuantityReader {
  let lexemes: [ClaimLexeme]
  let language: MessageLanguage

  /// A quantity and its place.
  struct Reading {
    var quantity: ClaimQuantity
    /// With the words before and behind that belong to it.
    var lexemes: Range<Int>
    /// Whether it is written as a word.
    var isWord: Bool
    /// Whether it takes `of` before what it counts (`dozens of`).
    var isNoun: Bool
  }

  /// The quantity whose number begins at a lexeme; nothing where no number does, or it is a name (`article 12`).
  func read(at index: Int) -> Reading? {
    guard let number = number(at: index) else { return nil }
    var reading = Reading(
      quantity: ClaimQuantity(number: number.value, relation: number.relation), lexemes: index..<number.end,
      isWord: lexemes[index].token.kind == .word, isNoun: number.isNoun)
    if index > 0, isNamed(index, number.value) { return nil }
    readRange(&reading)
    readBefore(&reading)
    readBehind(&reading)
    return reading
  }

  /// Whether the number is part of a name or date.
  private func isNamed(_ index: Int, _ value: Int) -> Bool {
    let before = lexemes[index - 1]
    let isAttached = before.token.kind == .word || before.token.isMark(".")
    if isAttached, before.has(.reference), !before.has(anyOf: [.over, .about, .upTo]),
      lexemes[index].token.kind == .number
    {
      return true
    }
    if before.token.isMark("."), index > 1, lexemes[index - 2].has(.reference) { return true }
    guard lexemes[index].token.kind == .number else { return false }
    let isYear = (1_800...2_099).contains(value) && lexemes[index].token.range.count == 4
    guard before.has(.month) else { return false }
    // `June 23`, where `in 23` is no day.
    let isDay = language == .english && value <= 31 && before.token.isCapitalized && !before.has(.function)
    return isYear || isDay
  }

  // MARK: The number

  private func number(at index: Int) -> (value: Int, relation: ClaimQuantity.Relation, end: Int, isNoun: Bool)? {
    let lexeme = lexemes[index]
    if let value = lexeme.number(.many) {
      return (value, .atLeast, index + 1, true)
    }
    if lexeme.has(.single) { return (1, .exactly, index, false) }
    if lexeme.has(.dual) { return (2, .exactly, index, false) }
    if let value = lexeme.number(.around) { return (value, .about, index + 1, true) }
    if !lexeme.numbers.isEmpty {
      guard let (value, end) = cardinal(at: index) else { return nil }
      // `two dozen`.
      if end < lexemes.count, let each = lexemes[end].number(.around) ?? lexemes[end].number(.many), value <= 20 {
        return (value * each, lexemes[end].has(.around) ? .about : .atLeast, end + 1, true)
      }
      return (value, .exactly, end, value >= 1_000_000 || lexeme.token.kind == .word && value >= 100)
    }
    return nil
  }

  /// A whole number of one lexeme or several.
  private func cardinal(at start: Int) -> (value: Int, end: Int)? {
    var total = 0
    var current = 0
    var end = start
    var hasDigits = false
    while end < lexemes.count {
      let lexeme = lexemes[end]
      if lexeme.token.kind == .number {
        guard end == start, let value = lexeme.numbers.first else { break }
        current = value
        hasDigits = true
      } else if !lexeme.numbers.isEmpty {
        if hasDigits, lexeme.numbers[0] < 1_000 { break }
        for value in lexeme.numbers { add(value, &total, &current) }
      } else if end > start, !hasDigits, lexeme.has(.and), end + 1 < lexemes.count,
        let next = lexemes[end + 1].numbers.first,
        lexemes[end + 1].token.kind == .word, next < 100, (total + current) >= 20
      {
        // `treinta y dos`, `two hundred and fifty`.
      } else {
        break
      }
      if total > 1 << 40 { return nil }
      end += 1
    }
    return end > start ? (total + current, end) : nil
  }

  private func add(_ value: Int, _ total: inout Int, _ current: inout Int) {
    if value >= 1_000 {
      total += max(current, 1) * value
      current = 0
    } else if value == 100 {
      current = max(current, 1) * 100
    } else if language == .french, value == 20, current % 100 == 4 {
      // `quatre-vingts`.
      current += 76
    } else {
      current += value
    }
  }

  // MARK: Around the number

  private func readRange(_ reading: inout Reading) {
    guard case .exactly = reading.quantity.relation else { return }
    let low = reading.quantity.number
    var next = reading.lexemes.upperBound
    guard next + 1 < lexemes.count else { return }
    let isDash = lexemes[next].token.isMark(in: ["-", "–", "—"]) && lexemes[next].token.isGlued
    let between = reading.lexemes.lowerBound > 0 && lexemes[reading.lexemes.lowerBound - 1].has(.between)
    let isTo = lexemes[next].has(.to) && (!lexemes[next].has(.and) || between)
    guard isDash || isTo else { return }
    next += 1
    guard !lexemes[next].numbers.isEmpty, let (high, end) = cardinal(at: next), high > low, high <= low * 10 + 10 else {
      return
    }
    reading.quantity.relation = .through(high)
    reading.lexemes = (between ? reading.lexemes.lowerBound - 1 : reading.lexemes.lowerBound)..<end
  }

  private func readBefore(_ reading: inout Reading) {
    var index = reading.lexemes.lowerBound - 1
    var skipped = 0
    while index >= 0, skipped < 2, lexemes[index].has(anyOf: [.article, .of]), relation(lexemes[index]) == nil {
      index -= 1
      skipped += 1
    }
    guard index >= 0, let relation = relation(lexemes[index]) else { return }
    switch (relation, reading.quantity.relation) {
    case (.over, .exactly), (.over, .about), (.over, .atLeast): reading.quantity.relation = .over
    case (_, .exactly): reading.quantity.relation = relation
    case (.atLeast, .about): reading.quantity.relation = .atLeast
    case (.nearly, .about): reading.quantity.relation = .nearly
    case (.upTo, .about): reading.quantity.relation = .upTo
    case (.under, .about): reading.quantity.relation = .under
    default: break
    }
    reading.lexemes = index..<reading.lexemes.upperBound
  }

  /// What a word before a number makes of it.
  private func relation(_ lexeme: ClaimLexeme) -> ClaimQuantity.Relation? {
    if lexeme.has(.over) { return .over }
    if lexeme.has(.atLeast) { return .atLeast }
    if lexeme.has(.nearly) { return .nearly }
    if lexeme.has(.about) { return .about }
    if lexeme.has(.upTo) { return .upTo }
    if lexeme.has(.under) { return .under }
    if lexeme.has(.exactly) { return .exactly }
    return nil
  }

  private func readBehind(_ reading: inout Reading) {
    var index = reading.lexemes.upperBound
    guard index < lexemes.count, !reading.lexemes.isEmpty || !lexemes[index].has(anyOf: [.single, .dual]) else {
      return
    }
    let lexeme = lexemes[index]
    if lexeme.token.isMark("+"), lexeme.token.isGlued {
      reading.quantity.relation = .atLeast
    } else if lexeme.has(.atLeastBehind) {
      reading.quantity.relation = .atLeast
    } else if lexeme.has(.overBehind) {
      reading.quantity.relation = .over
    } else if lexeme.has(.nearlyBehind) {
      reading.quantity.relation = .nearly
    } else if lexeme.has(.aboutBehind) {
      reading.quantity.relation = .about
    } else if lexeme.token.isMark("("), index + 2 < lexemes.count, !lexemes[index + 1].numbers.isEmpty,
      lexemes[index + 2].token.isMark(")")
    {
      // `twelve (12) organizations`.
      index += 2
    } else {
      return
    }
    reading.lexemes = reading.lexemes.lowerBound..<(index + 1)
  }
}
