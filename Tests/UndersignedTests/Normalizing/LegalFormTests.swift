import Testing

@testable import Undersigned

@Suite struct LegalFormTests {
  @Test func everyFormIsWellFormed() {
    var seen: Set<[String]> = []
    ReferenceTable(embedded: "legal-forms").forEach { record in
      #expect(record.count == 6 && !record[1].isEmpty)
      #expect(["start", "end", "any"].contains(record[4]))
      #expect(LegalForm.Strength(rawValue: record[5]) != nil)
      #expect(seen.insert([record[0], record[1]]).inserted, "\(record[0]) twice")
      for code in record[2].split(separator: " ") { #expect(CountryCode(code) != nil) }
    }
  }
}
