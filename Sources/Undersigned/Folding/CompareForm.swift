/// A name for matching: what is left when writing habits are taken away.
///
/// - Compatibility forms, case and digits of all scripts are unified (`Ｕｎｉｏｎ`, `UNION` and `union`; `٣` and `3`).
/// - Marks go from Latin, Greek and Cyrillic letters (`é` is `e`, `й` is `и`), Latin letters are spelled in ASCII (`ł`
///   is `l`, `ß` is `ss`), Arabic vowel signs, tatweel and Hebrew points go, and Arabic and Persian forms of alef, ya,
///   kaf and ha are one letter each. Marks of other scripts stay; Hangul, Kana and Indic vowels are composed. Hiragana
///   and katakana are two scripts, as are simplified and traditional Han.
/// - Apostrophes of all kinds and invisible characters are deleted, also the non-joiner of Persian.
/// - Dotted initials are joined (`S.p.A.` is `spa`, `A. C.` is `ac`), with or without the last dot.
/// - A Cyrillic letter that only looks Latin, in an otherwise Latin word, is Latin; and the other way round.
/// - What else is no letter, digit or mark parts words: `&`, dashes, brackets, emoji.
///
/// Texts that are canonically equivalent (NFC, NFD) fold alike, and folding twice is folding once.
package enum CompareForm {
  /// Folds a text.
  ///
  /// - Returns: UTF-8 words with one space between them. Empty only when `text` has nothing visible but marks without
  ///   a letter; a text of punctuation alone is given back as it is, trimmed.
  /// - Complexity: O(*n*).
  package static func fold(_ text: String) -> String {
    let result = foldWords(text)
    return result.isEmpty ? WordFolder.signs(text) : result
  }

  /// The words of a text in compare form, with one space between them; empty for a text of punctuation alone.
  static func foldWords(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      if let result = foldPlain(bytes) { return result }
      var folder = WordFolder(capacity: bytes.count)
      folder.read(bytes)
      folder.compose()
      return folder.join()
    }
  }

  /// The same for ASCII without dots, as most words are: nothing composes there and no initials join.
  private static func foldPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    for byte in bytes where byte >= 0x80 || byte == UInt8(ascii: ".") { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { result in
      var count = 0
      var isWordOpen = false
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"):
          if !isWordOpen, count > 0 {
            result[count] = 0x20
            count += 1
          }
          isWordOpen = true
          result[count] = byte < UInt8(ascii: "A") ? byte : byte | 0x20
          count += 1
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default: isWordOpen = false
        }
      }
      return count
    }
  }
}
