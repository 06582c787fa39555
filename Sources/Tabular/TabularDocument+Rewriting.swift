extension TabularDocument {
  /// The text with other answers in its records, in UTF-8.
  ///
  /// Every record keeps its physical line, and every field its name. Of delimited text all else stays as it is, to the
  /// byte; JSON becomes a list of flat objects.
  ///
  /// - Parameter rewrite: Gets the index of a record and its answers, one a field, trimmed; gives as many to put in their
  ///   place. What a record has beyond the known fields is left out.
  /// - Throws: What `encode` throws; a document that is read in chunks is read as a whole.
  /// - Complexity: O(bytes), and as much memory.
  package func rewritten(
    _ rewrite: (_ record: Int, _ answers: [String]) -> [String]
  ) throws(TabularError) -> [UInt8] {
    switch content {
    case .delimited(let document): try document.rewritten(rewrite)
    case .json(let document): document.rewritten(rewrite)
    case .streamed(let document): try document.whole().rewritten(rewrite)
    }
  }
}

extension DelimitedDocument {
  fileprivate func rewritten(
    _ rewrite: (_ record: Int, _ answers: [String]) -> [String]
  ) throws(TabularError) -> [UInt8] {
    try forEachRecord { text, result, scanner, record in
      let old = (0..<fields.count).map { field in
        guard field < scanner.spans.count else { return "" }
        return scanner.content(of: scanner.spans[field]).withUnsafeBufferPointer {
          String(decoding: FieldContent.trim($0), as: UTF8.self)
        }
      }
      let new = rewrite(record, old)
      for field in scanner.spans.indices {
        let wanted = field < new.count ? new[field] : ""
        if field < old.count, wanted == old[field] { continue }
        let (start, end) = scanner.rawSpan(field)
        let raw = UnsafeBufferPointer(rebasing: text[start..<end])
        result.replace(start..<end, by: answer(wanted, insteadOf: raw, isAlone: scanner.spans.count == 1))
      }
    }
  }

  /// A field as it is to be written: with as many line ends as it had, which are white space at its end.
  private func answer(_ text: String, insteadOf raw: UnsafeBufferPointer<UInt8>, isAlone: Bool) -> [UInt8] {
    var ends = raw.count { $0 == 0x0A }
    if ends == 0 { ends = raw.count { $0 == 0x0D } }
    guard let quote = dialect.quote else {
      return text.utf8.map { $0 == dialect.delimiter || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    }
    let isSpecial = { (byte: UInt8) in byte == quote || byte == dialect.delimiter || byte == 0x0A || byte == 0x0D }
    guard ends > 0 || text.isEmpty && isAlone || text.utf8.contains(where: isSpecial) else { return Array(text.utf8) }
    let content = text.utf8.flatMap { $0 == quote ? [dialect.escape ?? quote, quote] : [$0] }
    return [quote] + content + [UInt8](repeating: 0x0A, count: ends) + [quote]
  }
}

extension JSONDocument {
  fileprivate func rewritten(_ rewrite: (_ record: Int, _ answers: [String]) -> [String]) -> [UInt8] {
    let table = read(fields: Array(fields.indices), fingerprints: [], seed: 0, limit: .max)
    let isList = outline.topValues == 1
    var result: [UInt8] = isList ? [JSONByte.openArray] : []
    var line = 1
    for record in 0..<table.recordCount {
      if record > 0, isList { result.append(JSONByte.comma) }
      while line < table.lines[record] {
        result.append(0x0A)
        line += 1
      }
      let answers = rewrite(record, table.columns.map { $0.string(record) })
      result.append(JSONByte.openObject)
      for (index, answer) in answers.enumerated() {
        if index > 0 { result.append(JSONByte.comma) }
        JSONDocument.append(fields[index].name, to: &result)
        result.append(JSONByte.colon)
        JSONDocument.append(answer, to: &result)
      }
      result.append(JSONByte.closeObject)
    }
    return result + (isList ? [JSONByte.closeArray, 0x0A] : [0x0A])
  }

  private static func append(_ text: String, to result: inout [UInt8]) {
    result.append(JSONByte.quote)
    for byte in text.utf8 {
      switch byte {
      case JSONByte.quote, JSONByte.backslash: result += [JSONByte.backslash, byte]
      case 0x00..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        result += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    result.append(JSONByte.quote)
  }
}

/// A text of which parts are replaced, from its beginning to its end.
struct RewrittenText {
  private let text: UnsafeBufferPointer<UInt8>
  private var bytes: [UInt8] = []
  private var copied = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    bytes.reserveCapacity(text.count)
  }

  /// Puts something else into the place of a range that begins behind the last one.
  mutating func replace(_ range: Range<Int>, by new: [UInt8]) {
    bytes += text[copied..<range.lowerBound]
    bytes += new
    copied = range.upperBound
  }

  /// The whole text.
  mutating func finish() -> [UInt8] {
    bytes += text[copied...]
    copied = text.count
    return bytes
  }
}
