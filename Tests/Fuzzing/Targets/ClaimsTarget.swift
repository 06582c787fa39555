@testable import Tabular
@testable import Undersigned

/// Claims of any text: each has its line, its words and a verdict.
enum ClaimsTarget: FuzzTarget {
  static let name = "claims"
  private static let verify = VerifyText()

  private static let summary: Summary? = {
    let names = [
      "Central Única dos Trabalhadores,Brazil", "Attac Austria,Austria", "Südwind,Austria", "IG Metall,Germany",
    ]
    let csv = "Organization,Country\n" + names.joined(separator: "\n") + "\n"
    let pipeline = StandardPipeline(title: "A letter")
    guard let document = try? TabularDocument(name: "a.csv", bytes: Array(csv.utf8)) else { return nil }
    return try? pipeline.tally.then(pipeline.summarize).run([document])
  }()

  static func check(_ bytes: [UInt8]) {
    guard let summary else { fatalError("no summary") }
    let text = String(decoding: bytes, as: UTF8.self)
    let lineCount = 1 + text.utf8.count { $0 == 0x0A }
    for claim in verify.claims(in: text, against: summary) {
      require((1...lineCount).contains(claim.line), "line \(claim.line) of \(lineCount)")
      require(!claim.claim.isEmpty && !claim.reason.isEmpty, "without words")
      require(claim.stated.map { $0 >= 0 } ?? true, "fewer than none")
    }
  }
}
