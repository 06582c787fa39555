/// A name that a template may use, documented: a tree of them tells whether a template can be right before it is used.
public struct TemplateKey: Hashable, Sendable {
  /// What stands behind a name.
  public indirect enum Kind: Hashable, Sendable {
    /// Words.
    case text
    /// A sentence or words of the program's own, in the report's language.
    case wording
    /// Lines of a file, which become a block of code.
    case lines
    /// Words for a program.
    case data
    /// A number.
    case number
    /// Whether something holds.
    case flag
    /// Finished text of the program's own.
    case markup
    /// Several contexts with these names.
    case list([TemplateKey])
    /// One context with these names.
    case group([TemplateKey])
  }

  /// The name.
  public var name: String
  /// What stands behind it.
  public var kind: Kind
  /// What it means, for whoever writes a template.
  public var meaning: String

  /// A name with its meaning.
  public init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  /// The names below it.
  public var children: [TemplateKey] {
    switch kind {
    case .list(let keys), .group(let keys): keys
    case .number: [TemplateKey("digits", .text, "without `,` between thousands")]
    case .text, .wording, .lines, .data, .flag, .markup: []
    }
  }

  /// The word for what stands behind it.
  public var kindName: String {
    switch kind {
    case .text: "text"
    case .wording: "wording"
    case .lines: "lines"
    case .data: "data"
    case .number: "number"
    case .flag: "flag"
    case .markup: "markup"
    case .list: "list"
    case .group: "group"
    }
  }

  /// Lists names with their kinds and meanings, those below a name indented under it.
  public static func listing(_ keys: [TemplateKey], indent: String = "") -> String {
    keys.map { key in
      let own = "\(indent)\(key.name)  (\(key.kindName))  \(key.meaning)\n"
      if case .number = key.kind { return own }
      return own + listing(key.children, indent: indent + "  ")
    }.joined()
  }
}
