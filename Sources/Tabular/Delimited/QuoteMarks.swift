/// Counts of quotes by what stands around them, to choose the ways of quoting that are worth a try.
struct QuoteMarks {
  /// Quotes at the start of a field.
  private(set) var openings = 0
  /// Quotes after a delimiter and spaces that have their closing quote before a delimiter.
  private(set) var spacedOpenings = 0
  /// Single quotes inside of text.
  private(set) var inner = 0
  /// Those of them with a backslash before.
  private(set) var escaped = 0
  /// Two quotes inside of text.
  private(set) var doubled = 0
  /// Fields, however quoted.
  private(set) var fields = 1
  /// Fields between apostrophes and between backticks, and how many such marks in them have a backslash before.
  private(set) var wrapped: [(mark: UInt8, fields: Int, escaped: Int)] = [(0x27, 0, 0), (0x60, 0, 0)]

  /// Counts them from `offset` on.
  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8?, from offset: Int) {
    func isEdge(_ index: Int) -> Bool {
      index < offset || index >= text.count || text[index] == delimiter || text[index] == 0x0A || text[index] == 0x0D
    }
    // Most bytes are none of those that count.
    var isMark = [Bool](repeating: false, count: 256)
    (isMark[0x0A], isMark[0x22], isMark[0x27], isMark[0x60]) = (true, true, true, true)
    if let delimiter { isMark[Int(delimiter)] = true }
    var index = offset
    while index < text.count {
      let byte = text[index]
      guard isMark[Int(byte)] else {
        index += 1
        continue
      }
      if byte == 0x27 || byte == 0x60 {
        if isEdge(index - 1), let end = countWrapped(text, from: index, isEdge) {
          index = end
          continue
        }
      } else if byte == delimiter || byte == 0x0A {
        fields += 1
      } else if byte == 0x22 {
        var end = index
        while end < text.count && text[end] == 0x22 { end += 1 }
        let run = end - index
        let startsField = isEdge(index - 1)
        let endsField = isEdge(end)
        if startsField {
          openings += 1
          // `"""Real"" Union"`: the rest of the run is doubled quotes.
          if run > 2 && run % 2 == 1 && !endsField { doubled += 1 }
        } else if !endsField {
          var before = index - 1
          while before >= offset && text[before] == 0x20 { before -= 1 }
          if before < index - 1 && isEdge(before) && before >= offset && text[before] == delimiter {
            if QuoteMarks.closes(text, from: end, delimiter: delimiter) { spacedOpenings += 1 }
          } else if run == 1 {
            inner += 1
            if text[index - 1] == 0x5C { escaped += 1 }
          } else {
            doubled += 1
          }
        } else if run > 2 && run % 2 == 1 {
          doubled += 1
        }
        index = end
        continue
      }
      index += 1
    }
  }

  /// Counts a field that begins with a mark, when it ends with one soon.
  ///
  /// - Returns: Where it ends.
  private mutating func countWrapped(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ isEdge: (Int) -> Bool
  ) -> Int? {
    let mark = text[start]
    var escaped = 0
    var end = start + 1
    // Few fields are longer, and an apostrophe may just begin a name.
    let limit = min(text.count, start + 500)
    while end < limit {
      defer { end += 1 }
      guard text[end] == mark else { continue }
      if text[end - 1] == 0x5C {
        escaped += 1
      } else if end + 1 < text.count, text[end + 1] == mark {
        end += 1
      } else if isEdge(end + 1) {
        let slot = mark == 0x27 ? 0 : 1
        wrapped[slot].fields += 1
        wrapped[slot].escaped += escaped
        return end + 1
      }
    }
    return nil
  }

  private static func closes(_ text: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8?) -> Bool {
    var end = start
    while end < text.count && text[end] != 0x22 && text[end] != 0x0A { end += 1 }
    guard end < text.count, text[end] == 0x22 else { return false }
    end += 1
    while end < text.count && text[end] == 0x20 { end += 1 }
    return end == text.count || text[end] == delimiter || text[end] == 0x0A || text[end] == 0x0D
  }
}
