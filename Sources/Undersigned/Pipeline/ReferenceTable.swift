import CReferenceTables

/// A data table of the repository: tab-separated UTF-8, sorted by the bytes of its first field.
///
/// Lines that begin with `# ` on top state source and licence; then comes the header. Looking up is a binary search in
/// the bytes as they are, so that starting costs nothing however large the tables grow.
struct ReferenceTable: @unchecked Sendable {
  // The bytes are either embedded in the program or kept for its whole life: never freed, never written.
  private let bytes: UnsafeBufferPointer<UInt8>
  // The same: without the optimizer, as in tests, reading through a collection takes many times as long.
  private let text: UnsafePointer<UInt8>
  /// Where the first record begins, after the notes and the header.
  private let start: Int
  /// The names of the fields.
  let header: [String]

  /// A table that is embedded in the program.
  ///
  /// - Precondition: There is such a table.
  init(embedded name: String) {
    var size = 0
    guard let bytes = reference_table(name, &size) else { preconditionFailure("no embedded table '\(name)'") }
    self.init(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// A table read from elsewhere, such as a file that an analyst tries out.
  init(text: String) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = copy.initialize(from: text.utf8)
    self.init(UnsafeBufferPointer(copy))
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // Even a table without bytes has an address.
    text = bytes.baseAddress!
    var offset = 0
    func line() -> Range<Int> {
      var end = offset
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      defer { offset = min(end + 1, bytes.count) }
      return offset..<end
    }
    var header = line()
    while !header.isEmpty, bytes[header.lowerBound] == 0x23 { header = line() }
    self.header = ReferenceTable.fields(text, header)
    start = offset
  }

  /// The records whose first field is `key`, in the table's order.
  ///
  /// - Complexity: O(log *n*) comparisons of bytes.
  func records(for key: String) -> [[String]] {
    var key = key
    return key.withUTF8 { records(for: $0) }
  }

  /// Where the first record begins whose first field is `key`; nothing where there is none.
  ///
  /// - Complexity: O(log *n*) comparisons of bytes.
  func offset(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { key in
      let offset = firstRecord(for: key)
      return offset < bytes.count && compareKey(at: offset, with: key) == 0 ? offset : nil
    }
  }

  /// Where the first record begins whose first field is not before `key`.
  private func firstRecord(for key: UnsafeBufferPointer<UInt8>) -> Int {
    var low = start
    var high = bytes.count
    while low < high {
      var middle = (low + high) / 2
      while middle > low, bytes[middle - 1] != 0x0A { middle -= 1 }
      if compareKey(at: middle, with: key) < 0 {
        low = lineEnd(middle) + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// One field of the first record whose first field is `key`; nothing where there is no such record or field.
  ///
  /// - Complexity: as `records(for:)`, without taking the record apart.
  func field(_ index: Int, of key: String) -> String? {
    var key = key
    return key.withUTF8 { key in
      let record = firstRecord(for: key)
      guard record < bytes.count, compareKey(at: record, with: key) == 0 else { return nil }
      let line = bytes[record..<lineEnd(record)]
      return line.split(separator: 0x09, maxSplits: index + 1, omittingEmptySubsequences: false).dropFirst(index).first
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func records(for key: UnsafeBufferPointer<UInt8>) -> [[String]] {
    var low = firstRecord(for: key)
    var found: [[String]] = []
    while low < bytes.count, compareKey(at: low, with: key) == 0 {
      let end = lineEnd(low)
      found.append(ReferenceTable.fields(text, low..<end))
      low = end + 1
    }
    return found
  }

  /// The size of the table in bytes.
  var size: Int { bytes.count }

  /// The first field of the record that begins at an offset into the table's bytes.
  func key(at offset: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var end = offset
    while end < bytes.count, bytes[end] != 0x09, bytes[end] != 0x0A { end += 1 }
    return bytes[offset..<end]
  }

  /// The bytes of the record that begins at an offset and of those behind it that have the same first field.
  func forEachRecord(at offset: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    let key = key(at: offset)
    var start = offset
    repeat {
      let end = lineEnd(start)
      body(bytes[start..<end])
      start = end + 1
    } while start < bytes.count && self.key(at: start).elementsEqual(key)
  }

  /// Every record, in the table's order.
  func forEach(_ body: ([String]) -> Void) {
    var offset = start
    while offset < bytes.count {
      let end = lineEnd(offset)
      body(ReferenceTable.fields(text, offset..<end))
      offset = end + 1
    }
  }

  /// The bytes of every record, in the table's order, for an index that is built in one pass.
  func forEachLine(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    var offset = start
    while offset < bytes.count {
      let end = lineEnd(offset)
      body(bytes[offset..<end])
      offset = end + 1
    }
  }

  /// The bytes of all records, for an index that can't afford to find the ends of lines first.
  func withRecords(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// The bytes of each record's first field, in the table's order; allocates nothing.
  func forEachKey(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    var offset = start
    while offset < bytes.count {
      var end = offset
      while end < bytes.count, text[end] != 0x09, text[end] != 0x0A { end += 1 }
      body(bytes[offset..<end])
      offset = lineEnd(end) + 1
    }
  }

  private func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, text[end] != 0x0A { end += 1 }
    return end
  }

  /// Below 0, 0 or above 0 as the first field of the record at `offset` sorts before, with or after `key`.
  private func compareKey(at offset: Int, with key: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while true {
      let position = offset + index
      let isEnd = position >= bytes.count || bytes[position] == 0x09 || bytes[position] == 0x0A
      if isEnd || index == key.count { return isEnd ? (index == key.count ? 0 : -1) : 1 }
      if bytes[position] != key[index] { return bytes[position] < key[index] ? -1 : 1 }
      index += 1
    }
  }

  /// The fields of a record, by where it stands.
  private static func fields(_ text: UnsafePointer<UInt8>, _ line: Range<Int>) -> [String] {
    var fields: [String] = []
    var start = line.lowerBound
    var end = start
    while end <= line.upperBound {
      if end == line.upperBound || text[end] == 0x09 {
        fields.append(String(decoding: UnsafeBufferPointer(start: text + start, count: end - start), as: UTF8.self))
        start = end + 1
      }
      end += 1
    }
    return fields
  }
}
