/// The names that templates may use of a summary, each with its meaning: what `undersigned template --keys` prints.
public enum SummaryKeys {
  /// All of them.
  public static let all: [TemplateKey] = [
    TemplateKey("title", .text, "the letter's title"),
    TemplateKey(
      "headline",
      .group([
        TemplateKey("text", .wording, "`397 organizations from 88 countries`, or the people where only they signed"),
        TemplateKey("bounds", .wording, "`at least 394, at most 397`"),
        TemplateKey("is_people_only", .flag, "only people signed"),
        TemplateKey("people_only", .wording, "that only people signed; may be empty"),
        TemplateKey("is_open", .flag, "an open proposal can change it"),
        TemplateKey("organizations", .group(exactBounds), "how many organizations"),
        TemplateKey("countries", .group(exactBounds), "how many countries"),
        TemplateKey("at_least_means", .wording, "what `at_least` of the organizations holds against"),
        TemplateKey("countries_mean", .wording, "how far open proposals can change the number of countries"),
        TemplateKey("left_out", .wording, "what `at_least` of the organizations leaves out, and why; may be empty"),
        TemplateKey("unlocated", .wording, "of how many organizations no country is known; may be empty"),
        TemplateKey("country_rule", .wording, "what counts as a country; may be empty"),
        TemplateKey("days", .wording, "when people signed; may be empty"),
        TemplateKey("nothing_counted", .wording, "that no organization and nobody is counted; may be empty"),
      ]), "the figures that a report begins with"),
    TemplateKey(
      "notes", .list([TemplateKey("text", .wording, "one sentence")]),
      "what belongs to the headline: those of its sentences that say something"),
    TemplateKey("breakdowns", .list(breakdown), "all five breakdowns; none where no organization signed"),
    TemplateKey("countries", .group(breakdown), "organizations by country"),
    TemplateKey("regions", .group(breakdown), "by region of the world (M49)"),
    TemplateKey("subregions", .group(breakdown), "by sub-region"),
    TemplateKey("types", .group(breakdown), "by type"),
    TemplateKey("scopes", .group(breakdown), "by how far they reach"),
    TemplateKey("matrix", .group(matrix), "organizations by country and type"),
    TemplateKey("short_matrix", .group(matrix), "the same with eight types at most, and the others summed up"),
    TemplateKey("left_out", .list(leftOut), "what each `at_least` leaves out, where it is below the count"),
    TemplateKey("has_left_out", .flag, "there is such a figure"),
    TemplateKey("organizations", .list(organization), "organizations that may be listed, by name"),
    TemplateKey("has_days", .flag, "some organization's day of signing is known"),
    TemplateKey(
      "filters",
      .group([
        TemplateKey("countries", .list(choice), "countries that occur among the listed organizations, by name"),
        TemplateKey("types", .list(choice), "types likewise"),
      ]), "what the list can be narrowed to"),
    TemplateKey("unshown_organizations", .number, "how many `organizations` leaves out, in a very long report.html"),
    TemplateKey("unlisted", .wording, "how many are counted but listed nowhere, in a sentence; empty for none"),
    TemplateKey("proposals", .list(proposal), "what a person should decide, the most effective first"),
    TemplateKey("top_proposals", .list(proposal), "the ten most effective of them"),
    TemplateKey("top_proposals_note", .wording, "how many there are, in a sentence; empty for none"),
    TemplateKey("top_decisions", .lines, "lines for `decisions.csv` by which each of these ten is one organization"),
    TemplateKey("unlisted_proposals", .number, "how many more are open that may not be listed"),
    TemplateKey("open_proposals", .number, "how many proposals are open"),
    TemplateKey("unshown_proposals", .number, "how many `proposals` leaves out, in a very long report.html"),
    TemplateKey("decisions", .number, "how many decisions the report was made with"),
    TemplateKey("sections", .wording, "how many are sections of others, in a sentence; empty for none"),
    TemplateKey("signatures", .group(signatures), "who signed, in which capacity"),
    TemplateKey(
      "rules",
      .list([
        TemplateKey("rule", .wording, "the question that the rule answers"),
        TemplateKey(
          "choices",
          .list([
            TemplateKey("choice", .wording, "the choice in words"),
            TemplateKey("is_chosen", .flag, "the report is made with it"),
            TemplateKey("is_known", .flag, "its figures are known without reading the exports again"),
            TemplateKey("organizations", .number, "organizations under it"),
            TemplateKey("countries", .number, "countries under it"),
          ]), "its choices, the default first"),
      ]), "the counting rules, with the headline under each choice"),
    TemplateKey("allowance", .wording, "what `at_least` allows for, and how"),
    TemplateKey("unverified", .wording, "how many records are left out as unverified; empty for none"),
    TemplateKey(
      "records",
      .group([
        TemplateKey("text", .wording, "read = counted + left out, by reason"),
        TemplateKey("read", .number, "records that the inputs hold"),
        TemplateKey(
          "inputs", .list([TemplateKey("name", .text, "the input"), TemplateKey("records", .number, "its records")]),
          "the inputs"),
      ]), "what became of every record"),
    TemplateKey("findings_found", .number, "how many findings there are, of all kinds"),
    TemplateKey("findings", .list(finding), "what was found wrong, by kind: errors, warnings, notes"),
  ]

