/// Which names share a blocking key. Pairs are given name by name and never kept: there are many times more of them
/// than names.
struct CandidateBlocks: Sendable {
  /// The names of one block after those of another, each rising.
  private var members: [Int32] = []
  /// For each name in turn, where its partners stand in its blocks: those behind it.
  private var partners: [Range<Int32>] = []
  /// Where the entries of each name end in `partners`.
  private var ends: [Int32] = []
  /// How many names the largest block has.
  private(set) var largest = 0

  /// The blocks of keys.
  ///
  /// - Parameters:
  ///   - keys: In any order; the names of one key rising.
  ///   - limit: Larger blocks are split by country; what is larger still is dropped.
  /// - Complexity: O(*n*) in keys.
  init(_ keys: consuming KeyList, _ names: [DistinctName], limit: Int) {
    keys.sort()
    var blockEnds: [Int32] = []
    var start = 0
    while start < keys.keys.count {
      var end = start + 1
      while end < keys.keys.count, keys.keys[end] == keys.keys[start] { end += 1 }
      if end - start <= limit {
        add(keys.names[start..<end], &blockEnds)
      } else {
        for part in CandidateBlocks.split(keys.names[start..<end], names) where part.count <= limit {
          add(part[...], &blockEnds)
        }
      }
      start = end
    }
    collectPartners(blockEnds, nameCount: names.count)
  }

  private mutating func add(_ block: ArraySlice<Int32>, _ blockEnds: inout [Int32]) {
    guard block.count > 1 else { return }
    members += block
    blockEnds.append(Int32(members.count))
    largest = max(largest, block.count)
  }

  /// A block's names by country; those that are nowhere come last.
  private static func split(_ block: ArraySlice<Int32>, _ names: [DistinctName]) -> [[Int32]] {
    var byCountry: [CountryCode: [Int32]] = [:]
    var nowhere: [Int32] = []
    for index in block {
      if names[Int(index)].countries.isEmpty { nowhere.append(index) }
      for country in names[Int(index)].countries { byCountry[country, default: []].append(index) }
    }
    return byCountry.sorted { $0.key < $1.key }.map(\.value) + [nowhere]
  }

  private mutating func collectPartners(_ blockEnds: [Int32], nameCount: Int) {
    ends = [Int32](repeating: 0, count: nameCount + 1)
    forEachMember(blockEnds) { position, end in
      if position + 1 < end { ends[Int(members[Int(position)]) + 1] += 1 }
    }
    for name in 0..<nameCount { ends[name + 1] += ends[name] }
    partners = [Range<Int32>](repeating: 0..<0, count: Int(ends[nameCount]))
    forEachMember(blockEnds) { position, end in
      guard position + 1 < end else { return }
      let name = Int(members[Int(position)])
      partners[Int(ends[name])] = (position + 1)..<end
      ends[name] += 1
    }
    // Each name's end has moved to where it belongs.
    ends.removeLast()
  }

  private func forEachMember(_ blockEnds: [Int32], _ body: (_ position: Int32, _ end: Int32) -> Void) {
    var position: Int32 = 0
    for end in blockEnds {
      while position < end {
        body(position, end)
        position += 1
      }
    }
  }

  /// The names behind one in their order that share a key with it, each once, rising.
  ///
  /// - Parameter seen: By name, the last one that it was found for; -1 at first. Give the same array each time.
  func partners(of name: Int, seen: inout [Int32]) -> [Int32] {
    var found: [Int32] = []
    for range in partners[(name == 0 ? 0 : Int(ends[name - 1]))..<Int(ends[name])] {
      for position in range {
        let other = members[Int(position)]
        if seen[Int(other)] == Int32(name) { continue }
        seen[Int(other)] = Int32(name)
        found.append(other)
      }
    }
    found.sort()
    return found
  }
}

/// The partners of names in their blocks, for one thread.
struct BlockPartners: PartnerSource {
  private let blocks: CandidateBlocks
  private var seen: [Int32]

  init(_ blocks: CandidateBlocks, nameCount: Int) {
    self.blocks = blocks
    seen = [Int32](repeating: -1, count: nameCount)
  }

  mutating func partners(of name: Int) -> [Int32] { blocks.partners(of: name, seen: &seen) }
}
