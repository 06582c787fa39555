/// How a letter grew: its listed organizations by the day of their first signature, added up.
struct GrowthSeries: Sendable {
  /// How many there were at the end of a day on which some were added.
  struct Step: Hashable, Sendable {
    var day: Day
    /// New ones.
    var added: Int
    /// All so far.
    var count: Int
  }

  /// The days, the first one first.
  private(set) var steps: [Step] = []
  /// Organizations without a known day, or listed nowhere.
  private(set) var undated: Int

  /// The growth of a summary's letter.
  init(_ summary: Summary) {
    var added: [Day: Int] = [:]
    undated = summary.unlistedOrganizations
    for organization in summary.organizations {
      if let day = organization.firstDay {
        added[day, default: 0] += 1
      } else {
        undated += 1
      }
    }
    var count = 0
    steps = added.sorted { $0.key < $1.key }.map { day, added in
      count += added
      return Step(day: day, added: added, count: count)
    }
  }

  /// How many there were at the end of a day.
  func count(on day: Day) -> Int { steps.last { $0.day <= day }?.count ?? 0 }
}
