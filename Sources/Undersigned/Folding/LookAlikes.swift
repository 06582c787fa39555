/// Letters of Latin and Cyrillic that are typed for one another because they look the same.
enum LookAlikes {
  /// Pairs of Cyrillic and Latin, small letters as a fold gives them; some only look alike as capitals.
  private static let pairs: [(cyrillic: Character, latin: Character)] = [
    ("а", "a"), ("в", "b"), ("е", "e"), ("к", "k"), ("м", "m"), ("н", "h"), ("о", "o"), ("р", "p"), ("с", "c"),
    ("т", "t"), ("у", "y"), ("х", "x"), ("і", "i"), ("ј", "j"), ("ѕ", "s"), ("һ", "h"), ("ԁ", "d"), ("ԛ", "q"),
    ("ԝ", "w"), ("ӏ", "l"),
  ]

  /// Makes the word from `start` on all Latin or all Cyrillic, when every letter of the rarer script has a look-alike in
  /// the other. Other words stay.
  static func unify(_ bytes: inout [UInt8], from start: Int) {
    let word = String(decoding: bytes[start...], as: UTF8.self)
    var (latin, cyrillic) = (0, 0)
    for scalar in word.unicodeScalars {
      if ("a"..."z").contains(scalar) { latin += 1 }
      if WordFolder.isCyrillic(scalar.value) { cyrillic += 1 }
    }
    guard latin > 0, cyrillic > 0 else { return }
    let orders = latin >= cyrillic ? [true, false] : [false, true]
    for toLatin in orders {
      var result = ""
      var isUnified = true
      for character in word {
        let scalar = character.unicodeScalars.first?.value ?? 0
        let isOfOtherScript = toLatin ? WordFolder.isCyrillic(scalar) : (0x61...0x7A).contains(scalar)
        guard isOfOtherScript else {
          result.append(character)
          continue
        }
        guard let pair = pairs.first(where: { (toLatin ? $0.cyrillic : $0.latin) == character }) else {
          isUnified = false
          break
        }
        result.append(toLatin ? pair.latin : pair.cyrillic)
      }
      guard isUnified else { continue }
      bytes.removeSubrange(start...)
      bytes.append(contentsOf: result.utf8)
      return
    }
  }
}
