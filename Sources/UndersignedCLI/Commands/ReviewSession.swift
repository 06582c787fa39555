import Tabular
import Undersigned

/// A person goes through proposals, one by one.
struct ReviewSession {
  let proposals: ProposalList
  let variants: [VariantLine]
  /// The path of the decisions file.
  let file: String
  let resolveCountry: DecisionFile.CountryResolver

  private enum Answer: String, CaseIterable {
    case same = "s"
    case apart = "a"
    case firstIsPart = "1"
    case secondIsPart = "2"
    case skip = "k"
    case variants = "w"
    case undo = "u"
    case quit = "q"

    static let menu =
      "[s]ame, [a]part, [1] the first is part of the second, [2] the second of the first, s[k]ip, "
      + "how [w]ritten, [u]ndo, [q]uit"
  }

  /// Asks, and saves each answer at once.
  ///
  /// - Parameters:
  ///   - by: Who decides; asked for when nothing is given.
  ///   - on: The day.
  /// - Returns: How many decisions were saved.
  func run(by: String?, on: String) throws(PipelineError) -> Int {
    var original: [UInt8] = []
    if Path.contents(of: Path.folder(of: file)).files.contains(Path.name(file)) {
      do { original = try ByteSource.read(path: file) } catch { throw PipelineError(error) }
    }
    guard let person = by ?? ask("Who decides? (for the field 'by')") else { return 0 }
    // By proposal; a skipped one has none.
    var decisions: [(proposal: Int, decision: Decision)] = []
    var index = 0
    Terminal.print(Answer.menu)
    while index < proposals.count {
      show(index)
      guard let text = ask("?") else { break }
      guard let answer = Answer(rawValue: String(text.lowercased().prefix(1))) else {
        Terminal.print(Answer.menu)
        continue
      }
      switch answer {
      case .quit: return decisions.count
      case .skip: index += 1
      case .variants: showVariants(proposals[index])
      case .undo:
        guard let last = decisions.popLast() else {
          Terminal.print("Nothing was decided yet.")
          continue
        }
        try save(decisions.map(\.decision), to: original)
        index = last.proposal
      case .same, .apart, .firstIsPart, .secondIsPart:
        guard let wording = wording(answer, proposals[index]) else {
          Terminal.message("Both have one name, so that no decision by name can say that.")
          continue
        }
        let action: Decision.Action = answer == .same ? .same : answer == .apart ? .apart : .partOf
        let decision = Decision(
          action, name: wording.name, country: wording.country, value: wording.value, by: person, on: on,
          why: ask("Why? (may be empty)") ?? "", at: Position(source: file))
        do {
          try save(decisions.map(\.decision) + [decision], to: original)
        } catch {
          guard case .contradictoryDecisions = error.kind else { throw error }
          Terminal.message(error.description)
          continue
        }
        decisions.append((index, decision))
        index += 1
      }
    }
    return decisions.count
  }

  /// The names by which an answer becomes a decision; nothing where they can't say it.
  private func wording(_ answer: Answer, _ proposal: ProposalLine) -> DecisionWording? {
    let wordings = proposals.wordings(of: proposal)
    return switch answer {
    case .firstIsPart: wordings.leftInRight
    case .secondIsPart: wordings.rightInLeft
    case .apart where !wordings.canBeApart: nil
    default: wordings.decision
    }
  }

  private func save(_ decisions: [Decision], to original: [UInt8]) throws(PipelineError) {
    let bytes =
      decisions.isEmpty
      ? original : try DecisionFile.adding(decisions, to: original, name: file, resolveCountry: resolveCountry)
    try SingleOutput.write(bytes, to: file)
  }

  private func show(_ index: Int) {
    let proposal = proposals[index]
    var lines = ["", "\(index + 1) of \(proposals.count): \(proposal.effect)"]
    lines.append("  1  \(proposal.left.name) (\(proposal.left.homeName))")
    lines.append("  2  \(proposal.right.name) (\(proposal.right.homeName))")
    for evidence in proposal.evidence { lines.append("     \(evidence)") }
    lines.append("     score \(JSONText.decimal(proposal.score, decimals: 2))")
    Terminal.print(Terminal.inert(lines.joined(separator: "\n")))
  }

  private func showVariants(_ proposal: ProposalLine) {
    for side in [proposal.left, proposal.right] {
      let own = variants.filter { $0.organizationID == side.id }
      let lines = own.map { "    '\($0.variant)' in \($0.source)" }
      Terminal.print(Terminal.inert((["  \(side.name)"] + lines).joined(separator: "\n")))
    }
  }

  /// An answer without white space around it; nothing at the end of the input.
  private func ask(_ question: String) -> String? {
    Terminal.write(Array((question + " ").utf8))
    guard let line = readLine() else {
      Terminal.print("")
      return nil
    }
    let trimmed = line.drop(while: \.isWhitespace)
    return String(trimmed.prefix(trimmed.count - trimmed.reversed().prefix(while: \.isWhitespace).count))
  }
}
