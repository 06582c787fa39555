/// Finds the date in a moment such as `2026-11-22 10:30:00`, of which nearly every record has another.
enum DateTime {
  /// How many bytes of a field its date takes, when a space or a `T` follows it; else all of them.
  ///
  /// A date is three numbers of one to four digits with one `-`, `/` or `.` between them.
  static func dateLength(_ field: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    for part in 0..<3 {
      let start = index
      while index < field.count, index - start < 5, (0x30...0x39).contains(field[index]) { index += 1 }
      guard index > start, index - start < 5, index < field.count else { return field.count }
      let byte = field[index]
      if part == 2 { return byte == 0x20 || byte == 0x54 ? index : field.count }
      guard byte == 0x2D || byte == 0x2F || byte == 0x2E else { return field.count }
      index += 1
    }
    return field.count
  }
}
