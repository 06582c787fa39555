import Tabular

/// Candidate pairs of names whose blocking keys don't fit the memory all at once: found key by key in parts, and given
/// name by name, both by way of a temporary file. The pairs are those that `CandidateBlocks` gives of all keys.
struct SpilledPairs: ~Copyable {
  /// How many names' pairs are taken at a time.
  private let namesInPart: Int
  private let nameCount: Int
  private let settings: LinkOrganizations
  private var pairs: NumberSpill
  /// How many names the largest block has.
  private(set) var largest = 0

  /// Parts of more are no use: each has a buffer of its own.
  private static let partLimit = 1_024

  /// No pairs yet.
  ///
  /// - Parameter settings: How large blocks may be, how many keys are held at once, and where the file goes.
  init(nameCount: Int, _ settings: LinkOrganizations) throws(NumberSpill.Failure) {
    self.nameCount = nameCount
    self.settings = settings
    namesInPart = max(1, settings.keyLimit / 200, (nameCount + SpilledPairs.partLimit - 1) / SpilledPairs.partLimit)
    pairs = try NumberSpill(parts: (nameCount + namesInPart - 1) / namesInPart, folder: settings.temporaryFolder)
  }

  /// Finds the pairs.
  ///
  /// - Parameters:
  ///   - keys: The keys of the first names, which were too many.
  ///   - first: Of how many names they are.
  ///   - rest: Gives the keys of further names.
  ///   - names: All names.
  /// - Complexity: O(*n*) in keys and in the pairs of each block; in memory are the keys of a part, half of the limit.
  mutating func find(
    _ keys: consuming KeyList, ofFirst first: Int, then rest: (Range<Int>) -> KeyList, _ names: [DistinctName]
  ) throws(NumberSpill.Failure) {
    let expected = keys.keys.count / max(first, 1) * nameCount
    let parts = min(SpilledPairs.partLimit, max(2, 2 * expected / settings.keyLimit))
    var spill = try NumberSpill(parts: parts, folder: settings.temporaryFolder)
    try SpilledPairs.add(keys, to: &spill)
    keys = KeyList()
    for start in stride(from: first, to: nameCount, by: Blocking.batch(settings)) {
      try SpilledPairs.add(rest(start..<min(start + Blocking.batch(settings), nameCount)), to: &spill)
    }
    for part in 0..<parts {
      var list = KeyList()
      let numbers = try spill.numbers(of: part)
      list.reserve(numbers.count / 2)
      for index in stride(from: 0, to: numbers.count, by: 2) {
        list.append(numbers[index], of: Int32(numbers[index + 1]))
      }
      let blocks = CandidateBlocks(list, names, limit: settings.blockLimit)
      largest = max(largest, blocks.largest)
      // A name's partners in one part may be its partners in another too; they are brought together when all are found.
      var partners = BlockPartners(blocks, nameCount: nameCount)
      for left in 0..<nameCount {
        let found = partners.partners(of: left)
        if found.isEmpty { continue }
        try pairs.append(found.lazy.map { UInt64(left) << 32 | UInt64($0) }, to: left / namesInPart)
      }
    }
  }

  /// Keys of one part are those that begin alike, so that a block is never in two.
  private static func add(_ keys: KeyList, to spill: inout NumberSpill) throws(NumberSpill.Failure) {
    let parts = UInt64(spill.partCount)
    for (key, name) in zip(keys.keys, keys.names) {
      try spill.append(CollectionOfOne(key), to: Int(key.multipliedFullWidth(by: parts).high))
      try spill.append(CollectionOfOne(UInt64(name)), to: Int(key.multipliedFullWidth(by: parts).high))
    }
  }

  /// How many parts the names are in, in their order.
  var partCount: Int { pairs.partCount }

  /// The names of a part, and their partners.
  mutating func part(_ part: Int) throws(NumberSpill.Failure) -> (names: Range<Int>, partners: PartnerList) {
    let names = (part * namesInPart)..<min((part + 1) * namesInPart, nameCount)
    return (names, PartnerList(try pairs.numbers(of: part), of: names))
  }
}

/// The partners of some names, each once and rising.
struct PartnerList: PartnerSource {
  private let first: Int
  private var ends: [Int] = []
  private var partners: [Int32] = []

  /// - Parameters:
  ///   - pairs: A name, and behind it in the lower half its partner; in any order, and any number of times.
  ///   - names: The names that may have any.
  /// - Complexity: O(*n* log *n*) in pairs.
  init(_ pairs: consuming [UInt64], of names: Range<Int>) {
    pairs.sort()
    first = names.lowerBound
    ends.reserveCapacity(names.count)
    partners.reserveCapacity(pairs.count)
    var last: UInt64?
    for pair in pairs where pair != last {
      while first + ends.count < Int(pair >> 32) { ends.append(partners.count) }
      partners.append(Int32(truncatingIfNeeded: pair))
      last = pair
    }
    while ends.count < names.count { ends.append(partners.count) }
  }

  /// The partners of a name.
  func partners(of name: Int) -> ArraySlice<Int32> {
    partners[(name == first ? 0 : ends[name - first - 1])..<ends[name - first]]
  }
}

/// Gives the names behind one in their order that share a blocking key with it, each once, rising.
protocol PartnerSource: Sendable {
  associatedtype Partners: Sequence<Int32>

  /// The partners of a name.
  mutating func partners(of name: Int) -> Partners
}