  private static let bounds = [
    TemplateKey("reported", .number, "with all merges and decisions applied"),
    TemplateKey("at_least", .number, "no outcome of open proposals gives fewer, and `allowance` is taken off"),
    TemplateKey("at_most", .number, "none gives more"),
  ]

  /// A count with its bounds, and whether anything can change it.
  static var exactBounds: [TemplateKey] { bounds + [allowance, exact] }

  private static let allowance = TemplateKey(
    "allowance", .number, "how many links `at_least` allows for that show in no name")

  private static let exact = TemplateKey("is_exact", .flag, "nothing that is open can change it")

  private static let name = TemplateKey("name", .text, "the name")

  private static let order = TemplateKey("order", .data, "for sorting: a number for each column, with spaces between")

  private static let search = TemplateKey("search", .data, "for searching: the words in compare form")

  private static let breakdown: [TemplateKey] = [
    TemplateKey("id", .text, "`countries`, `types` and so on"),
    TemplateKey("title", .wording, "`By country`"),
    TemplateKey("heading", .wording, "what a row is: `Country`"),
    TemplateKey("note", .wording, "a sentence about it; may be empty"),
    TemplateKey("has_regions", .flag, "each row has a region"),
    TemplateKey("is_long", .flag, "more than twelve rows"),
    TemplateKey(
      "rows",
      .list([
        name, TemplateKey("code", .text, "the country's code; empty for other rows"),
        TemplateKey("region", .text, "the country's region"),
        TemplateKey("mark", .wording, "`not counted as a country` where the policy says so"),
        TemplateKey("organizations", .number, "as reported"),
        TemplateKey("at_least", .number, "no outcome gives fewer"), TemplateKey("at_most", .number, "none gives more"),
        TemplateKey("share", .markup, "percent of all organizations, with one decimal"),
        TemplateKey("percent", .markup, "the same with its sign, as the report's language writes it"),
        TemplateKey("bar", .number, "0 through 100: the part of the largest row"), order, search,
      ]), "the rows, the largest first"),
    TemplateKey(
      "total",
      .group([
        TemplateKey("organizations", .number, "the sum of the rows"),
        TemplateKey("at_least", .number, "of the headline; bounds of rows don't sum"),
        TemplateKey("at_most", .number, "likewise"), TemplateKey("share", .markup, "the sum of the shares"),
        TemplateKey("percent", .markup, "the same with its sign"),
      ]), "the last line"),
  ]

  private static let matrix: [TemplateKey] = [
    TemplateKey("columns", .list([name, TemplateKey("total", .number, "the type's organizations")]), "the types"),
    TemplateKey(
      "rows",
      .list([
        name,
        TemplateKey(
          "cells",
          .list([
            TemplateKey("organizations", .number, "how many; 0 for none"),
            TemplateKey("level", .number, "0 through 4, by the part of the largest cell"),
          ]), "a cell for each column"),
        TemplateKey("total", .number, "the country's organizations"),
      ]), "the countries"),
    TemplateKey("total", .number, "all organizations"),
  ]

  private static let leftOut: [TemplateKey] = [
    TemplateKey("kind", .wording, "what the figure is of: `Country`; empty for the headline"), name,
    TemplateKey("organizations", .number, "as reported"),
    TemplateKey("proposals", .number, "what open proposals take off, below 0"),
    TemplateKey("weak_guesses", .number, "what weak guesses take off, likewise"),
    TemplateKey("allowance", .number, "what is allowed for links that show in no name, likewise"),
    TemplateKey("at_least", .number, "what is left"),
  ]

