import Tabular

/// A small delimited table that people keep by hand beside a letter: a header of known fields, a record a line, `#` for
/// comments.
struct HandWrittenTable {
  /// A record with the physical line where it begins.
  typealias Record = (line: Int, cells: [String])

  /// The header as written; empty for a file with nothing but white space and comments.
  private(set) var fields: [String] = []
  /// The records, as many cells each as there are fields.
  private(set) var records: [Record] = []
  private let bytes: [UInt8]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file as stored.
  ///   - name: The file as its user named it.
  ///   - header: The fields that it may have; a file with two of them and no record is an empty table, no error.
  /// - Throws: `unreadableInput` for what is no table at all.
  init(_ bytes: [UInt8], name: String, header: [String]) throws(PipelineError) {
    self.bytes = bytes
    let (text, lines) = HandWrittenTable.withoutComments(bytes)
    if text.allSatisfy({ $0 <= 0x20 }) { return }
    func physical(_ line: Int) -> Int { lines.indices.contains(line - 1) ? lines[line - 1] : line }
    do throws(TabularError) {
      let document = try TabularDocument(name: name, bytes: text)
      let table = try document.encode(fields: Array(document.fields.indices))
      fields = document.fields.map(\.name)
      records = (0..<table.recordCount).map { record in
        (physical(Int(table.lines[record])), table.columns.map { $0.string(record) })
      }
    } catch {
      guard let alone = HandWrittenTable.headerAlone(text, header) else {
        var error = PipelineError(error)
        error.position.line = physical(error.position.line)
        throw error
      }
      fields = alone
    }
  }

  /// In which byte of its physical line a field begins, from 1; 0 where that can't be told from the line alone.
  func column(ofField field: Int, line: Int) -> Int {
    let lines = bytes.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count, !HandWrittenTable.isEncodedOtherwise(bytes) else { return 0 }
    let delimiter = HandWrittenTable.delimiter(of: lines[line - 1])
    var isQuoted = false
    var place = 0
    for (offset, byte) in lines[line - 1].enumerated() {
      if place == field { return offset + 1 }
      if byte == 0x22 { isQuoted.toggle() }
      if byte == delimiter, !isQuoted { place += 1 }
    }
    return 0
  }

  /// The delimiter of the header; a comma where there is none.
  var delimiter: UInt8 {
    let (text, _) = HandWrittenTable.withoutComments(bytes)
    return HandWrittenTable.delimiter(of: text.prefix { $0 != 0x0A })
  }

  private static func delimiter(of line: ArraySlice<UInt8>) -> UInt8 {
    let counts = [UInt8(0x2C), 0x3B, 0x09].map { byte in (byte: byte, count: line.count { $0 == byte }) }
    return counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.byte
  }

  /// Whether the file is no text in UTF-8.
  var isEncodedOtherwise: Bool { HandWrittenTable.isEncodedOtherwise(bytes) }

  /// UTF-16 and gzip are left to the reader, comments and all.
  private static func isEncodedOtherwise(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(4).contains { $0 == 0 || $0 >= 0xFE || $0 == 0x1F }
  }

  /// The text without comment lines and blank lines, as far as they don't stand inside a quoted field; and which
  /// physical line each of its lines was.
  private static func withoutComments(_ bytes: [UInt8]) -> (text: [UInt8], lines: [Int]) {
    if isEncodedOtherwise(bytes) { return (bytes, []) }
    var kept: [UInt8] = []
    var lines: [Int] = []
    var isQuoted = false
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      if !isQuoted, content.first == 0x23 || content.allSatisfy({ $0 <= 0x20 || $0 == 0x2C }) { continue }
      if line.count(where: { $0 == 0x22 }) % 2 == 1 { isQuoted.toggle() }
      kept += line
      kept.append(0x0A)
      lines.append(number + 1)
    }
    return (kept, lines)
  }

  /// The fields of a file that is nothing but a header; nothing where it isn't that.
  private static func headerAlone(_ text: [UInt8], _ header: [String]) -> [String]? {
    let lines = text.split(separator: 0x0A).filter { line in line.contains { $0 > 0x20 } }
    guard lines.count == 1 else { return nil }
    let names = String(decoding: lines[0], as: UTF8.self).split { ",;\t".contains($0) }.map {
      $0.withoutOuterSpace.lowercased().filter { $0 != "\u{FEFF}" && $0 != "\"" }
    }
    return names.count { header.contains($0) } >= 2 ? names : nil
  }
}
