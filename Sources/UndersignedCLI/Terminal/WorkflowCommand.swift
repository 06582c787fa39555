#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line by which GitHub Actions marks a place in a file.
struct WorkflowCommand {
  /// How much it matters.
  enum Level: String {
    case error, warning, notice
  }

  var level: Level
  var file: String
  /// From 1.
  var line: Int
  var title: String
  var message: String

  /// How many lines of one level GitHub shows of a step.
  private static let limit = 10

  /// The worst nine, errors before warnings before notices, and one more that tells how many more there are.
  ///
  /// - Parameters:
  ///   - commands: In the order in which those of one level matter.
  ///   - rest: What more there are, as in `and 7 more findings`.
  static func worst(_ commands: [WorkflowCommand], rest: String) -> [WorkflowCommand] {
    let sorted = [Level.error, .warning, .notice].flatMap { level in commands.filter { $0.level == level } }
    guard sorted.count > limit - 1 else { return sorted }
    var last = sorted[limit - 1]
    last.message = "and \(sorted.count - limit + 1) more \(rest)"
    return sorted.prefix(limit - 1) + [last]
  }

  /// Whether the program runs in GitHub Actions.
  static var isWanted: Bool { getenv("GITHUB_ACTIONS").map { String(cString: $0) } == "true" }

  /// The line, with what would end it or its fields escaped.
  var text: String {
    "::\(level.rawValue) file=\(WorkflowCommand.property(file)),line=\(line),title=\(WorkflowCommand.property(title))::"
      + WorkflowCommand.data(message)
  }

  /// Writes the line to standard error, where it disturbs no data.
  func issue() { Terminal.command(text) }

  private static func data(_ text: String) -> String {
    Terminal.visible(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
