import Tabular

// What a person should decide.
extension SummaryContext {
  func proposals(_ limit: Int) -> [TemplateContext] {
    guard !summary.proposals.isEmpty else { return [] }
    let lines = Array(summary.proposals.prefix(limit))
    let variants = variants(of: Set(lines.flatMap { [$0.left.id, $0.right.id] }))
    return lines.map { line -> TemplateContext in
      let wordings = summary.proposals.wordings(of: line)
      func side(_ side: OrganizationLine) -> TemplateContext {
        [
          "id": .text(side.id), "name": .text(side.name),
          "country": .text(names.home(side.home, places: side.places, side.homeName)),
          "country_code": .text(side.country?.description ?? ""),
          "variants": .list(
            (variants[side.id] ?? []).map { ["name": .text($0.variant), "source": .text($0.source)] }),
        ]
      }
      return [
        "rank": .number(line.rank), "score": score(line.score), "effect": .wording(sentences.effect(line)),
        "left": .group(side(line.left)), "right": .group(side(line.right)),
        "evidence": .list(EvidenceSteps.context(line.evidence, words.language)),
        // Below ten and from ten on, a list inside an item of Markdown begins where the item's text does.
        "indent": .markup(String(repeating: " ", count: "\(line.rank). ".count)),
        "cells": .data(SummaryContext.cells(wordings.decision)),
        "left_in_right_cells": .data(wordings.leftInRight.map(SummaryContext.cells) ?? ""),
        "right_in_left_cells": .data(wordings.rightInLeft.map(SummaryContext.cells) ?? ""),
        "can_be_apart": .flag(wordings.canBeApart),
        "also": .list(wordings.alsoReached.map { ["name": .text($0)] }),
      ]
    }
  }

  /// The cells `name,country,value` of a decision, as a decisions file has them. Names are keys there, so that none gets
  /// an apostrophe before it.
  private static func cells(_ wording: DecisionWording) -> String {
    line([wording.name, wording.country?.description ?? "", wording.value])
  }

  private static func line(_ cells: [String]) -> String {
    var csv = DelimitedWriter()
    csv.write(cells.map(VisibleText.oneLine))
    return String(decoding: csv.bytes.dropLast(), as: UTF8.self)
  }

  /// The header of a decisions file, and a decision for each of the first proposals that the two are one.
  func decisionLines(_ limit: Int) -> [String] {
    let proposals = summary.proposals.prefix(limit)
    guard !proposals.isEmpty else { return [] }
    return [SummaryContext.line(DecisionFile.header)]
      + proposals.map { line in
        "same,\(SummaryContext.cells(summary.proposals.wordings(of: line).decision)),,,"
      }
  }
}
