import Foundation
import Testing

/// Names, titles and answers that want to be more than text stay text in whatever the program writes.
@Suite struct HostileNamesTests {
  /// What signers could write to act in a page, a Markdown file, a spreadsheet, a terminal or a CI log.
  static let names = [
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "--><!-- Forum", "&lt;b&gt; Choir",
    "](javascript:alert(1))", "![x](http://evil.example/x.png)", "`code` ```fence``` Club", "a | b | c Guild",
    "{{x}} {{{title}}} Circle", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-2+3", "\tTabbed Union",
    "ab\u{202E}dc Union", "\u{2066}iso\u{2069} Front", "\u{61C}marks\u{200F} Bund", "zero\u{200B}width\u{FEFF} Net",
    "\u{1B}[31mred\u{1B}[0m League", "\u{9B}31mc1 Verband", "nul\0byte Party", "two\r\nlines Assembly",
    "\u{2028}parted\u{2029} Bund", "quote\"\u{301} onmouseover=alert(1) Group", "::error::Hacked",
    "\n::error::Second line", " \u{200B}::error::Third", "##[error]Fourth", "%0A::error::Fifth",
    String(repeating: "long", count: 2560),
  ]

  /// A letter of these names, its report, and what the commands print.
  private struct Runs: Sendable {
    var output: [String: String] = [:]
    var messages: [String: String] = [:]
    var files: [String: String] = [:]

    init() throws {
      let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-hostile-\(UUID().uuidString)")
      let folder = work.appending(path: "letter")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: work) }
      func quoted(_ text: String) -> String { "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\"" }
      var export = "Organization,Country,Type\n"
      for (index, name) in names.enumerated() {
        export += "\(quoted(name)),\(["France", "Kenya", "Chile"][index % 3]),union\n"
        export += "\(quoted(name + " Workers Union")),\(quoted(name)),\(quoted(name))\n"
        export += "\(quoted(name + " Workers Unions of all")),Peru,\(quoted(name))\n"
      }
      try Data(export.utf8).write(to: folder.appending(path: "signatures.csv"))
      // The title as JSON, which YAML reads.
      let title = names.prefix(9).joined(separator: " ") + " \u{202E}"
      let quotedTitle = try String(decoding: JSONEncoder().encode(title), as: UTF8.self)
      try Data("letter: \(quotedTitle)\nexports: [signatures.csv]\n".utf8).write(
        to: folder.appending(path: "letter.yml"))
      try Data("Organization,Country\nTesta Union,Peru\n".utf8).write(to: work.appending(path: "old.csv"))
      let text = names.enumerated().map { index, name in
        "Over \(index) organizations signed, including \(name) and \(name) Workers Union."
      }
      try Data(text.joined(separator: "\n").utf8).write(to: work.appending(path: "text.md"))

