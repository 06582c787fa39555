import Foundation
import Tabular
import Testing

@testable import Undersigned

/// The big list of naughty strings (M. Woolf, MIT) as the names of organizations that sign.
@Suite struct NaughtyStringsTests {
  private static let suite = "naughty-strings"

  private func strings() throws -> [String] {
    let data = Data(try SuiteFolder.bytes("naughty-strings/blns.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String])
  }

  /// A letter that these signed, each once.
  private func document(_ names: [String]) throws -> TabularDocument {
    var csv = DelimitedWriter()
    csv.write(["Organization", "Country"])
    for name in names { csv.write([name, "Chile"]) }
    return try TabularDocument(name: "letter.csv", bytes: csv.bytes)
  }

  /// White space at the ends of an answer is none of it.
  private func trimmed(_ text: String) -> [UInt8] {
    let blank: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{A0}"]
    var scalars = Array(text.unicodeScalars)[...]
    while let last = scalars.last, blank.contains(last) { scalars.removeLast() }
    while let first = scalars.first, blank.contains(first) { scalars.removeFirst() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view).utf8)
  }

  @Test(.suite(suite)) func eachIsReadAsItWasWritten() throws {
    let strings = try strings()
    let document = try document(strings)
    let table = try document.encode(fields: [0, 1])
    var rows = SuiteTable("naughty-strings: written and read")
    try #require(table.recordCount == strings.count)
    for (record, string) in strings.enumerated() {
      let holds = Array(table.columns[0].string(record).utf8) == trimmed(string)
      #expect(holds, "\(string)")
      rows.count(holds)
    }
    rows.print()
    // As JSON too, an array of names.
    let json = try TabularDocument(name: "blns.json", bytes: SuiteFolder.bytes("naughty-strings/blns.json"))
    let names = try json.encode(fields: [0])
    #expect(names.recordCount == strings.count)
    // Foundation takes byte order marks out of JSON's strings.
    for (record, string) in strings.enumerated() where string != "" {
      #expect(Array(names.columns[0].string(record).utf8) == trimmed(string), "\(string)")
    }
  }

  @Test(.suite(suite)) func eachIsUnderstoodAndInert() throws {
    var rows = SuiteTable("naughty-strings: compare form, Markdown, HTML")
    for string in try strings() {
      let folded = CompareForm.fold(string)
      var holds = Array(CompareForm.fold(folded).utf8) == Array(folded.utf8)
      let visible = VisibleText.oneLine(string)
      // What HTML shows is the text, and none of it is markup.
      var html: [UInt8] = []
      HTMLText.addWhole(string, to: &html)
      var shown = String(decoding: html, as: UTF8.self)
      holds = holds && !html.contains(UInt8(ascii: "<")) && !html.contains(UInt8(ascii: "\""))
      for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        shown = shown.replacing(entity, with: character)
      }
      holds = holds && Array(shown.utf8) == Array(string.utf8)
      // Markdown has only the markup that splits what would do something.
      let markdown = MarkdownText.inert(string)
      let own = markdown.replacing("<!-- -->", with: "").replacing("<span>$</span>", with: "$")
      holds = holds && !own.contains("<") && !markdown.contains("://")
      holds = holds && markdown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      let name = OrganizationName(string)
      holds = holds && visible.isEmpty == VisibleText.oneLine(name.display).isEmpty
      holds = holds && name.names.allSatisfy { !$0.compareForm.isEmpty && !$0.coreForm.isEmpty }
      #expect(holds, "\(string)")
      rows.count(holds)
    }
    rows.print()
  }

  /// What a report has of markup whatever the names are: that of its page's template, and what a letter of as many
  /// harmless names brings besides, which are charts and the shades of a map; empty comments in Markdown, and code.
  private func ownMarkup(of files: [ReportFile]) throws -> Set<String> {
    let template = try #require(ReportTemplates.template(for: "report.html"))
    return files.reduce(into: markup(template).union(["!--", "--", "code"])) { result, file in
      result.formUnion(markup(withoutCode(String(decoding: file.bytes, as: UTF8.self))))
    }
  }

  @Test(.suite(suite)) func aLetterOfThemIsCountedAndReported() throws {
    let strings = try strings()
    let pipeline = StandardPipeline(title: "A letter")
    let tally = try pipeline.tally.run([document(strings)])
    #expect(tally.sources.map(\.records) == [strings.count])
    let counted = tally.rows.reduce(0) { $0 + $1.records } + tally.people.reduce(0) { $0 + $1.records }
    #expect(counted + tally.dropped.values.reduce(0, +) == strings.count)
    let stored = TallyFile.encode(tally)
    #expect(try TallyFile.encode(TallyFile.decode(stored, name: "letter.tally")) == stored)
    let files = StandardPipeline.reportFiles(of: try pipeline.summarize.run(tally))
    let kinds = ["University", "Foundation", "Trade Union", "Ltd", ""]
    let harmless = strings.indices.map { "Harmless \($0) \(kinds[$0 % kinds.count])" }
    let harmlessTally = try pipeline.tally.run([document(harmless)])
    let own = try ownMarkup(of: StandardPipeline.reportFiles(of: try pipeline.summarize.run(harmlessTally)))
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.path.hasSuffix(".csv") {
        let document = try TabularDocument(name: file.path, bytes: file.bytes)
        let table = try document.encode(fields: Array(document.fields.indices))
        #expect(table.findings.isEmpty, "\(file.path)")
        for record in 0..<table.recordCount {
          let cells = table.columns.map { $0.string(record) }
          #expect(!cells.contains(where: DelimitedWriter.isFormula), "\(cells)")
          #expect(!cells.contains { $0.contains(where: \.isNewline) }, "\(cells)")
        }
      } else {
        #expect(markup(withoutCode(text)).subtracting(own).isEmpty, "\(file.path)")
      }
      // The page's own table of characters for its search is data, with every character that a search may hold.
      let shown = text.replacing(/id="folds">(?s:.*?)<\/script>/, with: "")
      let hidden = shown.unicodeScalars.filter { (0x202A...0x202E).contains($0.value) || $0.value == 0 }
      #expect(hidden.isEmpty, "\(file.path)")
    }
  }

  /// A page of Markdown without its fenced blocks, in which nothing is markup.
  private func withoutCode(_ page: String) -> String {
    var isCode = false
    return page.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode
    }.joined(separator: "\n")
  }

  /// The names of tags, and those of attributes with `=`. By scalars: a quotation mark and a combining mark behind it are
  /// one character, but two for a browser.
  private func markup(_ page: String) -> Set<String> {
    var result: Set<String> = []
    for match in page.matches(of: /<\/?([A-Za-z!?][^\s<>]*)([^<>]*)>?/.matchingSemantics(.unicodeScalar)) {
      result.insert(String(match.output.1).lowercased())
      let attributes = match.output.2.replacing(/="[^"]*"/.matchingSemantics(.unicodeScalar), with: "=")
      result.formUnion(attributes.split(separator: " ").map(String.init))
    }
    return result
  }
}
