extension NameReader {
  /// A name, with acronyms that are glued to it or stand before or after it.
  mutating func readName(_ text: String, _ tokens: [String]) {
    guard tokens.count > 1, tokens.count <= 40, !isAllCapitals else {
      readSuffix(text, tokens)
      return
    }
    // ÖBV-Via Campesina; an acronym alone gives no name
    let first = tokens[0]
    if let dash = first.utf8.firstIndex(where: { $0 == 0x2D || $0 == 0x2F }) {
      let left = String(first[..<dash])
      let right = String(first[first.index(after: dash)...])
      let rest = ([right] + tokens.dropFirst()).joined(separator: " ")
      let isName = right.first?.isUppercase == true && right.count > 3 && NameWord.cases(of: right).hasSmall
      if isName, left.count > 2, AcronymShape.isAcronym(left),
        first[dash] == "-" || Initials.verify(CompareForm.fold(left), OrganizationName.words(of: rest))
      {
        acronyms.append(left)
        names.append(rest)
        return
      }
    }
    for isHead in [true, false] {
      guard let token = isHead ? tokens.first : tokens.last, AcronymShape.isAcronym(token) || token.utf8.contains(0x2D)
      else {
        continue
      }
      let rest = (isHead ? tokens.dropFirst() : tokens.dropLast()).joined(separator: " ")
      let restWords = OrganizationName.words(of: rest)
      if AcronymShape.isAcronym(token), !token.contains("-"), !token.contains("/"),
        Initials.verify(CompareForm.fold(token), restWords)
      {
        acronyms.append(token)
        names.append(NameSegments.trim(rest))
        return
      }
      guard !isHead, tokens.count > 2, let pair = compound(token),
        Initials.verify(
          CompareForm.fold(pair.acronyms[0]), restWords)
      else { continue }
      acronyms.append(contentsOf: pair.acronyms)
      if let place = pair.rest { qualifiers.append(place) }
      names.append(NameSegments.trim(rest))
      return
    }
    // ATTAC Austria, UFCW Local 1776: the acronym and the rest tell as much as the name, which stays.
    if AcronymShape.isAcronym(first), !NameWord.cases(of: first).hasSmall, LegalForm.exactly([first]) == nil,
      case let rest = CompareForm.fold(tokens.dropFirst().joined(separator: " ")),
      NameWords.isPlace(rest) || isSection(rest.tokens, atMost: 3)
    {
      acronyms.append(first)
      qualifiers.append(rest)
      names.append(text)
      return
    }
    readSuffix(text, tokens)
  }

  /// A name whose last word has something glued to it: `... Comunitárias-MNRC`, `... Movement-Uganda`.
  mutating func readSuffix(_ text: String, _ tokens: [String]) {
    guard let last = tokens.last, !isAllCapitals,
      let dash = last.lastIndex(where: { $0 == "-" || $0 == "–" || $0 == "/" }),
      // `Guinea-Bissau` is one place, and not Bissau beside a name that ends in Guinea.
      !NameWords.isPlace(CompareForm.fold(last))
    else {
      names.append(text)
      return
    }
    let left = last[..<dash]
    let right = String(last[last.index(after: dash)...])
    let rightFold = CompareForm.fold(right)
    let rest = (tokens.dropLast() + [String(left)]).joined(separator: " ")
    if tokens.count >= 2, NameWord.cases(of: left).hasSmall, right.unicodeScalars.count >= 3,
      AcronymShape.isAcronym(right), !NameWord.cases(of: right).hasSmall, left.count > 2
    {
      names.append(rest)
      NameWords.isPlace(rightFold) ? qualifiers.append(rightFold) : acronyms.append(right)
    } else if left.count > 2, right.first?.isUppercase == true, NameWords.isPlace(rightFold) {
      names.append(rest)
      qualifiers.append(rightFold)
    } else {
      names.append(text)
    }
  }
}
