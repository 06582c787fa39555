// The tables of figures: organizations by country, region, type and scope.
extension SummaryContext {
  var countries: TemplateContext {
    breakdown(
      "countries", "by_country", "country", summary.countries, hasRegions: true, name: names.home,
      isApart: { $0.country == nil }
    ) { key in
      guard let code = key.country, let entry = summary.countryEntries[code] else { return ("", "", "") }
      let region = entry.region.map { names.area(.region($0), $0.name) } ?? ""
      return (code.description, region, entry.countsAsCountry ? "" : words("no-country"))
    }
  }

  var regions: TemplateContext {
    breakdown(
      "regions", "by_region", "region", summary.regions, note: words("regions"), name: names.area,
      isApart: { $0.isApart })
  }

  var subregions: TemplateContext {
    breakdown(
      "subregions", "by_subregion", "subregion", summary.subregions, name: names.area,
      isApart: { $0.isApart })
  }

  var types: TemplateContext {
    breakdown(
      "types", "by_type", "type", summary.types, note: sentences.weakTypes, name: { type, _ in names.type(type) },
      isApart: { $0 == nil })
  }

  var scopes: TemplateContext {
    breakdown(
      "scopes", "by_scope", "scope", summary.scopes, note: sentences.guessedScopes,
      name: { scope, _ in names.scope(scope) }, isApart: { $0 == .unresolved })
  }

  /// A row with its name in the report's language.
  private typealias NamedRow<Key: Hashable & Sendable> = (name: String, row: BreakdownRow<Key>)

  /// The rows as the language lists them: equal ones by name.
  private func named<Key>(
    _ breakdown: Breakdown<Key>, _ name: (Key, String) -> String, _ isApart: (Key) -> Bool
  ) -> [NamedRow<Key>] {
    names.named(breakdown, name, isApart: isApart).rows.map { (name: $0.name, row: $0) }
  }

  private func breakdown<Key>(
    _ id: String, _ title: String, _ heading: String, _ breakdown: Breakdown<Key>, note: String = "",
    hasRegions: Bool = false, name: (Key, String) -> String, isApart: (Key) -> Bool,
    facts: (Key) -> (code: String, region: String, mark: String) = { _ in ("", "", "") }
  ) -> TemplateContext {
    let named = named(breakdown, name, isApart)
    let largest = breakdown.rows.map(\.organizations.reported).max() ?? 0
    let places = order(of: named.map(\.name))
    let regions = order(of: breakdown.rows.map { facts($0.key).region })
    let rows = named.map { name, row -> TemplateContext in
      let (code, region, mark) = facts(row.key)
      let bounds = row.organizations
      var order = [places[name] ?? 0] + (hasRegions ? [regions[region] ?? 0] : [])
      order += [bounds.reported, bounds.atLeast, bounds.atMost, row.share.tenths]
      return [
        "name": .text(name), "code": .text(code), "region": .text(region), "mark": .wording(mark),
        "organizations": .number(bounds.reported), "at_least": .number(bounds.atLeast),
        "at_most": .number(bounds.atMost), "share": .markup("\(row.share)"), "percent": percent(row.share),
        "bar": .number(largest == 0 ? 0 : max(1, bounds.reported * 100 / largest)),
        "order": .data(order.map(String.init).joined(separator: " ")),
        "search": .data(CompareForm.fold("\(name) \(region)")),
      ]
    }
    // The total's own bounds: those of rows don't sum, since what leaves one row stands in another.
    let total = summary.headline.organizations
    let shares = Share(tenths: breakdown.rows.reduce(0) { $0 + $1.share.tenths })
    return [
      "id": .text(id), "title": .wording(words("words.\(title)")), "heading": .wording(words("words.\(heading)")),
      "note": .wording(note),
      "has_regions": .flag(hasRegions), "is_long": .flag(rows.count > 12), "rows": .list(rows),
      "total": .group([
        "organizations": .number(total.reported), "at_least": .number(total.atLeast), "at_most": .number(total.atMost),
        "share": .markup("\(shares)"), "percent": percent(shares),
      ]),
    ]
  }

  private func percent(_ share: Share) -> TemplateValue { .markup(words.language.percent(share.description)) }

  // MARK: Countries and types

  /// - Parameter limit: How many types have a column of their own; one more fits as well as a column that sums up two.
  func matrix(ofTypes limit: Int) -> TemplateContext {
    let types = named(summary.types, { type, _ in names.type(type) }, { $0 == nil })
    let own = types.count - 1 <= limit ? types : Array(types.prefix(limit))
    let width = own.count + (own.count < types.count ? 1 : 0)
    let places = Dictionary(own.enumerated().map { ($1.row.key, $0) }, uniquingKeysWith: { place, _ in place })
    var counts: [Home: [Int]] = [:]
    for cell in summary.matrix {
      counts[cell.home, default: Array(repeating: 0, count: width)][places[cell.type] ?? width - 1] +=
        cell.organizations
    }
    let largest = counts.values.compactMap { $0.max() }.max() ?? 0
    var totals = Array(repeating: 0, count: width)
    let rows = named(summary.countries, names.home, { $0.country == nil }).map { name, row -> TemplateContext in
      let cells = counts[row.key] ?? Array(repeating: 0, count: width)
      for (place, count) in cells.enumerated() { totals[place] += count }
      return [
        "name": .text(name),
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
    let columns = own.map(\.name) + (own.count < types.count ? [words("words.other_types")] : [])
    return [
      "columns": .list(zip(columns, totals).map { ["name": .text($0), "total": .number($1)] }),
      "rows": .list(rows), "total": .number(summary.headline.organizations.reported),
    ]
  }

  // MARK: What at least leaves out

  /// A row for each figure whose *at least* is below the count.
  var leftOut: [TemplateContext] {
    func row(_ kind: String, _ name: String, _ bounds: Bounds) -> TemplateContext? {
      guard bounds.reported > bounds.atLeast else { return nil }
      return [
        "kind": .wording(kind), "name": .text(name), "organizations": .number(bounds.reported),
        "proposals": .number(-bounds.proposals), "weak_guesses": .number(-bounds.weakGuesses),
        "allowance": .number(-bounds.allowance), "at_least": .number(bounds.atLeast),
      ]
    }
    func rows<Key>(
      _ kind: String, _ breakdown: Breakdown<Key>, _ name: (Key, String) -> String, _ isApart: (Key) -> Bool
    ) -> [TemplateContext] {
      named(breakdown, name, isApart).compactMap { row(words("words.\(kind)"), $0.name, $0.row.organizations) }
    }
    let headline = [
      row("", words("words.organizations"), summary.headline.organizations),
      row("", words("words.countries"), summary.headline.countries),
    ]
    return headline.compactMap { $0 } + rows("country", summary.countries, names.home, { $0.country == nil })
      + rows("region", summary.regions, names.area, { $0.isApart })
      + rows("type", summary.types, { type, _ in names.type(type) }, { $0 == nil })
  }
}
