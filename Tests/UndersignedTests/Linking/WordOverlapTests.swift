import Testing

@testable import Undersigned

@Suite struct WordOverlapTests {
  /// The overlap of two compare forms, with words that nobody weighed against others.
  private func overlap(_ left: String, _ right: String) -> WordOverlap {
    var vocabulary = LinkageVocabulary(places: { _ in nil })
    let words = (vocabulary.read(left), vocabulary.read(right))
    vocabulary.weigh(nameCount: 2)
    return WordOverlap(words.0, words.1, vocabulary)
  }

  @Test(arguments: [
    ("arbeiterkammer", "chamber of workers"), ("arbeiterkammer", "workers chamber"),
    ("arbeiterkammer", "arbeiderskamer"), ("quorvex arbeiterkammer", "chamber of workers quorvex"),
  ])
  func aCompoundIsItsPartsInAnyLanguage(left: String, right: String) {
    for overlap in [overlap(left, right), overlap(right, left)] {
      #expect(overlap.isComplete)
      #expect(overlap.dice > 0.9)
    }
  }

  @Test(arguments: [
    ("arbeiterkammer", "chamber of farmers"), ("arbeiterkammer", "workers"), ("arbeiterkammer", "bauernkammer"),
    ("greenpeace", "peace"), ("greenpeace", "green movement"),
  ])
  func aCompoundIsNotOneOfItsParts(left: String, right: String) {
    #expect(!overlap(left, right).isComplete)
    #expect(!overlap(right, left).isComplete)
  }

  @Test(arguments: [
    ("human rights network", "human rigts network", 0.93), ("gumba ethics", "gumbaethics", 1),
    ("zamzamworld", "zamzam word", 0.93), ("ver di", "verdi", 0),
    ("local 100", "local10", 0), ("zam quo", "zamqua", 0),
  ])
  func twoWordsAreOneThatIsWrittenTogether(left: String, right: String, similarity: Double) {
    for overlap in [overlap(left, right), overlap(right, left)] {
      #expect(overlap.isComplete == (similarity > 0))
      #expect((overlap.matches.map(\.similarity).min() ?? 0) == similarity)
    }
  }

  @Test func whatIsLeftOverIsMissing() {
    let overlap = overlap("zamzam quorvex", "zamzam blibber fizz")
    #expect((overlap.leftOver.count, overlap.rightOver.count, overlap.matches.count) == (1, 2, 1))
    #expect(!overlap.isOneSided)
    #expect(overlap.total == 2 * overlap.shared + overlap.leftMissing + overlap.rightMissing)
    #expect(self.overlap("zamzam", "zamzam quorvex").isOneSided)
  }
}
