/// What a word looks like from afar: enough to see at once that two words can't answer each other.
struct WordOutline {
  /// A bit for each concept; concepts may share bits. 0 for no concept.
  private let conceptBits: UInt64
  /// A bit for each letter that occurs; letters may share bits.
  private let letterBits: UInt32
  /// A hash of the first four letters.
  private let beginning: UInt32
  /// How many letters, 65,535 at most.
  private let letterCount: UInt16
  /// The first letter; letters may share numbers.
  private let first: UInt8
  /// The script of the first letter; two scripts answer each other by sound only.
  let script: UInt8
  /// Whether it is a place or a number, which answer by rules of their own.
  private let isSpecial: Bool
  /// Whether it is a compound of dictionary words.
  let isCompound: Bool

  /// How many letters, 65,535 at most.
  var length: Int { Int(letterCount) }

  init(_ word: LinkageVocabulary.Word) {
    letterCount = UInt16(clamping: word.letters.count)
    first = UInt8(truncatingIfNeeded: word.letters.first ?? 0)
    letterBits = word.letters.reduce(0) { $0 | 1 << ($1 & 31) }
    conceptBits = word.concepts.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    beginning = UInt32(truncatingIfNeeded: word.letters.prefix(4).reduce(5) { StableHash.of($0, UInt64($1)) })
    isSpecial = word.isNumeric || word.place != nil
    isCompound = !word.parts.isEmpty
    script = RomanForm.script(of: word.letters.first ?? 0)
  }

  /// Whether two different words may be alike; no is certain.
  ///
  /// One edit changes at most two of the letters that occur, so more differing bits than twice the largest distance
  /// mean that the spellings are too far apart.
  func mayAnswer(_ other: WordOutline) -> Bool {
    if isSpecial || other.isSpecial { return isSpecial && other.isSpecial }
    if conceptBits != 0, other.conceptBits != 0 { return conceptBits & other.conceptBits != 0 }
    if script != other.script || isCompound && other.isCompound { return true }
    if min(length, other.length) < 4 { return false }
    if beginning == other.beginning { return true }
    let limit = WordOverlap.spellingLimit(longer: max(length, other.length))
    return abs(length - other.length) <= limit && (letterBits ^ other.letterBits).nonzeroBitCount <= 2 * limit
  }

  /// Whether this may be two words written as one, a slip of spelling and a space included; no is certain.
  func mayBeGlued(of first: WordOutline, _ second: WordOutline) -> Bool {
    guard length >= 6, self.first == first.first, abs(length - first.length - second.length) <= 2 else { return false }
    let space: UInt32 = 1 << (0x20 & 31)
    return ((letterBits ^ (first.letterBits | second.letterBits)) & ~space).nonzeroBitCount <= 2
  }
}
