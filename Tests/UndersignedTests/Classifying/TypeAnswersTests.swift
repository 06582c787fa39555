import Testing

@testable import Undersigned

@Suite struct TypeAnswersTests {
  @Test func everyAnswerHasAType() {
    var answers: Set<String> = []
    ReferenceTable(embedded: "type-answers").forEach { fields in
      #expect(OrganizationType(rawValue: fields[1]) != nil)
      #expect(answers.insert(fields[0]).inserted, "\(fields[0]) twice")
    }
  }

  @Test func everySlugAnswersToItself() {
    for type in OrganizationType.allCases { #expect(TypeAnswers().types(of: type.rawValue) == [type]) }
  }
}
