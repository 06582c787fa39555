import Tabular

/// Writes the lines of a tally's file.
struct TallyLines {
  var bytes: [UInt8] = []

  mutating func line(_ word: String, _ numbers: [Int], _ texts: [String] = []) {
    bytes += word.utf8
    for number in numbers { append(number) }
    for text in texts { append(text) }
    bytes.append(0x0A)
  }

  mutating func source(_ source: SourceSummary) {
    bytes += "source".utf8
    append(source.records)
    append(source.name)
    append(source.timesRead)
    if let content = source.content { append(content.byteCount) } else { append("") }
    append(source.content?.hex ?? "")
    bytes.append(0x0A)
  }

  mutating func line(_ word: String, text: String, _ numbers: [Int]) {
    bytes += word.utf8
    append(text)
    for number in numbers { append(number) }
    bytes.append(0x0A)
  }

  /// Every answer but the empty one.
  mutating func answers(_ word: String, _ column: Column) {
    for index in column.ends.indices.dropFirst() {
      bytes += word.utf8
      bytes.append(0x09)
      append(escaped: column[index])
      bytes.append(0x0A)
    }
  }

  mutating func row(_ row: Tally.Row, source: Int) {
    bytes += "row".utf8
    let answers = row.answers
    for number in [answers.organization, answers.country, answers.type, answers.place, answers.website] {
      append(Int(number))
    }
    append(answers.consent.rawValue)
    for number in [row.records, row.signatures, source, row.first.line, row.first.column] { append(number) }
    append(row.firstDay)
    append(row.lastDay)
    bytes.append(0x0A)
  }

  mutating func finding(_ finding: Finding) {
    bytes += "finding".utf8
    append(finding.severity.rawValue)
    append(finding.slug)
    append(finding.position.source)
    append(finding.position.line)
    append(finding.position.column)
    append(finding.message)
    append(finding.remedy)
    bytes.append(0x0A)
  }

  mutating func end() {
    let lines = bytes.count { $0 == 0x0A }
    let checksum = TallyFile.hexadecimal(StableHash.of(bytes))
    line("end", [lines], [checksum])
  }

  private mutating func append(_ number: Int) {
    bytes.append(0x09)
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    // From the last digit on, of which there are twenty at most.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Writes a day as its description has it; texts of their own would take longer than the rest of a row.
  private mutating func append(_ day: Day?) {
    bytes.append(0x09)
    guard let day else { return }
    let (year, month, number) = day.components
    for (value, unit) in [(year, 1000), (month, 10), (number, 10)] {
      if unit == 10 { bytes.append(0x2D) }
      var unit = unit
      while unit > 0 {
        bytes.append(0x30 + UInt8(value / unit % 10))
        unit /= 10
      }
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(0x09)
    append(escaped: text.utf8)
  }

  private mutating func append(escaped text: some Collection<UInt8>) {
    for byte in text {
      switch byte {
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0D: bytes += [0x5C, 0x72]
      default: bytes.append(byte)
      }
    }
  }
}
