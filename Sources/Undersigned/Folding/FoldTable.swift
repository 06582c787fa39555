import CReferenceTables

/// What each code point folds to: `folds.tsv`, spread over pages of 256 code points.
///
/// Built on first use, in well under a millisecond.
struct FoldTable: Sendable {
  /// What becomes of one code point.
  enum Fold {
    /// It stays.
    case same
    /// It becomes one other.
    case letter(UInt32)
    /// It becomes several, or none; each of them is looked up once more and stays.
    case letters(Range<Int>)
    /// A border between words.
    case gap
    /// White space, or a control character.
    case space
    /// Invisible.
    case drop
    /// Deleted inside a word.
    case apostrophe
    /// A mark that stays, with its canonical combining class.
    case mark(UInt8)
  }

  static let shared = FoldTable()

  /// For each 256 code points, where their entries begin.
  private var pages: [UInt32]
  /// Kind in the top 3 bits, value in the others. The first page is for code points that stay.
  private var entries: [UInt32]
  /// Targets of more than one code point, end to end.
  private(set) var targets: [UInt32] = []
  /// Base and mark, in ascending order, and what they compose to.
  private var pairs: [UInt64] = []
  private var composed: [UInt32] = []

  private static let limit: UInt32 = 0xE1000

  private init() {
    pages = [UInt32](repeating: 0, count: Int(Self.limit >> 8))
    entries = [UInt32](repeating: 0, count: 256)
    var size = 0
    guard let bytes = reference_table("folds", &size) else { preconditionFailure("no embedded table 'folds'") }
    read(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// What becomes of a code point.
  @inline(__always)
  func fold(_ scalar: UInt32) -> Fold {
    guard scalar < Self.limit else { return .same }
    let entry = entries[Int(pages[Int(scalar >> 8)] + scalar & 0xFF)]
    let value = entry & 0x1FFF_FFFF
    switch entry >> 29 {
    case 1: return .letter(value)
    case 2: return .letters(Int(value >> 8)..<Int(value >> 8 + value & 0xFF))
    case 3: return .gap
    case 4: return .space
    case 5: return .drop
    case 6: return .apostrophe
    case 7: return .mark(UInt8(truncatingIfNeeded: value))
    default: return .same
    }
  }

  /// The code point that a base and a mark compose to.
  func composition(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    let (firstVowel, firstFinal) = (UInt32(0x1161), UInt32(0x11A7))
    // Hangul, by the arithmetic of the Unicode Standard, section 3.12.
    if (0x1100...0x1112).contains(base), (0x1161...0x1175).contains(mark) {
      return 0xAC00 + ((base - 0x1100) * 21 + mark - firstVowel) * 28
    }
    if (0xAC00...0xD7A3).contains(base), (0x11A8...0x11C2).contains(mark), (base - 0xAC00) % 28 == 0 {
      return base + mark - firstFinal
    }
    let key = UInt64(base) << 32 | UInt64(mark)
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == key ? composed[low] : nil
  }

  private mutating func set(_ scalar: UInt32, _ entry: UInt32) {
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt32(entries.count)
      entries.append(contentsOf: repeatElement(0, count: 256))
    }
    entries[Int(pages[page] + scalar & 0xFF)] = entry
  }

  /// Reads the table's lines; the generator writes them, so they are trusted.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    var isHeaderRead = false
    func number(_ radix: UInt32) -> UInt32 {
      var number: UInt32 = 0
      while offset < bytes.count, bytes[offset] > 0x20 {
        let digit = UInt32(bytes[offset])
        number = number * radix + (digit < 0x41 ? digit - 0x30 : digit - 0x37)
        offset += 1
      }
      return number
    }
    while offset < bytes.count {
      if bytes[offset] == 0x23 || !isHeaderRead {
        isHeaderRead = bytes[offset] != 0x23
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        offset += 1
        continue
      }
      let first = number(16)
      offset += 1
      let last = number(16)
      offset += 1
      let (kind, second) = (bytes[offset], bytes[offset + 1])
      while bytes[offset] != 0x09 { offset += 1 }
      offset += 1
      switch (kind, second) {
      case (UInt8(ascii: "p"), _):
        pairs.append(UInt64(first) << 32 | UInt64(last))
        composed.append(number(16))
      case (UInt8(ascii: "m"), _):
        let entry = 7 << 29 | number(10)
        for scalar in first...last { set(scalar, entry) }
      case (UInt8(ascii: "l"), _), (UInt8(ascii: "c"), _):
        let start = targets.count
        while bytes[offset] != 0x0A {
          if bytes[offset] == 0x20 { offset += 1 }
          targets.append(number(16))
        }
        let count = targets.count - start
        if count == 1 {
          let target = targets.removeLast()
          let step: UInt32 = kind == UInt8(ascii: "c") ? 1 : 0
          for scalar in first...last { set(scalar, 1 << 29 | (target + (scalar - first) * step)) }
        } else {
          for scalar in first...last { set(scalar, 2 << 29 | UInt32(start) << 8 | UInt32(count)) }
        }
      default:
        let entry: UInt32 =
          switch (kind, second) {
          case (UInt8(ascii: "g"), _): 3
          case (UInt8(ascii: "s"), _): 4
          case (UInt8(ascii: "d"), _): 5
          default: 6
          }
        for scalar in first...last { set(scalar, entry << 29) }
      }
      offset += 1
    }
  }
}
