import Testing

@testable import Undersigned

@Suite struct SoundFormTests {
  @Test(arguments: [
    ["greenpeace", "grinpis", "grienpies"], ["soyuz", "sojuz"], ["revolyutsiya", "revolucija", "revolutsia"],
    ["rossiya", "rosija"], ["shakhtar", "shahtar"], ["filosofia", "philosophia"],
  ])
  func spellingsOfOneSoundMeet(words: [String]) {
    #expect(Set(words.map { SoundForm($0).sounds }).count == 1)
  }

  @Test func otherWordsStayApart() {
    #expect(SoundForm("soyuz") != SoundForm("sayuz"))
    #expect(SoundForm("narod") != SoundForm("narot"))
    #expect(SoundForm("").sounds.isEmpty)
  }

  @Test(arguments: [
    ("غرينبيس", "Greenpeace"), ("グリーンピース", "Greenpeace"), ("그린피스", "Greenpeace"), ("ग्रीनपीस", "Greenpeace"),
    ("גרינפיס", "Greenpeace"), ("حماس", "Hamas"), ("שלום", "Shalom"),
  ])
  func skeletonsMeetAcrossScripts(name: String, latin: String) throws {
    let roman = try #require(RomanForm(CompareForm.fold(name)))
    let left = ConsonantSkeleton(SoundForm(roman.letters))
    #expect(left == ConsonantSkeleton(SoundForm(CompareForm.fold(latin))))
  }

  @Test func skeletonHasNoVowels() {
    #expect(ConsonantSkeleton(SoundForm("aeiou")).classes.isEmpty)
    #expect(String(decoding: ConsonantSkeleton(SoundForm("attac")).classes, as: UTF8.self) == "tk")
  }
}
