import Testing

@testable import Undersigned

@Suite struct DayTests {
  @Test(arguments: [(1970, 1, 1, 0), (2000, 2, 29, 11_016), (2026, 11, 22, 20_779), (1969, 12, 31, -1)])
  func countsFromTheEpoch(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    #expect(date.number == Int32(number))
    #expect(date.components == (year, month, day))
  }

  @Test func everyDayOfThreeCenturiesComesBack() {
    for number in Int32(-25_567)...Int32(84_005) {
      let (year, month, day) = Day(number: number).components
      #expect(Day(year: year, month: month, day: day)?.number == number)
    }
  }

  @Test(arguments: [(2025, 2, 29), (2026, 13, 1), (2026, 4, 31), (1899, 1, 1)])
  func refusesDaysThatAreNone(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: ["2026-11-22", "1999-01-01", "2024-02-29"]) func isReadAsItIsWritten(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-11-2", "2026-13-01", "2023-02-29", "22-11-2026", "2026-11-22 ", "+026-11-22", "2026/11/22",
  ])
  func whatIsNoDayIsRefused(text: String) {
    #expect(Day(text) == nil)
  }
}
