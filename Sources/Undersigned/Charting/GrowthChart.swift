/// A line that rises with each day on which organizations signed, with the days of announcements marked.
struct GrowthChart: Sendable {
  let series: GrowthSeries
  /// What was announced, the oldest first.
  let announcements: [AnnouncedFigure]
  private let title: String

  private static let width = 440.0
  private static let plotHeight = 200.0
  private static let size = 11.5
  /// The height of a line of labels of announcements.
  private static let lane = 16.0
  private static let lanes = 4

  /// The growth of a summary's letter.
  init(_ summary: Summary, _ words: ChartWords) {
    series = GrowthSeries(summary)
    announcements = summary.announcements
    title = words(.overTime)
  }

  /// The days that the axis spans: those of signatures and of announcements.
  private var span: ClosedRange<Day>? {
    guard let first = series.steps.first?.day, let last = series.steps.last?.day else { return nil }
    let days = announcements.map(\.day)
    return min(first, days.min() ?? first)...max(last, days.max() ?? last)
  }

  /// The chart; nothing where there is nothing to compare: signatures of fewer than two days.
  func drawing(_ words: ChartWords) -> ChartDrawing? {
    guard series.steps.count > 1, let span, let last = series.steps.last else { return nil }
    let largest = max(last.count, announcements.map(\.organizations).max() ?? 0)
    let levels = GrowthChart.levels(upTo: largest)
    let left = (levels.map { TextWidth.of(words.number($0), size: GrowthChart.size) }.max() ?? 0) + 8
    let final = words.number(last.count)
    let right = GrowthChart.width - TextWidth.of(final, size: 13, isBold: true) - 10
    let days = Double(span.upperBound.number - span.lowerBound.number)
    func across(_ day: Day) -> Double {
      left + (right - left) * Double(day.number - span.lowerBound.number) / max(days, 1)
    }
    let told = tellings(words, across)
    let head = 10 + Double((told.compactMap(\.lane).max() ?? -1) + 1) * GrowthChart.lane
    func laneBase(_ lane: Int) -> Double { head - 8 - Double(lane) * GrowthChart.lane }
    let base = head + GrowthChart.plotHeight
    func level(_ count: Int) -> Double { base - GrowthChart.plotHeight * Double(count) / Double(max(largest, 1)) }

    var marks: [ChartMark] = []
    for count in levels {
      let (from, to) = (ChartMark.Point(x: left, y: level(count)), ChartMark.Point(x: right, y: level(count)))
      marks.append(.line(from: from, to: to, style: count == 0 ? "base" : "rule"))
      marks.append(
        .text(words.number(count), ChartMark.Point(x: left - 6, y: level(count) + 4), anchor: .end, style: "axis"))
    }
    var points: [ChartMark.Point] = []
    for step in series.steps {
      let x = across(step.day)
      points.append(ChartMark.Point(x: x, y: points.last?.y ?? base))
      points.append(ChartMark.Point(x: x, y: level(step.count)))
    }
    points.append(ChartMark.Point(x: right, y: level(last.count)))
    marks.append(.area(points, base: base, style: "under"))
    for telling in told {
      let x = across(telling.figure.day)
      let top = telling.lane.map { laneBase($0) - 10 } ?? head
      marks.append(
        .line(from: ChartMark.Point(x: x, y: top), to: ChartMark.Point(x: x, y: base), style: "told"))
    }
    marks.append(.path(points, style: "curve"))
    marks.append(.dot(ChartMark.Point(x: right, y: level(last.count)), radius: 4, style: "dot"))
    for telling in told {
      let x = across(telling.figure.day)
      marks.append(.dot(ChartMark.Point(x: x, y: level(telling.figure.organizations)), radius: 4, style: "told-dot"))
      if let lane = telling.lane {
        marks.append(
          .text(
            telling.label, ChartMark.Point(x: x + (telling.isBefore ? -5 : 5), y: laneBase(lane)),
            anchor: telling.isBefore ? .end : .start, style: "flag"))
      }
    }
    marks.append(
      .text(final, ChartMark.Point(x: right + 8, y: level(last.count) + 4.5), style: "strong"))
    marks += axis(span, across, base, right)

    var notes = [words(.dayNote)]
    if series.undated > 0 {
      notes.append(words(.undatedNote, ["number": words.number(series.undated)]))
    }
    if !announcements.isEmpty { notes.append(words(.announcementNote)) }
    return ChartDrawing(
      name: "over-time", title: title, description: description(span, words, notes), notes: notes,
      width: GrowthChart.width, height: base + 22, marks: marks)
  }

