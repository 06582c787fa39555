import Foundation
import Testing

@testable import Undersigned

@Suite struct MessageLanguageTests {
  @Test(arguments: MessageLanguage.allCases.filter { $0 != .arabic })
  func groupsDigitsAsTheSystemDoes(language: MessageLanguage) {
    let style = IntegerFormatStyle<Int>(locale: Locale(identifier: language.rawValue))
    for number in [0, 7, 12, 999, 1_000, 1_234, 10_000, 12_345, 999_999, 1_234_567] {
      #expect(language.text(of: number) == style.format(number))
    }
  }

  @Test func russianNounsFollowTheLastDigits() {
    let one = [1, 21, 101, 1_001].map(MessageLanguage.russian.category)
    let few = [2, 3, 4, 22, 104].map(MessageLanguage.russian.category)
    let many = [0, 5, 11, 12, 14, 20, 111, 112, 1_000].map(MessageLanguage.russian.category)
    #expect(one.allSatisfy { $0 == .one })
    #expect(few.allSatisfy { $0 == .few })
    #expect(many.allSatisfy { $0 == .many })
  }

  @Test func arabicNounsHaveSixForms() {
    let categories = [0, 1, 2, 3, 10, 103, 11, 99, 111, 100, 101, 102, 200].map(MessageLanguage.arabic.category)
    #expect(
      categories == [
        .zero, .one, .two, .few, .few, .few, .many, .many, .many, .other, .other, .other, .other,
      ])
  }

  @Test func frenchAndPortugueseZeroIsSingular() {
    #expect(MessageLanguage.french.category(of: 0) == .one)
    #expect(MessageLanguage.portuguese.category(of: 0) == .one)
    #expect(MessageLanguage.spanish.category(of: 0) == .other)
  }
}
