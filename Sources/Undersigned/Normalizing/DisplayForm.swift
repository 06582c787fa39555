/// A name for people: as typed, without what nobody can see.
enum DisplayForm {
  /// Trims a text, makes each run of white space one space, and takes out controls, marks that reorder text, and spaces
  /// of no width; joiners stay, as scripts need them.
  static func tidy(_ text: String) -> String {
    var isTidy = true
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && last == 0x20) {
        isTidy = false
        break
      }
      last = byte
    }
    if isTidy, last != 0x20 { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isWhite || (scalar.value < 0x20) {
        if let last = result.last, last != " " { result.append(" ") }
      } else if !isInvisible(scalar) {
        result.append(scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
