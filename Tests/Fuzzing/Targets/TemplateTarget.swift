@testable import Undersigned

/// Templates: refused at a place in the file, or rendered in every format.
enum TemplateTarget: FuzzTarget {
  static let name = "template"

  private static let keys = [
    TemplateKey("letter", .text, ""), TemplateKey("count", .number, ""), TemplateKey("isThere", .flag, ""),
    TemplateKey("own", .markup, ""), TemplateKey("data", .data, ""),
    TemplateKey("rows", .list([TemplateKey("name", .text, ""), TemplateKey("count", .number, "")]), ""),
    TemplateKey("home", .group([TemplateKey("name", .text, "")]), ""),
  ]
  private static let context: TemplateContext = [
    "letter": .text("A <letter> \"of\" {{count}}"), "count": .number(1_234), "isThere": .flag(false),
    "own": .markup("<b>own</b>"), "data": .data("a,\"b\""),
    "rows": .list([["name": .text("<A>"), "count": .number(0)], ["name": .text("@B"), "count": .number(2)]]),
    "home": .group(["name": .text("Chile")]),
  ]

  static func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let places = TextPlaces(text.utf8.map { $0 == 0x0D ? 0x20 : $0 })
    do throws(PipelineError) {
      let template = try Template(text, file: "a", keys: keys) { name in
        name.count == 1
          ? ("{{#rows}}\n  {{name}} {{> \(name)\(name)}}\n{{/rows}}\n", "\(name).mustache")
          : name.count == 2 ? ("{{letter}}\n", "\(name).mustache") : nil
      }
      for format in [TemplateFormat.html, .markdown, .plain] {
        let result = try template.render(context, as: format)
        require(String(validating: result, as: UTF8.self) != nil, "no UTF-8")
        if format == .html {
          require(!String(decoding: result, as: UTF8.self).contains("<letter>") || text.contains("<"), "HTML")
        }
      }
    } catch {
      require(error.position.line >= 1 && error.position.column >= 1, "no place: \(error)")
      if error.position.source == "a" { places.check(error.position, "\(error)") }
    }
  }
}
