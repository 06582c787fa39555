import Undersigned

/// What changed between two letters, in words.
struct DeltaText {
  let delta: LetterDelta
  let old: Summary
  let new: Summary
  /// Whether those who left are named.
  let namesLeft: Bool

  var text: String {
    var lines = ["\(HeadlineText.text(old.headline))", "-> \(HeadlineText.text(new.headline))"]
    lines.append("joined: \(delta.joined.count)")
    lines += names(delta.joined)
    lines.append("left: \(delta.left.count)" + (delta.left.isEmpty || namesLeft ? "" : " (--name-left names them)"))
    if namesLeft { lines += names(delta.left) }
    lines.append("in both: \(delta.stayed)")
    lines.append("renamed: \(delta.renamed.count)")
    for rename in delta.renamed { lines.append("  \(rename.old) -> \(rename.new) (\(rename.homeName))") }
    lines.append("first from a country: \(delta.firstFrom.count)")
    for (_, signers) in delta.firstFrom {
      lines.append("  \(signers[0].homeName): \(Self.listed(signers).joined(separator: ", "))")
    }
    let pairs = namable
    lines.append("perhaps renamed, for a person to decide: \(delta.perhapsRenamed.count)")
    for pair in pairs { lines.append("  \(pair.old.name) / \(pair.new.name) (\(pair.new.homeName))") }
    if let next = nextRound {
      let missing = next + 1 - new.headline.organizations.atLeast
      lines.append("next round number: over \(next), with \(missing) more")
    }
    return lines.joined(separator: "\n")
  }

  /// A pair names one that may have left, so it is shown only when those are.
  private var namable: [(old: SharedSigners.Signer, new: SharedSigners.Signer)] {
    delta.perhapsRenamed.filter { namesLeft && !$0.old.name.isEmpty && !$0.new.name.isEmpty }
  }

  private var nextRound: Int? { RoundNumber.next(from: new.headline.organizations.atLeast) }

  private func names(_ signers: [SharedSigners.Signer]) -> [String] {
    let listed = signers.filter { !$0.name.isEmpty }
    let rest = signers.count - listed.count
    return listed.map { "  \($0.name) (\($0.homeName))" }
      + (rest == 0 ? [] : ["  and \(rest) that may not be listed"])
  }

  private static func listed(_ signers: [SharedSigners.Signer]) -> [String] {
    let names = signers.map(\.name).filter { !$0.isEmpty }
    let rest = signers.count - names.count
    return names + (rest == 0 ? [] : ["\(rest) that may not be listed"])
  }

  /// The same for scripts.
  var json: JSONText {
    func bounds(_ bounds: Bounds) -> JSONText {
      .object([
        ("reported", .integer(bounds.reported)), ("at_least", .integer(bounds.atLeast)),
        ("at_most", .integer(bounds.atMost)),
      ])
    }
    func side(_ summary: Summary) -> JSONText {
      .object([
        ("organizations", bounds(summary.headline.organizations)), ("countries", bounds(summary.headline.countries)),
      ])
    }
    func signer(_ signer: SharedSigners.Signer) -> JSONText {
      .object([
        ("organization_id", .string(signer.id)), ("organization", .string(signer.name)),
        ("country_code", .string(signer.country?.description ?? "")),
      ])
    }
    func listed(_ signers: [SharedSigners.Signer]) -> JSONText {
      .array(signers.filter { !$0.name.isEmpty }.map(signer))
    }
    return .object([
      ("old", side(old)), ("new", side(new)), ("joined", .integer(delta.joined.count)),
      ("left", .integer(delta.left.count)), ("stayed", .integer(delta.stayed)),
      ("renamed", .integer(delta.renamed.count)), ("joined_organizations", listed(delta.joined)),
      ("left_organizations", namesLeft ? listed(delta.left) : .null),
      (
        "renamed_organizations",
        .array(delta.renamed.map { .object([("old", .string($0.old)), ("new", .string($0.new))]) })
      ),
      ("first_from", .array(delta.firstFrom.map { .string($0.country.description) })),
      ("perhaps_renamed", .integer(delta.perhapsRenamed.count)),
      ("next_round_number", nextRound.map { .integer($0) } ?? .null),
    ])
  }
}
