import Undersigned

/// What one way of judging says of one labelled file.
struct JudgedFile {
  /// The ways of judging.
  enum Findings {
    case evaluation(Evaluation, ErrorList?, withoutAliases: LinkageScore?)
    case ablation(AblationText.Judged)
    case holdout([HoldoutText.Judged])
  }

  /// The worst errors, and how many of the true pairs were compared.
  struct ErrorList {
    var errors: [LinkageError]
    /// As many of each label.
    var labels: [LabelError]
    var blocking: BlockingScore
  }

  let path: String
  let findings: Findings

  init(path: String, _ findings: Findings) {
    self.path = path
    self.findings = findings
  }

  /// All figures, for scripts.
  var figures: [Figure] {
    switch findings {
    case .evaluation(let evaluation, let list, let plain):
      Figure.all(of: evaluation) + (list.map { [Figure("blocking", "recall", $0.blocking.recall)] } ?? [])
        + (plain.map { Figure.linkage("without_aliases", $0) } ?? [])
    case .ablation(let ablation): AblationText.figures(of: ablation)
    case .holdout(let parts): parts.flatMap(HoldoutText.figures)
    }
  }

  /// The file's object in JSON.
  var json: JSONText {
    var members: [(String, JSONText)] = [("file", .string(path))] + figures.json
    if case .evaluation(_, let list?, _) = findings {
      members.append(("errors", ErrorText.json(list.errors)))
      if !list.labels.isEmpty { members.append(("label_errors", ErrorText.json(list.labels))) }
    }
    return .object(members)
  }

  /// Tables of all files, for people.
  static func text(_ judged: [JudgedFile]) -> String {
    var evaluations: [EvaluationText.Judged] = []
    var ablations: [AblationText.Judged] = []
    var holdouts: [HoldoutText.Judged] = []
    var lists: [String] = []
    var aliases: [EvaluationText.Gain] = []
    for file in judged {
      switch file.findings {
      case .evaluation(let evaluation, let list, let plain):
        evaluations.append((Path.name(file.path), evaluation))
        if let plain { aliases.append((Path.name(file.path), plain, evaluation.linkage)) }
        if let list {
          lists.append(ErrorText.text(Path.name(file.path), list.errors, blocking: list.blocking))
          lists += EvaluationText.classes(Path.name(file.path), evaluation)
          if !list.labels.isEmpty { lists.append(ErrorText.text(Path.name(file.path), list.labels)) }
        }
      case .ablation(let ablation): ablations.append(ablation)
      case .holdout(let parts): holdouts += parts
      }
    }
    if !ablations.isEmpty { return AblationText(ablations).text }
    if evaluations.isEmpty { return HoldoutText.text(holdouts) }
    let gains = aliases.isEmpty ? [] : [EvaluationText.aliases(aliases)]
    return ([EvaluationText.tables(evaluations)] + gains + lists).joined(separator: "\n\n")
  }
}
