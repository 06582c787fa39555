/// The three passes of a fold: code points to elements, marks to their bases, elements to words.
struct WordFolder {
  /// A folded code point, or a border. Bit 31 is set for a mark, its combining class then in bits 21 to 28.
  private typealias Element = UInt32

  private static let space: UInt32 = 0x20
  private static let gap: UInt32 = 0x2D
  private static let dot: UInt32 = 0x2E
  private static let quote: UInt32 = 0x22
  private static let middleDot: UInt32 = 0xB7
  private static let mark: UInt32 = 1 << 31

  private var elements: [UInt32] = []
  private var hasMarks = false
  private var hasCyrillic = false
  private let table = FoldTable.shared

  init(capacity: Int) {
    elements.reserveCapacity(capacity)
  }

  // MARK: - Code points to elements

  /// Reads a text; what is no UTF-8 is left out.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        offset += 1
        append(ascii: byte)
        continue
      }
      append(Self.decode(bytes, &offset))
    }
  }

  @inline(__always)
  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): elements.append(UInt32(byte))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): elements.append(UInt32(byte | 0x20))
    case 0...0x20, 0x7F: elements.append(Self.space)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "."): elements.append(Self.dot)
    case UInt8(ascii: "\""): elements.append(Self.quote)
    default: elements.append(Self.gap)
    }
  }

  private mutating func append(_ scalar: UInt32) {
    guard scalar >= 0x80 else { return append(ascii: UInt8(scalar)) }
    switch table.fold(scalar) {
    case .same: appendLetter(scalar)
    case .letter(let target): appendPart(target)
    case .letters(let range): for index in range { appendPart(table.targets[index]) }
    case .gap: elements.append(scalar == Self.middleDot ? Self.middleDot : Self.gap)
    case .space: elements.append(Self.space)
    case .drop, .apostrophe: break
    case .mark(let combiningClass): appendMark(scalar, combiningClass)
    }
  }

  /// Part of a target: folded already, but may be a mark or a border.
  private mutating func appendPart(_ scalar: UInt32) {
    guard scalar >= 0x80 else { return append(ascii: UInt8(scalar)) }
    switch table.fold(scalar) {
    case .gap: elements.append(scalar == Self.middleDot ? Self.middleDot : Self.gap)
    case .space: elements.append(Self.space)
    case .drop, .apostrophe: break
    case .mark(let combiningClass): appendMark(scalar, combiningClass)
    case .same, .letter, .letters: appendLetter(scalar)
    }
  }

  private mutating func appendLetter(_ scalar: UInt32) {
    if Self.isCyrillic(scalar) { hasCyrillic = true }
    elements.append(scalar)
  }

  private mutating func appendMark(_ scalar: UInt32, _ combiningClass: UInt8) {
    hasMarks = true
    elements.append(Self.mark | UInt32(combiningClass) << 21 | scalar)
  }

  // MARK: - Marks to their bases

  /// Puts marks in canonical order and composes them with their bases, as NFC does.
  mutating func compose() {
    guard hasMarks else { return }
    var start = 0
    while start < elements.count {
      guard Self.combiningClass(elements[start]) > 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < elements.count, Self.combiningClass(elements[end]) > 0 { end += 1 }
      if end - start > 1 {
        // Stable: marks of one class keep their order. Text has at most a few; a long run is sorted all the same.
        let sorted = elements[start..<end].enumerated().sorted {
          let (left, right) = (Self.combiningClass($0.element), Self.combiningClass($1.element))
          return left == right ? $0.offset < $1.offset : left < right
        }
        for (offset, mark) in sorted.enumerated() { elements[start + offset] = mark.element }
      }
      start = end
    }
    var written = 0
    var base: Int?
    var lastClass: UInt32 = 0
    for element in elements {
      let combiningClass = Self.combiningClass(element)
      if let base, element & Self.mark != 0 {
        let isAdjacent = base == written - 1
        let isBlocked = !isAdjacent && lastClass >= combiningClass
        if !isBlocked, let composed = table.composition(Self.scalar(elements[base]), Self.scalar(element)) {
          elements[base] = composed | elements[base] & Self.mark
          continue
        }
      }
      if combiningClass == 0 { base = written }
      lastClass = combiningClass
      elements[written] = element
      written += 1
    }
    elements.removeSubrange(written...)
  }

  private static func combiningClass(_ element: UInt32) -> UInt32 {
    element & mark == 0 ? 0 : element >> 21 & 0xFF
  }

  private static func scalar(_ element: UInt32) -> UInt32 {
    element & mark == 0 ? element : element & 0x1F_FFFF
  }

  // MARK: - Elements to words

  /// The words, with one space between them.
  func join() -> String {
    var result: [UInt8] = []
    result.reserveCapacity(elements.count + elements.count / 8)
    elements.withUnsafeBufferPointer { elements in
      var wordStart = 0
      // How many letters there are since the last border or joined dot; a digit is no initial and counts twice.
      var letters = 0
      var initials = Initials.none
      var index = 0
      func endWord(_ result: inout [UInt8]) {
        if hasCyrillic, result.count > wordStart { LookAlikes.unify(&result, from: wordStart) }
        letters = 0
        initials = .none
        if result.count > wordStart {
          result.append(0x20)
          wordStart = result.count
        }
      }
      while index < elements.count {
        let element = elements[index]
        switch element {
        case Self.space, Self.gap: endWord(&result)
        case Self.dot:
          if letters == 1, let next = Self.nextInitial(elements, after: index, &initials) {
            letters = 0
            index = next
            continue
          }
          endWord(&result)
        case Self.quote:
          if !(Self.isHebrew(elements, index - 1) && Self.isHebrew(elements, index + 1)) { endWord(&result) }
        case Self.middleDot:
          let isDoubleL = index > 0 && index + 1 < elements.count && elements[index - 1] == 0x6C
          if !(isDoubleL && elements[index + 1] == 0x6C) { endWord(&result) }
        default:
          let scalar = Self.scalar(element)
          if element & Self.mark == 0 { letters += (0x30...0x39).contains(scalar) ? 2 : 1 }
          Self.encode(scalar, into: &result)
        }
        index += 1
      }
      endWord(&result)
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// How the initials of a word are written so far: it keeps to one way.
  private enum Initials {
    case none
    case glued
    case spaced
  }

  /// Where the next initial is, when the dot at `index` joins one: `S.p.A`, or `A. C.` with spaces.
  private static func nextInitial(
    _ elements: UnsafeBufferPointer<UInt32>, after index: Int, _ initials: inout Initials
  ) -> Int? {
    var next = index + 1
    while next < elements.count, elements[next] == space { next += 1 }
    let way: Initials = next == index + 1 ? .glued : .spaced
    guard next < elements.count, isLetter(elements[next]), initials == .none || initials == way else { return nil }
    var end = next + 1
    while end < elements.count, elements[end] & mark != 0 { end += 1 }
    let endsText = end == elements.count
    guard endsText || elements[end] == dot || (way == .glued && !isWord(elements[end])) else { return nil }
    // `C. S.p.A.` is two words: the letter after the space begins glued initials of its own.
    if way == .spaced, end + 1 < elements.count, isLetter(elements[end + 1]) { return nil }
    initials = way
    return next
  }

  private static func isWord(_ element: UInt32) -> Bool {
    switch element {
    case space, gap, dot, quote, middleDot: false
    default: true
    }
  }

  private static func isLetter(_ element: UInt32) -> Bool {
    isWord(element) && element & mark == 0 && !(0x30...0x39).contains(element)
  }

  private static func isHebrew(_ elements: UnsafeBufferPointer<UInt32>, _ index: Int) -> Bool {
    elements.indices.contains(index) && (0x5D0...0x5EA).contains(elements[index])
  }

  static func isCyrillic(_ scalar: UInt32) -> Bool { (0x400...0x52F).contains(scalar) }

  // MARK: - Signs alone

  /// A text without a word: its visible signs, one space between groups of them.
  static func signs(_ text: String) -> String {
    let table = FoldTable.shared
    var result: [UInt8] = []
    func append(_ scalar: UInt32) {
      switch table.fold(scalar) {
      case .drop, .mark: break
      case .space: if result.last != 0x20, !result.isEmpty { result.append(0x20) }
      case .letters(let range): for index in range { append(table.targets[index]) }
      case .letter(let target): append(target)
      case .same, .gap, .apostrophe: encode(scalar, into: &result)
      }
    }
    for scalar in text.unicodeScalars { append(scalar.value) }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - UTF-8

  /// The code point at `offset` of valid UTF-8, and `offset` after it.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
    let lead = UInt32(bytes[offset])
    let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = count == 1 ? lead : lead & (0xFF >> UInt32(count + 1))
    for index in offset + 1..<max(offset + 1, min(offset + count, bytes.count)) {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    offset += count
    return scalar
  }

  @inline(__always)
  private static func encode(_ scalar: UInt32, into bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
