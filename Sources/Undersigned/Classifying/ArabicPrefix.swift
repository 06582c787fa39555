/// The article and the one-letter prepositions that Arabic writes together with the next word.
enum ArabicPrefix {
  /// The hash of an Arabic key with every word stripped; nothing for other scripts.
  static func strippedHash(of key: some BidirectionalCollection<UInt8>) -> UInt64? {
    guard let first = key.first, (0xD8...0xDB).contains(first) else { return nil }
    var hash = StableHash.empty
    for (number, word) in key.split(separator: 0x20).enumerated() {
      if number > 0 { hash = StableHash.extend(hash, 0x20) }
      for byte in strip(word) { hash = StableHash.extend(hash, byte) }
    }
    return hash
  }

  /// A word without `wa`, `bi`, `li`, `al`, where at least two letters are left.
  static func strip<Word: BidirectionalCollection<UInt8>>(_ word: Word) -> Word.SubSequence {
    // و or ب or ك before ال; ل doubles: للعمال is ل + العمال without its alef.
    for prefix: [UInt8] in [
      [0xD9, 0x88, 0xD8, 0xA7, 0xD9, 0x84], [0xD8, 0xA8, 0xD8, 0xA7, 0xD9, 0x84], [0xD8, 0xA7, 0xD9, 0x84],
      [0xD9, 0x84, 0xD9, 0x84],
    ] where word.starts(with: prefix) && word.count >= prefix.count + 4 {
      return word.dropFirst(prefix.count)
    }
    return word[...]
  }
}
