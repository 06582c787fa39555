/// Reads what is counted: `human rights, religious and policy organizations`, `political parties from Brazil`.
struct NounPhraseReader {
  let lexemes: [ClaimLexeme]
  let language: MessageLanguage
  /// Whether most words of the sentence begin with a capital letter, as headlines do in English.
  let isHeadline: Bool

  /// What is counted.
  struct Phrase {
    var subject: ClaimSubject
    /// The types that are told, where there are several.
    var types: [OrganizationType] = []
    /// Whether the speaker counts itself out.
    var isOther = false
    /// Whether it is a part of what was told before (`of them`).
    var isPart = false
    /// Whether it is a form without a cause: NGOs.
    var isForm = false
    /// Where they are, if not everywhere.
    var area: ClaimArea?
    /// Behind the last lexeme.
    var end: Int
  }

  private static let heads: Set<ClaimWord.Role> = [
    .organization, .type, .person, .people, .country, .signatory, .state, .continent,
  ]

  /// Whether what makes organizations a type stands before them, with a noun at the end.
  private var isHeadLast: Bool { [.english, .german, .dutch, .turkish].contains(language) }

  /// What is counted from a lexeme on.
  ///
  /// - Parameter isNoun: Whether the number is a noun, and takes `of`.
  func read(from start: Int, isNoun: Bool) -> Phrase? {
    guard start < lexemes.count else { return nil }
    if lexemes[start].has(.ofThem) { return part(from: start + 1) }
    var index = start
    if lexemes[index].has(.of) {
      guard isNoun else { return nil }
      index += 1
    }
    guard var phrase = single(from: index) else { return nil }
    readMore(&phrase)
    readArea(&phrase)
    return phrase
  }

  /// `of them are networks of organizations`.
  private func part(from start: Int) -> Phrase? {
    for index in start..<min(start + 5, lexemes.count) {
      let lexeme = lexemes[index]
      if lexeme.has(.section) {
        return Phrase(subject: .sections, isPart: true, end: index + 1)
      }
      if lexeme.has(.networks) {
        return Phrase(subject: .type(.coalitionNetwork), isPart: true, end: index + 1)
      }
      if lexeme.has(anyOf: [.type, .modifier]), var phrase = single(from: index) {
        phrase.isPart = true
        return phrase
      }
      if !lexeme.numbers.isEmpty { return nil }
    }
    return nil
  }

  // MARK: One noun with what belongs to it

  private func isHead(_ index: Int) -> Bool {
    index < lexemes.count && lexemes[index].has(anyOf: NounPhraseReader.heads)
  }

  /// Whether a noun stands here that one before can belong to: `student groups`.
  private func isNoun(at index: Int) -> Bool {
    index < lexemes.count && lexemes[index].has(anyOf: [.organization, .type, .person, .people])
  }

