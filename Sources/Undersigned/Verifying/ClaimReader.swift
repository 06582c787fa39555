/// Finds the claims about signatories in one sentence.
struct ClaimReader {
  let prose: ProseText
  let sentence: [ProseToken]
  let lexemes: [ClaimLexeme]
  let language: MessageLanguage
  /// Whether the sentence before makes a claim, which `among them` goes on.
  let follows: Bool
  /// Finds signers by name.
  let lookup: SignerLookup

  private(set) var claims: [StatedClaim] = []
  /// Behind which lexeme each of the claims ends.
  private var ends: [Int] = []
  /// Behind which lexeme each of the counts ends that is no claim.
  private var rejectedEnds: [Int] = []
  /// Whether most of its words begin with a capital letter.
  let isTitle: Bool

  /// Reads a sentence.
  ///
  /// - Complexity: O(*n*) in its words, names apart.
  init(
    _ sentence: [ProseToken], of prose: ProseText, _ lexicon: ClaimLexicon, follows: Bool, lookup: SignerLookup
  ) {
    self.prose = prose
    self.sentence = sentence
    self.follows = follows
    self.lookup = lookup
    language = lexicon.language
    lexemes = ClaimLexeme.read(sentence, lexicon)
    let words = sentence.filter { $0.kind == .word && $0.form.count > 3 }
    isTitle = words.count >= 3 && words.count { $0.isCapitalized } * 4 >= words.count * 3
    readSigners()
    readPlaces()
    readEverywhere()
    readAbsence()
    readNames()
    markImpossible()
    claims.sort { $0.place < $1.place }
  }

  var phrases: NounPhraseReader { NounPhraseReader(lexemes: lexemes, language: language, isHeadline: isTitle) }
  private var quantities: QuantityReader { QuantityReader(lexemes: lexemes, language: language) }

  /// What the text says from one lexeme to another.
  func text(_ range: Range<Int>) -> String {
    let first = sentence[lexemes[range.lowerBound].tokens.lowerBound]
    let last = sentence[lexemes[range.upperBound - 1].tokens.upperBound - 1]
    return prose.text(first.range.lowerBound..<last.range.upperBound)
  }

  /// Adds a claim that stands on some lexemes.
  mutating func add(_ phrase: NounPhraseReader.Phrase, _ quantity: ClaimQuantity?, _ range: Range<Int>, isPart: Bool) {
    claims.append(
      StatedClaim(
        subject: phrase.subject, quantity: quantity, types: phrase.types, isOther: phrase.isOther, isPart: isPart,
        area: phrase.area, text: text(range), line: lexemes[range.lowerBound].token.line, place: range.lowerBound,
        language: language))
    ends.append(range.upperBound)
  }

  /// Adds a claim as it is.
  mutating func addClaim(_ claim: StatedClaim) {
    claims.append(claim)
    ends.append(claim.place + 1)
  }

  // MARK: Who signed

  private mutating func readSigners() {
    var index = 0
    var isIncluding = false
    while index < lexemes.count {
      if lexemes[index].has(.including), follows || !claims.isEmpty || hasHeadBefore(index) { isIncluding = true }
      guard let reading = quantities.read(at: index) else {
        index += 1
        continue
      }
      var next = reading.lexemes.upperBound
      defer { index = max(index + 1, next) }
      var range = reading.lexemes
      guard var phrase = phrases.read(from: next, isNoun: reading.isNoun) ?? label(reading.lexemes) else { continue }
      if phrase.subject == .countries || phrase.subject == .states || phrase.subject == .continents { continue }
      if range.lowerBound > 0, lexemes[range.lowerBound - 1].has(.other) {
        phrase.isOther = true
        range = (range.lowerBound - 1)..<range.upperBound
      }
      let before = range.lowerBound > 0 ? range.lowerBound - 1 : nil
      if let before, lexemes[before].has(.ofThem) { phrase.isPart = true }
      if phrase.isForm, isIncluding { phrase.subject = .type(.ngo) }
      let isPart = phrase.isPart || (isIncluding && phrase.subject != .signatories)
      guard isClaim(phrase, reading, range, isPart: isPart) else {
        rejectedEnds.append(max(phrase.end, next))
        continue
      }
      if phrase.end > next {
        range = range.lowerBound..<phrase.end
        next = phrase.end
      }
      add(phrase, reading.quantity, range, isPart: isPart)
    }
  }

