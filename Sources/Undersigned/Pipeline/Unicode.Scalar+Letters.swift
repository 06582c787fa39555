extension Unicode.Scalar {
  // The properties of a scalar are looked up by binary search; nearly all scalars are ASCII, which needs none.

  /// Whether it is a letter, or written as one.
  var isLetter: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value & 0xDF) : properties.isAlphabetic
  }

  /// Whether it is a capital letter.
  var isCapital: Bool { value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase }

  /// Whether it is a small letter.
  var isSmall: Bool { value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase }

  /// Whether it is white space.
  var isWhite: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
