import Testing

@testable import Undersigned

@Suite struct PersonalMaskTests {
  @Test(arguments: [
    ("[name], Attac", "Attac"), ("Attac ([e-mail])", "Attac"), ("Attac - [phone] / [e-mail]", "Attac"),
    ("[name] Foundation", "Foundation"), ("Attac [Austria]", "Attac [Austria]"), ("[name]", "[name]"), ("", ""),
  ])
  func leavesWhatCanBeCompared(text: String, rest: String) {
    #expect(PersonalMask.removed(from: text) == rest)
  }

  @Test func aMaskedMentionIsReadWithoutItsMask() {
    let name = OrganizationName("[name], Attac Austria")
    #expect(name.display == "[name], Attac Austria")
    #expect(name.compareForm == OrganizationName("Attac Austria").compareForm)
    #expect(name.names == OrganizationName("Attac Austria").names)
  }
}
