import Testing

@testable import Undersigned

@Suite struct LinkAllowanceTests {
  @Test(arguments: [
    ("1.5%", LinkAllowance.share(hundredths: 150)), ("2%", .share(hundredths: 200)), ("0.05%", .share(hundredths: 5)),
    ("100%", .share(hundredths: 10_000)), ("0", .links(0)), ("12", .links(12)),
  ])
  func isReadAsItIsWritten(text: String, allowance: LinkAllowance) {
    #expect(LinkAllowance(text) == allowance)
    #expect(allowance.description == text)
  }

  @Test(arguments: ["", "%", "1.%", ".5%", "1.555%", "-1", "-1%", "101%", "one", "1,5%", "1 %", "99999999", "٣"])
  func whatIsNoAllowanceIsRefused(text: String) {
    #expect(LinkAllowance(text) == nil)
  }

  @Test func aShareIsRoundedToTheNearestLink() {
    let share = LinkAllowance.share(hundredths: 150)
    #expect([0, 1, 33, 34, 99, 100, 397, 1000].map(share.links) == [0, 0, 0, 1, 1, 2, 6, 15])
    #expect([0, 1, 5, 12, 13, 40].map(LinkAllowance.links(12).links) == [0, 0, 4, 11, 12, 12])
    #expect(LinkAllowance.share(hundredths: 10_000).links(among: 7) == 6)
  }
}
