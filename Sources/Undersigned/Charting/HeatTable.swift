/// A table of organizations by country and type, each cell shaded by its number, which is printed in it.
struct HeatTable: Sendable {
  /// A row or a column: one of the largest, or the sum of the rest.
  struct Line: Sendable {
    var name: String
    /// Whether it sums up others.
    var isRest = false
    /// Whether it stands apart, such as unresolved organizations.
    var isApart = false
    var total = 0
  }

  private(set) var rows: [Line] = []
  private(set) var columns: [Line] = []
  /// The numbers, a list for each row with a number for each column.
  private(set) var counts: [[Int]] = []
  private let title: String

  private static let rowLimit = 12
  private static let columnLimit = 8
  private static let step = 28.0
  /// How wide a column is, at least and where words ask for it at most.
  private static let cell = 80.0...112
  private static let size = 13.0
  private static let headSize = 11.5
  /// What a column's head leaves free.
  private static let inset = 6.0
  private static let headLine = 14.0
  private static let headLines = 4

  /// The table of a summary.
  init(_ summary: Summary, _ words: ChartWords) {
    title = words(.byCountryAndType)
    let types = summary.types.rows
    let shownTypes = types.count <= HeatTable.columnLimit + 1 ? types.count : HeatTable.columnLimit
    var columnOf: [OrganizationType?: Int] = [:]
    for (index, type) in types.enumerated() {
      columnOf[type.key] = min(index, shownTypes)
      if index < shownTypes { columns.append(Line(name: type.name)) }
    }
    if shownTypes < types.count {
      columns.append(
        Line(name: words(.otherTypes, ["count": words.number(types.count - shownTypes)]), isRest: true))
    }
    let countries = summary.countries.rows.filter { $0.key.country != nil }
    let shownCountries = countries.count <= HeatTable.rowLimit + 2 ? countries.count : HeatTable.rowLimit
    var rowOf: [Home: Int] = [:]
    for (index, country) in countries.enumerated() {
      rowOf[country.key] = min(index, shownCountries)
      if index < shownCountries { rows.append(Line(name: country.name)) }
    }
    if shownCountries < countries.count {
      rows.append(
        Line(
          name: words(.otherCountries, ["count": words.number(countries.count - shownCountries)]),
          isRest: true))
    }
    for (home, row) in BarRow.apart(in: summary) {
      rowOf[home] = rows.count
      rows.append(Line(name: row.name, isApart: true))
    }
    counts = Array(repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for cell in summary.matrix {
      guard let row = rowOf[cell.home.withoutRegion], let column = columnOf[cell.type] else { continue }
      counts[row][column] += cell.organizations
      rows[row].total += cell.organizations
      columns[column].total += cell.organizations
    }
  }

  /// The chart; nothing where there is nothing to compare: fewer than two rows, or fewer than two columns.
  func drawing(_ words: ChartWords) -> ChartDrawing? {
    guard rows.count > 1, columns.count > 1 else { return nil }
    let (heads, cell) = heads(words)
    let headHeight = Double(heads.map(\.count).max() ?? 1) * HeatTable.headLine + 8
    let labelWidth = min(rows.map { TextWidth.of($0.name, size: HeatTable.size) }.max() ?? 0, 170)
    let start = labelWidth + 10
    let end = start + Double(columns.count) * cell
    let width = end + cell
    var marks: [ChartMark] = []

    for (index, lines) in heads.enumerated() {
      let x = start + (Double(index) + 0.5) * cell
      for (line, text) in lines.enumerated() {
        let y = headHeight - 9 - Double(lines.count - 1 - line) * HeatTable.headLine
        let isCut = text.hasSuffix("…")
        marks.append(
          .text(
            text, ChartMark.Point(x: x, y: y), anchor: .middle, style: "axis", about: isCut ? columns[index].name : ""))
      }
    }
    marks.append(
      .text(words.total, ChartMark.Point(x: width - 4, y: headHeight - 9), anchor: .end, style: "axis"))

    // A sum of many is no equal of what it stands beside: it has its number and no shade.
    let own = rows.indices.filter { !rows[$0].isRest }.flatMap { row in
      columns.indices.filter { !columns[$0].isRest }.map { counts[row][$0] }
    }
    let shade = CountShade(largest: own.max() ?? 0)
    var top = headHeight
    for (index, row) in rows.enumerated() {
      if index > 0, rows[index - 1].isApart != row.isApart || rows[index - 1].isRest != row.isRest {
        marks.append(line(top + 4, width))
        top += 8
      }
      let baseline = top + HeatTable.step / 2 + 4.5
      let label = TextWidth.cut(row.name, to: labelWidth, size: HeatTable.size)
      marks.append(
        .text(
          label, ChartMark.Point(x: 0, y: baseline), style: row.isRest || row.isApart ? "quiet" : "name",
          about: label == row.name ? "" : row.name))
      for (column, count) in counts[index].enumerated() where count > 0 {
        let x = start + Double(column) * cell
        let isShaded = !row.isRest && !columns[column].isRest
        let level = isShaded ? shade(count) : 0
        if isShaded {
          marks.append(
            .box(
              x: x + 1, y: top + 1, width: cell - 2, height: HeatTable.step - 2, style: "s\(level)",
              about: words(
                .cell, ["country": row.name, "type": columns[column].name, "number": words.number(count)])))
        }
        marks.append(
          .text(
            words.number(count), ChartMark.Point(x: x + cell / 2, y: baseline), anchor: .middle,
            style: level == 4 ? "on4" : level == 0 ? "quiet" : "on"))
      }
      marks.append(
        .text(
          words.number(row.total), ChartMark.Point(x: width - 4, y: baseline), anchor: .end, style: "strong"))
      top += HeatTable.step
    }
    marks.append(line(top + 4, width))
    top += 8
    let baseline = top + HeatTable.step / 2 + 4.5
    marks.append(.text(words.total, ChartMark.Point(x: 0, y: baseline), style: "strong"))
    for (index, column) in columns.enumerated() {
      marks.append(
        .text(
          words.number(column.total),
          ChartMark.Point(x: start + (Double(index) + 0.5) * cell, y: baseline), anchor: .middle,
          style: "strong"))
    }
    let total = rows.reduce(0) { $0 + $1.total }
    marks.append(
      .text(words.number(total), ChartMark.Point(x: width - 4, y: baseline), anchor: .end, style: "strong"))
    return ChartDrawing(
      name: "by-country-and-type", title: title, description: description(words, total), width: width,
      height: top + HeatTable.step, marks: marks)
  }

  /// The lines of each column's head, and the width that they ask for.
  private func heads(_ words: ChartWords) -> (lines: [[String]], cell: Double) {
    func width(_ word: String) -> Double { TextWidth.of(word, size: HeatTable.headSize) + HeatTable.inset }
    let names = columns.map { column in
      column.name.tokens.map(String.init).flatMap { word in
        width(word) > HeatTable.cell.lowerBound ? words.parts(ofCompound: word) : [word]
      }
    }
    let longest = names.joined().map(width).max() ?? 0
    let cell = min(max(longest, HeatTable.cell.lowerBound), HeatTable.cell.upperBound)
    let lines = names.map {
      TextWidth.wrap(
        $0.joined(separator: " "), to: cell - HeatTable.inset, size: HeatTable.headSize, lines: HeatTable.headLines)
    }
    return (lines, cell)
  }

  private func line(_ y: Double, _ width: Double) -> ChartMark {
    .line(from: ChartMark.Point(x: 0, y: y), to: ChartMark.Point(x: width, y: y), style: "rule")
  }

  private func description(_ words: ChartWords, _ total: Int) -> String {
    func line(_ name: String, _ total: Int, _ cells: [String]) -> String {
      words(
        .tableRow,
        ["name": name, "number": words.number(total), "cells": words.joined(cells, by: .cellSeparator)])
    }
    let sentences = rows.indices.map { row in
      let cells = columns.indices.filter { counts[row][$0] > 0 }.map { column in
        words.sentence(columns[column].name, counts[row][column])
      }
      return line(rows[row].name, rows[row].total, cells)
    }
    let sums = columns.map { words.sentence($0.name, $0.total) }
    return words.describe(title, total: total, sentences + [line(words.total, total, sums)])
  }

  /// The shortened text: the totals alone.
  func alternative(_ words: ChartWords) -> String {
    let total = rows.reduce(0) { $0 + $1.total }
    let names = (rows + columns).map { words.sentence($0.name, $0.total) }
    return words.describe(title, total: total, names)
  }
}
