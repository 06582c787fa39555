/// What a report that was written before says of who signed, as far as its tables tell.
public struct EarlierReport: Hashable, Sendable {
  /// What is different now.
  public struct Change: Hashable, Sendable {
    /// How many organizations the earlier report counts.
    public var before: Int
    /// How many are counted now.
    public var now: Int
    /// The names of those that the earlier report does not list, by name.
    public var joined: [String]
    /// How many it lists that are not listed any more; they are named nowhere.
    public var left: Int
  }

  /// How many organizations it counts.
  public let organizations: Int
  private let identifiers: Set<Substring>

  /// An earlier report; nothing where its files are not those of a report.
  ///
  /// - Parameters:
  ///   - types: Its `types.csv`.
  ///   - organizations: Its `organizations.csv`.
  /// - Complexity: O(bytes).
  public init?(types: [UInt8], organizations: [UInt8]) {
    // The fields that matter stand first, and hold neither quotes nor commas.
    guard let counts = EarlierReport.lines(of: types, after: "type,organizations,"),
      let list = EarlierReport.lines(of: organizations, after: "organization_id,")
    else { return nil }
    var sum = 0
    for line in counts {
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      guard cells.count == 3, let count = Int(cells[1]), count >= 0, count < 1 << 40 else { return nil }
      sum += count
    }
    self.organizations = sum
    identifiers = Set(list.map { $0.prefix { $0 != "," } })
  }

  private static func lines(of file: [UInt8], after header: String) -> ArraySlice<Substring>? {
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    return lines.first?.hasPrefix(header) == true ? lines.dropFirst() : nil
  }

  /// What is different now.
  public func change(to summary: Summary) -> Change {
    let now = Set(summary.organizations.map { Substring($0.id) })
    return Change(
      before: organizations, now: summary.types.total,
      joined: summary.organizations.filter { !identifiers.contains(Substring($0.id)) }.map(\.name),
      left: identifiers.subtracting(now).count)
  }
}
