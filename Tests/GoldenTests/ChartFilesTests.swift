import Foundation
import Testing

/// The charts of a report say what its CSV files say, and are files that any program can read.
@Suite struct ChartFilesTests {
  static let letters = ["saving-lives-2020", "public-code", "sample-limesurvey", "sample-speakout"]

  private static let reports = Result {
    try LetterReports(
      Dictionary(
        uniqueKeysWithValues: letters.map { letter in
          let folder = InputsTests.inputs.appending(path: letter)
          let exports = InputsTests.exports.filter { $0.hasPrefix("\(letter)/") }
          return (letter, exports.map { folder.appending(path: String($0.dropFirst(letter.count + 1))) })
        }))
  }

  private func files(_ letter: String) throws -> [String: String] {
    try ChartFilesTests.reports.get().files.filter { $0.key.hasPrefix("\(letter)/charts/") }
  }

  private func drawing(_ name: String, of letter: String) throws -> DrawnChart {
    try DrawnChart(try #require(try files(letter)["\(letter)/charts/\(name).svg"], "no \(name)"))
  }

  private func values(_ name: String, of letter: String) throws -> [[String: Any]] {
    let text = try #require(try files(letter)["\(letter)/charts/\(name).vl.json"])
    let specification = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require((specification["data"] as? [String: Any])?["values"] as? [[String: Any]])
  }

  /// The rows of a CSV file by name, regional bodies summed up.
  private func rows(_ reports: LetterReports, _ file: String, _ name: String) throws -> [DrawnChart.Row] {
    var rows: [DrawnChart.Row] = []
    for cells in try reports.columns([name, "organizations", "at_least", "at_most"], of: file) {
      rows.append(DrawnChart.Row(name: cells[0], figures: cells[1...].map { Int($0) ?? -1 }))
    }
    return rows
  }

  @Test(arguments: letters) func barsAreThoseOfTheFiles(letter: String) throws {
    let reports = try ChartFilesTests.reports.get()
    let countries = try rows(reports, "\(letter)/countries.csv", "country")
    let total = countries.reduce(0) { $0 + $1.figures[0] }
    for chart in ["by-country", "by-region", "by-type"] {
      let shown = try drawing(chart, of: letter).bars
      #expect(shown.reduce(0) { $0 + $1.figures[0] } == total, "\(chart)")
      let described = try values(chart, of: letter)
      #expect(described.map { $0["name"] as? String } == shown.map(\.name), "\(chart)")
      #expect(
        described.map { row in ["organizations", "at_least", "at_most"].map { row[$0] as? Int ?? -1 } }
          == shown.map(\.figures), "\(chart)")
      let text = try drawing(chart, of: letter).words
      for row in shown {
        let bounds = row.figures[1] == row.figures[2] ? "" : " (at least \(row.figures[1]), at most \(row.figures[2]))"
        #expect(text.contains("\(row.name) \(row.figures[0])\(bounds)"), "\(chart): \(row.name)")
      }
    }
    let byCountry = Dictionary(uniqueKeysWithValues: countries.map { ($0.name, $0.figures) })
    let own = try drawing("by-country", of: letter).bars.filter { !$0.name.hasPrefix("Other countries") }
    #expect(own.count > 3)
    for row in own where row.name != "Regional" { #expect(byCountry[row.name] == row.figures, "\(row.name)") }
    // Types go by their slugs in the file: their figures stand in its order.
    let types = try reports.columns(["organizations", "at_least", "at_most"], of: "\(letter)/types.csv").map {
      $0.map { Int($0) ?? -1 }
    }
    let shownTypes = try drawing("by-type", of: letter).bars.filter {
      !$0.name.hasPrefix("Other types") && $0.name != "Unclassified"
    }
    #expect(shownTypes.map(\.figures) == Array(types.prefix(shownTypes.count)))
  }

  @Test(arguments: letters) func theTableIsThatOfTheFile(letter: String) throws {
    let reports = try ChartFilesTests.reports.get()
    let texts = try drawing("by-country-and-type", of: letter).texts
    var cells: [String: Int] = [:]
    for cell in try reports.columns(["country", "organizations"], of: "\(letter)/countries-by-type.csv") {
      cells[cell[0].hasPrefix("Regional") ? "Regional" : cell[0], default: 0] += Int(cell[1]) ?? 0
    }
    let total = cells.values.reduce(0, +)
    // A row: its name, its cells, its sum; then the sums of the columns and of all.
    var shown = 0
    for (index, text) in texts.enumerated() where text.style.contains("strong") && text.style.contains("end") {
      guard let start = texts[..<index].lastIndex(where: { $0.style == "name" || $0.style == "quiet" }) else {
        continue
      }
      let numbers = texts[(start + 1)..<index].compactMap(\.number)
      guard texts[index - 1].style != "strong middle" else { continue }
      #expect(numbers.reduce(0, +) == text.number, "\(texts[start].name)")
      if let count = cells[texts[start].name] { #expect(count == text.number, "\(texts[start].name)") }
      shown += text.number ?? 0
    }
    #expect(shown == total)
    #expect(texts.last?.number == total)
    let sums = texts.filter { $0.style == "strong middle" }.compactMap(\.number)
    #expect(sums.reduce(0, +) == total)
    #expect(
      try values("by-country-and-type", of: letter).reduce(0) { $0 + ($1["organizations"] as? Int ?? 0) } == total)
  }

  @Test(arguments: letters) func theMapShowsEveryCountry(letter: String) throws {
    let reports = try ChartFilesTests.reports.get()
    let rows = try reports.columns(
      ["country_code", "organizations", "country", "at_least", "at_most"], of: "\(letter)/countries.csv"
    )
    .filter { !$0[0].isEmpty }
    let drawing = try drawing("world-map", of: letter)
    let codes = drawing.texts.filter { $0.style.contains("code") }.map(\.name)
    let numbers = drawing.texts.filter { $0.style.contains("many") }.compactMap(\.number)
    #expect(
      Dictionary(uniqueKeysWithValues: zip(codes, numbers))
        == Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1]) ?? -1) }))
    for row in rows { #expect(drawing.words.contains("\(row[2]) \(row[1])"), "\(row[2])") }
    let values = try values("world-map", of: letter)
    #expect(values.count == 250)
    let told = values.compactMap { value in
      (value["organizations"] as? Int).map {
        [
          "\(value["code"] ?? "")", "\($0)", "\(value["country"] ?? "")", "\(value["at_least"] ?? "")",
          "\(value["at_most"] ?? "")",
        ]
      }
    }
    #expect(Set(told) == Set(rows))
  }

  @Test(arguments: letters) func growthIsThatOfTheOrganizations(letter: String) throws {
    let reports = try ChartFilesTests.reports.get()
    let days = try reports.columns(["first_signed"], of: "\(letter)/organizations.csv").map { $0[0] }.filter {
      !$0.isEmpty
    }.sorted()
    guard Set(days).count > 1 else {
      #expect(try files(letter)["\(letter)/charts/over-time.svg"] == nil)
      return
    }
    let values = try values("over-time", of: letter)
    #expect(values.map { $0["day"] as? String } == Set(days).sorted())
    for value in values {
      let day = try #require(value["day"] as? String)
      #expect(value["organizations"] as? Int == days.filter { $0 <= day }.count)
      #expect(value["added"] as? Int == days.filter { $0 == day }.count)
    }
    let drawing = try drawing("over-time", of: letter)
    #expect(drawing.texts.last { $0.style == "strong" }?.number == days.count)
    #expect(drawing.words.contains("\(days.count) on \(days[days.count - 1])"))
  }

  @Test(arguments: letters) func nothingLeadsOutside(letter: String) throws {
    for (path, text) in try files(letter) {
      let known =
        path.hasSuffix(".svg") ? "http://www.w3.org/2000/svg" : "https://vega.github.io/schema/vega-lite/v5.json"
      #expect(text.components(separatedBy: "http").count == 2, "\(path)")
      #expect(text.contains("\"\(known)\""), "\(path)")
      #expect(!text.contains("href"), "\(path)")
      #expect(!text.contains("url("), "\(path)")
    }
    let sizes = try files(letter).values.map(\.utf8.count)
    #expect(sizes.reduce(0, +) < 150_000)
  }
}
