import Tabular

/// A text with places for values, in the language of mustache (mustache.github.io/mustache.5.html): variables,
/// sections, inverted sections, comments, partials and other delimiters.
///
/// Stricter than most: a name that is none, or a section that never closes, is an error with its place and not an empty
/// text; what others wrote always goes out escaped, so `{{{name}}}` is for the program's own markup alone. Lambdas,
/// recursion and the implicit `.` are left out.
public struct Template: Sendable {
  /// A part of a template.
  indirect enum Node: Sendable {
    case literal([UInt8])
    case variable(TemplateTag)
    case section(TemplateTag, isInverted: Bool, [Node])
  }

  let nodes: [Node]

  /// The names that its tags take from the outermost context: it needs no others.
  let outerNames: Set<String>

  /// Finds the text of a partial, and what its file is called in messages; nothing where there is none.
  public typealias Partials = (String) -> (text: String, file: String)?

  /// Reads a template and checks every name in it.
  ///
  /// - Parameters:
  ///   - text: The template.
  ///   - file: What it is called in messages.
  ///   - keys: The names that it may use.
  ///   - partials: Finds what `{{> name}}` puts in.
  /// - Throws: `malformedTemplate` at the line and the column of the tag that is wrong.
  /// - Complexity: O(*n*) in the text with its partials.
  public init(
    _ text: String, file: String, keys: [TemplateKey], partials: @escaping Partials = { _ in nil }
  ) throws(PipelineError) {
    var parser = TemplateParser(text, file: file, partials: partials)
    nodes = try parser.parse()
    var outerNames: Set<String> = []
    try Template.check(nodes, [keys], &outerNames)
    self.outerNames = outerNames
  }

  /// Every name must be one, in the section where it stands; finds those that stand in the outermost.
  private static func check(
    _ nodes: [Node], _ stack: [[TemplateKey]], _ outerNames: inout Set<String>
  ) throws(PipelineError) {
    for node in nodes {
      switch node {
      case .literal: break
      case .variable(let tag):
        let key = try resolve(tag, stack, &outerNames)
        switch key.kind {
        case .list, .group:
          throw tag.error("'\(tag.name)' is a \(key.kindName), which prints as nothing", "open it: {{#\(tag.name)}}")
        case .text, .data:
          if tag.isRaw {
            throw tag.error(
              "'\(tag.name)' may hold what others wrote, which never goes out unescaped", "write {{\(tag.name)}}")
          }
        case .number, .flag, .markup, .wording, .lines: break
        }
      case .section(let tag, let isInverted, let inner):
        let key = try resolve(tag, stack, &outerNames)
        var inside = stack
        if !isInverted, !key.children.isEmpty, key.kindName != "number" { inside.append(key.children) }
        try check(inner, inside, &outerNames)
      }
    }
  }

  private static func resolve(
    _ tag: TemplateTag, _ stack: [[TemplateKey]], _ outerNames: inout Set<String>
  ) throws(PipelineError) -> TemplateKey {
    let depth = stack.lastIndex { keys in keys.contains { $0.name == tag.path[0] } }
    if depth == 0 { outerNames.insert(tag.path[0]) }
    var scope = depth.map { stack[$0] } ?? []
    var found: TemplateKey?
    for (index, step) in tag.path.enumerated() {
      guard let key = scope.first(where: { $0.name == step }) else {
        let known = index == 0 ? stack.joined().map(\.name) : scope.map(\.name)
        let nearest = Spelling.nearest(to: step, among: known, differingInOneOf: 2)
        throw tag.error(
          "there is no '\(step)' here" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
          "use one of \(Set(known).sorted().joined(separator: ", "))")
      }
      found = key
      scope = key.children
    }
    guard let found else { throw tag.error("a tag without a name", "name what it stands for") }
    return found
  }
}

/// A tag with its place.
struct TemplateTag: Sendable {
  /// The name as written, without sign and spaces.
  var name: String
  /// The steps of its name.
  var path: [String]
  /// Whether it asks for no escaping.
  var isRaw = false
  /// The tag as it stands there.
  var source: String
  /// Where it begins.
  var position: Position

  /// What is wrong with it.
  func error(_ what: String, _ remedy: String) -> PipelineError {
    PipelineError(.malformedTemplate("in \(quoted(source)): \(what)", remedy: remedy), at: position)
  }
}
