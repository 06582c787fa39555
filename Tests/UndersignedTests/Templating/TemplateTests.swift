import Tabular
import Testing

@testable import Undersigned

@Suite struct TemplateTests {
  static let keys: [TemplateKey] = [
    TemplateKey("title", .text, ""), TemplateKey("count", .number, ""), TemplateKey("none", .number, ""),
    TemplateKey("is_open", .flag, ""), TemplateKey("style", .markup, ""), TemplateKey("line", .data, ""),
    TemplateKey("rows", .list([TemplateKey("name", .text, ""), TemplateKey("count", .number, "")]), ""),
    TemplateKey("head", .group([TemplateKey("name", .text, "")]), ""), TemplateKey("empty", .list([]), ""),
  ]

  static let context: TemplateContext = [
    "title": .text("A & B"), "count": .number(12_345), "none": .number(0), "is_open": .flag(true),
    "style": .markup("<b>"), "line": .data("a,\"b\""),
    "rows": .list([["name": .text("One"), "count": .number(1)], ["name": .text("Two"), "count": .number(2)]]),
    "head": .group(["name": .text("Head")]), "empty": .list([]),
  ]

  private func render(
    _ text: String, as format: TemplateFormat = .plain, _ partials: [String: String] = [:]
  ) throws -> String {
    let template = try Template(text, file: "t.mustache", keys: TemplateTests.keys) { name in
      partials[name].map { ($0, "\(name).mustache") }
    }
    return String(decoding: try template.render(TemplateTests.context, as: format), as: UTF8.self)
  }

  @Test(arguments: [
    ("{{title}}|{{ title }}|{{count}}|{{count.digits}}|{{is_open}}|{{none}}", "A & B|A & B|12,345|12345||0"),
    ("{{#rows}}{{name}} {{count}} of {{title}};{{/rows}}", "One 1 of A & B;Two 2 of A & B;"),
    ("{{head.name}} {{#head}}{{name}}{{/head}}", "Head Head"),
    ("{{#is_open}}open{{/is_open}}{{^is_open}}closed{{/is_open}}", "open"),
    (
      "{{#none}}some{{/none}}{{^none}}none{{/none}}{{^empty}} nothing{{/empty}}{{#count}} {{count}}{{/count}}",
      "none nothing 12,345"
    ),
    ("{{! says nothing }}x{{style}}{{{style}}}{{&style}}", "x<b><b><b>"),
    ("{{=<% %>=}}<%title%> {{title}} <%={{ }}=%>{{count}}", "A & B {{title}} 12,345"),
    ("a\n  {{#rows}}\n- {{name}}\n  {{/rows}}\nb\n", "a\n- One\n- Two\nb\n"),
    ("a\n{{! alone }}\r\nb {{! not alone }}\n", "a\nb \n"),
    ("{{#rows}}\r\n{{name}}\r\n{{/rows}}\r\n", "One\r\nTwo\r\n"),
    ("no tag } { at all", "no tag } { at all"), ("", ""),
  ]) func itRenders(text: String, expected: String) throws {
    #expect(try render(text) == expected)
  }

  @Test func partialsStandIndented() throws {
    let partials = ["row": "- {{name}}\n- {{count}}\n", "list": "{{#rows}}\n{{> row}}\n{{/rows}}\n"]
    #expect(try render("x\n  {{> list}}\ny\n", partials) == "x\n  - One\n  - 1\n  - Two\n  - 2\ny\n")
    #expect(try render("[{{> row}}]", ["row": "{{title}}"]) == "[A & B]")
  }

  @Test func sectionsNestSoFarAndNoFarther() throws {
    let limit = TemplateParser.depthLimit
    func nested(_ count: Int) -> String {
      String(repeating: "{{#head}}", count: count) + "x" + String(repeating: "{{/head}}", count: count)
    }
    #expect(try render(nested(limit)) == "x")
    let error = #expect(throws: PipelineError.self) { try render(nested(50_000)) }
    #expect(error?.position == Position(source: "t.mustache", line: 1, column: 9 * limit + 1))
  }