  /// Whether signers are told of before a lexeme without a number, as in `unions, including 12 from Brazil`.
  private func hasHeadBefore(_ index: Int) -> Bool {
    lexemes[..<index].contains { $0.has(anyOf: [.organization, .type, .signatory]) }
  }

  /// A number behind what it counts: `Organizations: 250`, `Signatories (250)`.
  private func label(_ quantity: Range<Int>) -> NounPhraseReader.Phrase? {
    let index = quantity.lowerBound
    guard index >= 2, lexemes[index - 1].token.isMark(in: [":", "(", "|", "："]) else { return nil }
    let isLast =
      quantity.upperBound == lexemes.count || lexemes[quantity.upperBound].token.isMark(in: [")", "|", ",", ";"])
    guard isLast else { return nil }
    for start in max(0, index - 5)..<(index - 1) {
      if var phrase = phrases.single(from: start), phrase.end == index - 1, lexemes[start].numbers.isEmpty {
        phrase.end = 0
        return phrase
      }
    }
    return nil
  }

  private static let cues: Set<ClaimWord.Role> = [.sign, .speak, .against, .we]

  /// Whether a counted noun is a claim about who signed, and not about somebody's members or victims.
  private func isClaim(
    _ phrase: NounPhraseReader.Phrase, _ reading: QuantityReader.Reading, _ range: Range<Int>, isPart: Bool
  ) -> Bool {
    let isLabel = phrase.end == 0
    if isLabel { return phrase.subject != .sections }
    // A letter has signatories.
    if phrase.subject != .signatories, owner(before: range.lowerBound) != nil { return false }
    if phrase.isPart { return !claims.isEmpty || follows }
    if phrase.subject == .sections { return false }
    let ahead = cue(after: phrase.end)
    let behind = cue(before: range.lowerBound)
    let hasSign = lexemes.contains { $0.has(anyOf: [.sign, .we]) }
    if case .individuals = phrase.subject {
      if isPart { return true }
      // People are signers where they sign, or stand beside organizations that do.
      if isBesideClaim(range.lowerBound) || lexemes[safe: phrase.end]?.has(.and) ?? false && hasSign { return true }
      if ahead == .against { return false }
      if ahead == .sign || behind == .sign { return true }
      return ahead == .speak && range.lowerBound <= 3
    }
    if ahead == .against || (ahead == nil && behind == .against) { return hasSign && behind == .sign }
    // A few, as a word, are hardly a count of signers unless somebody signs.
    if reading.isWord,
      reading.quantity.number < 10 || reading.quantity.relation == .exactly && reading.quantity.number < 10
    {
      return ahead == .sign || behind == .sign
    }
    return true
  }

  /// Whether the claim before ends directly before a lexeme, but for `and` or a comma.
  private func isBesideClaim(_ index: Int) -> Bool {
    guard let end = ends.last, index >= end else { return false }
    return lexemes[end..<index].allSatisfy { $0.has(.and) || $0.token.isMark(in: [",", "،", ";"]) || $0.has(.article) }
      && index > end
  }

  /// The lexeme directly before a number that says it counts what belongs to somebody.
  private func owner(before index: Int) -> Int? {
    guard index > 0 else { return nil }
    var place = index - 1
    if lexemes[place].has(.article), !lexemes[place].has(.owns), place > 0 { place -= 1 }
    // Arabic may begin with the verb: `يضم الاتحاد 120 منظمة`.
    while language == .arabic, place > max(0, index - 3), !lexemes[place].has(anyOf: [.owns, .sign, .we, .speak]),
      lexemes[place].token.kind == .word
    { place -= 1 }
    let lexeme = lexemes[place]
    if lexeme.has(.coalition), lexemes[..<place].contains(where: { $0.has(.we) || $0.has(.sign) }) { return nil }
    return lexeme.has(anyOf: [.owns, .coalition]) ? place : nil
  }

