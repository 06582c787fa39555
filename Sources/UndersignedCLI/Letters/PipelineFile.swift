import Tabular
import Undersigned
import Yams

/// What a pipeline file says: the letter, its exports, mapping, policies, limits, stages, decisions, aliases, ledger,
/// gates, outputs and language.
///
/// Paths in it are relative to its folder. Every key is known, or an error that names the nearest one that is.
struct PipelineFile {
  /// One step of `stages`, with its settings.
  struct Step {
    var name: String
    var settings: [String: Setting]
    var position: Position
  }

  /// A value with the place where it stands.
  struct Setting {
    var text: String
    var position: Position
  }

  private(set) var letter: Setting?
  private(set) var exports: [Setting] = []
  private(set) var fields: [String: Setting] = [:]
  private(set) var policy: [String: Setting] = [:]
  private(set) var types: [String: Setting] = [:]
  private(set) var limits: [String: Setting] = [:]
  private(set) var stages: [Step] = []
  private(set) var decisions: [Setting] = []
  private(set) var aliases: Setting?
  private(set) var ledger: Setting?
  private(set) var gates: [String: Setting] = [:]
  private(set) var output: Setting?
  private(set) var templates: [Setting] = []
  private(set) var language: Setting?

  /// The file as its user named it.
  let name: String

  /// - Parameters:
  ///   - text: YAML.
  ///   - name: The file as its user named it.
  init(_ text: String, name: String) throws(PipelineError) {
    self.name = name
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw PipelineFile.malformed(error, name: name)
    }
    guard let root else {
      throw PipelineError(
        .badConfiguration("an empty pipeline file", remedy: "begin with 'letter: <title>'"), at: Position(source: name))
    }
    try read(root)
  }

  private mutating func read(_ root: Node) throws(PipelineError) {
    let keys = [
      "letter", "exports", "fields", "policy", "types", "stages", "decisions", "aliases", "ledger", "gates", "limits",
      "output", "templates", "language",
    ]
    for (key, value) in try pairs(root, of: "a pipeline file") {
      switch key.text {
      case "letter": letter = try scalar(value, for: key)
      case "exports": exports = try list(value, for: key)
      case "fields": fields = try mapping(value, for: key)
      case "policy": policy = try mapping(value, for: key)
      case "types": types = try mapping(value, for: key)
      case "limits": limits = try mapping(value, for: key)
      case "stages": stages = try steps(value, for: key)
      case "decisions": decisions = try list(value, for: key)
      case "aliases": aliases = try scalar(value, for: key)
      case "templates": templates = try list(value, for: key)
      case "language": language = try scalar(value, for: key)
      case "ledger": ledger = try scalar(value, for: key)
      case "gates": gates = try mapping(value, for: key)
      case "output": output = try scalar(value, for: key)
      default: throw PipelineFile.unknown("key", key, among: keys)
      }
    }
  }

  /// An unknown word where only some are possible.
  static func unknown(_ what: String, _ word: Setting, among known: [String]) -> PipelineError {
    let nearest = Spelling.nearest(to: word.text, among: known)
    let remedy = nearest.map { "did you mean '\($0)'?" } ?? "use one of \(known.joined(separator: ", "))"
    return PipelineError(.badConfiguration("no \(what) '\(word.text)'", remedy: remedy), at: word.position)
  }

  private func position(_ node: Node) -> Position {
    Position(source: name, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  private func fault(_ node: Node, _ what: String, _ remedy: String) -> PipelineError {
    PipelineError(.badConfiguration(what, remedy: remedy), at: position(node))
  }

  private func pairs(_ node: Node, of what: String) throws(PipelineError) -> [(Setting, Node)] {
    guard let mapping = node.mapping else {
      throw fault(node, "\(what) is a list of 'key: value' lines", "write 'key: value'")
    }
    var seen: [String: Position] = [:]
    var pairs: [(Setting, Node)] = []
    for (key, value) in mapping {
      guard let text = key.scalar?.string else { throw fault(key, "a key is one word", "write 'key: value'") }
      if let earlier = seen.updateValue(position(key), forKey: text) {
        throw fault(key, "'\(text)' stands twice; first in line \(earlier.line)", "keep one of them")
      }
      pairs.append((Setting(text: text, position: position(key)), value))
    }
    return pairs
  }

  private func scalar(_ node: Node, for key: Setting) throws(PipelineError) -> Setting {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw fault(node, "'\(key.text)' takes one value", "write '\(key.text): <value>'")
    }
    return Setting(text: text, position: position(node))
  }

  private func list(_ node: Node, for key: Setting) throws(PipelineError) -> [Setting] {
    guard let sequence = node.sequence else { return [try scalar(node, for: key)] }
    var settings: [Setting] = []
    for item in sequence { settings.append(try scalar(item, for: key)) }
    return settings
  }

  private func mapping(_ node: Node, for key: Setting) throws(PipelineError) -> [String: Setting] {
    var settings: [String: Setting] = [:]
    for (name, value) in try pairs(node, of: "'\(key.text)'") {
      settings[name.text] = try scalar(value, for: name)
    }
    return settings
  }

  private func steps(_ node: Node, for key: Setting) throws(PipelineError) -> [Step] {
    guard let sequence = node.sequence else {
      throw fault(node, "'stages' is a list", "write '- read' and so on, a line each")
    }
    var steps: [Step] = []
    for item in sequence {
      if let name = item.scalar?.string {
        steps.append(Step(name: name, settings: [:], position: position(item)))
      } else {
        for (name, settings) in try pairs(item, of: "a stage with settings") {
          steps.append(Step(name: name.text, settings: try mapping(settings, for: name), position: name.position))
        }
      }
    }
    return steps
  }

  private static func malformed(_ error: any Error, name: String) -> PipelineError {
    let remedy = "check the indentation and the quotes"
    guard let error = error as? YamlError else {
      return PipelineError(.badConfiguration("malformed YAML", remedy: remedy), at: Position(source: name))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return PipelineError(
        .badConfiguration("malformed YAML: \(problem)", remedy: remedy),
        at: Position(source: name, line: mark.line, column: mark.column))
    default:
      return PipelineError(.badConfiguration("malformed YAML", remedy: remedy), at: Position(source: name))
    }
  }
}
