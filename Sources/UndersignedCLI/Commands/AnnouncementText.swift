import Undersigned

/// What can be said of a letter, in some languages, and why it holds.
struct AnnouncementText {
  /// The letter's name.
  let letter: String
  let summary: Summary
  let facts: AnnouncementFacts
  let announcements: [Announcement]

  /// The sentences, a line each; languages apart by an empty line.
  var text: String {
    announcements.map { announcement in
      sentences(announcement).map(\.text).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func sentences(_ announcement: Announcement) -> [(kind: String, text: String)] {
    var sentences: [(kind: String, text: String)] = []
    func add(_ kind: String, _ text: String?) {
      if let text, !sentences.contains(where: { $0.text == text }) { sentences.append((kind, text)) }
    }
    for form in Announcement.Form.allCases { add("statement-\(form.rawValue)", announcement.statement(form)) }
    for form in Announcement.Form.allCases { add("call-\(form.rawValue)", announcement.call(form)) }
    for remark in announcement.remarks { add("remark", remark) }
    return sentences
  }

  /// Why the sentences hold: the counts with their bounds, and the rules they were counted by.
  var reasons: String {
    var lines = [
      "\(letter): \(bounds(facts.organizations)) organizations\(facts.areOthers ? " besides the speaker" : "")"
    ]
    lines.append("  from \(bounds(facts.countries)) countries; a country is \(summary.policy.countryRule.rawValue)")
    for type in announcements.first?.boasts ?? [] {
      let allowed = type.certain - type.atLeast
      lines.append(
        "  \(type.type.rawValue): \(type.certain) for certain, \(type.reported) with weak guesses"
          + (allowed == 0 ? "" : "; \(allowed) of them allowed for as links that no name shows"))
    }
    if summary.policy.sections == .counted, facts.sections > 0 {
      lines.append("  \(facts.sections) sections count as organizations (--sections)")
    }
    if facts.organizations.allowance > 0 {
      lines.append(
        "  at least leaves out \(facts.organizations.allowance) for links that no name shows, "
          + "\(summary.policy.invisibleLinks) (--invisible-links)")
    }
    if facts.organizations.proposals > 0 || facts.countries.proposals > 0 {
      lines.append("  decide the open proposals in proposals.csv to narrow the bounds")
    }
    return lines.joined(separator: "\n")
  }

  private func bounds(_ bounds: Bounds) -> String {
    bounds.isExact ? "\(bounds.reported)" : "\(bounds.reported) (at least \(bounds.atLeast), at most \(bounds.atMost))"
  }

  /// The same for scripts.
  var json: JSONText {
    func bounds(_ bounds: Bounds) -> JSONText {
      .object([
        ("reported", .integer(bounds.reported)), ("at_least", .integer(bounds.atLeast)),
        ("at_most", .integer(bounds.atMost)),
      ])
    }
    return .object([
      ("letter", .string(letter)), ("organizations", bounds(facts.organizations)),
      ("countries", bounds(facts.countries)),
      (
        "types",
        .array(
          facts.types.map {
            .object([
              ("type", .string($0.type.rawValue)), ("at_least", .integer($0.atLeast)),
              ("certain", .integer($0.certain)),
              ("reported", .integer($0.reported)),
            ])
          })
      ),
      ("sections", .integer(facts.sections)), ("networks", .integer(facts.networks)),
      ("people", .integer(facts.people)), ("names", .array((announcements.first?.names ?? []).map { .string($0) })),
      (
        "sentences",
        .array(
          announcements.flatMap { announcement in
            sentences(announcement).map { sentence in
              .object([
                ("language", .string(announcement.language.rawValue)), ("kind", .string(sentence.kind)),
                ("text", .string(sentence.text)),
              ])
            }
          })
      ),
    ])
  }
}
