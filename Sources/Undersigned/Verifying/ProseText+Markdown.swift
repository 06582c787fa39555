extension ProseText {
  /// Leaves out the YAML between `---` lines that a page may begin with.
  mutating func skipFrontMatter() {
    guard isAhead("---\n") || isAhead("---\r\n") else { return }
    var offset = 3
    while let end = distance(to: "\n", from: offset, limit: 20_000) {
      if isAhead("---", at: end + 1) {
        skip(end + 4)
        skipRestOfLine()
        return
      }
      offset = end + 1
    }
  }

  /// Reads what marks the beginning of a line: headings, quotations, list items, rules, fences.
  mutating func readLineStart() {
    while true {
      var indent = 0
      while let next = peek(indent), next == " " || next == "\t" || next == ">" || next == "\r" { indent += 1 }
      guard let first = peek(indent) else { return skip(indent) }
      if first == "\n" {
        endBlock()
        skip(indent + 1)
        continue
      }
      skip(indent)
      if isAhead("```") || isAhead("~~~") {
        endBlock()
        skipFence(first)
        continue
      }
      if isRule() || isDefinition() {
        endBlock()
        skipRestOfLine()
        if peek() == "\n" { skip(1) }
        continue
      }
      readBlockMark(first)
      return
    }
  }

  private mutating func readBlockMark(_ first: Unicode.Scalar) {
    switch first {
    case "#":
      endBlock()
      while peek() == "#" { skip(1) }
    case "-", "*", "+", "•", "–", "—", "·", "▪", "●":
      if peek(1) == " " || peek(1) == "\t" {
        endBlock()
        skip(2)
      }
    case "|": endBlock()
    case "[" where isAhead("[^"):
      if let end = distance(to: "]", limit: 40), peek(end + 1) == ":" {
        endBlock()
        skip(end + 2)
      }
    case "0"..."9":
      var digits = 1
      while let next = peek(digits), ("0"..."9").contains(next) { digits += 1 }
      if digits <= 3, let mark = peek(digits), mark == "." || mark == ")", peek(digits + 1) == " " {
        endBlock()
        skip(digits + 2)
      }
    default: break
    }
  }

  /// Whether the line holds nothing but dashes and the like, of a rule, an underlined heading or a table.
  private func isRule() -> Bool {
    var count = 0
    var offset = 0
    while let next = peek(offset), next != "\n" {
      guard ["-", "=", "*", "_", ":", "|", "+", " ", "\r"].contains(next) else { return false }
      if next != " ", next != "\r" { count += 1 }
      offset += 1
    }
    return count >= 3
  }

  /// Whether the line defines the target of links: `[name]: https://...`.
  private func isDefinition() -> Bool {
    guard peek() == "[", peek(1) != "^", let end = distance(to: "]", limit: 200) else { return false }
    return peek(end + 1) == ":" && peek(end + 2) == " "
  }

  private mutating func skipFence(_ mark: Unicode.Scalar) {
    skipRestOfLine()
    while peek() == "\n" {
      skip(1)
      var indent = 0
      while peek(indent) == " " { indent += 1 }
      let isEnd = peek(indent) == mark && peek(indent + 1) == mark && peek(indent + 2) == mark
      skipRestOfLine()
      if isEnd { break }
    }
    if peek() == "\n" { skip(1) }
  }

  private mutating func skipRestOfLine() {
    while let next = peek(), next != "\n" { skip(1) }
  }

  /// Leaves out an image with its text, which is for those who don't see it.
  mutating func readImage() {
    if let end = distance(to: "]"), peek(end + 1) == "(" || peek(end + 1) == "[" {
      skip(end + 1)
      skipTarget()
    } else {
      append("!")
      skip(1)
    }
  }

  /// Reads `[`: the beginning of a link, the mark of a note, or only a bracket.
  mutating func readBracket() {
    guard let end = distance(to: "]", from: 1, limit: 400) else {
      append("[")
      return skip(1)
    }
    let inner = source[(place + 1)..<(place + end)]
    let isReference = inner.first == "^"
    let isShort = inner.count <= 4 && !inner.isEmpty && inner.allSatisfy(ProseText.isNoteLetter)
    let isAttached = scalars.last.map { $0 != " " && $0 != ProseText.blockEnd } ?? false
    if isReference || (isShort && isAttached && peek(end + 1) != "(") { return skip(end + 1) }
    // A linked note mark, as in `300[[i]](#note)`.
    skip(1)
  }

  /// Digits, Roman numerals and single letters mark notes.
  private static func isNoteLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ["i", "v", "x", "a", "b", "c", "*", "n", "ii"].contains(String(scalar))
  }

  /// Leaves out a link's target behind `]`.
  mutating func skipTarget() {
    if peek() == "(" {
      var depth = 0
      var offset = 0
      while let next = peek(offset), offset < 2_000 {
        if next == "(" { depth += 1 }
        if next == ")" { depth -= 1 }
        offset += 1
        if depth == 0 { return skip(offset) }
      }
    } else if peek() == "[", let end = distance(to: "]", limit: 200) {
      skip(end + 1)
    }
  }
}
