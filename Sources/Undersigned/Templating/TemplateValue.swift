/// What a name in a template stands for: plain values, so that nothing but a tree of them decides what a file says.
public enum TemplateValue: Sendable {
  /// Words, which may be what others wrote; escaped for the file that they go into. Empty counts as not there.
  case text(String)
  /// The program's own sentence, never what others wrote, with emphasis and code marked as in Markdown; never cut. Empty
  /// counts as not there.
  case wording(String)
  /// Lines of a file in some language, which become a block of code and do nothing there.
  case lines(String, [String])
  /// Words for a program, such as a line of a file; escaped likewise, and never cut.
  case data(String)
  /// A number, printed as `1,234` or as the report's language writes it; its `digits` are `1234`. 0 counts as not there.
  case number(Int)
  /// Whether something holds; prints as nothing.
  case flag(Bool)
  /// Finished text of the program's own, never what others wrote; not escaped.
  case markup(String)
  /// Several contexts, one after the other.
  case list([TemplateContext])
  /// One context.
  case group(TemplateContext)

  /// Whether a section about it is shown.
  var isThere: Bool {
    switch self {
    case .text(let text), .data(let text), .markup(let text), .wording(let text): !text.isEmpty
    case .lines(_, let lines): !lines.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let contexts): !contexts.isEmpty
    case .group: true
    }
  }
}

/// Names with their values: what a template, or a section of it, can speak of.
public struct TemplateContext: Sendable, ExpressibleByDictionaryLiteral {
  /// The names with their values, in the order in which they were given.
  public private(set) var entries: [(name: String, value: TemplateValue)]

  /// A context of these names, each given once.
  public init(dictionaryLiteral entries: (String, TemplateValue)...) {
    self.entries = entries.map { (name: $0, value: $1) }
  }

  /// A context of some of these names: what a template doesn't use is not made.
  init(of names: Set<String>, _ entries: [(name: String, value: () -> TemplateValue)]) {
    self.entries = entries.filter { names.contains($0.name) }.map { ($0.name, $0.value()) }
  }

  /// The value of a name; nothing for a name that is none.
  ///
  /// - Complexity: O(names).
  public subscript(name: String) -> TemplateValue? {
    entries.first { $0.name == name }?.value
  }

  /// This context with the names of another after its own.
  public func adding(_ other: TemplateContext) -> TemplateContext {
    var result = self
    result.entries += other.entries
    return result
  }
}
