/// A mention cut at its brackets, dashes, slashes and bars.
struct NameSegments {
  /// What opens a segment.
  enum Opening {
    case start
    case bracket
    case separator
  }

  /// A stretch of a mention between two cuts.
  struct Segment {
    var text: String
    var opening: Opening
  }

  /// In the order of the mention, but brackets after what stands outside of them; never empty texts.
  private(set) var segments: [Segment] = []

  /// How deep brackets in brackets are followed; deeper ones are read as plain text.
  private static let deepest = 3

  /// Cuts a tidy text.
  ///
  /// - Complexity: O(*n*).
  init(_ text: String) {
    cut(text, opening: .start, depth: 0)
  }

  private mutating func cut(_ text: String, opening: Opening, depth: Int) {
    guard text.utf8.contains(where: Self.mayCut) else { return append(text, opening) }
    var (outer, inner) = depth < Self.deepest ? Self.takeBrackets(text) : (text, [])
    // A mention that is all in brackets is what they hold.
    if Self.trim(outer).isEmpty, !inner.isEmpty {
      outer = inner.removeFirst()
    }
    var opening = opening
    for part in Self.split(outer) {
      append(part, opening)
      opening = opening == .start ? .separator : opening
    }
    for text in inner { cut(text, opening: .bracket, depth: depth + 1) }
  }

  private mutating func append(_ text: String, _ opening: Opening) {
    let trimmed = DisplayForm.tidy(Self.trim(text))
    if !trimmed.isEmpty { segments.append(Segment(text: trimmed, opening: segments.isEmpty ? .start : opening)) }
  }

  private static func mayCut(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="), 0xC2, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  // MARK: - Brackets

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】", "〔": "〕", "〈": "〉",
  ]

