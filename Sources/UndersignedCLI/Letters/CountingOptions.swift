import ArgumentParser
import Undersigned

/// How signatures are to be counted; what a pipeline file says, these override.
struct CountingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The letter's decisions, as a table or as OpenRefine's history in JSON; may be given again. "
        + "Default: decisions.csv and decisions.json beside its exports.",
      valueName: "file"))
  var decisions: [String] = []

  @Option(
    help: ArgumentHelp(
      "Names that denote one organization, as evidence; default: aliases.csv beside its exports.", valueName: "file"))
  var aliases: String?

  @Option(help: ArgumentHelp("What counts as a country. Default: iso-3166-1.", valueName: "rule"))
  var countries: Policy.CountryRule?

  @Option(
    help: ArgumentHelp(
      "What becomes of a territory that is no country by that rule. Default: itself.", valueName: "rule"))
  var territories: Policy.TerritoryRule?

  @Option(
    help: ArgumentHelp(
      "What countries are called: cldr, un, iso, or a CSV file with the fields code and name. Default: cldr.",
      valueName: "names"))
  var countryNames: String?

  @Option(
    help: ArgumentHelp(
      "What is made of an organization whose country nobody stated and nothing else tells. Default: scope-guessed.",
      valueName: "rule"))
  var blankCountry: Policy.BlankCountry?

  @Option(help: ArgumentHelp("What a section of another organization counts as. Default: counted.", valueName: "rule"))
  var sections: Policy.SectionRule?

  @Option(
    help: ArgumentHelp(
      "How many links between names of one organization 'at least' allows for that no name shows: a share of the "
        + "organizations or a number. Default: \(LinkAllowance.standard).",
      valueName: "share"))
  var invisibleLinks: LinkAllowance?

  @Option(
    help: ArgumentHelp(
      "The type, as a weak guess, of what nothing tells the type of, such as ngo. Default: unclassified.",
      valueName: "type"))
  var lastResort: OrganizationType?
}

extension Policy.CountryRule: ExpressibleByArgument {}
extension Policy.TerritoryRule: ExpressibleByArgument {}
extension Policy.BlankCountry: ExpressibleByArgument {}
extension Policy.SectionRule: ExpressibleByArgument {}
extension OrganizationType: ExpressibleByArgument {}

extension LinkAllowance: ExpressibleByArgument {
  /// An allowance as it is written.
  public init?(argument: String) { self.init(argument) }
}
