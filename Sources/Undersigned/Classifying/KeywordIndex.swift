/// The type keywords and the words of concepts by their keys, in one open-addressing table of hashes.
///
/// Building takes one pass over the bytes of the tables, some milliseconds; a look-up compares 64-bit hashes only. With
/// fifty thousand keys a wrong hit is expected once in 10^14 look-ups, and costs a guessed type.
struct KeywordIndex: Sendable {
  /// What a hash stands for.
  struct Hit {
    /// The first row with this key, of `keywords`.
    var start: Int32
    /// How many rows have it; 0 for a key that is none by itself.
    var count: UInt8
    /// Whether longer keys begin with this one and a space.
    var isPrefix: Bool
    /// What it means, as an index of `concepts`; 0 for nothing.
    var concept: UInt16

    /// The rows with this key.
    var rows: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
  }

  /// The index of the tables that are part of the program, built at first use.
  static let shared = KeywordIndex()

  /// Every row.
  let keywords: [Keyword]
  /// How many bytes the longest key has.
  let longestKey: Int
  /// The languages of the rows.
  let languages: Languages
  /// The rules about concepts, whose terms are the bits of `concepts`.
  let rules: ConceptRules
  /// The distinct meanings of words; the first is none.
  let concepts: [ConceptRules.Terms]
  private let slots: KeywordSlots

  /// The index of the embedded tables.
  init() {
    self.init(keywords: ReferenceTable(embedded: "type-keywords"), lexicon: ["type-concept-words", "concepts"])
  }

  /// The index of some keywords and of the tables of words that a lexicon is made of, the ones that win first.
  init(keywords table: ReferenceTable, lexicon: [String]) {
    var slots = KeywordSlots(capacity: 1 << 17)
    var builder = KeywordRows()
    table.forEachLine { builder.read($0, into: &slots) }
    keywords = builder.keywords
    longestKey = builder.longestKey
    languages = builder.languages
    rules = ConceptRules()
    var words = ConceptWords(rules)
    for name in lexicon { ReferenceTable(embedded: name).withRecords { words.read($0, into: &slots) } }
    concepts = words.meanings
    self.slots = slots
  }

  /// What a hash stands for, if anything.
  @inline(__always)
  func hit(_ hash: UInt64) -> Hit? { slots.hit(hash) }
}