  /// The text outside of brackets, and what each of them holds. A bracket that is never closed runs to the end if it
  /// opens a word, and is left alone inside one.
  private static func takeBrackets(_ text: String) -> (outer: String, inner: [String]) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { brackets[$0] != nil }) else { return (text, []) }
    var closings: [Int: Int] = [:]
    var open: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      if brackets[scalar] != nil {
        open.append(index)
      } else if let last = open.last, brackets[scalars[last]] == scalar {
        closings[last] = index
        open.removeLast()
      }
    }
    let lastBracket = scalars.lastIndex { brackets[$0] != nil } ?? 0
    func isLastBracket(_ end: Int) -> Bool {
      end > lastBracket && end + 1 < scalars.count && scalars.count - end < 40
    }
    var outer = String.UnicodeScalarView()
    var inner: [String] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      guard brackets[scalar] != nil else {
        outer.append(scalar)
        index += 1
        continue
      }
      let isGlued = index > 0 && scalars[index - 1].isLetter
      let end = closings[index] ?? (isGlued ? index : scalars.count)
      guard end > index else {
        outer.append(scalar)
        index += 1
        continue
      }
      let held = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
      if isGlued, InclusiveEnding.isEnding(held[...]) {
        outer.append(contentsOf: scalars[index...end])
      } else {
        inner.append(held)
        let next = end + 1 < scalars.count ? scalars[end + 1] : " "
        if isLastBracket(end),
          NameWords.isPlace(CompareForm.fold(String(String.UnicodeScalarView(scalars[(end + 1)...]))))
        {
          // Foo (F) Africa
          outer.append(contentsOf: " - ".unicodeScalars)
        } else if next == "," || next == ";" {
          while outer.last == " " { outer.removeLast() }
        } else {
          outer.append(" ")
        }
      }
      index = end + 1
    }
    return (String(outer), inner)
  }

  // MARK: - Separators

  /// How far from a sign its neighbouring words are looked for, in code points; keeps the time linear.
  private static let nearby = 60

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFF0D: true
    default: false
    }
  }

  /// Cuts at bars and semicolons, at dashes and slashes with a space beside them, at glued slashes between names, and
  /// at colons after an acronym.
  private static func split(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var parts: [String] = []
    var start = 0
    var spaces = 0
    func take(to end: Int, next: Int) {
      parts.append(String(String.UnicodeScalarView(scalars[start..<end])))
      start = next
      spaces = 0
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case " ":
        if index > start { spaces += 1 }
      case ";", "•", "｜", "；", "／":
        take(to: index, next: index + 1)
      case "|":
        if before == " " || after == " " || isCut(scalars, start, index, wordsBefore: spaces + 1) {
          take(to: index, next: index + 1)
        }
      case "=":
        if before == " ", after == " " { take(to: index, next: index + 1) }
      case ":", "：":
        // A title, and what it is about.
        if after == " ", index > start { take(to: index, next: index + 1) }
      case "/":
        if before == " " || after == " " || after == "/" {
          take(to: index, next: index + 1)
        } else if isCut(scalars, start, index, wordsBefore: spaces + 1) {
          take(to: index, next: index + 1)
        }
      case let dash where isDash(dash):
        if before == " ", after == " " || isDash(after) || isDash(before) {
          take(to: index, next: index + 1)
        } else if dash == "—" || isDash(after) {
          take(to: index, next: index + 1)
        } else if (before == " ") != (after == " "), index > start, isCutOneSided(scalars, start, index) {
          take(to: index, next: index + 1)
        }
      default: break
      }
      index += 1
    }
    take(to: scalars.count, next: scalars.count)
    return parts
  }

  /// Whether a glued slash parts two names: three words before it, two after it, and not capitals next to it on both
  /// sides (`Stop TTIP/CETA`). With fewer words it rather parts two words of one name (`Institute of
  /// Physics/Mathematics`).
  private static func isCut(_ scalars: [Unicode.Scalar], _ start: Int, _ slash: Int, wordsBefore: Int) -> Bool {
    guard wordsBefore >= 3 else { return false }
    let leftSpace = scalars[max(start, slash - nearby)..<slash].lastIndex(of: " ")
    let rightSpace = scalars[slash..<min(scalars.count, slash + nearby)].firstIndex(of: " ")
    guard let leftSpace, let rightSpace else { return false }
    let left = String(String.UnicodeScalarView(scalars[(leftSpace + 1)..<slash]))
    let right = String(String.UnicodeScalarView(scalars[(slash + 1)..<rightSpace]))
    guard right.count > 3 || left.first?.isUppercase == true && right.count > 1, right.first?.isLowercase != true else {
      return false
    }
    return !(AcronymShape.isAcronym(left) && AcronymShape.isAcronym(right))
  }

  /// Whether a dash with a space on one side parts two names (`Terra- CPT`, `HURIC- Uganda`), not a word (`Non- State`,
  /// `Agrar- und Umwelt`).
  private static func isCutOneSided(_ scalars: [Unicode.Scalar], _ start: Int, _ dash: Int) -> Bool {
    var left = scalars[max(start, dash - nearby)..<dash]
    var right = scalars[(dash + 1)..<min(scalars.count, dash + nearby)]
    while left.last == " " { left.removeLast() }
    while right.first == " " { right.removeFirst() }
    guard let first = right.first, !left.isEmpty, !first.isSmall else { return false }
    let leftToken = left[((left.lastIndex(of: " ") ?? left.startIndex - 1) + 1)...]
    let rightToken = right[..<(right.firstIndex(of: " ") ?? right.endIndex)]
    let isAcronym =
      AcronymShape.isAcronym(String(String.UnicodeScalarView(leftToken)))
      || AcronymShape.isAcronym(String(String.UnicodeScalarView(rightToken)))
    return isAcronym || (leftToken.count < left.count && rightToken.count < right.count)
  }

  /// A text without spaces, separators and stray closing brackets at its ends.
  static func trim(_ text: String) -> String {
    func isLoose(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", ",", ";", ":", "|", "/", "=", ")", "]", "}", "）", "，", "、": true
      default: isDash(scalar)
      }
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isLoose($0) }) else { return "" }
    var end = scalars.endIndex
    while end > first {
      let last = scalars.index(before: end)
      // The bracket of `Advogado(a)` belongs to the word.
      if scalars[last] == ")", scalars[first..<last].contains("(") { break }
      guard isLoose(scalars[last]) else { break }
      end = last
    }
    return String(scalars[first..<end])
  }
}
