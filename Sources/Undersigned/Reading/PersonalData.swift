/// Finds e-mail addresses and telephone numbers in answers that should hold none.
enum PersonalData {
  /// Whether the whole text is one e-mail address, perhaps with `mailto:` or angle brackets.
  static func isEmail(_ text: String) -> Bool {
    guard text.utf8.contains(0x40) else { return false }
    var text = text[...]
    if text.lowercased().hasPrefix("mailto:") { text = text.dropFirst(7) }
    if text.hasPrefix("<"), text.hasSuffix(">") { text = text.dropFirst().dropLast() }
    return isAddress(text)
  }

  /// Whether the whole text is one telephone number: 7 to 15 digits with nothing but `+ ( ) - . /` and spaces between,
  /// written with at least one of them or with a leading 0.
  static func isPhone(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || isFiller(first) else { return false }
    let bytes = Array(text.utf8)
    let digits = bytes.count { (0x30...0x39).contains($0) }
    guard (7...15).contains(digits), bytes.allSatisfy({ (0x30...0x39).contains($0) || isFiller($0) }) else {
      return false
    }
    // `2026-04-10` is a day, and a bare number is a number.
    let isDay = digits == 8 && bytes.count == 10 && bytes[4] == bytes[7] && (bytes.starts(with: [0x32, 0x30]))
    return !isDay && (digits < bytes.count || bytes[0] == 0x30)
  }

  /// Whether there is anything in a text that addresses and numbers have; most texts have nothing.
  static func mayStand(in text: some Sequence<UInt8>) -> Bool {
    text.contains { $0 == 0x40 || (0x30...0x39).contains($0) }
  }

  /// The text with its e-mail addresses and telephone numbers masked; nothing when it has none.
  ///
  /// A number is taken for a telephone number only with a leading `+`, or after a word such as `tel` or `phone`:
  /// registration numbers and years stand in names of organizations as well.
  static func masked(_ text: String) -> String? {
    guard mayStand(in: text.utf8) else { return nil }
    var pieces: [String] = []
    var found = false
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let core = word.trimmingPunctuation
      if core.contains("@"), isAddress(core.lowercased().hasPrefix("mailto:") ? core.dropFirst(7) : core) {
        found = true
        pieces.append(word[..<core.startIndex] + PersonalMask.email.rawValue + word[core.endIndex...])
      } else {
        pieces.append(String(word))
      }
    }
    var index = 0
    while index < pieces.count {
      let isCalled = index > 0 && callWords.contains(pieces[index - 1].lowercased().filter { $0.isLetter })
      if let length = phoneLength(pieces[index...], isCalled: isCalled) {
        found = true
        pieces.replaceSubrange(index..<(index + length), with: [PersonalMask.phone.rawValue])
      }
      index += 1
    }
    return found ? pieces.joined(separator: " ") : nil
  }

  /// Whether a masked text still holds a word of its own: `Cell: [phone]` does not.
  static func leavesName(_ masked: String) -> Bool {
    masked.tokens.contains { word in
      let letters = word.lowercased().filter { $0.isLetter }
      return !word.contains(PersonalMask.phone.rawValue) && !word.contains(PersonalMask.email.rawValue)
        && !letters.isEmpty && !callWords.contains(letters)
    }
  }

  private static let callWords: Set<String> = [
    "tel", "tél", "telephone", "téléphone", "telefon", "telefono", "teléfono", "telefone", "phone", "ph", "mobile",
    "cell",
    "celular", "whatsapp", "fax", "call", "тел", "телефон", "هاتف", "جوال", "电话", "電話", "전화",
  ]

  /// How many pieces make up a telephone number that begins the slice.
  private static func phoneLength(_ pieces: ArraySlice<String>, isCalled: Bool) -> Int? {
    guard let first = pieces.first, isCalled || first.hasPrefix("+") || first.hasPrefix("(+") else { return nil }
    var digits = 0
    var length = 0
    for piece in pieces {
      let bytes = Array(piece.utf8).filter { $0 != 0x2C && $0 != 0x3B }
      guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) || isFiller($0) }) else { break }
      digits += bytes.count { (0x30...0x39).contains($0) }
      length += 1
    }
    return (7...15).contains(digits) ? length : nil
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F: true
    default: false
    }
  }

  /// `local@domain.tld`, judged by its shape.
  private static func isAddress(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: { $0.isWhitespace }) else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } && (labels.last?.count ?? 0) > 1
  }
}

extension Substring {
  /// The middle without brackets, quotes and punctuation at both ends.
  fileprivate var trimmingPunctuation: Substring {
    var text = self
    while let first = text.first, "<>()[]{}\"'“”‘’,;:".contains(first) { text = text.dropFirst() }
    while let last = text.last, "<>()[]{}\"'“”‘’,;:.".contains(last) { text = text.dropLast() }
    return text
  }
}
