import Tabular

/// A summary as plain values for templates; `SummaryKeys` says what each name means.
///
/// It holds what the other reports hold and nothing else: no person, no organization that may not be listed.
struct SummaryContext {
  /// How much of a list is told.
  struct Limits: Sendable {
    var organizations: Int
    var proposals: Int

    /// All of it.
    static let none = Limits(organizations: .max, proposals: .max)
  }

  let summary: Summary
  /// How many organizations and proposals are listed at most.
  let limits: Limits
  let sentences: SummarySentences
  private let homeOrder: [String: Int]
  private let typeOrder: [OrganizationType?: Int]

  init(_ summary: Summary, limits: Limits = .none) {
    self.summary = summary
    self.limits = limits
    sentences = SummarySentences(summary)
    homeOrder = SummaryContext.order(of: summary.organizations.map(\.homeName))
    let types = summary.types.rows.map(\.name)
    let places = SummaryContext.order(of: types)
    typeOrder = Dictionary(summary.types.rows.map { ($0.key, places[$0.name] ?? 0) }, uniquingKeysWith: { $1 })
  }

  /// The place of each name in the order in which names are listed.
  private static func order(of names: [String]) -> [String: Int] {
    let sorted = Set(names).map { (CollationKey($0), $0) }.sorted { $0.0 < $1.0 }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.1, $0) })
  }

  /// Everything that a report says.
  var context: TemplateContext {
    let breakdowns = [countries, regions, subregions, types, scopes]
    return [
      "title": .text(summary.title.isEmpty ? "Signatures" : summary.title),
      "headline": .group(headline),
      "notes": texts([
        sentences.leftOut.isEmpty ? "" : "“At least” leaves out \(sentences.leftOut).", sentences.unlocated,
        sentences.countryRule, sentences.days,
      ]),
      "breakdowns": .list(summary.headline.organizations.reported > 0 ? breakdowns : []),
      "countries": .group(countries), "regions": .group(regions), "subregions": .group(subregions),
      "types": .group(types), "scopes": .group(scopes),
      "matrix": .group(matrix),
      "organizations": .list(organizations),
      "has_days": .flag(summary.organizations.contains { $0.firstDay != nil }),
      "filters": .group(filters),
      "unshown_organizations": .number(max(0, summary.organizations.count - limits.organizations)),
      "unlisted": .text(sentences.unlisted),
      "proposals": .list(proposals),
      "open_proposals": .number(summary.proposals.count),
      "unshown_proposals": .number(max(0, summary.proposals.count - limits.proposals)),
      "decisions": .number(summary.decisions),
      "sections": .text(sentences.sections),
      "signatures": .group(signatures),
      "rules": .list(rules),
      "records": .group(records),
      "findings": .list(findings),
    ]
  }

  private func texts(_ texts: [String]) -> TemplateValue {
    .list(texts.filter { !$0.isEmpty }.map { ["text": .text($0)] })
  }

  private var headline: TemplateContext {
    [
      "text": .text(sentences.signers), "bounds": .text(sentences.bounds),
      "is_people_only": .flag(sentences.isOfPeopleOnly),
      "is_open": .flag(!summary.headline.organizations.isExact || !summary.headline.countries.isExact),
      "organizations": .group(bounds(summary.headline.organizations)),
      "countries": .group(bounds(summary.headline.countries)),
    ]
  }

  private func bounds(_ bounds: Bounds) -> TemplateContext {
    [
      "reported": .number(bounds.reported), "at_least": .number(bounds.atLeast), "at_most": .number(bounds.atMost),
      "allowance": .number(bounds.allowance), "is_exact": .flag(bounds.isExact),
    ]
  }

  // MARK: Breakdowns

  private var countries: TemplateContext {
    breakdown("countries", "By country", "Country", summary.countries, hasRegions: true) { key in
      guard let code = key.country, let entry = summary.countryEntries[code] else { return ("", "", "") }
      return (code.description, entry.region?.name ?? "", entry.countsAsCountry ? "" : "not counted as a country")
    }
  }

  private var regions: TemplateContext {
    breakdown(
      "regions", "By region", "Region", summary.regions, note: "Regions of the United Nations' standard M49.")
  }

  private var subregions: TemplateContext {
    breakdown("subregions", "By sub-region", "Sub-region", summary.subregions)
  }

  private var types: TemplateContext {
    let weak = sentences.weakTypes
    return breakdown(
      "types", "By type", "Type", summary.types, note: weak.isEmpty ? "" : "\(weak), left out of “at least”.")
  }

  private var scopes: TemplateContext {
    breakdown("scopes", "By scope", "Scope", summary.scopes, note: sentences.guessedScopes)
  }

  private func breakdown<Key>(
    _ id: String, _ title: String, _ heading: String, _ breakdown: Breakdown<Key>, note: String = "",
    hasRegions: Bool = false, facts: (Key) -> (code: String, region: String, mark: String) = { _ in ("", "", "") }
  ) -> TemplateContext {
    let largest = breakdown.rows.map(\.organizations.reported).max() ?? 0
    let places = SummaryContext.order(of: breakdown.rows.map(\.name))
    let regions = SummaryContext.order(of: breakdown.rows.map { facts($0.key).region })
    let rows = breakdown.rows.map { row -> TemplateContext in
      let (code, region, mark) = facts(row.key)
      let bounds = row.organizations
      var order = [places[row.name] ?? 0] + (hasRegions ? [regions[region] ?? 0] : [])
      order += [bounds.reported, bounds.atLeast, bounds.atMost, row.share.tenths]
      return [
        "name": .text(row.name), "code": .text(code), "region": .text(region), "mark": .text(mark),
        "organizations": .number(bounds.reported), "at_least": .number(bounds.atLeast),
        "at_most": .number(bounds.atMost), "share": .markup("\(row.share)"),
        "bar": .number(largest == 0 ? 0 : max(1, bounds.reported * 100 / largest)),
        "order": .data(order.map(String.init).joined(separator: " ")),
        "search": .data(CompareForm.fold("\(row.name) \(region)")),
      ]
    }
    let total = summary.headline.organizations
    let shares = Share(tenths: breakdown.rows.reduce(0) { $0 + $1.share.tenths })
    return [
      "id": .text(id), "title": .text(title), "heading": .text(heading), "note": .text(note),
      "has_regions": .flag(hasRegions), "is_long": .flag(rows.count > 12), "rows": .list(rows),
      "total": .group([
        "organizations": .number(total.reported), "at_least": .number(total.atLeast), "at_most": .number(total.atMost),
        "share": .markup("\(shares)"),
      ]),
    ]
  }

  private var matrix: TemplateContext {
    let columns = summary.types.rows
    let places = Dictionary(columns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { place, _ in place })
    var counts: [Home: [Int]] = [:]
    for cell in summary.matrix {
      guard let place = places[cell.type] else { continue }
      counts[cell.home, default: Array(repeating: 0, count: columns.count)][place] += cell.organizations
    }
    let largest = counts.values.compactMap { $0.max() }.max() ?? 0
    let rows = summary.countries.rows.map { row -> TemplateContext in
      let cells = counts[row.key] ?? []
      return [
        "name": .text(row.name),
        "cells": .list(
          cells.map { count in
            // Four shades, by the part of the largest cell.
            [
              "organizations": .number(count),
              "level": .number(count == 0 ? 0 : min(4, 1 + (count - 1) * 4 / max(1, largest))),
            ]
          }),
        "total": .number(cells.reduce(0, +)),
      ]
    }
    return [
      "columns": .list(columns.map { ["name": .text($0.name), "total": .number($0.organizations.reported)] }),
      "rows": .list(rows), "total": .number(summary.headline.organizations.reported),
    ]
  }

  // MARK: Organizations

  private var organizations: [TemplateContext] {
    let variants = Dictionary(grouping: summary.variants, by: \.organizationID)
    var known: [String: String] = [:]
    func form(_ text: String) -> String {
      if let form = known[text] { return form }
      let form = CompareForm.fold(text)
      known[text] = form
      return form
    }
    return summary.organizations.prefix(limits.organizations).enumerated().map { place, line -> TemplateContext in
      let own = variants[line.id] ?? []
      let type = line.type?.displayName ?? "Unclassified"
      let order = [
        place, homeOrder[line.homeName] ?? 0, typeOrder[line.type] ?? typeOrder.count, line.variants, line.signatures,
        line.firstDay.map { Int($0.number) } ?? .max >> 11,
      ]
      var forms: [String] = []
      for name in Set([line.name] + own.map(\.variant)).sorted(by: ByteOrder.precedes).map(CompareForm.fold) + [
        form(line.homeName), form(type),
      ] where !forms.contains(name) { forms.append(name) }
      return [
        "id": .text(line.id), "name": .text(line.name), "country": .text(line.homeName),
        "country_code": .text(line.home.country?.description ?? ""), "scope": .text(line.scope.displayName),
        "type": .text(type), "type_strength": .text(line.typeStrength?.rawValue ?? ""),
        "is_guess": .flag(line.typeStrength == .weak), "part_of": .text(line.partOf), "ways": .number(line.variants),
        "signatures": .number(line.signatures), "first_signed": .markup(line.firstDay?.description ?? ""),
        "order": .data(order.map(String.init).joined(separator: " ")), "search": .data(forms.joined(separator: " | ")),
        "variants": .list(own.map(variant)),
      ]
    }
  }

  private func variant(_ line: VariantLine) -> TemplateContext {
    [
      "name": .text(line.variant), "source": .text(line.source), "score": .markup(NumberText.hundredths(line.score)),
      "is_canonical": .flag(line.evidence.isEmpty), "evidence": .list(EvidenceSteps.context(line.evidence)),
    ]
  }

  /// The choices of the filters: what occurs among the listed organizations, by name.
  private var filters: TemplateContext {
    func choices(_ counts: [String: (place: Int, count: Int)]) -> TemplateValue {
      .list(
        counts.sorted { $0.value.place < $1.value.place }.map {
          ["name": .text($0.key), "place": .number($0.value.place), "organizations": .number($0.value.count)]
        })
    }
    var homes: [String: (place: Int, count: Int)] = [:]
    var types: [String: (place: Int, count: Int)] = [:]
    for line in summary.organizations {
      homes[line.homeName, default: (homeOrder[line.homeName] ?? 0, 0)].count += 1
      types[line.type?.displayName ?? "Unclassified", default: (typeOrder[line.type] ?? 0, 0)].count += 1
    }
    return ["countries": choices(homes), "types": choices(types)]
  }

  // MARK: Proposals

  private var proposals: [TemplateContext] {
    guard !summary.proposals.isEmpty else { return [] }
    let variants = Dictionary(grouping: summary.variants, by: \.organizationID)
    return summary.proposals.prefix(limits.proposals).map { line -> TemplateContext in
      func side(_ side: ProposalLine.Side) -> TemplateContext {
        [
          "id": .text(side.id), "name": .text(side.name), "country": .text(side.homeName),
          "country_code": .text(side.country?.description ?? ""),
          "variants": .list(
            (variants[side.id] ?? []).map { ["name": .text($0.variant), "source": .text($0.source)] }),
        ]
      }
      return [
        "rank": .number(line.rank), "score": .markup(NumberText.hundredths(line.score)), "effect": .text(line.effect),
        "left": .group(side(line.left)), "right": .group(side(line.right)),
        "evidence": .list(EvidenceSteps.context(line.evidence)),
        "cells": .data(SummaryContext.cells(line.wording)),
        "left_in_right_cells": .data(line.leftInRight.map(SummaryContext.cells) ?? ""),
        "right_in_left_cells": .data(line.rightInLeft.map(SummaryContext.cells) ?? ""),
        "can_be_apart": .flag(line.canBeApart),
        "also": .list(line.alsoReached.map { ["name": .text($0)] }),
      ]
    }
  }

  /// The cells `name,country,value` of a decision, as a decisions file has them.
  private static func cells(_ wording: ProposalLine.Wording) -> String {
    var csv = DelimitedWriter()
    csv.write([wording.name, wording.country?.description ?? "", wording.value].map(VisibleText.oneLine))
    return String(decoding: csv.bytes.dropLast(), as: UTF8.self)
  }
}
