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

  /// The same as a mark at its place.
  var annotation: WorkflowCommand {
    WorkflowCommand(
      level: level == .error ? .error : .warning, file: file, line: max(line, 1), title: "\(letter): \(kind.rawValue)",
      message: remedy.isEmpty ? message : "\(message); \(remedy)")
  }
}
