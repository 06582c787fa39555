import Testing

@testable import Undersigned

@Suite struct SigningDayTests {
  static let words = AnswerWords()

  @Test(arguments: [
    ("2026-04-10T14:44:01Z", "2026-04-10"), ("2022/06/22 11:07:29 AM AST", "2022-06-22"), ("Nov 8, 2021", "2021-11-08"),
    ("8 de noviembre de 2021", "2021-11-08"), ("20260410", "2026-04-10"), ("2026年4月10日", "2026-04-10"),
  ])
  func readsCertainDays(text: String, day: String) throws {
    guard case .day(let found) = SigningDay.read(text, month: SigningDayTests.words.month) else {
      Issue.record("no day in \(text)")
      return
    }
    #expect(found.description == day)
  }

  @Test(arguments: [
    (["4/10/2026 14:44:1", "13/10/2026 10:00:00"], SigningDay.Decision.decided(.dayFirst)),
    (["8/20/25 12:51:45", "9/9/26 18:01"], .decided(.monthFirst)), (["12/02/2026 19.07.17"], .undecidable),
    (["13/10/2026", "10/13/2026"], .mixed), (["9/9/26 18:01"], .notNeeded),
  ])
  func theFieldDecides(texts: [String], decision: SigningDay.Decision) {
    #expect(SigningDay.decide(texts.map { SigningDay.read($0, month: SigningDayTests.words.month) }) == decision)
  }

  @Test(arguments: ["1712756641", "tomorrow", "", "14:44", "2026-13-01"])
  func refusesWhatIsNoDate(text: String) {
    #expect(SigningDay.read(text, month: SigningDayTests.words.month) == .none)
  }
}
