import ArgumentParser
import Tabular
import Undersigned

/// How exports are to be read; what a pipeline file says, these override.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("field"),
    help: ArgumentHelp(
      "Which header holds which field, such as organization='Name of your group'; may be given again.",
      valueName: "field=header"))
  var fields: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who signs when an organization stands beside a person's name and nothing says in which capacity. "
        + "Default: organization-signs.",
      valueName: "rule"))
  var affiliatedPerson: Policy.AffiliatedPerson?

  @Flag(help: "Count signatures that the platform lists as unverified.")
  var countUnverified = false

  @OptionGroup var trust: PathTrust

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "The most that reading takes in and a template makes, such as answer-bytes=1000000; may be given again. Limits: "
        + StandardPipeline.limitNames.joined(separator: ", ") + ".",
      valueName: "name=number"))
  var limits: [String] = []
}

extension Policy.AffiliatedPerson: ExpressibleByArgument {}
