import Tabular
import Testing

@testable import Undersigned

@Suite struct SourceNamesTests {
  @Test func namesAreAsShortAsTheyCanBe() {
    let names = SourceNames(["a/x.csv", "b/x.csv", "b/y.csv", "x.csv", "./z.csv", "-", ""])
    #expect(
      ["a/x.csv", "b/x.csv", "b/y.csv", "x.csv", "./z.csv", "-", ""].map { names($0) }
        == ["a/x.csv", "b/x.csv", "y.csv", "x.csv", "z.csv", "-", ""])
    #expect(names("elsewhere/w.csv") == "w.csv")
  }

  @Test(arguments: 0..<40) func noOtherPathEndsInIt(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let paths = Set(
      (0..<12).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in ["a", "b", "c"].randomElement(using: &random) ?? "a" }
          .joined(separator: "/")
      })
    let names = SourceNames(paths)
    for path in paths {
      let steps = path.split(separator: "/")
      // The naive way: longer and longer, until no other path has the same end.
      let length = (1...steps.count).first { length in
        paths.allSatisfy { $0 == path || $0.split(separator: "/").suffix(length) != steps.suffix(length) }
      }
      #expect(names(path) == steps.suffix(length ?? steps.count).joined(separator: "/"))
    }
  }
}
