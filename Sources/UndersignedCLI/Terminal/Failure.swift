import ArgumentParser
import Undersigned

/// How errors leave the program.
enum Failure {
  /// Runs something; an error is told, and ends the program with its status.
  static func exiting<Result>(_ body: () throws(PipelineError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      Terminal.message(error.description)
      throw ExitCode(error)
    }
  }

  /// Ends with the status of the gravest problem, if there is one; the problems were told already.
  static func exit(_ problems: [PipelineError]) throws {
    let statuses = problems.map { ExitCode($0) }
    if let gravest = statuses.max(by: { $0.rawValue < $1.rawValue }) { throw gravest }
  }
}