  /// The first word within a few that tells what the counted do.
  private func cue(after end: Int) -> ClaimWord.Role? {
    var distance = 0
    for lexeme in lexemes[end...] {
      if lexeme.has(.against) { return .against }
      if lexeme.has(anyOf: [.sign, .we]) { return .sign }
      if lexeme.has(.speak) { return .speak }
      distance += 1
      if distance > 10 { break }
    }
    return nil
  }

  /// The nearest word before that tells what is done.
  private func cue(before start: Int) -> ClaimWord.Role? {
    for lexeme in lexemes[max(0, start - 8)..<start].reversed() {
      if lexeme.has(.against) { return .against }
      if lexeme.has(anyOf: [.sign, .we]) { return .sign }
      if lexeme.has(.speak) { return .speak }
    }
    return nil
  }

  // MARK: Where from

  private mutating func readPlaces() {
    for index in lexemes.indices where !lexemes[index].numbers.isEmpty || lexemes[index].has(anyOf: [.many, .around]) {
      guard let reading = quantities.read(at: index),
        let phrase = phrases.read(from: reading.lexemes.upperBound, isNoun: reading.isNoun) ?? label(reading.lexemes)
      else { continue }
      guard [.countries, .states, .continents].contains(phrase.subject) else { continue }
      if index > 0, !lexemes[index - 1].numbers.isEmpty { continue }
      guard let isPart = placeClaim(phrase, reading.lexemes) else { continue }
      let end = max(phrase.end, reading.lexemes.upperBound)
      add(phrase, reading.quantity, reading.lexemes.lowerBound..<end, isPart: isPart)
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
  private mutating func readEverywhere() {
    guard
      claims.contains(where: { $0.subject.isSigners }) || lexemes.contains(where: { $0.has(anyOf: [.we, .signatory]) })
    else { return }
    for index in lexemes.indices where lexemes[index].has(.everywhere) {
      guard lexemes[safe: index - 1]?.has(anyOf: [.from, .of, .owns]) ?? false else { continue }
      let phrase = NounPhraseReader.Phrase(subject: .everywhere, end: index + 1)
      add(phrase, nil, index..<(index + 1), isPart: false)
    }
  }

  /// `No organization has signed yet.`
  private mutating func readAbsence() {
    guard lexemes.contains(where: { $0.has(.sign) }) else { return }
    for index in lexemes.indices where lexemes[index].has(.none) {
      guard let phrase = phrases.single(from: index + 1),
        phrase.subject == .organizations || phrase.subject == .signatories,
        !claims.contains(where: { $0.place > index && $0.place <= phrase.end })
      else { continue }
      add(phrase, ClaimQuantity(number: 0, relation: .exactly), index..<phrase.end, isPart: false)
      return
    }
  }

  /// Fewer organizations than countries can't be.
  private mutating func markImpossible() {
    let organizations = claims.filter { $0.subject == .organizations && !$0.isPart && $0.area == nil }
    let others = claims.contains { $0.isOther && $0.subject.isSigners }
    for index in claims.indices { claims[index].isBesideOthers = others }
    let rounded = organizations.contains { $0.quantity?.isRounded ?? false }
    for index in claims.indices where claims[index].subject == .countries {
      claims[index].isBesideRounded = rounded
      let signers = claims.filter(\.subject.isSigners)
      claims[index].isOfPeople =
        !signers.isEmpty && signers.allSatisfy { if case .individuals = $0.subject { true } else { false } }
      claims[index].isOfSignatories = signers.contains { $0.subject == .signatories }
      guard let number = claims[index].quantity?.number else { continue }
      claims[index].isImpossible =
        organizations.contains { ($0.quantity?.isCeiling ?? false) && ($0.quantity?.number ?? .max) < number }
        && !signers.contains { if case .individuals = $0.subject { true } else { $0.subject == .signatories } }
    }
  }
}

extension Array {
  /// The element at a place; nothing outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
