import ArgumentParser
import Tabular
import Undersigned

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The stages of a pipeline file, composed as written.",
    discussion: "Its paths are relative to its folder. The last stage is 'report', or 'tally' for a partial result.")

  @Argument(help: "The pipeline file.")
  var pipeline: String

  @OptionGroup var trust: PathTrust
  @OptionGroup var cache: CacheOptions

  @Flag(name: .shortAndLong, help: "Say only what went wrong.")
  var quiet = false

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let letter = try Failure.exiting { () throws(PipelineError) in try Letter(pipelineFile: pipeline, trust) }
    try LetterRun.finish([LetterRun(letter, quiet: quiet, cache: cache.open())], quiet: quiet, json: json)
  }
}
