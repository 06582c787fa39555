extension LabelledSet {
  /// By row, the values that are right; the first is the label proper, an empty one is none.
  ///
  /// For types the alternative label is right as well. A set without alternatives labels by the list that a name comes
  /// from. There `ngo` says no more than that the organization is on a list of accredited NGOs, so every type of civil
  /// society is right.
  func rightValues(_ label: Label) -> [[String]] {
    switch label {
    case .country: return rows.map { [$0.labelledCountry] }
    case .statedCountry: return rows.map { [$0.country.isEmpty ? "" : $0.labelledCountry] }
    case .noCountry: return rows.map { [$0.labelledCountry.isEmpty && LabelledSet.isWide($0) ? LabelledSet.none : ""] }
    case .scope: return rows.map { [$0.labelledScope] }
    case .type, .typeOrNGO, .strongType:
      let isLenient = rows.allSatisfy(\.alternativeType.isEmpty)
      return rows.map { row in
        if isLenient, row.labelledType == OrganizationType.ngo.rawValue { return LabelledSet.civilSociety }
        return [row.labelledType, row.alternativeType].filter { !$0.isEmpty }
      }
    }
  }

  /// What stands for having no country, where that is what is judged.
  static let none = "none"

  /// Whether a row is labelled as reaching over several countries.
  private static func isWide(_ row: Row) -> Bool {
    [Location.Scope.regional.rawValue, Location.Scope.international.rawValue].contains(row.labelledScope)
  }

  private static let civilSociety =
    [OrganizationType.ngo.rawValue]
    + OrganizationType.allCases.filter {
      switch $0 {
      case .politicalParty, .tradeUnion, .government, .cooperative, .business, .media, .academicResearch, .ngo: false
      default: true
      }
    }.map(\.rawValue)
}