      let commands = [
        "report": "report letter/letter.yml --output out",
        "report-json": "report letter/letter.yml --output out --json",
        "report-ar": "report letter/letter.yml --output out-ar --language ar",
        "review": "review letter/letter.yml --lines", "announce": "announce letter/letter.yml --names 50",
        "announce-json": "announce letter/letter.yml --names 50 --json",
        "announce-list": "announce letter/letter.yml --list type --language ar",
        "announce-csv": "announce letter/letter.yml --list country --csv",
        "resolve-csv": "resolve letter/signatures.csv", "count-csv": "count letter/signatures.csv",
        "inspect": "inspect letter/signatures.csv", "verify": "verify text.md letter/letter.yml",
        "verify-json": "verify text.md letter/letter.yml --json",
        "compare": "compare old.csv letter/signatures.csv",
        "compare-json": "compare old.csv letter/signatures.csv --json",
        "check": "check letter/letter.yml --output out --texts text.md",
        "check-json": "check letter/letter.yml --output out --texts text.md --json",
        "audit": "audit letter/letter.yml",
      ]
      for (name, command) in commands.sorted(by: { $0.key < $1.key }) {
        let run = try Program.run(shell: "undersigned \(command)", in: work)
        #expect([0, 1].contains(run.status), "\(name): \(String(decoding: run.messages, as: UTF8.self).prefix(300))")
        output[name] = String(decoding: run.output, as: UTF8.self)
        messages[name] = String(decoding: run.messages, as: UTF8.self)
      }
      for (index, name) in names.enumerated() where !name.contains("\0") {
        let word = "'\(name.replacingOccurrences(of: "'", with: "'\\''"))'"
        // Some of them as signers of the letter, all the others as names that nobody has.
        let letter = index.isMultiple(of: 4) ? "letter/letter.yml" : "old.csv"
        let run = try Program.run(shell: "undersigned explain -- \(word) \(letter)", in: work)
        output["explain-\(index)"] = String(decoding: run.output, as: UTF8.self)
        messages["explain-\(index)"] = String(decoding: run.messages, as: UTF8.self)
      }
      for folder in ["out", "out-ar"] {
        let url = work.appending(path: folder)
        for path in Files.below(url) {
          files["\(folder)/\(path)"] = try String(decoding: Data(contentsOf: url.appending(path: path)), as: UTF8.self)
        }
      }
    }
  }

  private static let runs = Result { try Runs() }

  /// What a terminal obeys or nobody sees; FSI and PDI, which isolate names from right to left, and LRM are ours.
  private func isInvisible(_ scalar: Unicode.Scalar, except own: Set<Unicode.Scalar> = []) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n"
    case .lineSeparator, .paragraphSeparator: true
    case .format: !own.contains(scalar)
    default: false
    }
  }

  @Test func terminalsAndLogsAreNotSteered() throws {
    let runs = try HostileNamesTests.runs.get()
    let own = runs.output.filter { !$0.key.hasSuffix("-csv") }
    #expect(own.count > 40 && runs.files.count > 14)
    for (name, text) in own.merging(runs.messages, uniquingKeysWith: { $0 + "\n" + $1 }) {
      let invisible = text.unicodeScalars.first { isInvisible($0) }
      #expect(invisible == nil, "\(name): \(invisible.map { "\($0.value)" } ?? "")")
      // Decisions are lines of a file, with names as their keys.
      if name != "review" { #expect(!text.contains("##["), "\(name)") }
      for line in text.split(separator: "\n") {
        #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"), "\(name): \(line.prefix(80))")
      }
    }
  }

  @Test func markdownShowsThemAndNothingMore() throws {
    let runs = try HostileNamesTests.runs.get()
    var texts = runs.files.filter { $0.key.hasSuffix(".md") }
    #expect(texts.count == 2)
    texts["list"] = runs.output["announce-list"]
    for (name, text) in texts {
      #expect(
        !text.unicodeScalars.contains { isInvisible($0, except: ["\u{200E}", "\u{2068}", "\u{2069}"]) }, "\(name)")
      // Decisions stand in a block of code, whose fence nothing in it closes.
      var outside = text
      if name != "list" {
        let block = try #require(text.firstMatch(of: /\n(```+)csv\n((?:(?!```).*\n)+)\1\n/), "\(name)")
        #expect(block.output.2.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("same,") }, "\(name)")
        outside.removeSubrange(block.range)
      }
      // Our own images, whose words are those of countries and types.
      outside = outside.replacing(/!\[[^\[\]]*\]\(charts\/[a-z-]+\.svg\)/, with: "")
      outside = outside.replacing(/\\./, with: "").replacing("<!-- -->", with: "·").replacing(/<\/?span>/, with: "")
        .replacing(/`[a-z.-]+`/, with: "")
      for live in ["<", "](", "![", "`", "://", "{{", "@SUM", "www."] {
        #expect(!outside.contains(live), "\(name) \(live)")
      }
      var width: Int?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          width = nil
          continue
        }
        let cells = line.replacing("\\\\", with: "").replacing("\\|", with: "").split(
          separator: "|", omittingEmptySubsequences: false
        ).count
        if let width { #expect(cells == width, "\(name): \(line.prefix(120))") }
        width = cells
      }
    }
  }

  @Test func pagesHaveNoOtherElementsAndAttributes() throws {
    let pages = try HostileNamesTests.runs.get().files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count == 2)
    let elements: Set<Substring> = [
      "!DOCTYPE", "a", "bdi", "body", "button", "caption", "code", "dd", "details", "div", "dl", "dt", "em", "figure",
      "footer", "h1", "h2", "h3", "head", "header", "html", "input", "kbd", "label", "li", "main", "meta", "nav", "ol",
      "option", "p", "rect", "script", "section", "select", "small", "span", "strong", "style", "summary", "svg",
      "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    ]
    for (name, page) in pages {
      #expect(page.matches(of: /<script/).count == 4, "\(name)")
      let shown = page.replacing(/<(script|style)[ >](?s:.*?)<\/\1>/, with: "").replacing(
        /<figure(?s:.*?)<\/figure>/, with: "")
      var rest = shown[...]
      while let start = rest.firstIndex(of: "<") {
        let tag = try #require(
          rest[start...].prefixMatch(of: /<\/?(!?\w+)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?\/?>/),
          "\(name): \(rest[start...].prefix(80))")
        #expect(elements.contains(tag.output.1), "\(name): \(tag.output.0)")
        let names = tag.output.2.replacing(/="[^"]*"/, with: "")
        #expect(!names.contains(/\s(on[a-z]+|style)/), "\(name): \(tag.output.0)")
        #expect(!tag.output.2.contains(/(href|src)="(?!#)/), "\(name): \(tag.output.0)")
        rest = rest[tag.range.upperBound...]
      }
      #expect(!shown.unicodeScalars.contains { isInvisible($0, except: ["\u{200E}"]) }, "\(name)")
    }
  }

  @Test func spreadsheetsRunNothing() throws {
    let runs = try HostileNamesTests.runs.get()
    var files = runs.files.filter { $0.key.hasSuffix(".csv") }
    #expect(files.count > 10)
    for (name, text) in runs.output where name.hasSuffix("-csv") { files[name] = text }
    for (name, text) in files {
      let rows = PlainCSV.rows(text)
      let width = rows.first?.count
      #expect(rows.allSatisfy { $0.count == width }, "\(name)")
      for cell in rows.joined() where Double(cell) == nil {
        let first = cell.unicodeScalars.first { $0 != " " }
        #expect(first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true, "\(name): \(cell.prefix(60))")
      }
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") }, "\(name)")
    }
  }

  @Test func jsonIsJSON() throws {
    let runs = try HostileNamesTests.runs.get()
    for (name, text) in runs.output where name.hasSuffix("-json") {
      #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    for (name, text) in runs.files where name.hasSuffix(".json") {
      #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
  }

  /// In GitHub Actions the program gives commands itself: names stay in their messages.
  @Test func commandsOfTheProgramHoldOneMessageEach() throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-hostile-ci-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    try Data("Organization,Country\nTesta Union,Peru\n".utf8).write(to: work.appending(path: "letter.csv"))
    let name = "::error::Hacked\r::error::again, file=x,line=1"
    try Data("Over 900 organizations signed, including \(name).\n".utf8).write(to: work.appending(path: "text.md"))
    let run = try Program.run(shell: "GITHUB_ACTIONS=true undersigned verify text.md letter.csv", in: work)
    let lines = String(decoding: run.messages, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("::") }
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.contains(/^::(error|warning|notice) file=text\.md,line=1,title=[^:,]*::/), "\(line)")
    }
  }
}
