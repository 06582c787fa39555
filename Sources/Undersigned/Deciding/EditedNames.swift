import Tabular

/// What a row of edits makes of names: which of them end up as one.
struct EditedNames {
  /// A name that stood in a cell, and what it is by now.
  private struct Name {
    let written: String
    /// Whether an earlier edit made it, so that perhaps nobody wrote it.
    let isMade: Bool
    var present: String
    /// Where the last edit of it stands.
    var position: Position
  }

  private var names: [Name] = []
  private var places: [String: Int] = [:]
  /// What edits made.
  private var made: Set<String> = []

  /// Replaces names; those that were not heard of before stood in cells from the start.
  mutating func apply(from: [String], to target: String, at position: Position) {
    let replaced = Set(from)
    for index in names.indices where replaced.contains(names[index].present) {
      names[index].present = target
      names[index].position = position
    }
    for name in from where places[name] == nil {
      places[name] = names.count
      names.append(Name(written: name, isMade: made.contains(name), present: target, position: position))
    }
    made.insert(target)
  }

  /// Decisions that all names which end up as one are the same organization, and that it is called so.
  var decisions: [Decision] {
    var order: [String] = []
    var classes: [String: [Name]] = [:]
    for name in names {
      if classes[name.present] == nil { order.append(name.present) }
      classes[name.present, default: []].append(name)
    }
    return order.flatMap { decisions(calling: classes[$0] ?? [], $0) }
  }

  private func decisions(calling names: [Name], _ target: String) -> [Decision] {
    // One that surely was written: each that an edit made was made of such.
    guard let anchor = names.first(where: { !$0.isMade }) ?? names.first else { return [] }
    var others = names.filter { $0.written != anchor.written }.map { (name: $0.written, isMade: $0.isMade) }
    if !names.contains(where: { $0.written == target }) { others.append((target, true)) }
    var known: Set = [CompareForm.fold(anchor.written)]
    var decisions: [Decision] = []
    func decide(_ action: Decision.Action, _ value: String, isMade: Bool) {
      var decision = Decision(
        action, name: anchor.written, value: value, by: "OpenRefine", why: "mass edit", at: anchor.position)
      decision.isTentative = isMade
      decisions.append(decision)
    }
    // Names that fold alike are one anyway where they are in one country, and elsewhere no edit says that they are.
    for other in others where known.insert(CompareForm.fold(other.name)).inserted {
      decide(.same, other.name, isMade: other.isMade)
    }
    if target != anchor.written || !decisions.isEmpty {
      decide(.rename, target, isMade: decisions.contains { !$0.isTentative })
    }
    return decisions
  }
}
