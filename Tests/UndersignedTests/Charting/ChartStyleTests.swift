import Foundation
import Testing

@testable import Undersigned

/// Colours stand out by the formulas of WCAG 2.2, in light and in dark.
@Suite struct ChartStyleTests {
  /// The colours of one of the two lists of variables, by name.
  private static func colors(_ isDark: Bool) throws -> [String: Double] {
    let lists = ChartStyle.page.matches(of: /\.drawing\{(--c-paper[^}]*)/).map { String($0.output.1) }
    try #require(lists.count == 2)
    var colors: [String: Double] = [:]
    for match in lists[isDark ? 1 : 0].matches(of: /--c-([a-z0-9]+):#([0-9a-f]+)/) {
      colors[String(match.output.1)] = luminance(String(match.output.2))
    }
    return colors
  }

  private static func luminance(_ hex: String) -> Double {
    let full = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
    let parts = stride(from: 0, to: 6, by: 2).map { offset -> Double in
      let start = full.index(full.startIndex, offsetBy: offset)
      let value = Double(Int(full[start..<full.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [false, true]) func textAndMarksStandOut(isDark: Bool) throws {
    let colors = try ChartStyleTests.colors(isDark)
    func contrast(_ one: String, _ other: String) throws -> Double {
      let pair = [try #require(colors[one], "\(one)"), try #require(colors[other], "\(other)")].sorted()
      return (pair[1] + 0.05) / (pair[0] + 0.05)
    }
    for text in ["ink", "quiet"] { #expect(try contrast(text, "paper") >= 4.5, "\(text)") }
    for shade in ["1", "2", "3"] { #expect(try contrast("on", shade) >= 4.5, "\(shade)") }
    #expect(try contrast("on4", "4") >= 4.5)
    for mark in ["mark", "apart", "told"] { #expect(try contrast(mark, "paper") >= 3, "\(mark)") }
    // The line of growth and what is announced, on the area below the line.
    for mark in ["mark", "told"] { #expect(try contrast(mark, "1") >= 3, "\(mark)") }
  }

  @Test func nothingIsLoaded() {
    #expect(!ChartStyle.file.contains("url("))
    #expect(!ChartStyle.file.contains("@import"))
    #expect(!ChartStyle.file.contains("<"))
  }

  /// A rule of the page for a class alone, such as `.told:empty`, would hide or move marks of that class.
  @Test func noRuleOfThePageIsForMarks() throws {
    let page = try #require(ReportTemplates.text(of: "report.css"))
    let alone = Set(page.matches(of: /(?:^|[\n,{}])\s*\.([a-z0-9-]+)(?:[:.\[][^ ,{]*)?\s*[,{]/).map { $0.output.1 })
    #expect(!alone.isEmpty)
    let marks = Set(ChartStyle.page.matches(of: /\.drawing \.([a-z0-9-]+)/).map { $0.output.1 })
    #expect(marks.contains("told"))
    #expect(alone.intersection(marks) == [])
  }
}
