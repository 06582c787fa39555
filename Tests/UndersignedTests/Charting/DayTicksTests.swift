import Testing

@testable import Undersigned

@Suite struct DayTicksTests {
  private func labels(_ from: String, _ to: String, limit: Int = 5) throws -> [String] {
    let span = try #require(Day(from))...(try #require(Day(to)))
    return DayTicks.ticks(in: span, limit: limit).map(\.label)
  }

  @Test func fewDaysAreNamedEach() throws {
    #expect(try labels("2026-03-01", "2026-03-03") == ["2026-03-01", "2026-03-02", "2026-03-03"])
    #expect(
      try labels("2026-02-27", "2026-03-08") == ["2026-02-27", "2026-03-01", "2026-03-03", "2026-03-05", "2026-03-07"])
  }

  @Test func longSpansAreNamedByMonthsAndYears() throws {
    #expect(
      try labels("2024-11-20", "2025-04-02")
        == ["2024-12", "2025-01", "2025-02", "2025-03", "2025-04"])
    #expect(try labels("2024-11-20", "2025-11-02") == ["2025-01", "2025-04", "2025-07", "2025-10"])
    #expect(try labels("2019-05-01", "2023-06-01") == ["2020", "2021", "2022", "2023"])
    #expect(try labels("1900-01-01", "2199-12-31") == ["1900", "2000", "2100"])
  }

  @Test(arguments: [0, 1, 4, 5, 40, 99, 100, 364, 3650, 80_000]) func thereAreNeverMoreThanAskedFor(length: Int32) {
    let first = Day(number: 12_345)
    let span = first...Day(number: first.number + length)
    let ticks = DayTicks.ticks(in: span, limit: 5)
    #expect((1...5).contains(ticks.count))
    #expect(ticks.allSatisfy { span.contains($0.day) })
    #expect(ticks.map(\.day) == ticks.map(\.day).sorted())
  }
}
