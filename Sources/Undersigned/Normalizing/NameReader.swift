/// Reads the segments of a mention: which are names, which acronyms, which neither.
struct NameReader {
  /// As written, the principal one first.
  var names: [String] = []
  /// As written.
  var acronyms: [String] = []
  /// In compare form.
  var qualifiers: [String] = []
  /// Canonical abbreviation of a segment that was nothing but a legal form.
  var legalForm: String?

  /// Whether the whole mention is in capitals, so that they tell nothing.
  let isAllCapitals: Bool
  /// How many words stand outside of brackets, before the first separator.
  private var principalWords = 0

  /// A mention with more segments is no name but a text; it is left whole.
  private static let mostSegments = 12

  /// Reads a tidy text.
  init(_ display: String) {
    let (hasCapital, hasSmall) = NameWord.cases(of: display)
    isAllCapitals = hasCapital && !hasSmall && display.utf8.contains(0x20)
    let segments = NameSegments(display).segments
    guard segments.count <= Self.mostSegments else {
      names = [display]
      return
    }
    principalWords = segments.first.map { $0.text.tokens.count } ?? 0
    for segment in segments { read(segment.text, segment.opening) }
    // AID / WATCH is one name, whatever its parts look like.
    let isCutCapitals = segments.count > 1 && acronyms.count == segments.count && qualifiers.isEmpty
    if isCutCapitals, names.isEmpty, segments.allSatisfy({ $0.opening != .bracket }) { names = [display] }
    if names.isEmpty, acronyms.isEmpty { names = [segments.first?.text ?? display] }
  }

  mutating func read(_ text: String, _ opening: NameSegments.Opening) {
    let text = NameSegments.trim(text)
    guard !text.isEmpty else { return }
    if let (before, after) = cutAtAlias(text, opening) {
      read(before, opening)
      read(after, .separator)
      return
    }
    if text.utf8.contains(where: { $0 == 0x2C }) || (text.utf8.contains(0xEF) && text.unicodeScalars.contains("，")),
      readCommas(text, opening)
    {
      return
    }
    readPlain(text, opening)
  }

  // MARK: - Other names

  /// Cuts at `aka`, `formerly` and the like; at the beginning of a later segment they are only taken off.
  func cutAtAlias(_ text: String, _ opening: NameSegments.Opening) -> (String, String)? {
    let tokens = text.tokens
    guard tokens.count <= 60 else { return nil }
    if opening != .start {
      for prefix in ["ex-", "Ex-", "EX-"] where text.hasPrefix(prefix) { return ("", String(text.dropFirst(3))) }
    }
    for (index, token) in tokens.enumerated() where index > 0 || opening != .start {
      // Only words of two letters and more can begin such a phrase; a capital begins a name.
      guard let first = token.unicodeScalars.first, !first.isCapital || index == 0 else { continue }
      guard NameWords.beginsAlias(CompareForm.foldWords(String(token))) else { continue }
      for count in [4, 3, 2, 1] where index + count < tokens.count {
        let phrase = CompareForm.fold(tokens[index..<index + count].joined(separator: " "))
        guard NameWords.roles(of: phrase).contains(.alias), count > 1 || phrase != "ex" || index == 0,
          // `antes`, `dit` and the like are also words inside a name.
          index == 0 || count > 1 || Self.unmistakable.contains(phrase)
        else { continue }
        return (
          tokens[..<index].joined(separator: " "), tokens[(index + count)...].joined(separator: " ")
        )
      }
    }
    return nil
  }

  private static let unmistakable: Set<String> = [
    "aka", "dba", "fka", "formerly", "previously", "ehemals", "vormals", "anciennement", "anteriormente", "voorheen",
  ]

  // MARK: - Segments without cuts

  mutating func readPlain(_ text: String, _ opening: NameSegments.Opening) {
    let tokens = text.tokens.map(String.init)
    guard !tokens.isEmpty else { return }
    if opening == .start {
      readPrincipal(text, tokens)
      return
    }
    let folded = CompareForm.fold(text)
    let foldedWords = folded.tokens
    if let form = LegalForm.exactly(foldedWords.map(String.init)),
      form.strength == .strong || !NameWord.cases(of: text).hasSmall, !isInitials(text)
    {
      legalForm = legalForm ?? form.canonical
      return
    }
    let isCapitals = tokens.count == 1 && !isAllCapitals && AcronymShape.isAcronym(text)
    if NameWords.isPlace(folded, isWide: !isCapitals), !isInitials(text) {
      qualifiers.append(folded)
      return
    }
    if tokens.count == 1 {
      readToken(text, folded)
      return
    }
    // IWRAW Asia Pacific, in brackets; MTST Brasil
    if AcronymShape.isAcronym(tokens[0]), !isAllCapitals {
      let rest = tokens.dropFirst().joined(separator: " ")
      let restFold = CompareForm.fold(rest)
      if NameWords.isPlace(restFold) || isSection(restFold.tokens) {
        acronyms.append(tokens[0])
        qualifiers.append(restFold)
        return
      }
      if opening == .bracket, tokens.count <= 3, tokens.allSatisfy(AcronymShape.isAcronym) {
        acronyms.append(contentsOf: tokens)
        return
      }
    }
    if isSection(foldedWords) {
      qualifiers.append(folded)
      return
    }
    // YFEED Foundation, beside the name that it shortens
    if AcronymShape.isAcronym(tokens[0]), tokens.count <= 3, isInitials(tokens[0]) { acronyms.append(tokens[0]) }
    let contentWords = foldedWords.count { !NameWords.isStop($0) }
    let isCapitalised = tokens.contains { token in
      token.unicodeScalars.contains { $0.isCapital || ($0.value >= 0x80 && !$0.isSmall) }
    }
    // Numbers name nothing, nor do short words among capitals.
    let hasWord = foldedWords.contains { word in
      word.utf8.contains { $0 > 0x39 } && (!isAllCapitals || word.utf8.count >= 4)
    }
    if contentWords >= 2, isCapitalised, hasWord {
      readName(text, tokens)
    } else {
      qualifiers.append(folded)
    }
  }

