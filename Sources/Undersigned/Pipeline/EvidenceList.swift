/// The reasons for one thing, packed: a long letter has more lists of them than names, and most are read only once.
///
/// Lists that are packed together share one run of bytes, in which the name of each kind of reason stands once.
struct EvidenceList: Hashable, Sendable {
  /// The lists of all that were packed together, with their names before them; empty where none has a reason.
  private let bytes: [UInt8]
  /// Where this one begins: with the number of its reasons.
  private let start: Int

  /// No reasons.
  static let none = EvidenceList(bytes: [], start: 0)

  /// Packs one list.
  init(_ evidence: [Evidence]) { self = EvidenceList.packed([evidence])[0] }

  private init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// Packs lists together, which saves most for some hundreds.
  ///
  /// - Complexity: O(bytes of their particulars).
  static func packed(_ lists: [[Evidence]]) -> [EvidenceList] {
    var bytes: [UInt8] = []
    var placeOf: [String: Int] = [:]
    for list in lists {
      for reason in list where placeOf[reason.name] == nil {
        placeOf[reason.name] = bytes.count
        append(reason.name, to: &bytes)
      }
    }
    var starts: [Int] = []
    for list in lists {
      starts.append(bytes.count)
      if list.isEmpty { continue }
      append(list.count, to: &bytes)
      for reason in list {
        append(placeOf[reason.name] ?? 0, to: &bytes)
        withUnsafeBytes(of: reason.weight.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        append(reason.detail, to: &bytes)
      }
    }
    // Without the room that growing left.
    let shared = bytes.withUnsafeBufferPointer { Array($0) }
    return zip(lists, starts).map { $0.isEmpty ? none : EvidenceList(bytes: shared, start: $1) }
  }

  /// Whether there are none.
  var isEmpty: Bool { bytes.isEmpty }

  /// The reasons.
  ///
  /// - Complexity: O(bytes of their particulars).
  var evidence: [Evidence] {
    if isEmpty { return [] }
    var place = start
    return (0..<number(at: &place)).map { _ in
      var name = number(at: &place)
      let weight = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) }
      place += 8
      return Evidence(text(at: &name), Double(bitPattern: weight), text(at: &place))
    }
  }

  /// Whether two lists are one and the same in memory, so that they need not be read to be equal.
  func isIdentical(to other: EvidenceList) -> Bool {
    start == other.start
      && bytes.withUnsafeBufferPointer { bytes in
        other.bytes.withUnsafeBufferPointer { $0.baseAddress == bytes.baseAddress }
      }
  }

  static func == (left: EvidenceList, right: EvidenceList) -> Bool { left.evidence == right.evidence }

  func hash(into hasher: inout Hasher) { hasher.combine(evidence) }

  // MARK: Bytes

  /// Seven bits a byte, the lowest first; all but the last have the eighth bit (LEB128).
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  private func number(at place: inout Int) -> Int {
    var number = 0
    var shift = 0
    while bytes[place] >= 0x80 {
      number |= Int(bytes[place] & 0x7F) << shift
      shift += 7
      place += 1
    }
    number |= Int(bytes[place]) << shift
    place += 1
    return number
  }

  private func text(at place: inout Int) -> String {
    let count = number(at: &place)
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}
