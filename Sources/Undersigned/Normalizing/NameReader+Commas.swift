extension NameReader {
  /// Reads a text with commas, if they part more than words of one name; tells whether they do.
  mutating func readCommas(_ text: String, _ opening: NameSegments.Opening) -> Bool {
    let parts = text.split(whereSeparator: { $0 == "," || $0 == "，" }).map { NameSegments.trim(String($0)) }
      .filter { !$0.isEmpty }
    guard parts.count > 1, parts.count <= 8, let first = parts.first, let last = parts.last else { return false }
    // Foo, Inc.; Foo, The
    let lastFold = CompareForm.fold(last)
    if LegalForm.exactly([lastFold]) != nil || LegalForm.exactly(lastFold.tokens.map(String.init)) != nil {
      guard parts.count > 2 else { return false }
    }
    if parts.count == 2, NameWords.roles(of: lastFold).contains(.article), last.count > 1 {
      readPlain(first, opening)
      return true
    }
    // FNV, Dutch National Trade Union
    if opening == .start, parts.count == 2, AcronymShape.isAcronym(first), !isAllCapitals, last.contains(" "),
      !NameWords.isPlace(lastFold)
    {
      readPlain(first, .start)
      read(last, .separator)
      return true
    }
    // An enumeration in brackets: places, members, subjects.
    if opening == .bracket, parts.allSatisfy({ words($0) <= 4 }) {
      if parts.allSatisfy(AcronymShape.isAcronym) {
        for part in parts { readPlain(part, .bracket) }
      } else {
        qualifiers.append(CompareForm.fold(text))
      }
      return true
    }
    var kept = parts.count
    while kept > 1, isTail(parts[kept - 1], of: parts, kept) { kept -= 1 }
    let isPlain = words(first) == 1 && opening == .start && acronyms.isEmpty && names.isEmpty
    let hasMark = kept < parts.count && isCertainTail(parts[kept])
    guard kept < parts.count, !isPlain || hasMark else {
      return false
    }
    readPlain(parts[..<kept].joined(separator: ", "), opening)
    for part in parts[kept...] { readTail(part) }
    return true
  }

  /// Whether the last of some parts is an addition: a place, a section, an acronym, or, beside a single comma, one or two
  /// capitalised words.
  func isTail(_ part: String, of parts: [String], _ kept: Int) -> Bool {
    if isCertainTail(part) { return true }
    let partWords = CompareForm.fold(part).tokens
    guard !partWords.isEmpty, partWords.count <= 4 else { return false }
    if partWords.contains(where: { NameWords.roles(of: $0).contains(.and) }) || part.contains("&") { return false }
    let isAfterPlaces = kept < parts.count
    if !isAllCapitals, AcronymShape.isAcronym(part) { return true }
    guard partWords.count <= 3, parts.count == 2 || isAfterPlaces else { return false }
    return part.tokens.allSatisfy { token in
      token.first?.isUppercase == true || NameWords.isStop(CompareForm.fold(String(token)))
    }
  }

  /// Whether the part of a text after a comma is a place or a section mark.
  func isCertainTail(_ part: String) -> Bool {
    let folded = CompareForm.fold(part)
    return NameWords.isPlace(folded) || isSection(folded.tokens)
  }

  /// What stands after a comma is never a name of its own: a department, a place, an acronym.
  mutating func readTail(_ part: String) {
    let folded = CompareForm.fold(part)
    if AcronymShape.isAcronym(part), !isAllCapitals, !NameWords.isPlace(folded) {
      readToken(part, folded)
    } else {
      qualifiers.append(folded)
    }
  }

  func words(_ text: String) -> Int { text.tokens.count }

  /// Whether words are a section mark: `local 12`, `uk chapter`, `regional norte`.
  func isSection(_ words: [Substring], atMost most: Int = 5) -> Bool {
    words.count <= most && words.contains { NameWords.roles(of: $0).contains(.section) }
  }
}
