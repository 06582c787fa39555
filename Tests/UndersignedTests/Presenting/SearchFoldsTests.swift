import Foundation
import Testing

@testable import Undersigned

@Suite struct SearchFoldsTests {
  /// The page's own folding: the table's characters, small letters, and spaces for what is none.
  private func fold(_ text: String, _ table: [String: String]) -> String {
    let folded = text.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
      table[String(scalar)]
        ?? (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
          ? scalar.properties.lowercaseMapping : " ")
    }.joined()
    return folded.split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: [
    "Confédération Générale du Travail", "CONFÉDÉRATION", "Łódź Straße Ørsted ŒUVRE İstanbul ığdır",
    "Les Amis de l’Étoile",
    "l'étoile, d`Or", "Ελληνική Ένωση Άνω", "Объединённый Союз Ёлки", "Nghiệp đoàn Việt Nam", "اتحاد الشغل الأردني ٣",
    "Ünïön–Bund (e. V.) «Öko» № 7", "労働組合 연맹", "ＵＮＩＯＮ",
  ]) func typingFoldsAsNamesDo(text: String) throws {
    let json = SearchFolds.json(for: [text])
    let table = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String])
    let wanted = CompareForm.fold(text.replacingOccurrences(of: "e. V.", with: "e V"))
    #expect(fold(text.replacingOccurrences(of: "e. V.", with: "e V"), table) == wanted)
  }

  @Test func theTableIsSmallAndHoldsNoMarkup() {
    let json = SearchFolds.json(for: ["<script>", "a\u{2028}b", "\u{7F}"])
    #expect(json.utf8.count < 20_000)
    #expect(!json.unicodeScalars.contains { "<>&\u{2028}\u{7F}\n".unicodeScalars.contains($0) })
  }
}
