import Tabular
import Undersigned

/// How decisions about a name came about, in words.
enum Explanation {
  private static let standard = StandardPipeline(title: "")

  /// A name by itself: what it says, where it is, what it is.
  static func alone(_ name: String, country: String) -> String {
    let understood = OrganizationName(name)
    let location = standard.locate.location(of: understood, countryAnswer: country)
    let type = ClassifyTypes().assignment(for: [understood], country: location.country)
    return (["'\(understood.display)'"] + reading(understood) + place(location) + kind(type)).joined(separator: "\n")
  }

  /// Two names against each other, as a waterfall.
  static func comparison(
    of left: String, with right: String, country: String, by standard: StandardPipeline
  ) -> String {
    let (score, evidence) = standard.link.comparison(of: mention(left, country), with: mention(right, country))
    let verdict =
      score >= standard.link.mergeThreshold
      ? "one organization" : score >= standard.link.proposeThreshold ? "proposed to a person" : "apart"
    return
      (["'\(left)' and '\(right)'"] + evidence.map { "  \($0)" } + [
        "  score \(JSONText.decimal(score, decimals: 2)): \(verdict) (merged from "
          + "\(JSONText.decimal(standard.link.mergeThreshold, decimals: 2)), proposed from "
          + "\(JSONText.decimal(standard.link.proposeThreshold, decimals: 2)))"
      ]).joined(separator: "\n")
  }

  private static func mention(_ name: String, _ country: String) -> Mention {
    let understood = OrganizationName(name)
    return Mention(name: understood, location: standard.locate.location(of: understood, countryAnswer: country))
  }

  /// The organizations of a letter that have a mention of this name, or else one with all of its words.
  static func organizations(
    like name: String, in classified: ClassifiedTable, display: (Position) -> Position
  ) -> [String] {
    let table = classified.organizations
    let wanted = CompareForm.fold(name)
    let words = Set(wanted.split(separator: " "))
    func matches(_ test: (OrganizationName) -> Bool) -> [Int] {
      table.organizations.indices.filter { index in
        table.organizations[index].members.contains { test(table.decided.mentions[$0.mention].name) }
      }
    }
    var found = matches { name in
      name.compareForm == wanted || name.acronyms.contains { $0.compareForm == wanted }
        || name.names.contains { $0.compareForm == wanted }
    }
    if found.isEmpty { found = matches { words.isSubset(of: $0.compareForm.split(separator: " ")) } }
    return found.map { organization($0, in: classified, display: display) }
  }

  private static func organization(
    _ index: Int, in classified: ClassifiedTable, display: (Position) -> Position
  ) -> String {
    let table = classified.organizations
    let organization = table.organizations[index]
    var lines = ["\(organization.name) (\(organization.id))"]
    if let parent = organization.parentName { lines.append("  a section of \(parent)") }
    lines += reading(table.decided.mentions[organization.members[0].mention].name)
    lines += place(organization.location) + kind(classified.types[index])
    lines.append("  written in \(organization.members.count == 1 ? "one way" : "\(organization.members.count) ways"):")
    for member in organization.members {
      let mention = table.decided.mentions[member.mention]
      let count = mention.signatures == 1 ? "1 signature" : "\(mention.signatures) signatures"
      lines.append("    '\(mention.name.display)', \(count), first at \(display(mention.first))")
      for evidence in member.evidence { lines.append("      \(evidence)") }
      if !member.evidence.isEmpty { lines.append("      score \(JSONText.decimal(member.score, decimals: 2))") }
    }
    for proposal in table.proposals where proposal.left == index || proposal.right == index {
      let other = table.organizations[proposal.left == index ? proposal.right : proposal.left]
      lines.append("  perhaps the same as '\(other.name)' (score \(JSONText.decimal(proposal.score, decimals: 2))):")
      for evidence in proposal.evidence { lines.append("      \(evidence)") }
    }
    return lines.joined(separator: "\n")
  }

  private static func reading(_ name: OrganizationName) -> [String] {
    var lines = ["  read as:", "    compare form '\(name.compareForm)'"]
    for form in name.names { lines.append("    name '\(form.display)', compared as '\(form.coreForm)'") }
    for acronym in name.acronyms {
      lines.append("    acronym '\(acronym.display)'" + (acronym.isVerified ? ", the initials of the name" : ""))
    }
    for qualifier in name.qualifiers { lines.append("    beside it '\(qualifier)'") }
    if let form = name.legalForm { lines.append("    legal form '\(form)'") }
    return lines
  }

  private static func place(_ location: Location) -> [String] {
    let countries = location.countries.map { "\(Countries().name(of: $0)) (\($0))" }.joined(separator: ", ")
    let region = location.region.map { ", region \(Countries().name(ofRegion: $0))" } ?? ""
    let line = "  located: \(location.scope.rawValue)\(countries.isEmpty ? "" : ", \(countries)")\(region)"
    return [line] + location.evidence.map { "    \($0)" }
  }

  private static func kind(_ type: TypeAssignment) -> [String] {
    let primary = type.primary.map { "\($0.rawValue) (\(type.strength?.rawValue ?? "no strength"))" }
    let tags = type.tags.map(\.rawValue).joined(separator: ", ")
    return ["  classified: \(primary ?? "unclassified")\(tags.isEmpty ? "" : "; tags \(tags)")"]
      + type.evidence.map { "    \($0)" }
  }
}
