import Tabular

// The lists: organizations with the ways in which they are written, and what the lists can be narrowed to.
extension SummaryContext {
  /// Where an organization is, in words.
  private func home(_ line: OrganizationLine) -> String {
    names.home(line.home, places: line.places, line.homeName)
  }

  var organizations: [TemplateContext] {
    let variants = variants(of: Set(summary.organizations.prefix(limits.organizations).map(\.id)))
    let homes = order(of: summary.organizations.map(home))
    let types = typePlaces
    var known: [String: String] = [:]
    func form(_ text: String) -> String {
      if let form = known[text] { return form }
      let form = CompareForm.fold(text)
      known[text] = form
      return form
    }
    return summary.organizations.prefix(limits.organizations).enumerated().map { place, line -> TemplateContext in
      let own = variants[line.id] ?? []
      let (home, type) = (home(line), names.type(line.type))
      let order = [
        place, homes[home] ?? 0, types[line.type] ?? types.count, line.variants, line.signatures,
        line.firstDay.map { Int($0.number) } ?? .max >> 11,
      ]
      var forms: [String] = []
      for name in Set([line.name] + own.map(\.variant)).sorted(by: ByteOrder.precedes).map(CompareForm.fold) + [
        form(home), form(type),
      ] where !forms.contains(name) { forms.append(name) }
      return [
        "id": .text(line.id), "name": .text(line.name), "country": .text(home),
        "country_code": .text(line.home.country?.description ?? ""), "scope": .text(names.scope(line.scope)),
        "type": .text(type), "type_strength": .text(line.typeStrength?.rawValue ?? ""),
        "certainty": .wording(line.typeStrength.map { words("strength.\($0.rawValue)") } ?? ""),
        "is_guess": .flag(line.typeStrength == .weak), "part_of": .text(line.partOf), "ways": .number(line.variants),
        "signatures": .number(line.signatures), "first_signed": .markup(line.firstDay?.description ?? ""),
        "order": .data(order.map(String.init).joined(separator: " ")), "search": .data(forms.joined(separator: " | ")),
        "variants": .list(own.map(variant)),
      ]
    }
  }

  /// The ways of writing some organizations, by identifier.
  func variants(of organizations: Set<String>) -> [String: [VariantLine]] {
    Dictionary(
      grouping: summary.variants.lazy.filter { organizations.contains($0.organizationID) }, by: \.organizationID)
  }

  private func variant(_ line: VariantLine) -> TemplateContext {
    [
      "name": .text(line.variant), "source": .text(line.source), "score": score(line.score),
      "is_canonical": .flag(line.evidence.isEmpty),
      "evidence": .list(EvidenceSteps.context(line.evidence, words.language)),
    ]
  }

  /// A score with two decimals, as the language writes it.
  func score(_ score: Double) -> TemplateValue { .markup(words.language.decimal(NumberText.hundredths(score))) }

  /// The place of each type by its name.
  private var typePlaces: [OrganizationType?: Int] {
    let types = summary.types.rows.map { (key: $0.key, name: names.type($0.key)) }
    let places = order(of: types.map(\.name))
    return Dictionary(types.map { ($0.key, places[$0.name] ?? 0) }, uniquingKeysWith: { $1 })
  }

  /// The choices of the filters: what occurs among the listed organizations, by name.
  var filters: TemplateContext {
    func choices(_ counts: [String: (place: Int, count: Int)]) -> TemplateValue {
      .list(
        counts.sorted { $0.value.place < $1.value.place }.map {
          ["name": .text($0.key), "place": .number($0.value.place), "organizations": .number($0.value.count)]
        })
    }
    let (homePlaces, typePlaces) = (order(of: summary.organizations.map(home)), typePlaces)
    var homes: [String: (place: Int, count: Int)] = [:]
    var types: [String: (place: Int, count: Int)] = [:]
    for line in summary.organizations {
      let home = home(line)
      homes[home, default: (homePlaces[home] ?? 0, 0)].count += 1
      types[names.type(line.type), default: (typePlaces[line.type] ?? 0, 0)].count += 1
    }
    return ["countries": choices(homes), "types": choices(types)]
  }
}