  /// Thirty that put in the next one twice would become a thousand million.
  @Test func partialsCanNotMultiplyWithoutEnd() throws {
    var partials = ["p30": "{{title}}"]
    for level in 0..<30 { partials["p\(level)"] = " {{> p\(level + 1)}}{{> p\(level + 1)}}" }
    let error = #expect(throws: PipelineError.self) { try render("{{> p0}}", partials) }
    #expect(
      error?.description == """
        p29.mustache:1:2: error: in '{{> p30}}': with its partials the template has more than 16777216 bytes
          fix: look for partials that put in others several times
        """)
    // As deep, but each only once, is as it should be.
    for level in 0..<30 { partials["p\(level)"] = "{{> p\(level + 1)}}" }
    #expect(try render("{{> p0}}", partials) == "A & B")
    for level in 30..<70 { partials["p\(level)"] = "{{> p\(level + 1)}}" }
    let deep = #expect(throws: PipelineError.self) { try render("{{> p0}}", partials) }
    #expect(deep?.position == Position(source: "p63.mustache", line: 1, column: 1))
  }

  /// Thirty lists inside each other become a thousand million as well, whether they print something or not.
  @Test(arguments: ["x", "", "{{name}}"]) func listsInsideListsComeToAnEnd(inner: String) throws {
    let text =
      "\n" + String(repeating: "{{#rows}}", count: 30) + inner + String(repeating: "{{/rows}}", count: 30)
    let template = try Template(text, file: "t.mustache", keys: TemplateTests.keys)
    let error = #expect(throws: PipelineError.self) {
      try template.render(TemplateTests.context, as: .plain, limit: 1 << 12)
    }
    #expect(error?.position.source == "t.mustache" && error?.position.line == 2)
    #expect((error?.position.column ?? 0) > 9 * 15)
    #expect(error?.problem.contains("passes the limit 'rendered-bytes', 4096") == true)
    let flat = try Template("{{#rows}}\(inner){{/rows}}", file: "t.mustache", keys: TemplateTests.keys)
    #expect(try flat.render(TemplateTests.context, as: .plain, limit: 8).count <= 8)
  }

  private func render(_ text: String, _ partials: [String: String]) throws -> String {
    try render(text, as: .plain, partials)
  }

  @Test(arguments: [
    (
      "a\n {{titel}}",
      """
      t.mustache:2:2: error: in '{{titel}}': there is no 'titel' here; did you mean 'title'?
        fix: use one of count, empty, head, is_open, line, none, rows, style, title
      """
    ),
    (
      "{{#rows}}\n{{name}} {{quux}}{{/rows}}",
      """
      t.mustache:2:10: error: in '{{quux}}': there is no 'quux' here
        fix: use one of count, empty, head, is_open, line, name, none, rows, style, title
      """
    ),
    (
      "{{head.nam}}",
      """
      t.mustache:1:1: error: in '{{head.nam}}': there is no 'nam' here; did you mean 'name'?
        fix: use one of name
      """
    ),
    (
      "é {{#rows}}{{/row}}",
      """
      t.mustache:1:13: error: in '{{/row}}': it closes 'row', but 'rows' of line 1 is open
        fix: write {{/rows}}
      """
    ),
    (
      "\n\n{{#rows}} x",
      """
      t.mustache:3:1: error: in '{{#rows}}': the section is never closed
        fix: close it with {{/rows}}
      """
    ),
    (
      "{{/rows}}",
      """
      t.mustache:1:1: error: in '{{/rows}}': it closes no section
        fix: open it with {{#rows}}, or remove it
      """
    ),
    (
      "x {{title\n}",
      """
      t.mustache:1:3: error: in '{{title': the tag never ends
        fix: end it with }}
      """
    ),
    (
      "{{{title}}}",
      """
      t.mustache:1:1: error: in '{{{title}}}': 'title' may hold what others wrote, which never goes out unescaped
        fix: write {{title}}
      """
    ),
    (
      "{{rows}}",
      """
      t.mustache:1:1: error: in '{{rows}}': 'rows' is a list, which prints as nothing
        fix: open it: {{#rows}}
      """
    ),
    (
      "{{ }}",
      """
      t.mustache:1:1: error: in '{{ }}': a tag holds one name
        fix: write {{name}}
      """
    ),
    (
      "{{> nowhere}}",
      """
      t.mustache:1:1: error: in '{{> nowhere}}': there is no partial 'nowhere'
        fix: put nowhere.mustache beside the template
      """
    ),
    (
      "  {{> broken}}",
      """
      broken.mustache:2:3: error: in '{{titl}}': there is no 'titl' here; did you mean 'title'?
        fix: use one of count, empty, head, is_open, line, none, rows, style, title
      """
    ),
    (
      "{{> itself}}",
      """
      itself.mustache:1:1: error: in '{{> itself}}': 'itself' puts in itself
        fix: remove the tag
      """
    ),
  ]) func whatIsWrongHasItsPlaceAndRemedy(text: String, expected: String) throws {
    let error = #expect(throws: PipelineError.self) {
      try render(text, as: .html, ["broken": "x\n  {{titl}}\n", "itself": "{{> itself}}"])
    }
    #expect(error?.description == expected)
  }

  // MARK: What others wrote

  /// Names that would do something if they were let.
  static let hostile = [
    "<script>alert(1)</script>", "\" onmouseover=alert(1) x=\"", "\"\u{301} onmouseover=alert(1) x=\"\u{301}",
    "<\u{338}img src=x onerror=alert(1)>", "' autofocus onfocus=alert(1) '", "</textarea><b>", "]]><b>",
    "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "=cmd|' /C calc'!A0", "Evil \u{202E}gnp.exe",
    "\u{2066}x\u{2069}", "a\nb\rc\u{2028}d", "\u{0}\u{1B}[31mred", String(repeating: "A", count: 10_000),
  ]

  @Test(arguments: hostile) func hostileTextIsInertInHTML(name: String) throws {
    var bytes: [UInt8] = []
    TemplateFormat.html.add(name, to: &bytes)
    TemplateFormat.html.addWhole(name, to: &bytes)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(!scalars.contains { "<>\"'\n\r\u{2028}\u{202E}\u{2066}\u{1B}\u{0}".unicodeScalars.contains($0) })
  }

  @Test(arguments: hostile) func hostileTextIsInertInOtherFormats(name: String) throws {
    let escaped = MarkdownText.inert(name)
    var markdown: [UInt8] = []
    TemplateFormat.markdown.add(name, to: &markdown)
    #expect(String(decoding: markdown, as: UTF8.self) == escaped)
    var plain: [UInt8] = []
    TemplateFormat.plain.add(name, to: &plain)
    #expect(plain.allSatisfy { $0 >= 0x20 })
    #expect(!String(decoding: plain, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
  }

  @Test func formatsFollowTheEnding() {
    #expect(TemplateFormat(ofFile: "report.html") == .html)
    #expect(TemplateFormat(ofFile: "A.MD") == .markdown)
    #expect(TemplateFormat(ofFile: "press.txt") == .plain)
    #expect(TemplateFormat(ofFile: "press") == .plain)
  }
}
