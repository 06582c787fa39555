import Testing

@testable import Undersigned

@Suite struct CountShadeTests {
  @Test func shadesPartAtTheRootsOfTheLargest() {
    let shade = CountShade(largest: 10_000)
    #expect([0, 1, 10, 11, 100, 101, 1000, 1001, 10_000].map { shade($0) } == [0, 1, 1, 2, 2, 3, 3, 4, 4])
  }

  @Test(arguments: [0, 1, 2, 3, 7, 30, 400, 1_000_000]) func moreIsNeverLighter(largest: Int) {
    let shade = CountShade(largest: largest)
    let shades = (0...min(largest, 500)).map { shade($0) }
    #expect(shades == shades.sorted())
    #expect(shade(0) == 0)
    if largest > 3 { #expect(shade(largest) == 4) }
    #expect(shade(1) == 1)
  }
}
