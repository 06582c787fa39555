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
    let line = UnsafeBufferPointer(rebasing: line)
    var tab = 0
    while tab < line.count, line[tab] != 0x09 { tab += 1 }
    var end = tab + 1
    var concepts = StableHash.empty
    while end < line.count, line[end] != 0x09 {
      concepts = StableHash.extend(concepts, line[end])
      end += 1
    }
    guard end <= line.count else { return }
    let meaning = known[concepts] ?? self.meaning(of: line[(tab + 1)..<end], concepts)
    if meaning == 0 { return }
    var hash = StableHash.empty
    for offset in 0..<tab {
      if line[offset] == 0x20 { slots.insertPrefix(hash) }
      hash = StableHash.extend(hash, line[offset])
    }
    slots.insert(hash, concept: meaning)
  }

  private mutating func meaning(of concepts: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt64) -> Int {
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
