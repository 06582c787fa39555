extension NounPhraseReader {
  /// Where an adjective puts what it belongs to: `Brazilian`, `European`; nothing for others.
  func demonym(_ lexeme: ClaimLexeme) -> ClaimArea? {
    guard let place = PlaceLookup.shared.place(lexeme.token.form) else { return nil }
    switch place.kind {
    case .demonym where lexeme.token.isCapitalized || language != .english:
      guard let country = place.country else { return nil }
      return place.isPart ? .unknown : .countries([country])
    case .region:
      return place.region.map { .regions([$0]) } ?? .unknown
    default: return nil
    }
  }

  /// `from Brazil, Chile and Peru`, `in Latin America`.
  func readArea(_ phrase: inout Phrase) {
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
    var regions: [String] = []
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
      case .region:
        guard let region = place.region else { return (.unknown, next) }
        regions.append(region)
      case .world, .demonym: return nil
      case .subdivision, .city: return (.unknown, next)
      }
      index = next
      guard index + 1 < lexemes.count, lexemes[index].has(.and) || lexemes[index].token.isMark(",") else { break }
      index += 1
    }
    if countries.isEmpty && regions.isEmpty { return nil }
    if !countries.isEmpty && !regions.isEmpty { return (.unknown, end) }
    return (regions.isEmpty ? .countries(countries) : .regions(regions), end)
  }

  /// The longest place of at most five words that begins at a lexeme.
  func place(at start: Int) -> (place: Place, end: Int)? {
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
