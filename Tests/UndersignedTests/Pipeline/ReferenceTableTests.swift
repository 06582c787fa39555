import Testing

@testable import Undersigned

@Suite struct ReferenceTableTests {
  /// Names are looked up in compare form by binary search, so the tables have to hold them so.
  @Test(arguments: [
    "answer-words", "concept-roles", "concepts", "country-names", "gazetteer", "headers", "legal-forms", "name-words",
    "organization-aliases", "places", "regions", "type-answers", "type-concept-words", "type-keywords",
  ])
  func keysAreSortedCompareForms(name: String) {
    var previous: [UInt8] = []
    var last: [String] = []
    var repeated: [String] = []
    var unsorted: [String] = []
    var unfolded: [String] = []
    ReferenceTable(embedded: name).forEach { record in
      let key = Array(record[0].utf8)
      if key.lexicographicallyPrecedes(previous) { unsorted.append(record[0]) }
      // By bytes: strings that are canonically equivalent are equal, but not found in a table.
      if !CompareForm.fold(record[0]).utf8.elementsEqual(key) { unfolded.append(record[0]) }
      if record == last { repeated.append(record[0]) }
      previous = key
      last = record
    }
    #expect(!previous.isEmpty)
    #expect(repeated == [])
    #expect(unsorted == [])
    #expect(unfolded == [])
  }
}
