/// Reads words and what they mean into an index, in the terms of the rules about concepts.
struct ConceptWords {
  /// The distinct meanings so far; the first is none.
  private(set) var meanings: [ConceptRules.Terms] = [0]
  private let rules: ConceptRules
  /// The lists of concepts that stood in a table, by their hashes, and the meaning of each; hash 0 is a free place.
  private var known = [(hash: UInt64, meaning: Int)](repeating: (0, 0), count: 1 << 12)
  private var lists = 0

  /// No words yet.
  init(_ rules: ConceptRules) {
    self.rules = rules
  }

  /// Reads the records of a table, `form, concepts, …`, in one pass over its bytes.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, into slots: inout KeywordSlots) {
    var offset = 0
    while offset < bytes.count {
      var form = StableHash.empty
      while offset < bytes.count, bytes[offset] != 0x09, bytes[offset] != 0x0A {
        if bytes[offset] == 0x20 { slots.insertPrefix(form) }
        form = StableHash.extend(form, bytes[offset])
        offset += 1
      }
      offset += 1
      let start = min(offset, bytes.count)
      var concepts = StableHash.empty
      while offset < bytes.count, bytes[offset] != 0x09, bytes[offset] != 0x0A {
        concepts = StableHash.extend(concepts, bytes[offset])
        offset += 1
      }
      slots.insert(form, concept: meaning(of: bytes[start..<min(offset, bytes.count)], concepts))
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      offset += 1
    }
  }

  private mutating func meaning(of concepts: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt64) -> Int {
    let mask = known.count - 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while known[place].hash != 0 {
      if known[place].hash == hash { return known[place].meaning }
      place = (place + 1) & mask
    }
    let terms = concepts.split(separator: 0x20).reduce(ConceptRules.Terms(0)) { $0 | rules.terms(of: $1) }
    let meaning = meanings.firstIndex(of: terms) ?? meanings.count
    if meaning == meanings.count { meanings.append(terms) }
    lists += 1
    precondition(lists < mask, "a table has more than 4,000 lists of concepts")
    known[place] = (hash, meaning)
    return meaning
  }
}
