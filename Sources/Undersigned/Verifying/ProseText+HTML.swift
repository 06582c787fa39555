extension ProseText {
  /// Elements whose content nobody reads as text.
  private static let hidden: Set<String> = [
    "script", "style", "code", "pre", "template", "svg", "sup", "noscript", "head",
  ]
  /// Elements that end a block.
  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "section", "article", "header",
    "footer", "blockquote", "body", "main", "nav", "aside", "figure", "figcaption", "dl", "dt", "dd", "hr", "title",
    "details", "summary", "form", "html",
  ]

  /// Reads `<`: a tag, a comment, an address, or only a sign.
  mutating func readTag() {
    if isAhead("<!--") {
      var offset = 4
      while let end = distance(to: ">", from: offset, limit: 100_000) {
        if peek(end - 1) == "-", peek(end - 2) == "-" { return skip(end + 1) }
        offset = end + 1
      }
    }
    let isClosing = peek(1) == "/"
    var offset = isClosing ? 2 : 1
    var name = ""
    while let next = peek(offset), next.isASCII, next.properties.isAlphabetic || ("0"..."9").contains(next) {
      name.unicodeScalars.append(next)
      offset += 1
    }
    let isTag = !name.isEmpty || peek(1) == "!" || peek(1) == "?"
    guard isTag, let end = distance(to: ">") else {
      append("<")
      return skip(1)
    }
    name = name.lowercased()
    let isEmpty = peek(end - 1) == "/"
    skip(end + 1)
    if ProseText.hidden.contains(name), !isClosing, !isEmpty { return skipElement(name) }
    if ProseText.blocks.contains(name) {
      endBlock()
    } else if ["td", "th"].contains(name) {
      if isClosing { for scalar in " | ".unicodeScalars { append(scalar) } }
    } else if name == "br" {
      append(" ")
    }
  }

  private mutating func skipElement(_ name: String) {
    while place < source.count {
      guard let next = distance(to: "<", limit: source.count) else { return skip(source.count - place) }
      skip(next)
      if isAhead("</" + name) {
        if let end = distance(to: ">") { skip(end + 1) }
        return
      }
      skip(1)
    }
  }

  /// Reads `&`: a character by its name or number, or only a sign.
  mutating func readEntity() {
    guard let end = distance(to: ";", limit: 12), end > 1 else {
      append("&")
      return skip(1)
    }
    let name = String(String.UnicodeScalarView(source[(place + 1)..<(place + end)]))
    guard let decoded = ProseText.entity(name) else {
      append("&")
      return skip(1)
    }
    for scalar in decoded.unicodeScalars { append(scalar) }
    skip(end + 1)
  }

  private static let marks = [
    "acute": "\u{301}", "grave": "\u{300}", "circ": "\u{302}", "uml": "\u{308}", "tilde": "\u{303}", "cedil": "\u{327}",
    "ring": "\u{30A}", "caron": "\u{30C}",
  ]
  private static let spaces = [
    "nbsp": "\u{A0}", "thinsp": "\u{2009}", "ensp": " ", "emsp": " ", "shy": "", "zwnj": "\u{200C}", "zwj": "\u{200D}",
    "hellip": "…", "laquo": "«", "raquo": "»", "middot": "·", "bull": "•", "sbquo": "‚", "bdquo": "„", "szlig": "ß",
    "inodot": "ı", "iexcl": "¡", "iquest": "¿", "ordm": "º", "ordf": "ª",
  ]

  private static func entity(_ name: String) -> String? {
    if let space = spaces[name] { return space }
    // A letter and the name of its mark.
    if let letter = name.first, letter.isLetter, let mark = marks[String(name.dropFirst())] {
      return "\(letter)\(mark)"
    }
    let written = "&\(name);"
    if written == "&#160;" || written.lowercased() == "&#xa0;" { return "\u{A0}" }
    let decoded = Markup.plain(written)
    return decoded == written ? nil : decoded
  }
}
