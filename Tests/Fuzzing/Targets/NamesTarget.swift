import Foundation

@testable import Undersigned

/// Names: folding twice is once, equivalent texts fold alike, and every text is understood as something that can be
/// shown.
enum NamesTarget: FuzzTarget {
  static let name = "names"
  private static let locator = LocateMentions()

  static func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let folded = CompareForm.fold(text)
    func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
    require(same(CompareForm.fold(folded), folded), "folding twice: '\(folded)'")
    if bytes.count < 200 {
      require(same(CompareForm.fold(text.decomposedStringWithCanonicalMapping), folded), "NFD")
      require(same(CompareForm.fold(text.precomposedStringWithCanonicalMapping), folded), "NFC")
    }
    if folded.isEmpty {
      // Nothing was visible, or accents without a letter.
      let marks: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .spacingMark]
      let visible = VisibleText.oneLine(text).unicodeScalars
      require(visible.allSatisfy { $0 == " " || marks.contains($0.properties.generalCategory) }, "lost")
    }
    let name = OrganizationName(text)
    let tidy = DisplayForm.tidy(text)
    require(name.names.allSatisfy { !$0.compareForm.isEmpty && !$0.coreForm.isEmpty }, "an empty form")
    require(!name.compareForm.isEmpty || tidy.isEmpty, "nothing to compare")
    require(same(DisplayForm.tidy(tidy), tidy), "tidying twice")
    require(!tidy.unicodeScalars.contains { $0.properties.generalCategory == .control }, "a control is shown")
    require(!tidy.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) }, "reordering marks are shown")
    var html: [UInt8] = []
    HTMLText.add(text, to: &html)
    require(!html.contains { [0x3C, 0x3E, 0x22, 0x27, 0x0A].contains($0) }, "HTML")
    // By scalars, as a browser reads it: an accent behind `>` makes one character of both.
    let own = /<!-- -->|<span>\$<\/span>/.matchingSemantics(.unicodeScalar)
    let markdown = MarkdownText.inert(text).replacing(own, with: "")
    require(!markdown.utf8.contains(0x3C) && !markdown.utf8.contains(0x0A), "Markdown: \(markdown)")
    _ = locator.location(of: name, countryAnswer: text)
    _ = LocateMentions.isCountry(text)
    _ = Markup.plain(text)
    _ = PersonalMask.removed(from: text)
  }
}
