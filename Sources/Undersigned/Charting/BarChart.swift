/// Horizontal bars, a row each: solid as far as *at least*, outlined from there to *at most*, with the numbers beside
/// them.
struct BarChart: Sendable {
  var name: String
  var title: String
  var rows: [BarRow]
  /// The number of all organizations.
  var total: Int
  /// What should be said below beside what the bars' parts are.
  var notes: [String] = []

  private static let width = 440.0
  private static let step = 25.0
  private static let thickness = 15.0
  private static let size = 13.0
  /// Of a name that takes two lines.
  private static let smallSize = 11.5
  private static let smallLine = 13.0
  private static let gap = 8.0
  /// How many times as long as all others a bar may be that stands apart; beyond it is cut.
  private static let outgrowth = 4
  /// Between groups of rows.
  private static let pause = 9.0

  /// The chart; nothing where there is nothing to compare: fewer than two rows.
  func drawing(_ words: ChartWords) -> ChartDrawing? {
    guard rows.count > 1 else { return nil }
    let labelWidth = min(rows.map { TextWidth.of($0.name, size: BarChart.size) }.max() ?? 0, BarChart.width * 0.4)
    let start = labelWidth + BarChart.gap
    let numbers = rows.map { figures($0, words) }
    let numberWidth = numbers.map { $0.number.width + $0.range.width }.max() ?? 0
    let room = BarChart.width - start - BarChart.gap - numberWidth
    let scale = scale
    func length(_ count: Int) -> Double { scale == 0 ? 0 : min(room, room * Double(count) / Double(scale)) }

    var drawing = ChartDrawing(
      name: name, title: title,
      description: words.describe(title, total: total, rows.map { words.sentence($0.name, $0.count) }),
      width: BarChart.width, height: 0)
    var top = 0.0
    for (index, row) in rows.enumerated() {
      if index > 0, rows[index - 1].part != row.part {
        let level = top + BarChart.pause / 2
        drawing.marks.append(
          .line(
            from: ChartMark.Point(x: 0, y: level), to: ChartMark.Point(x: BarChart.width, y: level), style: "rule"))
        top += BarChart.pause
      }
      let isLong = TextWidth.of(row.name, size: BarChart.size) > labelWidth
      let step = isLong ? BarChart.step + 6 : BarChart.step
      let middle = top + step / 2
      let baseline = middle + 4.5
      drawing.marks += label(row, width: labelWidth, middle: middle, isLong: isLong)
      let end = row.part == .rest ? 0 : length(row.most)
      drawing.marks += bar(row, length, from: start, top: middle - BarChart.thickness / 2)
      let x = start + end + BarChart.gap * 0.75
      drawing.marks.append(.text(numbers[index].number.text, ChartMark.Point(x: x, y: baseline), style: "strong"))
      if !numbers[index].range.text.isEmpty {
        drawing.marks.append(
          .text(
            numbers[index].range.text, ChartMark.Point(x: x + numbers[index].number.width, y: baseline), style: "quiet")
        )
      }
      top += step
    }
    let foot = ChartMark.Point(x: start, y: top)
    drawing.marks.append(.line(from: ChartMark.Point(x: start, y: 0), to: foot, style: "base"))
    drawing.height = top
    if rows.contains(where: { $0.part != .rest && !$0.count.isExact }) { drawing.notes.append(words(.barNote)) }
    if rows.contains(where: { $0.part == .apart && $0.most > scale }) { drawing.notes.append(words(.cutNote)) }
    drawing.notes += notes
    return drawing
  }

  /// The number that the longest bar stands for: where what stands apart would leave nothing to see of the others,
  /// theirs.
  private var scale: Int {
    func largest(_ part: BarRow.Part) -> Int { rows.filter { $0.part == part }.map(\.most).max() ?? 0 }
    let (own, apart) = (largest(.own), largest(.apart))
    return own > 0 && apart > BarChart.outgrowth * own ? own : max(own, apart)
  }

  /// What is printed beside a bar: the number, and the bounds after it.
  private func figures(
    _ row: BarRow, _ words: ChartWords
  ) -> (number: (text: String, width: Double), range: (text: String, width: Double)) {
    let number = words.number(row.count.reported)
    let range = words.range(row.count)
    let space = TextWidth.of(" ", size: BarChart.size)
    return (
      (number, TextWidth.of(number, size: BarChart.size, isBold: true) + space),
      (range, TextWidth.of(range, size: BarChart.size))
    )
  }

  /// A row's name on one line, or on two smaller ones.
  private func label(_ row: BarRow, width: Double, middle: Double, isLong: Bool) -> [ChartMark] {
    let style = row.part == .own ? "name" : "quiet"
    guard isLong else { return [.text(row.name, ChartMark.Point(x: 0, y: middle + 4.5), style: style)] }
    let lines = TextWidth.wrap(row.name, to: width, size: BarChart.smallSize, lines: 2)
    let isCut = lines.joined(separator: " ") != row.name
    let first = middle + 4 - Double(lines.count - 1) * BarChart.smallLine / 2
    return lines.enumerated().map { index, line in
      .text(
        line, ChartMark.Point(x: 0, y: first + Double(index) * BarChart.smallLine), style: "\(style) small",
        about: isCut ? row.name : "")
    }
  }

  private func bar(_ row: BarRow, _ length: (Int) -> Double, from start: Double, top: Double) -> [ChartMark] {
    guard row.part != .rest else { return [] }
    let style = row.part == .apart ? "apart" : "bar"
    let (least, most) = (length(row.count.atLeast), length(row.most))
    var marks: [ChartMark] = []
    if most > least {
      // Half of the outline's breadth lies outside.
      marks.append(
        .box(
          x: start + max(least - 0.8, 0), y: top + 0.8, width: max(most - least, 1.6) - (least > 0 ? 0 : 0.8),
          height: BarChart.thickness - 1.6, style: row.part == .apart ? "open apart" : "open"))
    }
    if least > 0 {
      marks.append(.box(x: start, y: top, width: max(least, 1.5), height: BarChart.thickness, style: style))
    }
    if row.most > scale {
      let middle = start + most / 2
      marks += [-3.0, 3].map { shift in
        let x = middle + shift
        return .line(
          from: ChartMark.Point(x: x - 2.5, y: top + BarChart.thickness + 1),
          to: ChartMark.Point(x: x + 2.5, y: top - 1),
          style: "cut")
      }
    }
    return marks
  }
}
