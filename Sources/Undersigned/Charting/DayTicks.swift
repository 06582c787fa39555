/// The days that an axis names.
enum DayTicks {
  /// A day with its words.
  struct Tick: Hashable, Sendable {
    var day: Day
    var label: String
  }

  /// Days within a span at even distances: years, months or days, as few as needed to be at most `limit`.
  ///
  /// - Returns: ISO 8601 dates as exact as their distances: `2024`, `2024-05` or `2024-05-01`.
  static func ticks(in span: ClosedRange<Day>, limit: Int) -> [Tick] {
    let (first, last) = (span.lowerBound, span.upperBound)
    let length = Int(last.number - first.number)
    for step in [1, 2, 5, 10, 20] where length / step < limit {
      return stride(from: 0, through: length, by: step).map { offset in
        let day = Day(number: first.number + Int32(offset))
        return Tick(day: day, label: day.description)
      }
    }
    let (from, to) = (first.components, last.components)
    let months = (from.year * 12 + from.month - 1, to.year * 12 + to.month - 1)
    for step in [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200] {
      let start = (months.0 + step - 1) / step * step
      let ticks = stride(from: start, through: months.1, by: step).compactMap { month -> Tick? in
        guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1), span.contains(day) else { return nil }
        let label = String(day.description.prefix(step >= 12 ? 4 : 7))
        return Tick(day: day, label: label)
      }
      if ticks.count <= limit { return ticks }
    }
    return []
  }
}