  /// One noun with the words before and behind that belong to it.
  func single(from start: Int) -> Phrase? {
    var phrase = Phrase(subject: .organizations, end: start)
    var types: [OrganizationType] = []
    var unknown = 0
    var isListed = false
    var hasList = false
    var index = start
    while index < lexemes.count, index - start < 12 {
      let lexeme = lexemes[index]
      if isHead(index) {
        let isNextHead = isNoun(at: index + 1) || (index + 1 < lexemes.count && lexemes[index + 1].has(.modifier))
        let isListOfModifiers = lexeme.has(.modifier) && isHeadLast && leadsToHead(index + 1)
        if isHeadLast && isNextHead || isListOfModifiers {
          if let type = lexeme.type(.modifier) ?? lexeme.type(.type) { types.append(type) }
        } else {
          if lexeme.has(.other) { phrase.isOther = true }
          return finished(phrase, head: index, types, isList: hasList)
        }
        isListed = true
      } else if let type = lexeme.type(.modifier) {
        types.append(type)
        isListed = true
      } else if lexeme.has(.other) {
        if index == start || !lexemes[index - 1].has(.and) { phrase.isOther = true }
        isListed = true
      } else if lexeme.has(.adjective) {
        isListed = true
      } else if isListed, lexeme.has(.and) || lexeme.token.isMark(in: [",", "،", "/"]), leadsToHead(index + 1) {
        isListed = false
        hasList = true
      } else if lexeme.has(.article), index == start || !isListed {
        // `250 of the organizations`.
      } else if lexeme.token.kind == .word, let area = demonym(lexeme) {
        phrase.area = area
        isListed = true
      } else if lexeme.isUnknown, unknown < (isHeadLast ? 2 : 1), !isNoun(lexeme) {
        unknown += 1
        isListed = true
        if lexeme.token.isCapitalized, !isHeadline, language != .german { phrase.area = phrase.area ?? .unknown }
      } else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a list of words goes on here to a noun, with nothing between but what can belong to it.
  private func leadsToHead(_ start: Int) -> Bool {
    var index = start
    while index < lexemes.count, index - start < 8 {
      let lexeme = lexemes[index]
      if isHead(index), !(lexeme.has(.modifier) && !isHead(index + 1)) || index + 1 >= lexemes.count { return true }
      let isPart =
        lexeme.has(anyOf: [.modifier, .adjective, .and, .other, .article]) || lexeme.token.isMark(in: [",", "،"])
        || isHead(index) || (lexeme.isUnknown && !isNoun(lexeme) && index > start)
      guard isPart, lexeme.numbers.isEmpty else { return false }
      index += 1
    }
    return false
  }

  /// Whether an unknown word is likely a noun in the plural, so that it is what the number counts.
  private func isNoun(_ lexeme: ClaimLexeme) -> Bool {
    let form = lexeme.token.form
    switch language {
    case .english:
      return form.hasSuffix("s") && !form.hasSuffix("ss") && !form.hasSuffix("us") && !form.hasSuffix("is")
    case .german: return lexeme.token.isCapitalized
    case .turkish: return form.hasSuffix("lar") || form.hasSuffix("ler")
    default: return false
    }
  }

  private func demonym(_ lexeme: ClaimLexeme) -> ClaimArea? {
    guard let place = PlaceLookup.shared.place(lexeme.token.form) else { return nil }
    switch place.kind {
    case .demonym where lexeme.token.isCapitalized || language != .english:
      guard let country = place.country else { return nil }
      return place.isPart ? .unknown : .countries([country])
    case .region:
      return place.region.map { .region($0) } ?? .unknown
    default: return nil
    }
  }

  /// The phrase with its noun, and the words behind it that belong to it.
  private func finished(_ phrase: Phrase, head: Int, _ before: [OrganizationType], isList: Bool) -> Phrase {
    var phrase = phrase
    var types = before
    let noun = lexemes[head]
    phrase.end = head + 1
    let isOrganizations = noun.has(anyOf: [.organization, .type])
    if let type = noun.compoundType { types.append(type) }
    let isNamedByPhrase = noun.tokens.count > 1 || noun.compoundType != nil
    let told = types.count
    if isOrganizations { readBehind(&phrase, &types, isListed: isNamedByPhrase) } else { readOther(&phrase) }
    let isList = isList || (isNamedByPhrase && types.count > told)
    if isList, let type = noun.type(.type), type != .ngo { types.append(type) }
    let distinct = Set(types)
    phrase.isForm = noun.type(.type) == .ngo
    let isTyped = !(noun.has(.organization) && !distinct.isEmpty) && !(isList && distinct.count > 1)
    if let type = noun.type(.type), type != .ngo, isTyped {
      phrase.subject = .type(type)
    } else if isOrganizations {
      phrase.subject = distinct.count == 1 ? .type(types[0]) : .organizations
      phrase.types = distinct.count > 1 ? distinct.sorted() : []
    } else if noun.has(.signatory) {
      phrase.subject = .signatories
    } else if noun.has(.country) {
      phrase.subject = .countries
    } else if noun.has(.person) {
      phrase.subject = .individuals(isSubset: phrase.area != nil)
    } else if noun.has(.people) {
      phrase.subject = .individuals(isSubset: true)
    } else {
      phrase.subject = noun.has(.continent) ? .continents : .states
    }
    return phrase
  }

  private func readOther(_ phrase: inout Phrase) {
    if phrase.end < lexemes.count, lexemes[phrase.end].has(.other), !lexemes[phrase.end].has(.over) {
      phrase.isOther = true
      phrase.end += 1
    }
  }

  /// What stands behind the noun: `organizaciones sindicales, ambientales y de derechos humanos`.
  private func readBehind(_ phrase: inout Phrase, _ types: inout [OrganizationType], isListed: Bool) {
    var index = phrase.end
    var isListed = isListed
    while index < lexemes.count {
      let lexeme = lexemes[index]
      if let type = lexeme.type(.modifier), language != .english {
        types.append(type)
        isListed = true
      } else if lexeme.has(.other), !(index > 0 && lexemes[index - 1].has(.and)) {
        phrase.isOther = true
      } else if lexeme.has(.adjective), language != .english || lexeme.has(.of) {
        isListed = true
      } else if lexeme.has(anyOf: [.of, .article]), language != .english, behind(index + 1) {
        index += 1
        continue
      } else if isListed, lexeme.has(.and) || lexeme.token.isMark(in: [",", "،"]), behind(index + 1) {
        isListed = false
        index += 1
        continue
      } else if language != .english, lexeme.token.kind == .word, !lexeme.has(anyOf: [.from, .function]),
        let area = demonym(lexeme)
      {
        phrase.area = area
      } else {
        break
      }
      index += 1
      phrase.end = index
    }
  }

  /// Whether what stands here, articles and `of` apart, belongs to a noun before it.
  private func behind(_ start: Int) -> Bool {
    var index = start
    while index < lexemes.count, index - start < 3 {
      if !lexemes[index].numbers.isEmpty { return false }
      if lexemes[index].has(anyOf: [.modifier, .adjective]), !isHead(index) || lexemes[index].has(.modifier) {
        return true
      }
      guard lexemes[index].has(anyOf: [.of, .article]) else { return false }
      index += 1
    }
    return false
  }

  // MARK: Several nouns

  /// Further nouns that the number counts: `unions, parties and movements`, `organizations and individuals`.
  private func readMore(_ phrase: inout Phrase) {
    guard phrase.subject.isSigners || phrase.subject == .countries || phrase.subject == .states else { return }
    var phrases: [Phrase] = []
    var index = phrase.end
    var isClosed = false
    while index < lexemes.count {
      let isAnd = lexemes[index].has(.and)
      guard isAnd || lexemes[index].token.isMark(in: [",", "،"]) else { break }
      var next = index + 1
      if next < lexemes.count, !isAnd, lexemes[next].has(.and) { next += 1 }
      isClosed = isClosed || isAnd || next == index + 2
      guard next < lexemes.count, lexemes[next].numbers.isEmpty, let more = single(from: next), fits(more, next) else {
        if isAnd { isClosed = !phrases.isEmpty && isClosed }
        break
      }
      phrases.append(more)
      index = more.end
      if isClosed { break }
    }
    guard isClosed, let last = phrases.last else { return }
    let all = [phrase] + phrases
    let subjects = Set(all.map(\.subject))
    phrase.end = last.end
    phrase.isOther = all.contains(where: \.isOther)
    phrase.area = last.area ?? phrase.area
    phrase.types = Set(all.flatMap { one in if case .type(let type) = one.subject { [type] } else { one.types } })
      .sorted()
    phrase.isForm = false
    phrase.subject = subjects.count == 1 ? phrase.subject : combined(subjects)
    if case .type = phrase.subject { phrase.types = [] }
  }

  /// Whether a further noun can be meant by the same number: no proper name, no place.
  private func fits(_ more: Phrase, _ start: Int) -> Bool {
    guard more.subject.isSigners || more.subject == .countries else { return false }
    let noun = lexemes[more.end - 1].token
    return !noun.isCapitalized || isHeadline || language == .german
  }

  private func combined(_ subjects: Set<ClaimSubject>) -> ClaimSubject {
    if subjects.contains(.countries) || subjects.contains(.states) { return .mixture }
    let hasPeople = subjects.contains { if case .individuals = $0 { true } else { $0 == .signatories } }
    return hasPeople ? .signatories : .organizations
  }

  // MARK: Places

  /// `from Brazil, Chile and Peru`, `in Latin America`.
  private func readArea(_ phrase: inout Phrase) {
    let start = phrase.end
    guard start + 1 < lexemes.count, lexemes[start].has(anyOf: [.from, .of]) || lexemes[start].has(.owns) else {
      return
    }
    guard let (area, end) = area(from: start + 1) else { return }
    phrase.area = area
    phrase.end = end
  }

  /// The places named from a lexeme on; nothing where none is, or only the world.
  func area(from start: Int) -> (area: ClaimArea, end: Int)? {
    var countries: [CountryCode] = []
    var index = start
    var end = start
    while index < lexemes.count {
      if lexemes[index].has(.article), lexemes[index].token.kind == .word, index + 1 < lexemes.count,
        place(at: index) == nil
      {
        index += 1
      }
      guard let (place, next) = place(at: index) else { break }
      end = next
      switch place.kind {
      case .country, .code: countries += place.country.map { [$0] } ?? []
      case .region where countries.isEmpty: return (place.region.map { .region($0) } ?? .unknown, next)
      case .world, .region, .demonym: return nil
      case .subdivision, .city: return (.unknown, next)
      }
      index = next
      guard index + 1 < lexemes.count, lexemes[index].has(.and) || lexemes[index].token.isMark(",") else { break }
      index += 1
    }
    return countries.isEmpty ? nil : (.countries(countries), end)
  }

  /// The longest place of at most five words that begins at a lexeme.
  private func place(at start: Int) -> (place: Place, end: Int)? {
    var form = ""
    var best: (Place, Int)?
    for index in start..<min(start + 5, lexemes.count) {
      let lexeme = lexemes[index]
      guard lexeme.token.kind == .word, lexeme.numbers.isEmpty else { break }
      if index == start, language != .arabic, !lexeme.token.isCapitalized { break }
      // The first word of a lexeme of several is all that a place needs here.
      form += (form.isEmpty ? "" : " ") + lexeme.token.form
      if let place = PlaceLookup.shared.place(form), place.kind != .demonym { best = (place, index + 1) }
    }
    return best
  }
}
