/// Text as UTF-8 without byte order marks, whatever it was stored as.
struct DecodedText {
  /// The bytes; the text starts at `start`, so that a mark costs no copy.
  var bytes: [UInt8]
  /// Where the text starts.
  var start = 0
  /// Compression and encoding, and why.
  var decisions: [TabularDocument.Decision] = []
  /// What was wrong with the bytes.
  var log: FindingLog
  /// Whether the bytes are those that were stored: UTF-8, not packed.
  private(set) var isAsStored = true

  /// Unpacks and decodes an input.
  ///
  /// - Parameters:
  ///   - bytes: As stored, gzip and all.
  ///   - limits: How much may come out of gzip.
  /// - Throws: `.empty`, `.binary`, `.damagedGzip`, `.limitExceeded` or `.invalidEncoding`.
  init(name: String, bytes stored: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(TabularError) {
    let position = Position(source: name)
    bytes = stored
    log = FindingLog(source: name)
    try unpack(limits, at: position)
    let signature = bytes.withUnsafeBufferPointer { BinarySignature.recognize($0) }
    if let signature { throw TabularError(.binary(looksLike: signature), at: position) }
    dropTrailingFiller()
    let detection = try bytes.withUnsafeBufferPointer { bytes throws(TabularError) in
      try EncodingDetection(bytes, at: position)
    }
    decisions.append(
      TabularDocument.Decision(subject: "encoding", choice: detection.encoding.name, reason: detection.reason))
    decode(detection)
    let isBlank = bytes[start...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if isBlank { throw TabularError(.empty, at: position) }
    let markup = bytes.withUnsafeBufferPointer { bytes in
      BinarySignature.recognizeMarkup(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    if let markup { throw TabularError(.binary(looksLike: markup), at: position) }
  }

  private mutating func unpack(_ limits: ReadingLimits, at position: Position) throws(TabularError) {
    // A download of a file that was packed already can be packed twice.
    for _ in 0..<2 {
      guard bytes.withUnsafeBufferPointer({ Gzip.isGzip($0) }) else { return }
      let result = try bytes.withUnsafeBufferPointer { bytes throws(TabularError) in
        try Gzip.inflate(bytes, limits: limits, at: position)
      }
      bytes = result.bytes
      isAsStored = false
      let reason = "its first bytes are 1f 8b" + (result.members > 1 ? "; \(result.members) members" : "")
      decisions.append(TabularDocument.Decision(subject: "compression", choice: "gzip", reason: reason))
      switch result.trailing {
      case .nothing: break
      case .zeros(let count):
        log.add(.note, "gzip-trailing-bytes", "\(count) zero bytes follow the gzip stream and were left out")
      case .garbage(let count):
        log.add(
          .warning, "gzip-trailing-bytes", "\(count) bytes that are no gzip follow the gzip stream and were left out",
          remedy: "download it again if records are missing")
      }
    }
  }

  /// Zeros that pad the end of a file, and the end-of-file mark of DOS.
  private mutating func dropTrailingFiller() {
    var end = bytes.count
    while end > 0 && bytes[end - 1] == 0 { end -= 1 }
    let zeros = bytes.count - end
    // The last zeros of UTF-16 and UTF-32 are parts of characters.
    if zeros > 0 && !bytes[..<end].prefix(4096).contains(0) && end > 0 {
      bytes.removeLast(zeros)
      log.add(
        .note, "zero-bytes",
        zeros == 1 ? "a zero byte at the end was left out" : "\(zeros) zero bytes at the end were left out")
    }
    if bytes.last == 0x1A { bytes.removeLast() }
  }

  private mutating func decode(_ detection: EncodingDetection) {
    start = detection.markLength
    if detection.encoding != .utf8 { isAsStored = false }
    switch detection.encoding {
    case .utf8:
      if let inspection = detection.inspection { repairUTF8(inspection) }
    case .utf16(let isBigEndian):
      transcode(wide: bytes[start...], unitSize: 2, isBigEndian: isBigEndian)
    case .utf32(let isBigEndian):
      transcode(wide: bytes[start...], unitSize: 4, isBigEndian: isBigEndian)
    case .singleByte(let set):
      transcode(from: set)
    }
  }

  /// Joined files leave marks inside, damaged ones leave bytes that are no UTF-8.
  private mutating func repairUTF8(_ inspection: UTF8Inspection) {
    let original = bytes
    if let first = inspection.firstDoubleEncoded {
      let place = DecodedText.place(of: first.offset, in: original, from: start)
      let seen = String(decoding: original[first.offset..<(first.offset + first.length)], as: UTF8.self)
      log.add(
        .warning, "double-encoded", line: place.line, column: place.column,
        "'\(seen)' looks like '\(first.repaired)' encoded twice; places like this: \(inspection.doubleEncodedCount)",
        remedy: "export it again as UTF-8; nothing was repaired")
    }
    for mark in inspection.innerMarks {
      let place = DecodedText.place(of: mark, in: original, from: start)
      log.add(
        .note, "inner-byte-order-mark", line: place.line, column: place.column,
        "a byte order mark at the start of this line was left out; files may have been joined here")
    }
    guard inspection.invalidCount > 0 || !inspection.innerMarks.isEmpty else { return }
    isAsStored = false
    if let first = inspection.firstInvalid {
      let place = DecodedText.place(of: first, in: original, from: start)
      let count = inspection.invalidCount
      log.add(
        .warning, "invalid-encoding", line: place.line, column: place.column,
        count == 1
          ? "one place is no UTF-8; U+FFFD stands for it" : "\(count) places are no UTF-8; U+FFFD stands for each",
        remedy: "export it again as UTF-8, or mend the names in decisions.csv")
    }
    var result: [UInt8] = []
    result.reserveCapacity(original.count + 2 * inspection.invalidCount)
    var marks = inspection.innerMarks[...]
    original.withUnsafeBufferPointer { original in
      var index = start
      var copied = start
      while index < original.count {
        guard original[index] >= 0x80 else {
          index += 1
          continue
        }
        let (length, isValid) = UTF8Inspection.sequence(original, at: index)
        let isMark = marks.first == index
        if !isValid || isMark {
          result.append(contentsOf: original[copied..<index])
          if isMark { marks.removeFirst() } else { result.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
          copied = index + length
        }
        index += length
      }
      result.append(contentsOf: original[copied...])
    }
    bytes = result
    start = 0
  }

  private mutating func transcode(wide source: ArraySlice<UInt8>, unitSize: Int, isBigEndian: Bool) {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var faults = 0
    var firstFault = 0
    var isCut = false
    func unit(_ index: Int) -> UInt32 {
      (0..<unitSize).reduce(0) { value, step in
        value << 8 | UInt32(source[index + (isBigEndian ? step : unitSize - 1 - step)])
      }
    }
    var index = source.startIndex
    while index < source.endIndex {
      var scalar: Unicode.Scalar?
      if index + unitSize > source.endIndex {
        isCut = true
        break
      } else {
        let value = unit(index)
        index += unitSize
        if unitSize == 2, value & 0xFC00 == 0xD800, index + 2 <= source.endIndex, unit(index) & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + unit(index) & 0x3FF)
          index += 2
        } else if unitSize == 2, value & 0xFC00 == 0xD800, index + 2 > source.endIndex {
          // The first half of a pair, and no second.
          isCut = true
          break
        } else {
          scalar = Unicode.Scalar(value)
        }
      }
      // Marks at the start of a line come from joined files.
      if scalar == "\u{FEFF}", result.last.map({ $0 == 0x0A || $0 == 0x0D }) ?? true { continue }
      if scalar == nil {
        if faults == 0 { firstFault = result.count }
        faults += 1
      }
      result.append(contentsOf: Unicode.UTF8.encode(scalar ?? "\u{FFFD}")!)
    }
    bytes = result
    start = 0
    reportFaults(faults, first: firstFault, of: "UTF-\(8 * unitSize)")
    guard isCut else { return }
    let place = DecodedText.place(of: bytes.count, in: bytes, from: 0)
    log.add(
      .warning, "invalid-encoding", line: place.line, column: place.column,
      "the text ends in the middle of a character, which was left out",
      remedy: "get the whole file again; it may have been cut off")
  }

  private mutating func transcode(from set: SingleByteSet) {
    let upper = set.upperHalf.map { (scalar: $0, text: Array(Unicode.UTF8.encode($0)!)) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var faults = 0
    var firstFault = 0
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let (scalar, text) = upper[Int(byte) - 0x80]
        if scalar == "\u{FFFD}" {
          if faults == 0 { firstFault = result.count }
          faults += 1
        }
        result.append(contentsOf: text)
      }
    }
    bytes = result
    start = 0
    log.add(
      .note, "guessed-encoding", "it is no UTF-8; it was read as \(set.rawValue)",
      remedy: "look at names with accents; export as UTF-8 if they are wrong")
    reportFaults(faults, first: firstFault, of: set.rawValue)
  }

  private mutating func reportFaults(_ count: Int, first: Int, of encoding: String) {
    guard count > 0 else { return }
    let place = DecodedText.place(of: first, in: bytes, from: 0)
    log.add(
      .warning, "invalid-encoding", line: place.line, column: place.column,
      count == 1
        ? "one place is no \(encoding); U+FFFD stands for it"
        : "\(count) places are no \(encoding); U+FFFD stands for each",
      remedy: "export it again as UTF-8, or mend the names in decisions.csv")
  }

  /// The physical line and column of a byte; lines end with LF, CR LF, CR CR LF, or a CR on its own.
  static func place(of offset: Int, in bytes: [UInt8], from start: Int) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = start
    var index = start
    while index < offset {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { continue }
        if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A { continue }
      } else if byte != 0x0A {
        continue
      }
      line += 1
      lineStart = index
    }
    return (line, offset - lineStart + 1)
  }
}
