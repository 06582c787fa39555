import Testing

@testable import Undersigned

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (12_345_678, "12,345,678"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func thousandsAreSeparated(number: Int, text: String) { #expect(NumberText.grouped(number) == text) }

  @Test(arguments: [(0.0, "0.00"), (1, "1.00"), (0.876, "0.88"), (-0.5, "-0.50"), (0.05, "0.05"), (.nan, "0.00")])
  func scoresHaveTwoDecimals(number: Double, text: String) { #expect(NumberText.hundredths(number) == text) }
}
