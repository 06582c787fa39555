/// What bytes look like that are no table: known first bytes, or too many control bytes.
///
/// Source of the signatures: the formats' own specifications.
enum BinarySignature {
  /// What the bytes look like in words for an error, or nothing when they may be text or gzip.
  static func recognize(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if let name = signatures.first(where: { starts(bytes, with: $0.bytes) })?.name { return name }
    if starts(bytes, with: Array("PK\u{3}\u{4}".utf8)) || starts(bytes, with: Array("PK\u{5}\u{6}".utf8)) {
      return archiveName(bytes)
    }
    if bytes.count > 262, starts(UnsafeBufferPointer(rebasing: bytes[257...]), with: Array("ustar".utf8)) {
      return "a tar archive"
    }
    return nil
  }

  /// A saved web page or other marked-up text instead of an export, or nothing. Takes UTF-8 text.
  static func recognizeMarkup(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var start = 0
    while start < text.count, text[start] <= 0x20 { start += 1 }
    let head = text[start..<min(text.count, start + 200)].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    func opens(_ word: String) -> Bool { head.starts(with: Array(word.utf8)) }
    if opens("<!doctype html") || opens("<html") || opens("<head") || opens("<table") { return "a web page (HTML)" }
    if opens("<?xml") || opens("<svg") { return "an XML document" }
    if opens("{\\rtf") { return "a rich text document (RTF)" }
    return nil
  }

  /// Whether control bytes make up more than a fiftieth of the first 64 KiB. Takes bytes of an 8-bit encoding.
  static func isMostlyControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = bytes.prefix(1 << 16)
    let controls = head.reduce(into: 0) { count, byte in
      // Tab to carriage return, escape and the separators that platforms put between several values are text.
      let isText = byte >= 0x20 || (0x09...0x0D).contains(byte) || (0x1A...0x1F).contains(byte) || byte == 1
      if !isText || byte == 0x7F { count += 1 }
    }
    return controls * 50 > head.count
  }

  private static var signatures: [(bytes: [UInt8], name: String)] {
    [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel or other Microsoft Office file (xls)"),
      (Array("%PDF-".utf8), "a PDF document"),
      ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
      ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
      (Array("GIF8".utf8), "a GIF picture"),
      ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
      (Array("SQLite format 3\u{0}".utf8), "an SQLite database"),
      (Array("BZh".utf8), "a bzip2 archive"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
      ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
      (Array("Rar!\u{1A}\u{7}".utf8), "a RAR archive"),
      (Array("PAR1".utf8), "a Parquet file"),
      (Array("ARROW1".utf8), "an Arrow file"),
      (Array("bplist00".utf8), "a binary property list"),
    ]
  }

  /// A zip archive by the names of the files in it.
  private static func archiveName(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    let tail = UnsafeBufferPointer(rebasing: bytes.suffix(1 << 16))
    func names(_ word: String) -> Bool {
      contains(head, Array(word.utf8)) || contains(tail, Array(word.utf8))
    }
    if names("xl/workbook") || names("xl/worksheets") { return "an Excel workbook (xlsx)" }
    if names("opendocument.spreadsheet") { return "an OpenDocument spreadsheet (ods)" }
    if names("word/document") { return "a Word document (docx)" }
    if names("Index/Document.iwa") { return "an Apple Numbers or Pages document" }
    return "a zip archive"
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with signature: [UInt8]) -> Bool {
    bytes.count >= signature.count && signature.indices.allSatisfy { bytes[$0] == signature[$0] }
  }

  private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == word[0] && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
    }
  }
}
