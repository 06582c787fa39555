import Testing

@testable import Undersigned

@Suite struct FingerprintLinkerTests {
  @Test(arguments: [
    ("  Zamzam,  the network! ", "network the zamzam"), ("The Network ZAMZAM the", "network the zamzam"),
    ("People's-Food", "peoplesfood"), ("Órgão", "orgao"), ("!!!", ""),
  ])
  func sortsWordsAndDeletesPunctuation(name: String, key: String) {
    #expect(FingerprintLinker().key(name) == key)
  }

  @Test func clustersByKey() {
    let clusters = FingerprintLinker().clusters(["A B", "b a", "?", "c", "!"])
    #expect(clusters[0] == clusters[1])
    #expect(clusters[2] == nil)
    #expect(clusters[4] == nil)
    #expect(clusters[3] != clusters[0])
  }
}
