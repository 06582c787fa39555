import Foundation
import Testing

@testable import Undersigned

@Suite struct ChartTests {
  /// Organizations in several countries, of several types, with days and an open proposal.
  private var letter: LetterBuilder {
    var letter = LetterBuilder()
    func day(_ number: Int32) -> Day { Day(number: 20_500 + number) }
    letter.add([.init(name: "Port Workers", day: day(0))], .at("US"), .tradeUnion)
    letter.add([.init(name: "Mill Workers", day: day(0))], .at("US"), .tradeUnion)
    let left = letter.add([.init(name: "Central Obrera", day: day(3))], .at("CL"), .tradeUnion)
    let right = letter.add([.init(name: "Central Obrera de Chile", day: day(9))], .at("CL"), .ngo, strength: .weak)
    letter.add([.init(name: "Water for All", day: day(9))], .at("BE"), .ngo)
    letter.add("Nowhere Network", .unresolved, nil)
    letter.propose(left, right)
    return letter
  }

  private func charts(_ summary: Summary, _ words: ChartWords = ChartWords()) -> [String: Chart] {
    Dictionary(uniqueKeysWithValues: Chart.charts(of: summary, words: words).map { ($0.name, $0) })
  }

  @Test func theDescriptionsStateTheNumbers() throws {
    let charts = charts(try letter.summary())
    #expect(charts.keys.sorted() == Chart.names.sorted())
    #expect(
      charts["by-country"]?.alternative
        == "Organizations by country. In all: 6. Chile 2 (at least 1, at most 2); United States 2; Belgium 1; "
        + "Unresolved 1.")
    #expect(
      charts["by-region"]?.alternative
        == "Organizations by region. In all: 6. Americas 4 (at least 3, at most 4); Europe 1; Unresolved 1.")
    #expect(
      charts["over-time"]?.alternative
        == "Organizations over time, from 2026-02-16 to 2026-02-25, added up by day: 2 on 2026-02-16; "
        + "2 on 2026-02-18; 3 on 2026-02-20; 3 on 2026-02-22; 3 on 2026-02-24; 5 on 2026-02-25. "
        + "Not shown, since no day is known: 1.")
    #expect(
      charts["world-map"]?.file.contains(
        "Organizations around the world. In all: 6. Chile 2 (at least 1, at most 2); United States 2; Belgium 1; "
          + "Unresolved 1.") == true)
    let table = try #require(charts["by-country-and-type"])
    #expect(table.file.contains("Chile 2: Trade union 1, NGO 1; United States 2: Trade union 2; Belgium 1: NGO 1; "))
    for chart in charts.values {
      #expect(chart.file.contains("<desc id=\"\(chart.name)-desc\">"))
      #expect(chart.inline.contains("aria-labelledby=\"chart-\(chart.name)-title chart-\(chart.name)-desc\""))
      #expect(chart.file.contains("role=\"img\""))
      #expect(!chart.inline.contains("<style"))
      #expect(!chart.inline.contains("style="))
      #expect(!chart.inline.contains("http"))
    }
  }

  @Test func aChartNeedsTwoThingsToCompare() throws {
    #expect(charts(try LetterBuilder().summary()).isEmpty)
    var one = LetterBuilder()
    one.add("Testa", .at("BE"), .ngo)
    #expect(charts(try one.summary()).isEmpty)
    one.add("Testa and others", .at("BE"), .tradeUnion)
    #expect(charts(try one.summary()).keys.sorted() == ["by-type"])
    one.add("Testa of Chile", .at("CL"), .tradeUnion)
    #expect(
      charts(try one.summary()).keys.sorted() == [
        "by-country", "by-country-and-type", "by-region", "by-type", "world-map",
      ])
    #expect(ChartSection.markdown([]) == "")
  }

  @Test func theSmallerRowsAreSummedUp() throws {
    var letter = LetterBuilder()
    for (index, code) in ["AR", "AU", "BD", "BE", "BR", "CL", "DE", "ES", "FR", "GH", "IN", "KE", "NO", "PH", "ZA"]
      .enumerated()
    {
      for copy in 0..<(20 - index) { letter.add("Group \(code) \(copy)", .at(code), .ngo) }
    }
    let chart = try #require(charts(try letter.summary())["by-country"])
    #expect(chart.alternative.hasSuffix("; Other countries (3) 21."))
    // One or two beyond the limit fit as well as their sum.
    #expect(!charts(try LetterBuilder().summary()).keys.contains("by-country"))
    let rows = BarRow.rows(
      of: Breakdown(rows: try letter.summary().countries.rows.dropLast()), isApart: { $0.country == nil },
      rest: { "\($0)" })
    #expect(rows.map(\.part) == Array(repeating: .own, count: 14))
  }

  @Test func whatStandsApartLeavesTheOthersToBeSeen() throws {
    var letter = letter
    for number in 0..<7 { letter.add("Unresolved \(number)", .unresolved, .ngo) }
    #expect(try #require(charts(try letter.summary())["by-country"]).file.contains("class=\"cut\"") == false)
    for number in 7..<20 { letter.add("Unresolved \(number)", .unresolved, .ngo) }
    let chart = try #require(charts(try letter.summary())["by-country"])
    #expect(chart.file.matches(of: /class="cut"/).count == 2)
    #expect(chart.notes.contains(ChartWords()(.cutNote)))
    #expect(chart.alternative.hasSuffix("Unresolved 21."))
  }

  @Test func regionalBodiesAreOneRow() throws {
    var letter = letter
    letter.add("Europe United", Location(scope: .regional, region: "150"), .ngo)
    letter.add("Latin America United", Location(scope: .regional, region: "419"), .ngo)
    let summary = try letter.summary()
    #expect(summary.countries.rows.filter { $0.key.country == nil }.count == 3)
    for name in ["by-country", "world-map", "by-region"] {
      #expect(charts(summary)[name]?.alternative.hasSuffix("Regional 2; Unresolved 1.") == true, "\(name)")
    }
  }

  @Test func hostileTitlesAreInert() throws {
    let title =
      "</title><script>alert(1)</script>\u{202E}\u{0}]]> {total} \"onload=x\" "
      + String(repeating: "long ", count: 2000)
    for chart in Chart.charts(of: try letter.summary(title: title)) {
      for text in [chart.file, chart.inline] {
        #expect(!text.contains("<script"))
        #expect(!text.contains("\u{202E}"))
        #expect(!text.contains("\u{0}"))
        #expect(!text.contains("\"onload"))
        #expect(text.contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
      }
      let specification = try JSONSerialization.jsonObject(with: Data(chart.specification.utf8)) as? [String: Any]
      #expect(specification?["title"] as? String == chart.title)
    }
  }

  @Test(arguments: 0..<8) func theOrderOfRecordsChangesNoByte(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let before = try letter.summary()
    let after = try Summarize(letter: "A letter", countries: LetterBuilder.facts).run(
      letter.shuffledTable(using: &random))
    #expect(ChartReport().files(for: before) == ChartReport().files(for: after))
  }

  @Test func filesAreOfTheKnownPaths() throws {
    let paths = ChartReport().files(for: try letter.summary()).map(\.path)
    #expect(Set(paths) == Set(Chart.paths))
    #expect(paths.first == "charts/by-country.svg")
  }

  @Test func announcementsAreMarked() throws {
    var summary = try letter.summary()
    let day = Day(number: 20_520)
    summary.announcements = [
      AnnouncedFigure(day: Day(number: 20_504), organizations: 3), AnnouncedFigure(day: day, organizations: 6),
    ]
    let chart = try #require(charts(summary)["over-time"])
    #expect(chart.alternative.contains("Announced: 3 on \(Day(number: 20_504)); 6 on \(day)."))
    #expect(chart.file.contains(">\(day): 6</text>"))
    #expect(chart.file.matches(of: /class="told"/).count == 2)
    #expect(chart.specification.contains("\"day\": \"\(day)\""))
  }

  // MARK: In other languages

  @Test func everythingIsInTheLanguage() throws {
    let charts = charts(try letter.summary(), ChartWords(.spanish))
    #expect(
      charts["by-country"]?.alternative
        == "Organizaciones por país. En total: 6. Chile 2 (como mínimo 1, como máximo 2); Estados Unidos 2; "
        + "Bélgica 1; Sin resolver 1.")
    #expect(
      charts["by-region"]?.alternative
        == "Organizaciones por región. En total: 6. América 4 (como mínimo 3, como máximo 4); Europa 1; "
        + "Sin resolver 1.")
    #expect(
      charts["over-time"]?.alternative.hasPrefix(
        "Organizaciones a lo largo del tiempo, del 2026-02-16 al 2026-02-25, acumuladas por día: 2 el 2026-02-16; ")
        == true)
    #expect(charts["by-country-and-type"]?.file.contains("<title>Estados Unidos, Sindicato: 2</title>") == true)
    #expect(charts["world-map"]?.file.contains("<title>Bélgica 1</title>") == true)
    for chart in charts.values {
      // Programs find the same fields in any language.
      #expect(chart.specification.contains("\"organizations\": "))
      #expect(chart.specification.contains("\"title\": \"Organizaciones "))
      #expect(chart.file.contains("lang=\"es\""))
      for english in ["Organizations", "United States", "Trade union", "Unresolved", "Solid", "Total:"] {
        #expect(!chart.file.contains(english), "\(chart.name) \(english)")
      }
    }
    let section = ChartSection.markdown(Array(charts.values), words: ChartWords(.spanish))
    #expect(section.hasPrefix("## Gráficos\n"))
  }

  /// As in the tables of the report.
  @Test func rowsOfOneSizeStandByTheirNames() throws {
    var letter = LetterBuilder()
    for code in ["US", "CL"] { letter.add("Group \(code)", .at(code), .ngo) }
    let summary = try letter.summary()
    #expect(charts(summary)["by-country"]?.alternative.contains("Chile 1; United States 1.") == true)
    let greek = charts(summary, ChartWords(.greek))
    for name in ["by-country", "world-map", "by-country-and-type"] where greek[name] != nil {
      #expect(greek[name]?.alternative.contains("Ηνωμένες Πολιτείες 1· Χιλή 1") == true, "\(name)")
    }
  }

  @Test func theLettersOwnNamesOfCountriesStay() throws {
    var summary = try letter.summary()
    let index = try #require(summary.countries.rows.firstIndex { $0.name == "Belgium" })
    summary.countries.rows[index].name = "Belgium and friends"
    let chart = try #require(charts(summary, ChartWords(.spanish))["by-country"])
    #expect(chart.alternative.contains("; Belgium and friends 1; "))
  }

  @Test func chartsRunAsPeopleRead() throws {
    let summary = try letter.summary()
    let (english, arabic) = (charts(summary), charts(summary, ChartWords(.arabic)))
    let mirrored = try #require(arabic["by-country"])
    #expect(mirrored.title == "المنظمات حسب البلد")
    #expect(mirrored.file.contains("direction=\"rtl\""))
    #expect(mirrored.file.contains("lang=\"ar\""))
    // Bars begin at the other side: their right ends are one, where in English their left ones are.
    func boxes(_ chart: Chart?) throws -> [(left: Double, right: Double)] {
      try #require(chart).inline.matches(of: /<rect class="bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/).map {
        let (left, width) = (Double($0.output.1) ?? 0, Double($0.output.2) ?? 0)
        return (left, left + width)
      }
    }
    let (plain, turned) = (try boxes(english["by-country"]), try boxes(mirrored))
    #expect(plain.count == 3 && Set(plain.map(\.left)).count == 1 && Set(plain.map(\.right)).count > 1)
    #expect(turned.count == 3 && Set(turned.map { $0.right.rounded() }).count == 1)
    #expect(turned.allSatisfy { $0.right > 220 } && plain.allSatisfy { $0.left < 220 })
    // The world does not turn.
    func tiles(_ chart: Chart?) throws -> [Substring] {
      try #require(chart).inline.matches(of: /<rect class="tile[^>]*>/).map(\.output)
    }
    #expect(try tiles(english["world-map"]) == tiles(arabic["world-map"]))
  }
}
