import Crypto
import Foundation
import Testing

/// The page says what the CSV files beside it say, needs nothing else, and lets nothing out.
@Suite struct PageTests {
  static let letters = ["saving-lives-2020", "public-code", "sample-limesurvey", "sample-speakout"]

  private static let reports = Result {
    try LetterReports(
      Dictionary(
        uniqueKeysWithValues: letters.map { letter in
          let folder = InputsTests.inputs.appending(path: letter)
          let exports = InputsTests.exports.filter { $0.hasPrefix("\(letter)/") }
          return (letter, exports.map { folder.appending(path: String($0.dropFirst(letter.count + 1))) })
        }))
  }

  private func page(_ letter: String) throws -> String {
    try #require(try PageTests.reports.get().files["\(letter)/report.html"])
  }

  /// What an element of the page shows.
  private func text(_ html: Substring) -> String {
    var text = String(html)
    text.replace(/<[^>]*>/, with: "")
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }

  /// The rows of the body of the table with this id, or of this section's first table, as they show.
  private func rows(_ page: String, after mark: String) throws -> [[String]] {
    let start = try #require(page.range(of: mark), "no \(mark)")
    let body = try #require(page[start.upperBound...].firstMatch(of: /<tbody>(?s:(.*?))<\/tbody>/)).output.1
    return body.split(separator: "<tr").dropFirst().map { row in
      row.matches(of: /<t[hd](?: [^>]*)?>(?s:(.*?))<\/t[hd]>/).map { text($0.output.1) }
    }
  }

  private func digits(_ text: String) -> String { text.replacingOccurrences(of: ",", with: "") }

  @Test(arguments: letters) func breakdownsAreThoseOfTheFiles(letter: String) throws {
    let reports = try PageTests.reports.get()
    let page = try page(letter)
    let countries = try reports.columns(
      ["country", "region", "organizations", "at_least", "at_most", "share"], of: "\(letter)/countries.csv")
    #expect(
      try rows(page, after: "id=\"countries-table\"").map { row in
        [row[0].replacing(" (not counted as a country)", with: ""), row[1]] + row[2...4].map(digits)
          + [String(row[5].dropLast())]
      } == countries)
    let types = try reports.columns(["organizations", "at_least", "at_most", "share"], of: "\(letter)/types.csv")
    #expect(
      try rows(page, after: "id=\"types-table\"").map { $0[1...3].map(digits) + [String($0[4].dropLast())] } == types)
  }

  @Test(arguments: letters) func theMatrixIsThatOfTheFile(letter: String) throws {
    let reports = try PageTests.reports.get()
    let cells = try reports.columns(["country", "organizations"], of: "\(letter)/countries-by-type.csv")
    let shown = try rows(try page(letter), after: "<table class=\"matrix\">")
      .flatMap { row in row.dropFirst().dropLast().filter { !$0.isEmpty }.map { [row[0], digits($0)] } }
    #expect(shown == cells)
  }

  @Test(arguments: letters) func organizationsAreThoseOfTheFile(letter: String) throws {
    let reports = try PageTests.reports.get()
    let page = try page(letter)
    let listed = try reports.columns(
      ["organization", "country", "variants", "signatures", "first_signed"], of: "\(letter)/organizations.csv")
    let hasDays = listed.contains { !$0[4].isEmpty }
    let start = try #require(page.range(of: "id=\"organization-table\""))
    let names = page[start.upperBound...].prefix(while: { _ in true }).matches(
      of: /<summary><bdi>(.*?)<\/bdi><\/summary>/
    ).map { text($0.output.1) }
    #expect(names == listed.map { $0[0] })
    let cells = page[start.upperBound...].matches(
      of:
        /<\/details><\/th><td><bdi>(.*?)<\/bdi><\/td><td>.*?<\/td><td class="n wide">(.*?)<\/td><td class="n wide">(.*?)<\/td>(?:<td class="wide">(.*?)<\/td>)?/
    ).map { match in
      [
        text(match.output.1), digits(String(match.output.2)), digits(String(match.output.3)),
        String(match.output.4 ?? ""),
      ]
    }
    #expect(cells == listed.map { [$0[1], $0[2], $0[3], hasDays ? $0[4] : ""] })
    let proposals = try reports.columns(["rank", "name_a", "name_b", "score"], of: "\(letter)/proposals.csv")
    let pairs = page.matches(of: /<span class="rank">(.*?)\.<\/span> <bdi>(.*?)<\/bdi>.*?<bdi>(.*?)<\/bdi><\/h3>/)
      .map { [digits(String($0.output.1)), text($0.output.2), text($0.output.3)] }
    #expect(pairs == proposals.map { Array($0[0...2]) })
    #expect(page.matches(of: /score (\d\.\d\d)<\/caption>/).map { String($0.output.1) } == proposals.map { $0[3] })
  }

  /// Nothing is loaded, nothing is sent, and only the page's own style and script run.
  @Test(arguments: letters) func thePageIsAllThereIs(letter: String) throws {
    let page = try page(letter)
    #expect(page.utf8.count < 1_000_000)
    let tags = page.replacing(/<style>(?s:.*?)<\/style>/, with: "<style>").replacing(
      /<script(?<kind>[^>]*)>(?s:.*?)<\/script>/, with: { "<script\($0.output.kind)>" })
    for word in [" src=", "<link", "<iframe", "<object", "<embed", "<base", "@import", "url(", " style=", " onclick"] {
      let found = tags.replacing(/="[^"]*"/, with: "=\"\"").contains(word)
      #expect(!found, "\(word)")
    }
    #expect(tags.matches(of: /href="([^"]*)"/).allSatisfy { $0.output.1.hasPrefix("#") })
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).output.1
    func hash(_ text: Substring) -> String { Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() }
    let style = try #require(page.firstMatch(of: /<style>(?s:(.*?))<\/style>/)).output.1
    let script = try #require(page.firstMatch(of: /<script>(?s:(.*?))<\/script>/)).output.1
    #expect(
      text(policy) == "default-src 'none'; style-src 'sha256-\(hash(style))'; script-src 'sha256-\(hash(script))'; "
        + "img-src data:; base-uri 'none'; form-action 'none'")
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  /// Ids are used once, and what refers to one finds it.
  @Test(arguments: letters) func idsHold(letter: String) throws {
    let page = try page(letter)
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count)
    let used =
      page.matches(of: #/ (?:for|aria-labelledby|aria-describedby|data-filter)="([^"]*)"/#)
      .flatMap { $0.output.1.split(separator: " ").map(String.init) }
      + page.matches(of: /href="#([^"]*)"/).map { String($0.output.1) }
    #expect(Set(used).subtracting(ids).isEmpty)
  }
}