  private static let evidence = TemplateKey(
    "evidence",
    .list([
      name, TemplateKey("weight", .markup, "what it adds to the score, with its sign"),
      TemplateKey("detail", .text, "the particulars"),
      TemplateKey("text", .text, "all of it in one line, in English: `name +1.00 (detail)`"),
      TemplateKey("is_against", .flag, "it takes off"),
      TemplateKey("start", .markup, "where its bar begins, 0 through 100"),
      TemplateKey("length", .markup, "how long its bar is, likewise"),
    ]), "why, step by step")

  private static let organization: [TemplateKey] = [
    TemplateKey("id", .text, "the organization's id"), name,
    TemplateKey("country", .text, "where it is, in words"),
    TemplateKey("country_code", .text, "the code of its country; empty where it has not exactly one"),
    TemplateKey("scope", .text, "how far it reaches"), TemplateKey("type", .text, "its type"),
    TemplateKey("type_strength", .text, "`confirmed`, `strong` or `weak`"),
    TemplateKey("certainty", .wording, "the same in words; may be empty"),
    TemplateKey("is_guess", .flag, "its type is a weak guess"),
    TemplateKey("part_of", .text, "the organization that it is a section of; may be empty"),
    TemplateKey("ways", .number, "in how many ways it is written"),
    TemplateKey("signatures", .number, "how many signatures"),
    TemplateKey("first_signed", .markup, "the first day, yyyy-mm-dd; empty where none is known"), order, search,
    TemplateKey(
      "variants",
      .list([
        name, TemplateKey("source", .text, "the input in which it stands first"),
        TemplateKey("score", .markup, "0 through 1"),
        TemplateKey("is_canonical", .flag, "it needs no reason: it is the name that is shown"), evidence,
      ]), "the ways in which it is written"),
  ]

  private static let choice: [TemplateKey] = [
    name, TemplateKey("place", .number, "its number in `order`"),
    TemplateKey("organizations", .number, "how many are listed"),
  ]

  private static let side: [TemplateKey] = [
    TemplateKey("id", .text, "its id"), name, TemplateKey("country", .text, "where it is, in words"),
    TemplateKey("country_code", .text, "the code of its country; may be empty"),
    TemplateKey(
      "variants", .list([name, TemplateKey("source", .text, "the input in which it stands first")]),
      "the ways in which it is written"),
  ]

  private static let proposal: [TemplateKey] = [
    TemplateKey("rank", .number, "from 1"), TemplateKey("score", .markup, "0 through 1: how likely they are the same"),
    TemplateKey("effect", .wording, "what accepting it changes"),
    TemplateKey("left", .group(side), "the one that stands first by name"),
    TemplateKey("right", .group(side), "the other"), evidence,
    TemplateKey("indent", .markup, "as many spaces as a list of Markdown needs inside the proposal's item"),
    TemplateKey("cells", .data, "`name,country,value` of a decision that the two are the same, or two"),
    TemplateKey("left_in_right_cells", .data, "of a decision that the left is a section of the right; may be empty"),
    TemplateKey("right_in_left_cells", .data, "of a decision that the right is a section of the left; may be empty"),
    TemplateKey("can_be_apart", .flag, "`cells` can say that they are two"),
    TemplateKey(
      "also", .list([name]), "other organizations with the same names, which a decision by name is about as well"),
  ]

  private static let signatures: [TemplateKey] = [
    TemplateKey(
      "rows",
      .list([
        TemplateKey("who", .wording, "the capacity"), TemplateKey("records", .number, "records"),
        TemplateKey("signatures", .number, "signatures"),
      ]), "by capacity"),
    TemplateKey("records", .number, "all records"), TemplateKey("signatures", .number, "all signatures"),
    TemplateKey(
      "people",
      .list([
        TemplateKey("country", .text, "the country's name"), TemplateKey("signatures", .number, "people's signatures"),
      ]), "people by country, small groups summed up"),
    TemplateKey("people_total", .number, "all of these"),
  ]

  private static let finding: [TemplateKey] = [
    TemplateKey("severity", .text, "`error`, `warning` or `note`"),
    TemplateKey("urgency", .wording, "the same in words"), TemplateKey("finding", .text, "its slug"),
    TemplateKey("times", .number, "how often"), TemplateKey("example", .text, "one of them"),
    TemplateKey("remedy", .text, "what to do"),
    TemplateKey(
      "lines",
      .list([
        TemplateKey("source", .text, "the input"), TemplateKey("line", .number, "the line; 0 where none is told"),
        TemplateKey("column", .number, "the byte in it; likewise"), TemplateKey("message", .text, "what is wrong"),
      ]), "the first of them"),
    TemplateKey("more", .number, "how many are left out of `lines`"),
  ]
}
