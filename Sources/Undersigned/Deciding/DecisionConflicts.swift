import Tabular

/// Finds decisions that can't both hold.
///
/// A decision for one country goes before one for any country, so these two never contradict each other.
struct DecisionConflicts {
  /// The first contradiction, by the line of its later decision.
  ///
  /// - Throws: `contradictoryDecisions` at the later line, naming the earlier one.
  static func check(_ decisions: [Decision]) throws(PipelineError) {
    let conflicts = DecisionConflicts(decisions)
    var first: (later: Decision, earlier: Decision, what: String)?
    func note(_ conflict: (Decision, Decision, String)?) {
      guard let (one, other, what) = conflict else { return }
      let (earlier, later) = one.position <= other.position ? (one, other) : (other, one)
      if let known = first, (known.later.line, known.earlier.line) <= (later.line, earlier.line) { return }
      first = (later, earlier, what)
    }
    for decision in decisions {
      switch decision.action {
      case .apart: note(conflicts.sameThough(decision))
      case .partOf:
        note(conflicts.sameThough(decision))
        note(conflicts.otherParent(decision))
      case .country, .type, .rename: note(conflicts.otherValue(decision))
      case .withdrawn, .notAnOrganization: note(conflicts.keptThough(decision))
      case .same, .split: break
      }
    }
    guard let first else { return }
    let (earlier, later) = (first.earlier.position, first.later.position)
    let file = earlier.source == later.source ? "" : ", the other in \(quoted(earlier.source))"
    throw PipelineError(.contradictoryDecisions(first.what + file, otherLine: earlier.line), at: later)
  }

  private let decisions: [Decision]
  /// By compare form of a name, the decisions about it.
  private let byName: [String: [Int]]
  /// By compare form of a name, the decisions that say it is the same as another, and which.
  private let sames: [String: [(other: String, decision: Int)]]

  private init(_ decisions: [Decision]) {
    self.decisions = decisions
    var byName: [String: [Int]] = [:]
    var sames: [String: [(other: String, decision: Int)]] = [:]
    for (index, decision) in decisions.enumerated() {
      let name = CompareForm.fold(decision.name)
      byName[name, default: []].append(index)
      if decision.action == .same {
        let value = CompareForm.fold(decision.value)
        sames[name, default: []].append((value, index))
        sames[value, default: []].append((name, index))
      }
    }
    self.byName = byName
    self.sames = sames
  }

  /// `same` decisions that join what `decision` keeps apart, directly or one after the other.
  private func sameThough(_ decision: Decision) -> (Decision, Decision, String)? {
    let goal = CompareForm.fold(decision.value)
    guard let path = joined(CompareForm.fold(decision.name), within: decision)[goal], let last = path.max() else {
      return nil
    }
    let what =
      decision.action == .apart
      ? "are one organization and are two" : "are one organization and one is a section of the other"
    return (decision, decisions[last], "\(quoted(decision.name)) and \(quoted(decision.value)) \(what)")
  }

  /// The names that `same` decisions join with `start`, each with the decisions on the way; `start` itself has none.
  private func joined(_ start: String, within decision: Decision) -> [String: [Int]] {
    var paths: [String: [Int]] = [start: []]
    var queue = [start]
    while let name = queue.popLast() {
      for step in sames[name] ?? []
      where paths[step.other] == nil && decisions[step.decision].sharesCountry(with: decision) {
        paths[step.other] = paths[name]! + [step.decision]
        queue.append(step.other)
      }
    }
    return paths
  }

  private func otherParent(_ decision: Decision) -> (Decision, Decision, String)? {
    let name = CompareForm.fold(decision.name)
    let value = CompareForm.fold(decision.value)
    for index in byName[name] ?? [] {
      let other = decisions[index]
      if other.action == .partOf, other.country == decision.country, CompareForm.fold(other.value) != value {
        return (
          decision, other,
          "\(quoted(decision.name)) is a section of \(quoted(decision.value)) and of \(quoted(other.value))"
        )
      }
    }
    // Two of one name can't be told apart here.
    for index in name == value ? [] : byName[value] ?? [] {
      let other = decisions[index]
      if other.action == .partOf, other.sharesCountry(with: decision), CompareForm.fold(other.value) == name {
        return (decision, other, "\(quoted(decision.name)) and \(quoted(decision.value)) are sections of each other")
      }
    }
    return nil
  }

  /// Another value for the same name, or for one that is the same organization.
  private func otherValue(_ decision: Decision) -> (Decision, Decision, String)? {
    let names =
      decision.action == .country
      ? [CompareForm.fold(decision.name): []]
      : joined(
        CompareForm.fold(decision.name), within: decision)
    for name in names.keys.sorted() {
      for index in byName[name] ?? [] {
        let other = decisions[index]
        if other.action == decision.action, other.country == decision.country, other.value != decision.value {
          let who = quoted(decision.name)
          let what =
            switch decision.action {
            case .type: "\(who) is of type '\(decision.value)' and '\(other.value)'"
            case .rename: "\(who) is to be shown as \(quoted(decision.value)) and \(quoted(other.value))"
            default: "\(who) is in \(decision.value) and \(other.value)"
            }
          return (decision, other, what)
        }
      }
    }
    return nil
  }

  /// A decision that needs a mention which `decision` takes out.
  private func keptThough(_ decision: Decision) -> (Decision, Decision, String)? {
    let name = CompareForm.fold(decision.name)
    let how = decision.action == .withdrawn ? "is withdrawn" : "is no organization"
    let aboutName = (byName[name] ?? []).map { decisions[$0] }
    if let other = aboutName.first(where: {
      $0.action.isTakingOut && $0.action != decision.action && $0.country == decision.country
    }) {
      return (decision, other, "\(quoted(decision.name)) is withdrawn and is no organization")
    }
    let needing = aboutName.filter { $0.action == .split } + (sames[name] ?? []).map { decisions[$0.decision] }
    guard let other = needing.filter({ $0.country == decision.country }).min(by: { $0.position < $1.position })
    else { return nil }
    let what = other.action == .split ? "is split" : "is the same as \(quoted(otherName(of: other, than: name)))"
    return (decision, other, "\(quoted(decision.name)) \(how) and \(what)")
  }

  private func otherName(of decision: Decision, than name: String) -> String {
    CompareForm.fold(decision.name) == name ? decision.value : decision.name
  }
}

extension Decision.Action {
  /// Whether it takes mentions out of the count.
  var isTakingOut: Bool { self == .withdrawn || self == .notAnOrganization }
}