  /// Even levels from 0 for at most five lines: 1, 2 or 5 times a power of ten apart.
  static func levels(upTo largest: Int) -> [Int] {
    var power = 1
    while true {
      for factor in [1, 2, 5] where largest / (factor * power) <= 4 {
        return Array(stride(from: 0, through: largest, by: factor * power))
      }
      power *= 10
    }
  }

  private func axis(
    _ span: ClosedRange<Day>, _ across: (Day) -> Double, _ base: Double, _ right: Double
  ) -> [ChartMark] {
    var free = 0.0
    return DayTicks.ticks(in: span, limit: 5).flatMap { tick -> [ChartMark] in
      let x = across(tick.day)
      let half = TextWidth.of(tick.label, size: GrowthChart.size) / 2
      let middle = min(max(x, half), GrowthChart.width - half)
      guard middle - half >= free else { return [] }
      free = middle + half + 8
      return [
        .line(from: ChartMark.Point(x: x, y: base), to: ChartMark.Point(x: x, y: base + 5), style: "base"),
        .text(tick.label, ChartMark.Point(x: middle, y: base + 18), anchor: .middle, style: "axis"),
      ]
    }
  }

  /// An announcement with the place of its label, a flag on its line: the lane above the curve, 0 the lowest; none
  /// where there is no room, as the description tells it anyway.
  private struct Telling {
    var figure: AnnouncedFigure
    var label: String
    /// Whether the label stands before its line, since there is no room behind.
    var isBefore: Bool
    var lane: Int?
  }

  /// The labels on their lanes, each above those that it overlaps: behind their lines the later ones are the lower,
  /// before their lines the earlier ones, so that no line runs through a label.
  private func tellings(_ words: ChartWords, _ across: (Day) -> Double) -> [Telling] {
    var placed: [(range: ClosedRange<Double>, lane: Int)] = []
    var result = announcements.map { figure in
      let label = words(
        .dayFlag, ["day": figure.day.description, "number": words.number(figure.organizations)])
      let end = across(figure.day) + 5 + TextWidth.of(label, size: GrowthChart.size)
      return Telling(figure: figure, label: label, isBefore: end > GrowthChart.width)
    }
    for index in result.indices.reversed().filter({ !result[$0].isBefore })
      + result.indices.filter({ result[$0].isBefore })
    {
      let x = across(result[index].figure.day)
      let width = TextWidth.of(result[index].label, size: GrowthChart.size) + 8
      let range = result[index].isBefore ? x - width...x : x...x + width
      let lane = (placed.filter { $0.range.overlaps(range) }.map(\.lane).max() ?? -1) + 1
      guard lane < GrowthChart.lanes else { continue }
      placed.append((range, lane))
      result[index].lane = lane
    }
    return result
  }

  /// Numbers on the days that tell the course: the first, those of the axis, the last.
  private func description(_ span: ClosedRange<Day>, _ words: ChartWords, _ notes: [String]) -> String {
    guard let first = series.steps.first, let last = series.steps.last else { return "" }
    func row(_ day: Day, _ count: Int) -> String {
      words(.dayRow, ["number": words.number(count), "day": words.day(day)])
    }
    let between = DayTicks.ticks(in: span, limit: 5).map(\.day).filter { $0 > first.day && $0 < last.day }
    let rows = ([first.day] + between + [last.day]).map { row($0, series.count(on: $0)) }
    var text = words(
      .timeDescription,
      ["title": title, "from": words.day(first.day), "to": words.day(last.day), "rows": words.joined(rows)])
    if !announcements.isEmpty {
      let rows = announcements.map { row($0.day, $0.organizations) }
      text += " " + words(.announced, ["rows": words.joined(rows)])
    }
    if series.undated > 0 {
      text += " " + words(.undatedNote, ["number": words.number(series.undated)])
    }
    return text
  }
}
