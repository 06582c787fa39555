import Testing

@testable import Undersigned

@Suite struct ConceptLexiconTests {
  @Test func everyFormStandsOnce() {
    var forms: Set<String> = []
    var broken: [String] = []
    ReferenceTable(embedded: "concepts").forEach { record in
      if record.count != 3 || !forms.insert(record[0]).inserted { broken.append(record[0]) }
    }
    #expect(broken == [])
  }

  /// Reading a name looks for a phrase only behind words that are marked to begin one, up to four words long.
  @Test func beginningsOfPhrasesAreMarked() {
    var marked: Set<String> = []
    var beginnings: Set<String> = []
    var tooLong: [String] = []
    ReferenceTable(embedded: "concepts").forEach { record in
      if record[2] == "yes" { marked.insert(record[0]) }
      let words = record[0].split(separator: " ")
      if words.count > 4 { tooLong.append(record[0]) }
      for count in 1..<max(words.count, 1) { beginnings.insert(words.prefix(count).joined(separator: " ")) }
    }
    #expect(tooLong == [])
    #expect(beginnings.filter { !$0.contains(" ") }.subtracting(marked).sorted() == [])
    #expect(marked.subtracting(beginnings).sorted() == [])
  }

  /// A stop word means nothing, so it can't answer a word that does.
  @Test func stopWordsMeanNothingElse() {
    var broken: [String] = []
    ReferenceTable(embedded: "concepts").forEach { record in
      let concepts = record[1].split(separator: " ")
      let isStop = concepts.contains("stop")
      if isStop && concepts.count > 1 || concepts != Set(concepts).sorted() { broken.append(record[0]) }
    }
    #expect(broken == [])
  }

  @Test func everyRoleIsKnownAndHasItsConcept() {
    var concepts: Set<Substring> = []
    ReferenceTable(embedded: "concepts").forEach { concepts.formUnion($0[1].split(separator: " ")) }
    ReferenceTable(embedded: "concept-roles").forEach { record in
      #expect(concepts.contains(Substring(record[0])), "\(record[0])")
      for word in record[1].split(separator: " ") {
        #expect(ConceptLexicon.Role(word: String(word)) != nil, "\(record[0]): \(word)")
      }
    }
  }

  @Test func wordsOfManyLanguagesShareAConcept() {
    var lexicon = ConceptLexicon()
    let english = lexicon.entry("workers").concepts
    #expect(!english.isEmpty)
    for form in ["trabajadores", "trabalhadores", "travailleurs", "arbeiter"] {
      #expect(lexicon.entry(form).concepts.contains { english.contains($0) }, "\(form)")
    }
    #expect(lexicon.entry("human").startsPhrase)
    #expect(lexicon.entry("zamzam").concepts.isEmpty)
  }

  @Test(arguments: [
    ("nurses", "doctors"), ("national", "international"), ("democratic", "republican"), ("socialist", "communist"),
    ("north", "south"), ("east", "west"), ("boys", "girls"), ("left", "right"), ("world", "international"),
    ("labour", "workers"),
    ("deaf", "blind"), ("trafficking", "slavery"), ("artists", "musicians"), ("council", "committee"),
  ])
  func rivalsShareNoConcept(left: String, right: String) {
    var lexicon = ConceptLexicon()
    let concepts = lexicon.entry(left).concepts
    #expect(!concepts.isEmpty && !lexicon.entry(right).concepts.isEmpty)
    #expect(!lexicon.entry(right).concepts.contains { concepts.contains($0) }, "\(left), \(right)")
  }
}
