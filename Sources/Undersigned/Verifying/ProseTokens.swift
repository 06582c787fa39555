/// Takes what is seen of a text apart into words, numbers and marks.
struct ProseTokens {
  private let prose: ProseText
  private var place = 0
  private(set) var tokens: [ProseToken] = []

  /// The tokens of a text.
  ///
  /// - Complexity: O(*n*).
  init(_ prose: ProseText) {
    self.prose = prose
    while place < prose.scalars.count { read() }
    withholdNumbersThatCountNothing()
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "ʼ", "‘", "`", "´", "＇"]

  private mutating func read() {
    let scalar = prose.scalars[place]
    if scalar == ProseText.blockEnd {
      add(.blockEnd, place..<(place + 1), "")
      place += 1
    } else if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
      place += 1
    } else if ProseTokens.digit(scalar) != nil {
      readNumber()
    } else if ProseTokens.isLetter(scalar) {
      readWord()
    } else {
      add(.mark, place..<(place + 1), String(scalar))
      place += 1
    }
  }

  private mutating func add(_ kind: ProseToken.Kind, _ range: Range<Int>, _ form: String, value: Int? = nil) {
    let isGlued = range.lowerBound > 0 && !prose.scalars[range.lowerBound - 1].properties.isWhitespace
    tokens.append(
      ProseToken(
        kind: kind, form: form, value: value, line: prose.lines[range.lowerBound], range: range, isGlued: isGlued))
  }

  // MARK: Words

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .spacingMark
  }

  private static func isInsideWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || digit(scalar) != nil || scalar.value == 0x200C || scalar.value == 0x200D
      || scalar.value == 0x640
      || scalar.value == 0xAD || apostrophes.contains(scalar)
  }

  private mutating func readWord() {
    let start = place
    var apostrophe: Int?
    while place < prose.scalars.count {
      let scalar = prose.scalars[place]
      // A dot inside a word, as in `ver.di` and `U.S.`.
      let isInnerDot =
        scalar == "." && place + 1 < prose.scalars.count && ProseTokens.isLetter(prose.scalars[place + 1])
      // Catalan parts two l's.
      let isMiddleDot =
        scalar == "·" && place > start && place + 1 < prose.scalars.count
        && ["l", "L"].contains(prose.scalars[place - 1]) && ["l", "L"].contains(prose.scalars[place + 1])
      // Arabic writes `and` together with a number or a name in Latin letters.
      let isArabicEnd =
        place > start && (0x600..<0x700).contains(prose.scalars[place - 1].value)
        && (ProseTokens.digit(scalar) != nil || scalar.properties.isAlphabetic && scalar.value < 0x250)
      guard isInnerDot || isMiddleDot || ProseTokens.isInsideWord(scalar), !isArabicEnd else { break }
      if apostrophe == nil, ProseTokens.apostrophes.contains(scalar) { apostrophe = place }
      place += 1
    }
    // `workers’` keeps its mark, which its form leaves out; other marks at the end are quotation marks.
    while place > start + 1, ProseTokens.apostrophes.contains(prose.scalars[place - 1]) {
      if prose.scalars[place - 2] == "s" { break }
      place -= 1
    }
    // A dotted abbreviation keeps its last dot.
    if place < prose.scalars.count, prose.scalars[place] == ".", place >= start + 3, prose.scalars[place - 2] == "." {
      place += 1
    }
    if let apostrophe, apostrophe < place - 1 {
      let head = CompareForm.fold(prose.text(start..<apostrophe))
      if ProseTokens.elisions.contains(head) {
        addWord(start..<apostrophe)
        place = apostrophe + 1
        return
      }
    }
    addWord(start..<place)
  }

  /// Small words that lose their vowel before another.
  private static let elisions: Set<String> = [
    "d", "l", "qu", "n", "s", "j", "c", "m", "t", "un", "dell", "all", "nell", "sull", "dall", "quell", "jusqu",
    "lorsqu",
    "puisqu", "presqu", "quest", "dellun", "oltr", "altr",
  ]

  private mutating func addWord(_ range: Range<Int>) {
    let text = prose.text(range)
    var form = CompareForm.foldWords(text)
    if form.utf8.contains(0x20) { form = form.tokens.joined() }
    if form.isEmpty { form = text }
    add(.word, range, form)
    let letters = prose.scalars[range].filter(\.properties.isAlphabetic)
    let last = tokens.count - 1
    tokens[last].isCapitalized = letters.first?.properties.isUppercase ?? false
    tokens[last].isAllCapital = letters.count >= 2 && letters.allSatisfy(\.properties.isUppercase)
  }

  // MARK: Numbers

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  private mutating func digits(_ start: Int) -> (value: Int?, end: Int) {
    var end = start
    var value: Int? = 0
    while end < prose.scalars.count, let digit = ProseTokens.digit(prose.scalars[end]) {
      value = value.flatMap { end - start < 12 ? $0 * 10 + digit : nil }
      end += 1
    }
    return (value, end)
  }

  private static let groupMarks: Set<Unicode.Scalar> = [
    ",", ".", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}", "٬", "،",
  ]

  private mutating func readNumber() {
    let start = place
    var (value, end) = digits(place)
    var mark: Unicode.Scalar?
    // Thousands: groups of three behind one to three digits, all with the same mark.
    while end < prose.scalars.count {
      let next = prose.scalars[end]
      guard ProseTokens.groupMarks.contains(next), mark == nil || mark == next else { break }
      let (group, groupEnd) = digits(end + 1)
      let lead = mark == nil ? end - start : 3
      guard groupEnd - end == 4, lead <= 3, lead >= 1, let group, let head = value, mark != nil || head > 0 else {
        break
      }
      value = head * 1_000 + group
      mark = next
      end = groupEnd
    }
    // A decimal, a time or a date counts nothing.
    if end + 1 < prose.scalars.count, [",", ".", "٫", ":", "/"].contains(prose.scalars[end]),
      ProseTokens.digit(prose.scalars[end + 1]) != nil
    {
      value = nil
      while end + 1 < prose.scalars.count,
        ProseTokens.digit(prose.scalars[end]) != nil || ProseTokens.digit(prose.scalars[end + 1]) != nil
      { end += 1 }
      if end < prose.scalars.count, ProseTokens.digit(prose.scalars[end]) != nil { end += 1 }
    }
    place = end
    // An ordinal, or a name such as `3D`: letters that follow at once. The Turkish and other endings stand behind an
    // apostrophe.
    if end < prose.scalars.count,
      ProseTokens.isLetter(prose.scalars[end]) || ["º", "ª", "°"].contains(prose.scalars[end])
    {
      while place < prose.scalars.count, ProseTokens.isInsideWord(prose.scalars[place]) { place += 1 }
      if place == end { place += 1 }
      return add(.number, start..<place, "")
    }
    add(.number, start..<end, value.map(String.init) ?? "", value: value)
    if end < prose.scalars.count, ProseTokens.apostrophes.contains(prose.scalars[end]), end + 1 < prose.scalars.count,
      ProseTokens.isLetter(prose.scalars[end + 1])
    {
      place = end + 1
    }
  }

  /// Takes the value from numbers that are money, parts in a hundred, telephone numbers, dates, or bound to a word.
  private mutating func withholdNumbersThatCountNothing() {
    let money: Set<String> = ["$", "€", "£", "¥", "₽", "₺", "#", "§", "№", "₹"]
    let joiners: Set<String> = ["-", "–", "‑", "/", "+", ".", ":"]
    let counted = tokens
    for index in tokens.indices where tokens[index].kind == .number {
      let before = index > 0 ? counted[index - 1] : nil
      let after = index + 1 < counted.count ? counted[index + 1] : nil
      if let before, before.isMark(in: money) { tokens[index].value = nil }
      if let after, after.isMark(in: ["%", "‰", "٪", "€", "$", "£", "°"]) { tokens[index].value = nil }
      if let before, before.isMark(in: ["+", "/"]), tokens[index].isGlued { tokens[index].value = nil }
      if let after, after.isMark("/"), after.isGlued { tokens[index].value = nil }
      // `30-member`, `COVID-19`, and chains of digits such as telephone numbers and dates.
      if let after, after.isMark(in: joiners), after.isGlued, index + 2 < counted.count, counted[index + 2].isGlued {
        let third = counted[index + 2]
        if third.kind == .word, after.form != ".", after.form != "+" { tokens[index].value = nil }
        if third.kind == .number, !isRange(index, index + 2, counted) {
          (tokens[index].value, tokens[index + 2].value) = (nil, nil)
        }
      }
      if let before, before.isMark(in: joiners), before.isGlued, tokens[index].isGlued, index > 1,
        counted[index - 2].kind == .word, before.form != ".", before.form != ":"
      {
        tokens[index].value = nil
      }
    }
  }

  /// Whether two numbers with a dash between are the ends of a range, and no part of something longer.
  private func isRange(_ left: Int, _ right: Int, _ tokens: [ProseToken]) -> Bool {
    guard let low = tokens[left].value, let high = tokens[right].value, low < high, !tokens[left + 1].isMark("/") else {
      return false
    }
    let isLonger =
      right + 1 < tokens.count && tokens[right + 1].kind == .mark && tokens[right + 1].isGlued
      && right + 2 < tokens.count && tokens[right + 2].kind == .number
    let areYears = (1_800...2_100).contains(low) && (1_800...2_100).contains(high)
    return !isLonger && !areYears
  }
}
