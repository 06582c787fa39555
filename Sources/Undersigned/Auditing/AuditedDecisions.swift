/// Decisions as an audit lists them: who decided what, when and why.
///
/// Names are told of organizations that may be listed, and of nobody else: who withdrew or is no organization stays
/// unnamed, and so do reasons given for them. Addresses and telephone numbers are masked everywhere.
struct AuditedDecisions {
  /// A row for each particular of a decision, in the order of their lines; `name` is the number of the decision.
  let rows: [AuditPack.Row]

  init(_ decisions: [Decision], _ summary: Summary) {
    let lookup = decisions.isEmpty ? nil : SignerLookup(summary)
    func isListed(_ name: String) -> Bool { lookup.map { !$0.signers(writtenAs: name).isEmpty } ?? false }
    func plain(_ text: String) -> String { VisibleText.oneLine(PersonalData.masked(text) ?? text) }
    rows = decisions.enumerated().flatMap { index, decision -> [AuditPack.Row] in
      let names: [String] =
        switch decision.action {
        case .withdrawn, .notAnOrganization: []
        case .same, .apart, .rename: [decision.name, decision.value]
        case .split: decision.parts
        case .partOf, .country, .type: [decision.name]
        }
      // One of two names of an organization may have gone with the merge that the decision makes.
      let isTold =
        switch decision.action {
        case .same, .rename: names.contains(where: isListed)
        default: !names.isEmpty && names.allSatisfy(isListed)
        }
      var cells = [("action", decision.action.rawValue)]
      if isTold {
        cells += [("name", plain(decision.name)), ("country", decision.country?.description ?? "")]
        cells += [("value", plain(decision.value)), ("why", plain(decision.why))]
      }
      cells += [("by", plain(decision.by)), ("on", plain(decision.on))]
      return cells.filter { !$0.1.isEmpty }.map { AuditPack.Row("decision", "\(index + 1)", $0.0, $0.1) }
    }
  }
}
