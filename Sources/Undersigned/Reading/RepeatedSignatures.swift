/// Finds records by which the same person signs once more in the same way.
///
/// A person is known by a fingerprint of their e-mail address, or, where there is none, of the platform's own number
/// for them. Records with neither are never taken for repeats: whether two mentions denote one organization is for
/// linking.
struct RepeatedSignatures: Sendable {
  /// For each record that repeats another: the index of the one that is kept.
  private(set) var kept: [Int: Int] = [:]
  /// For each person who signed for more than one organization, a record for each of these.
  private(set) var severalOrganizations: [[Int]] = []

  /// Compares records.
  ///
  /// - Parameters:
  ///   - people: For each record, the person's key; 0 for nobody that can be known again.
  ///   - signature: For a record that counts, its capacity and a number that equal organizations share.
  ///   - isBetter: Whether the first record rather than the second is to be kept, whatever the order of the inputs.
  /// - Complexity: O(*n*), amortized.
  init(
    people: [UInt64], signature: (Int) -> (capacity: Capacity, organization: UInt32)?, isBetter: (Int, Int) -> Bool
  ) {
    let known = people.count { $0 != 0 }
    guard known > 1 else { return }
    var size = 64
    while size < known * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    // Only people who come more than once take part in what follows; most come once.
    var later: [Int: [Int]] = [:]
    for index in people.indices where people[index] != 0 && signature(index) != nil {
      let person = people[index]
      var slot = Int(truncatingIfNeeded: person ^ (person >> 32)) & (size - 1)
      while slots[slot] != 0, people[Int(slots[slot]) - 1] != person { slot = (slot + 1) & (size - 1) }
      if slots[slot] == 0 {
        slots[slot] = UInt32(index) + 1
      } else {
        later[Int(slots[slot]) - 1, default: []].append(index)
      }
    }
    for first in later.keys.sorted() { settle([first] + (later[first] ?? []), signature, isBetter) }
  }

  /// Compares the records of one person.
  private mutating func settle(
    _ records: [Int], _ signature: (Int) -> (capacity: Capacity, organization: UInt32)?,
    _ isBetter: (Int, Int) -> Bool
  ) {
    var best: [Int] = []
    func isSame(_ left: Int, _ right: Int) -> Bool {
      guard let left = signature(left), let right = signature(right) else { return false }
      return left == right
    }
    for record in records {
      if let place = best.firstIndex(where: { isSame($0, record) }) {
        if isBetter(record, best[place]) { best[place] = record }
      } else {
        best.append(record)
      }
    }
    for record in records {
      if let winner = best.first(where: { isSame($0, record) }), winner != record { kept[record] = winner }
    }
    let organizations = best.filter { signature($0)?.capacity == .organization }
    if organizations.count > 1 { severalOrganizations.append(organizations) }
  }
}
