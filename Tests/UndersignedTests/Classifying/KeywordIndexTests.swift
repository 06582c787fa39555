import Testing

@testable import Undersigned

@Suite struct KeywordIndexTests {
  @Test func everyKeywordHasATypeALanguageAndAStrength() {
    let languages = Languages()
    var seen: Set<[String]> = []
    ReferenceTable(embedded: "type-keywords").forEach { fields in
      #expect(fields.count == 5)
      #expect(["_block", "_language"].contains(fields[1]) || OrganizationType(rawValue: fields[1]) != nil)
      #expect(["strong", "weak"].contains(fields[2]))
      #expect(["", "gated", "hint", "last", "form"].contains(fields[4]))
      let codes = fields[3].split(separator: ",")
      #expect(languages.set(fields[3].utf8).numbers.count == codes.count, "a language of \(fields[0]) is unknown")
      #expect(codes.isEmpty == (fields[1] == "_block"), "\(fields[0]) without a language")
      #expect(seen.insert([fields[0], fields[1]]).inserted, "\(fields[0]) twice")
    }
    #expect(seen.count > 10_000)
  }

  @Test func languagesThatNobodyReadStayWeak() {
    let unread: Set<Substring> = [
      "ar", "fa", "he", "hi", "bn", "ta", "te", "ml", "kn", "si", "th", "km", "my", "lo", "vi", "ko", "am", "ka", "hy",
      "kk", "uz",
    ]
    ReferenceTable(embedded: "type-keywords").forEach { fields in
      let codes = Set(fields[3].split(separator: ","))
      if !codes.isEmpty, codes.isSubset(of: unread) { #expect(fields[2] == "weak", "\(fields[0])") }
    }
  }
}
