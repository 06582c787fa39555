@testable import Tabular

/// What a table says, without numbers that may be given in any order.
struct TableContent: Equatable {
  var answers: [[String]]
  var fingerprints: [[UInt64]]
  var lines: [UInt32]
  var findings: [Finding]
  var distinct: [Set<String>]

  init(_ table: EncodedTable) {
    answers = table.columns.map { column in (0..<table.recordCount).map { column.string($0) } }
    fingerprints = table.fingerprints
    lines = Array(table.lines)
    findings = table.findings
    distinct = table.columns.map { column in Set((0..<column.answers.count).map { column.answers.string($0) }) }
  }

  /// Whether two tables say the same, byte for byte: strings of Swift are equal when they are only equivalent.
  static func == (left: TableContent, right: TableContent) -> Bool {
    func bytes(_ texts: [[String]]) -> [[[UInt8]]] { texts.map { $0.map { Array($0.utf8) } } }
    return bytes(left.answers) == bytes(right.answers) && left.fingerprints == right.fingerprints
      && left.lines == right.lines && left.findings == right.findings
      && left.distinct.map { Set($0.map { Array($0.utf8) }) } == right.distinct.map { Set($0.map { Array($0.utf8) }) }
  }
}

/// The places of a text.
struct TextPlaces {
  /// The length of each physical line; lines end with LF, CR LF, CR CR LF, or a CR on its own.
  private var lengths: [Int] = []
  /// Whether the text is UTF-8 with lines that everybody counts alike, so that places in it don't change by decoding.
  let areThoseOfDecodedText: Bool

  init(_ text: some Collection<UInt8>) {
    areThoseOfDecodedText =
      !text.contains(0) && !text.contains(0x0D) && String(validating: text, as: UTF8.self) != nil
    var length = 0
    var bytes = Array(text)[...]
    while let byte = bytes.popFirst() {
      length += 1
      if byte == 0x0D {
        if bytes.starts(with: [0x0D, 0x0A]) {
          bytes.removeFirst(2)
        } else if bytes.first == 0x0A {
          bytes.removeFirst()
        }
      }
      if byte == 0x0A || byte == 0x0D {
        lengths.append(length)
        length = 0
      }
    }
    lengths.append(length)
  }

  /// Every finding stands in the text, or has no place.
  func check(_ findings: [Finding]) {
    for finding in findings { check(finding.position, finding.description) }
  }

  func check(_ position: Position, _ what: String) {
    require(position.line >= 0 && position.line <= lengths.count, "line: \(what)")
    require(position.column >= 0, "column: \(what)")
    if position.line > 0 { require(position.column <= lengths[position.line - 1] + 1, "column: \(what)") }
  }
}
