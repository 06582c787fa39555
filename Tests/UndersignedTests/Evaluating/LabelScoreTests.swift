import Testing

@testable import Undersigned

@Suite struct LabelScoreTests {
  @Test func countsWhatIsRightAndWhatIsAnswered() {
    let score = LabelScore(labels: [["ngo"], ["women"], ["faith"], [""]], answers: ["ngo", "faith", "", "ngo"])
    #expect(score.labelled == 3)
    #expect(score.answered == 2)
    #expect(score.correct == 1)
    #expect(score.coverage == 2.0 / 3)
    #expect(score.precision == 0.5)
  }

  @Test func aRowCountsForTheSecondLabelThatWasAnswered() {
    let score = LabelScore(labels: [["ngo", "women"], ["ngo", "women"]], answers: ["women", "faith"])
    #expect(
      score.classes == [
        .init(value: "ngo", labelled: 1, answered: 0, correct: 0),
        .init(value: "women", labelled: 1, answered: 1, correct: 1),
        .init(value: "faith", labelled: 0, answered: 1, correct: 0),
      ])
  }

  @Test func macroF1WeighsEachLabelledValueTheSame() {
    let score = LabelScore(
      labels: [["ngo"], ["ngo"], ["ngo"], ["women"]], answers: ["ngo", "ngo", "faith", ""])
    // F1 of ngo is 2 · 2 / (3 + 2), that of women 0; faith has no labelled row.
    #expect(score.macroF1 == 0.4)
    #expect(LabelScore(labels: [], answers: []).macroF1 == 1)
  }
}
