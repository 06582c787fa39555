/// The steps of a waterfall as values for templates: each reason with where its bar begins and how long it is.
enum EvidenceSteps {
  /// The steps; bars are on a scale from 0 to 100 that holds every sum on the way, and 0 and 1.
  static func context(
    _ evidence: [Evidence], _ language: MessageLanguage = .english
  ) -> [TemplateContext] {
    var sums = [0.0]
    for step in evidence { sums.append(sums[sums.count - 1] + (step.weight.isFinite ? step.weight : 0)) }
    let low = min(0, sums.min() ?? 0)
    let high = max(1, sums.max() ?? 1)
    func place(_ sum: Double) -> Int { Int(((sum - low) / (high - low) * 1000).rounded()) }
    func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }
    return evidence.enumerated().map { index, step in
      let ends = (place(sums[index]), place(sums[index + 1]))
      let weight = NumberText.hundredths(abs(step.weight))
      return [
        "name": .text(step.name), "weight": .markup(language.decimal((step.weight < 0 ? "−" : "+") + weight)),
        "detail": .text(step.detail), "text": .text(step.description), "is_against": .flag(step.weight < 0),
        "start": .markup(tenths(min(ends.0, ends.1))), "length": .markup(tenths(max(5, abs(ends.0 - ends.1)))),
      ]
    }
  }
}
