/// Reads words and what they mean into an index, as far as the rules about concepts ask for it.
struct ConceptWords {
  /// The distinct meanings so far; the first is none.
  private(set) var meanings: [ConceptRules.Terms] = [0]
  private let rules: ConceptRules
  /// The meaning of each list of concepts that stood in a table, by its hash.
  private var known: [UInt64: Int] = [:]

  /// No words yet.
  init(_ rules: ConceptRules) {
    self.rules = rules
  }

  /// Reads `form, concepts, …`; words whose concepts are in no rule are left out.
  mutating func read(_ line: Slice<UnsafeBufferPointer<UInt8>>, into slots: inout KeywordSlots) {
    guard let tab = line.firstIndex(of: 0x09) else { return }
    let rest = line[(tab + 1)...]
    let concepts = rest[..<(rest.firstIndex(of: 0x09) ?? rest.endIndex)]
    let meaning = meaning(of: concepts)
    if meaning == 0 { return }
    var hash = StableHash.empty
    for byte in line[..<tab] {
      if byte == 0x20 { slots.insertPrefix(hash) }
      hash = StableHash.extend(hash, byte)
    }
    slots.insert(hash, concept: meaning)
  }

  private mutating func meaning(of concepts: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let hash = StableHash.of(concepts)
    if let meaning = known[hash] { return meaning }
    let terms = concepts.split(separator: 0x20).reduce(ConceptRules.Terms(0)) { $0 | rules.terms(of: $1) }
    var meaning = 0
    if terms != 0 {
      meaning = meanings.firstIndex(of: terms) ?? meanings.count
      if meaning == meanings.count { meanings.append(terms) }
    }
    known[hash] = meaning
    return meaning
  }
}
