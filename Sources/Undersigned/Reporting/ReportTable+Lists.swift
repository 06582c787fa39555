import Tabular

// The tables of what stands behind the figures.
extension ReportTable {
  /// Who signed.
  public static let organizations = ReportTable(
    "organizations", title: "Organizations",
    description: "A line for each organization that may be listed, by name.",
    key: "organization_id",
    references: [
      Reference("country_code", in: "countries", "country_code", needsSections: true),
      Reference("type", in: "types", "type", needsSections: true),
    ],
    view: View(facets: ["country", "type", "scope"], order: "organization", label: "organization"),
    columns: [
      .string(
        "organization_id", "Identifier", "The same in every report in which the organization is linked alike.",
        .required, .unique
      ) { (line: OrganizationLine) in line.id },
      .string("organization", "Organization", "Its name, as one of its signers wrote it or a decision says.", .required)
      { $0.name },
      .country("country_code", "Country code", "ISO 3166-1 alpha-2, or XK; empty where it has no single country.") {
        $0.home.country
      },
      .string("country", "Country", "Its country, or what stands in its place.", .required) { $0.homeName },
      .string(
        "scope", "Scope", "How far it reaches.", .required, .oneOf(Location.Scope.allCases.map(\.rawValue))
      ) { $0.scope.rawValue },
      type("What sort of organization it is.") { $0.type },
      .string(
        "type_strength", "Strength of the type", "How sure the type is; a weak one is a guess, and in no 'at least'.",
        .oneOf(TypeAssignment.Strength.allCases.map(\.rawValue))
      ) { $0.typeStrength?.rawValue ?? "" },
      .string("part_of", "Part of", "The name of the organization that it is a section of.") { $0.partOf },
      .integer("variants", "Variants", "In how many ways it is written.", .required, .minimum(1)) { $0.variants },
      .integer("signatures", "Signatures", "How many signatures name it.", .required, .minimum(1)) { $0.signatures },
      .date("first_signed", "First signed", "The day of the first of them, where days are known.") { $0.firstDay },
    ],
    lines: { $0.organizations.forEach($1) })

  /// How each was written, and why it is the same.
  static let variants = ReportTable(
    "variants", title: "Variants",
    description:
      "A line for each way in which an organization is written, with the reasons for taking it for that one.",
    references: [Reference("organization_id", in: "organizations", "organization_id")],
    view: View(facets: ["source"], label: "variant"),
    columns: [
      .string("organization_id", "Identifier", "The organization.", .required) { (line: VariantLine) in
        line.organizationID
      },
      .string("organization", "Organization", "The organization's name.", .required) { $0.organization },
      .string("variant", "Variant", "The name as somebody wrote it.", .required) { $0.variant },
      .string("evidence", "Evidence", "The reasons with what each adds; empty for the organization's own name.") {
        $0.evidence.summary
      },
      score("How likely it is the same, from 0 through 1.") { $0.score },
      .string("source", "Source", "The input in which it stands first.", .required) { $0.source },
    ],
    lines: { $0.variants.forEach($1) })

  /// What a person should decide.
  static let proposals = ReportTable(
    "proposals", title: "Open proposals",
    description:
      "A line for each pair of organizations that may be one, the most effective first, for a person to decide.",
    key: "rank", view: View(order: "rank"),
    columns: [
      .integer("rank", "Rank", "From 1, the most effective first.", .required, .unique, .minimum(1)) {
        (line: ProposalLine) in line.rank
      },
      .string("name_a", "First name", "The one that stands first by name.", .required) { $0.left.name },
      .country("country_a", "First country", "Its country's code, where it has exactly one.") { $0.left.country },
      .string("name_b", "Second name", "The other.", .required) { $0.right.name },
      .country("country_b", "Second country", "Its country's code, where it has exactly one.") { $0.right.country },
      score("How likely they are one, from 0 through 1.") { $0.score },
      .string("evidence", "Evidence", "The reasons with what each adds.") { $0.evidence.summary },
      .string("effect", "Effect", "What accepting it makes of the headline.", .required) { $0.effect },
    ],
    lines: { $0.proposals.forEach($1) })

  /// What was wrong in the data.
  static let findings = ReportTable(
    "findings", title: "Findings",
    description: "A line for each thing that is wrong or odd in the inputs: errors first, then warnings, then notes.",
    view: View(facets: ["severity", "slug", "source"]),
    columns: [
      .string(
        "severity", "Severity", "How much it matters for the counts.", .required,
        .oneOf(Finding.Severity.allCases.map(\.rawValue))
      ) { (line: FindingLine) in line.severity.rawValue },
      .string("slug", "Finding", "What kind of finding it is, in a word that stays.", .required) { $0.slug },
      .string("source", "Source", "The input.") { $0.source },
      .integer("line", "Line", "The line, from 1, where it is about a place in the input.", .minimum(1)) {
        $0.line == 0 ? nil : $0.line
      },
      .integer("column", "Column", "The byte in that line, from 1; likewise.", .minimum(1)) {
        $0.column == 0 ? nil : $0.column
      },
      .string("message", "Message", "What is wrong.") { $0.message },
    ],
    lines: { $0.findings.forEach($1) })

  private static func score<Line>(
    _ description: String, score: @escaping @Sendable (Line) -> Double
  ) -> ReportColumn<Line> {
    .number("score", "Score", description, .required, .minimum(0), .maximum(1)) { NumberText.hundredths(score($0)) }
  }
}
