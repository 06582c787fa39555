import Tabular
import Testing

@testable import Undersigned

@Suite struct SpilledPairsTests {
  private static let letter = HardLetter(seed: 11, organizations: 150)

  private func link(keyLimit: Int, blockLimit: Int = 60, workers: Int = 2) throws -> LinkageRun {
    let standard = StandardPipeline(title: "A letter")
    let document = try TabularDocument(
      name: "letter.csv", bytes: Array(HardLetter.text(SpilledPairsTests.letter.records).utf8))
    let decided = try standard.tally.then(standard.normalize).then(standard.locate).then(standard.decide)
      .run([document])
    var settings = standard.link
    settings.keyLimit = keyLimit
    settings.blockLimit = blockLimit
    settings.workers = Workers(count: workers)
    var run = LinkageRun(decided, settings: settings)
    try run.compareCandidates()
    return run
  }

  private func links(_ run: LinkageRun) -> [[Double]] {
    run.links.map { [Double($0.left), Double($0.right), $0.score] }
  }

  /// From one key at a time to a limit just below what there is, the pairs, their scores and their order are the same.
  @Test(arguments: [1, 40, 333, 1_000, 5_000]) func partsGiveThePairsOfTheWhole(keyLimit: Int) throws {
    for blockLimit in [4, 60] {
      let whole = try link(keyLimit: 1_000_000, blockLimit: blockLimit)
      try #require(whole.nameCount > 200 && whole.links.count > 50 && whole.candidateCount > 500)
      let parts = try link(keyLimit: keyLimit, blockLimit: blockLimit)
      #expect(links(parts) == links(whole))
      #expect(parts.sections.map { [$0.section, $0.whole] } == whole.sections.map { [$0.section, $0.whole] })
      #expect(parts.candidateCount == whole.candidateCount)
      #expect(parts.comparedCount == whole.comparedCount)
      #expect(parts.largestBlock == whole.largestBlock)
    }
  }

  @Test func aFolderThatTakesNothingIsAnError() throws {
    var settings = LinkOrganizations()
    settings.keyLimit = 1
    settings.temporaryFolder = "/nowhere/at/all"
    let decided = LinkingFixture.table([LinkingFixture.mention("Zamzam Network", country: "AT")])
    let error = #expect(throws: PipelineError.self) { try settings.run(decided) }
    #expect(error?.position.source == "/nowhere/at/all")
    #expect(error?.description.contains("a temporary file: No such file or directory") ?? false)
  }

  @Test func partnersStandOnceAndRise() {
    func pair(_ left: UInt64, _ right: UInt64) -> UInt64 { left << 32 | right }
    let list = PartnerList([pair(5, 9), pair(3, 4), pair(5, 7), pair(3, 4), pair(5, 9)], of: 2..<7)
    #expect((2..<7).map { Array(list.partners(of: $0)) } == [[], [4], [], [7, 9], []])
    #expect(PartnerList([], of: 0..<2).partners(of: 1).isEmpty)
  }
}
