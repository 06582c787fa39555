import Testing

@testable import Undersigned

@Suite struct ConceptLexiconTests {
  @Test func everyFormStandsOnce() {
    var forms: Set<String> = []
    ReferenceTable(embedded: "concepts").forEach { record in
      #expect(record.count == 3)
      #expect(forms.insert(record[0]).inserted, "\(record[0]) twice")
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
}
