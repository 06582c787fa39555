import Tabular
import Testing

@testable import Undersigned

@Suite struct LetterDeltaTests {
  private func letter(_ lines: [String], decisions: [Decision] = []) throws -> SharedSigners.Letter {
    var pipeline = StandardPipeline(title: "")
    pipeline.decisions = decisions
    let csv = (["Organization,Country"] + lines).joined(separator: "\n") + "\n"
    let tally = try pipeline.tally.run([try TabularDocument(name: "s.csv", bytes: Array(csv.utf8))])
    let classified = try pipeline.classify.run(tally)
    return SharedSigners.Letter(tally: tally, classified: classified, summary: try pipeline.count.run(classified))
  }

  private func delta(_ letters: [SharedSigners.Letter], withdrawn: [Decision] = []) throws -> LetterDelta {
    let pipeline = StandardPipeline(title: "")
    return LetterDelta(
      try SharedSigners(letters, classify: pipeline.classify, count: pipeline.count, withdrawn: withdrawn))
  }

  private let old = [
    "Quumba Workers Union,Kenya", "Fizzle Society,Austria", "Grumbling League of Peru (GLOP),Peru",
  ]

  @Test func aRenameIsNeitherALossNorAGain() throws {
    let delta = try delta([letter(old), letter(["GLOP,Peru", "Fizzle Society,Austria", "Quumba Workers Union,Kenya"])])
    #expect(delta.joined.isEmpty)
    #expect(delta.left.isEmpty)
    #expect(delta.stayed == 3)
    #expect(delta.renamed == [.init(old: "Grumbling League of Peru (GLOP)", new: "GLOP", homeName: "Peru")])
  }

  @Test func joinedLeftAndStayedAddUp() throws {
    let delta = try delta([letter(old), letter(["Fizzle Society,Austria", "New Body,Ghana", "Second Body,Ghana"])])
    #expect(delta.joined.map(\.name) == ["New Body", "Second Body"])
    #expect(delta.left.count == 2)
    #expect(delta.stayed == 1)
    #expect(delta.firstFrom.map(\.country.description) == ["GH"])
    #expect(delta.firstFrom.first?.signers.count == 2)
  }

  @Test func whoWithdrewHasLeftAndIsNotNamed() throws {
    let withdrawn = Decision(.withdrawn, name: "Fizzle Society", at: Position(source: "decisions.csv", line: 2))
    let delta = try delta([letter(old), letter(old, decisions: [withdrawn])], withdrawn: [withdrawn])
    #expect(delta.left.map(\.name) == [""])
    #expect(delta.stayed == 2)
    #expect(delta.joined.isEmpty)
  }

  @Test func nothingChangesBetweenALetterAndItself() throws {
    let delta = try delta([letter(old), letter(old)])
    #expect(delta.stayed == 3)
    #expect(delta.joined.isEmpty && delta.left.isEmpty && delta.renamed.isEmpty && delta.firstFrom.isEmpty)
  }

  @Test func whoSignedSeveralIsTold() throws {
    let pipeline = StandardPipeline(title: "")
    let letters = [try letter(old), try letter([old[0]]), try letter([old[0], old[1]])]
    let shared = try SharedSigners(letters, classify: pipeline.classify, count: pipeline.count)
    #expect(
      shared.signers.map(\.name) == ["Fizzle Society", "Grumbling League of Peru (GLOP)", "Quumba Workers Union"])
    #expect(shared.signers.map(\.letters) == [2, 1, 3])
  }
}
