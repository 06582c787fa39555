/// Whether an organization that a text names is a signer.
struct NamedSigners {
  let lookup: SignerLookup
  private let summary: Summary
  private let proposed = LinkOrganizations().proposeThreshold
  /// By the words of their names, which organizations have them.
  private var placesByWord: [Substring: [Int]] = [:]

  /// Knows the organizations that a summary lists.
  ///
  /// - Complexity: O(*n*) in variants.
  init(_ summary: Summary) {
    self.summary = summary
    lookup = SignerLookup(summary)
    for (place, line) in summary.organizations.enumerated() {
      for word in Set(CompareForm.fold(line.name).tokens) where word.utf8.count > 2 {
        placesByWord[word, default: []].append(place)
      }
    }
  }

  /// Judges whether somebody of this name signed, and may be named.
  func judge(_ name: String) -> ClaimJudge.Judgement {
    let found = lookup.signers(called: name)
    if let signer = found.first {
      let several = found.count > 1 ? ", one of \(found.count) of that name" : ""
      return .init(verdict: .isTrue, reason: "signed as '\(signer.name)'\(several)")
    }
    if let near = nearest(name) {
      let country = near.home.country?.description ?? ""
      return .init(
        verdict: .trueOnlyIf,
        reason: "no signer has this name; holds if it is '\(near.name)' (decisions.csv: "
          + "same,\(NamedSigners.cell(name)),\(country),\(NamedSigners.cell(near.name)),,,)",
        suggestion: near.name)
    }
    return .init(verdict: .isFalse, reason: "no signer that may be named is called so")
  }

  /// The signer that a name may well mean, compared as signers are with each other; nothing where none is like it.
  private func nearest(_ name: String) -> OrganizationLine? {
    let mention = Mention(name: OrganizationName(name), location: .unresolved)
    let linker = LinkOrganizations()
    var best: (score: Double, line: OrganizationLine)?
    for place in candidates(name) {
      let line = summary.organizations[place]
      let other = Mention(name: OrganizationName(line.name), location: .unresolved)
      let score = linker.comparison(of: mention, with: other).score
      if score >= proposed, score > best?.score ?? 0 { best = (score, line) }
    }
    if let best { return best.line }
    return lookup.nearest(to: name).flatMap { near in summary.organizations.first { $0.name == near } }
  }

  /// Organizations worth comparing: those that share the rarest words, few enough for a long list.
  private func candidates(_ name: String) -> [Int] {
    var shared: [Int: Int] = [:]
    let words = Set(CompareForm.fold(name).tokens).sorted { left, right in
      let counts = (placesByWord[left]?.count ?? 0, placesByWord[right]?.count ?? 0)
      return counts.0 == counts.1 ? left < right : counts.0 < counts.1
    }
    for word in words {
      guard let places = placesByWord[word], places.count <= 200 else { continue }
      for place in places { shared[place, default: 0] += 1 }
    }
    return shared.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(40).map(\.key)
  }

  /// A text as one field of a decisions file.
  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
