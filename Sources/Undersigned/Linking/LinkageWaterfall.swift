/// A reason that always weighs the same, or a share of it.
struct LinkageRule {
  let name: String
  let weight: Double

  init(_ name: String, _ weight: Double) { (self.name, self.weight) = (name, weight) }
}

/// A score as the sum of its reasons: whatever raises or caps it is a step with the difference that it made.
struct LinkageWaterfall {
  /// The sum of all steps; it may pass 0 and 1.
  private(set) var score = 0.0
  /// The steps, when they are recorded.
  private(set) var steps: [Evidence] = []
  /// Whether steps are kept; a score alone costs no memory.
  let isRecording: Bool

  /// Steps that are not taken, by name.
  private let leavingOut: Set<String>

  init(isRecording: Bool, leavingOut: Set<String> = []) {
    self.isRecording = isRecording
    self.leavingOut = leavingOut
  }

  /// Adds to the score; 0 is no step.
  mutating func add(_ name: String, _ weight: Double, _ detail: @autoclosure () -> String = "") {
    guard weight != 0, leavingOut.isEmpty || !leavingOut.contains(name) else { return }
    score += weight
    if isRecording { steps.append(Evidence(name, weight, detail())) }
  }

  /// Adds a rule's weight, or a share of it.
  mutating func add(_ rule: LinkageRule, times share: Double = 1, _ detail: @autoclosure () -> String = "") {
    add(rule.name, rule.weight * share, detail())
  }

  /// Lifts the score to a floor where it is lower.
  mutating func raise(to floor: Double, _ name: String, _ detail: @autoclosure () -> String = "") {
    if score < floor { add(name, floor - score, detail()) }
  }

  /// Lowers the score to a ceiling where it is higher.
  mutating func cap(at ceiling: Double, _ name: String, _ detail: @autoclosure () -> String = "") {
    if score > ceiling { add(name, ceiling - score, detail()) }
  }
}