  /// The first segment: a name, or an acronym alone.
  mutating func readPrincipal(_ text: String, _ tokens: [String]) {
    guard tokens.count == 1 else { return readName(text, tokens) }
    if let pair = compound(text) {
      acronyms.append(contentsOf: pair.acronyms)
      if let rest = pair.rest { qualifiers.append(rest) }
      // CNCD-11.11.11 is more than CNCD.
      if pair.rest == nil, pair.acronyms.count == 1 { names.append(text) }
      return
    }
    guard AcronymShape.isAcronym(text), LegalForm.exactly([CompareForm.fold(text)])?.strength != .strong,
      !text.contains("/"), CoreForm.withoutElision(text) == text
    else {
      readName(text, tokens)
      return
    }
    // A long word in capitals is as likely a name that somebody shouts.
    let letters = text.unicodeScalars.count { $0.isLetter }
    if letters > 6 || NameWord.cases(of: text).hasSmall || text.contains("-") { names.append(text) }
    if !text.contains("-"), !isAllCapitals || letters <= 6 { acronyms.append(text) }
  }

  /// One token of a later segment.
  mutating func readToken(_ text: String, _ folded: String) {
    if let pair = compound(text) {
      acronyms.append(contentsOf: pair.acronyms)
      if let rest = pair.rest { qualifiers.append(rest) }
      return
    }
    let letters = text.unicodeScalars.count { $0.isLetter }
    if AcronymShape.isAcronym(text) {
      // Two capitals (`CT`) are rather a place than an acronym, and so is a word of a mention all in capitals.
      if (isAllCapitals && letters > 6) || (letters == 2 && text.unicodeScalars.count == 2), !isInitials(text) {
        qualifiers.append(folded)
      } else {
        acronyms.append(text)
      }
    } else if isInitials(text) {
      acronyms.append(text)
    } else if principalWords >= 3, !isAllCapitals, AcronymShape.isShortWord(text) {
      acronyms.append(text)
    } else if isUncased(text), letters >= 6 {
      names.append(text)
    } else {
      qualifiers.append(folded)
    }
  }

  func isUncased(_ text: String) -> Bool {
    let (hasCapital, hasSmall) = NameWord.cases(of: text)
    return !hasCapital && !hasSmall
  }

  func isInitials(_ text: String) -> Bool {
    let acronym = CompareForm.fold(text).filter { $0 != " " }
    return names.contains { Initials.verify(acronym, OrganizationName.words(of: $0)) }
  }

  /// An acronym with a place, or with another one: `CUT-MG`, `MTST-Brazil`, `CPT/CE`, `PTB-PVDA`.
  func compound(_ token: String) -> (acronyms: [String], rest: String?)? {
    let mark = token.lastIndex { $0 == "-" || $0 == "/" || $0 == "–" || $0 == "‑" }
    guard let mark, mark > token.startIndex else { return nil }
    let left = String(token[..<mark])
    let right = String(token[token.index(after: mark)...])
    let letters = left.unicodeScalars.count { $0.isLetter }
    guard letters >= 2, !right.isEmpty, AcronymShape.isAcronym(left), !left.contains("-"), !left.contains("/"),
      left.unicodeScalars.allSatisfy({ !("0"..."9").contains($0) })
    else { return nil }
    let rightFold = CompareForm.fold(right)
    if letters >= 3, !rightFold.isEmpty, rightFold.utf8.allSatisfy({ $0 <= 0x39 }) { return ([left], nil) }
    guard !rightFold.isEmpty, rightFold.unicodeScalars.allSatisfy({ $0.isLetter }) else { return nil }
    let rightCases = NameWord.cases(of: right)
    // AC/DC: both are too short to be anything.
    if letters >= 3, NameWords.isPlace(rightFold) { return ([left], rightFold) }
    if right.unicodeScalars.count == 2, !rightCases.hasSmall {
      return letters >= 3 ? ([left], rightFold) : nil
    }
    guard letters >= 3 || right.unicodeScalars.count >= 4 else { return nil }
    if AcronymShape.isAcronym(right) {
      return right.unicodeScalars.count >= 3 && !isAllCapitals ? ([left, right], nil) : nil
    }
    guard letters >= 3, rightCases.hasCapital, right.unicodeScalars.count >= 4 else { return nil }
    return ([left], rightFold)
  }
}
