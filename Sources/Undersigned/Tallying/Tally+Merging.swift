import Tabular

extension Tally {
  /// The tally of no input.
  public static let empty = Tally(
    sources: [],
    answers: Answers(
      organizations: Column([""]), countries: Column([""]), types: Column([""]), places: Column([""]),
      websites: Column([""])),
    rows: [], people: [], dropped: [:], days: [:], findings: [])

  /// A tally of nothing but findings, such as that an input is missing from the sum.
  public init(findings: [Finding]) {
    self = .empty
    self.findings = Tally.sortedFindings(findings)
  }

  /// The tally of both inputs. The order of the two makes no difference, nor does that of several merges; the empty
  /// tally changes nothing. A source that stands in both is one source with the records of both, which was read as many
  /// times as in both; `sourceFindings` tells what that means.
  ///
  /// - Complexity: O(bytes of the answers + rows), without sorting or hashing either.
  public func merged(with other: Tally) -> Tally {
    let organizations = AnswerOrder.merge(answers.organizations, other.answers.organizations)
    let countries = AnswerOrder.merge(answers.countries, other.answers.countries)
    let types = AnswerOrder.merge(answers.types, other.answers.types)
    let places = AnswerOrder.merge(answers.places, other.answers.places)
    let websites = AnswerOrder.merge(answers.websites, other.answers.websites)
    var ours = rows
    for index in ours.indices {
      ours[index].answers.renumber(
        organizations.left, countries.left, types.left, places.left, websites.left)
    }
    var theirs = other.rows
    for index in theirs.indices {
      theirs[index].answers.renumber(
        organizations.right, countries.right, types.right, places.right, websites.right)
    }
    var ourPeople = people
    for index in ourPeople.indices { ourPeople[index].country = countries.left[Int(ourPeople[index].country)] }
    var theirPeople = other.people
    for index in theirPeople.indices { theirPeople[index].country = countries.right[Int(theirPeople[index].country)] }
    // New numbers rise with the old ones, so everything is still in order and needs no sorting.
    return Tally(
      sources: Tally.merge(sources, other.sources, by: { $0.precedes($1) }) { $0.add($1) },
      answers: Answers(
        organizations: organizations.column, countries: countries.column, types: types.column, places: places.column,
        websites: websites.column),
      rows: Tally.merge(ours, theirs, by: { $0.answers < $1.answers }) { $0.add($1) },
      people: Tally.merge(ourPeople, theirPeople, by: Tally.isInOrder) {
        $0.records += $1.records
        $0.signatures += $1.signatures
      },
      dropped: dropped.merging(other.dropped, uniquingKeysWith: +),
      days: days.merging(other.days, uniquingKeysWith: +),
      findings: Tally.merge(findings, other.findings, by: Tally.isInOrder) { _, _ in })
  }

  /// Two lists in order as one, with `combine` for what stands in both.
  private static func merge<Element>(
    _ left: [Element], _ right: [Element], by precedes: (Element, Element) -> Bool,
    combine: (inout Element, Element) -> Void
  ) -> [Element] {
    var merged: [Element] = []
    merged.reserveCapacity(left.count + right.count)
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if precedes(left[i], right[j]) {
        merged.append(left[i])
        i += 1
      } else if precedes(right[j], left[i]) {
        merged.append(right[j])
        j += 1
      } else {
        merged.append(left[i])
        combine(&merged[merged.count - 1], right[j])
        i += 1
        j += 1
      }
    }
    return merged + left[i...] + right[j...]
  }

  /// By capacity, then country.
  static func isInOrder(_ left: People, _ right: People) -> Bool {
    if left.capacity != right.capacity { return left.capacity.rawValue < right.capacity.rawValue }
    return left.country < right.country
  }

  /// Findings, the worst first, then by slug, place and words, each once.
  static func sortedFindings(_ findings: [Finding]) -> [Finding] {
    let sorted = findings.sorted(by: isInOrder)
    return sorted.indices.filter { $0 == 0 || isInOrder(sorted[$0 - 1], sorted[$0]) }.map { sorted[$0] }
  }

  /// Whether one finding comes before another, and is another one.
  static func isInOrder(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity.rank < right.severity.rank }
    if !ByteOrder.areSame(left.slug, right.slug) { return ByteOrder.precedes(left.slug, right.slug) }
    if ByteOrder.precedes(left.position, right.position) { return true }
    if ByteOrder.precedes(right.position, left.position) { return false }
    if !ByteOrder.areSame(left.message, right.message) { return ByteOrder.precedes(left.message, right.message) }
    return ByteOrder.precedes(left.remedy, right.remedy)
  }

  /// The earlier of two days, if there is one.
  static func earlier(_ left: Day?, _ right: Day?) -> Day? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  /// The later of two days, if there is one.
  static func later(_ left: Day?, _ right: Day?) -> Day? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }
}

extension Finding.Severity {
  /// 0 for the worst.
  fileprivate var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

extension Tally.Row {
  /// Adds the counts of a row with the same answers.
  fileprivate mutating func add(_ other: Tally.Row) {
    records += other.records
    signatures += other.signatures
    if ByteOrder.precedes(other.first, first) { first = other.first }
    firstDay = Tally.earlier(firstDay, other.firstDay)
    lastDay = Tally.later(lastDay, other.lastDay)
  }
}

extension AnswerCombination {
  fileprivate mutating func renumber(
    _ organizations: [UInt32], _ countries: [UInt32], _ types: [UInt32], _ places: [UInt32], _ websites: [UInt32]
  ) {
    organization = organizations[Int(organization)]
    country = countries[Int(country)]
    type = types[Int(type)]
    place = places[Int(place)]
    website = websites[Int(website)]
  }
}
