import Testing

@testable import Undersigned

@Suite struct NameWordsTests {
  @Test func stopWords() {
    for word in ["of", "de", CompareForm.fold("für"), "the", "and", "и", CompareForm.fold("على")] {
      #expect(NameWords.isStop(word), "\(word)")
    }
    for word in ["union", "", "local", "brazil"] { #expect(!NameWords.isStop(word), "\(word)") }
  }
}
