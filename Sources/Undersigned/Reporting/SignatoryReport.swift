import Tabular

/// A list of signers as people publish it.
public enum SignatoryReport {
  /// A heading a group, a signer a line; names can do no harm in GitHub Flavored Markdown.
  public static func markdown(_ list: SignatoryList) -> String {
    list.groups.map { group in
      let heading = group.heading.isEmpty ? "" : "### \(MarkdownText.inert(group.heading))\n\n"
      return heading + group.signers.map { "- \(MarkdownText.inert($0.name))\n" }.joined()
    }.joined(separator: "\n")
  }

  /// `heading,organization,country_code,type` in the order of the list, safe for spreadsheets.
  public static func csv(_ list: SignatoryList) -> [UInt8] {
    var csv = DelimitedWriter(isFormulaSafe: true)
    csv.write(["heading", "organization", "country_code", "type"])
    for group in list.groups {
      for line in group.signers {
        let country = if case .country(let code) = line.home { code.description } else { "" }
        csv.write([group.heading, line.name, country, line.typeStrength == .weak ? "" : line.type?.rawValue ?? ""])
      }
    }
    return csv.bytes
  }
}
