import Undersigned

/// One thing that was checked of a letter.
struct CheckResult {
  /// What it is about.
  enum Kind: String {
    case report, gate, text, audit
  }

  /// What came of it.
  enum Level: String {
    case ok, warning, error
  }

  let letter: String
  let kind: Kind
  let level: Level
  /// The file that it is about.
  let file: String
  /// The line in it, from 1; 0 for the whole of it.
  var line = 0
  let message: String
  /// What to do about it; empty where nothing is to be done.
  var remedy = ""

  /// For people, as messages are written.
  var text: String {
    let place = line > 0 ? "\(file):\(line)" : file
    let told = level == .ok ? "\(letter): ok: " : "\(place): \(level.rawValue): "
    return told + "[\(kind.rawValue)] \(message)" + (remedy.isEmpty ? "" : "\n  fix: \(remedy)")
  }

  /// For scripts.
  var json: JSONText {
    .object([
      ("letter", .string(letter)), ("check", .string(kind.rawValue)), ("level", .string(level.rawValue)),
      ("file", .string(file)), ("line", line > 0 ? .integer(line) : .null), ("message", .string(message)),
      ("fix", remedy.isEmpty ? .null : .string(remedy)),
    ])
  }

  /// Annotations: what fails first, at most nine, and how many more there are.
  static func annotations(_ results: [CheckResult]) -> [WorkflowCommand] {
    let limit = 9
    let told = results.filter { $0.level == .error } + results.filter { $0.level == .warning }
    func command(_ result: CheckResult, _ message: String) -> WorkflowCommand {
      WorkflowCommand(
        level: result.level == .error ? .error : .warning, file: result.file, line: max(result.line, 1),
        title: "\(result.letter): \(result.kind.rawValue)", message: message)
    }
    var commands = told.prefix(limit).map {
      command($0, $0.remedy.isEmpty ? $0.message : "\($0.message); \($0.remedy)")
    }
    if told.count > limit {
      commands.append(command(told[limit], "and \(told.count - limit) more that fail or are doubtful"))
    }
    return commands
  }
}
