extension JSONRecordReader {
  mutating func offer(_ slot: Int, _ range: Range<Int>, hasEscape: Bool) {
    guard slots[slot].id == 0, slots[slot].fingerprint == 0 else { return }
    guard hasEscape || hasInvalidUTF8 else { return take(slot, UnsafeBufferPointer(rebasing: scanner.text[range])) }
    var bytes = scratch
    scratch = []
    bytes.removeAll(keepingCapacity: true)
    scanner.unescape(range, into: &bytes, repairsUTF8: hasInvalidUTF8)
    bytes.withUnsafeBufferPointer { take(slot, $0) }
    scratch = bytes
  }

  mutating func take(_ slot: Int, _ answer: UnsafeBufferPointer<UInt8>) {
    let answer = JSONRecordReader.trimmed(answer)
    if answer.isEmpty { return }
    if slots[slot].wantsAnswer { slots[slot].id = slots[slot].interner.intern(answer) }
    if slots[slot].wantsFingerprint {
      let lower = answer.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      slots[slot].fingerprint = max(1, lower.withUnsafeBufferPointer { Interner.hash($0, seed: seed) })
    }
  }

  /// Without ASCII white space and no-break spaces at both ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      if bytes[start] == 0x20 || (0x09...0x0D).contains(bytes[start]) {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] == 0x20 || (0x09...0x0D).contains(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
