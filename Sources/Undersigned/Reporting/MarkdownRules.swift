/// The section of the report that states the counting rules, with the headline under each choice.
struct MarkdownRules {
  func text(_ summary: Summary) -> String {
    var table = MarkdownTable([
      .text("Rule"), .text("Choice"), .text("Here"), .number("Organizations"), .number("Countries"),
    ])
    for sensitivity in summary.sensitivity {
      for choice in sensitivity.choices {
        table.append([
          sensitivity.rule.words, sensitivity.rule.words(for: choice.slug),
          choice.isChosen ? "yes" : "", figure(choice.organizations), figure(choice.countries),
        ])
      }
    }
    var text =
      "## Counting rules\n\nThe headline under the choices that could be made; a dash where exports would have "
    text += "to be read anew that are very large, or tallies.\n\n" + table.text
    let unverified = summary.reconciliation.dropped[.unverified] ?? 0
    if unverified > 0 {
      text += "\(NumberText.counted(unverified, "unverified record is", "unverified records are")) left out.\n\n"
    }
    return text
  }

  private func figure(_ number: Int?) -> String { number.map(NumberText.grouped) ?? "–" }
}

extension PolicySensitivity.Rule {
  /// The question that the rule answers.
  var words: String {
    switch self {
    case .country: "What counts as a country"
    case .territory: "Where a territory that is no country goes"
    case .countryNames: "What countries are called"
    case .sections: "Sections"
    case .proposals: "Open proposals"
    case .affiliatedPerson: "Who signs beside a person's name"
    case .blankCountry: "A country that nobody stated and nothing else tells"
    case .unverified: "Unverified signatures"
    case .invisibleLinks: "Links that no name shows"
    }
  }

  /// A choice of the rule in words; the slug itself where there are none.
  func words(for slug: String) -> String {
    switch self {
    case .country: Policy.CountryRule(rawValue: slug)?.words ?? slug
    case .territory: Policy.TerritoryRule(rawValue: slug)?.words ?? slug
    case .countryNames: Policy.CountryNames(rawValue: slug)?.words ?? slug
    case .sections: slug == "counted" ? "count as organizations" : "count with their parents"
    case .proposals: slug == "none-accepted" ? "none accepted" : "all accepted"
    case .affiliatedPerson: Policy.AffiliatedPerson(rawValue: slug)?.words ?? slug
    case .blankCountry: Policy.BlankCountry(rawValue: slug)?.words ?? slug
    case .unverified: slug == "left-out" ? "left out" : "counted"
    case .invisibleLinks: slug == "0" ? "none, as reported" : "\(slug) allowed for in *at least*"
    }
  }
}

extension Policy.AffiliatedPerson {
  /// The choice in words.
  var words: String {
    switch self {
    case .organizationSigns: "the organization"
    case .personSigns: "the person"
    case .affiliationSigns: "the organization, and any affiliation as well"
    }
  }
}

extension Policy.CountryRule {
  /// The rule in words.
  var words: String {
    switch self {
    case .iso3166: "any country or territory of ISO 3166-1, and Kosovo"
    case .unitedNationsAndObservers: "a member of the United Nations or an observer state"
    case .unitedNationsMembers: "a member of the United Nations"
    }
  }
}

extension Policy.TerritoryRule {
  /// The choice in words.
  var words: String {
    switch self {
    case .itself: "stands for itself"
    case .parent: "counts with its state"
    case .notCounted: "counts with no country"
    }
  }
}

extension Policy.CountryNames {
  /// The choice in words.
  var words: String {
    switch self {
    case .cldr: "as Unicode's CLDR does"
    case .unitedNations: "as the United Nations do"
    case .iso: "as ISO 3166-1 does"
    }
  }
}

extension Policy.BlankCountry {
  /// The choice in words.
  var words: String {
    switch self {
    case .scopeGuessed: "is unresolved, with a guess at the scope for each record"
    case .unresolved: "is unresolved"
    case .international: "is international"
    }
  }
}

extension Capacity {
  /// Who signs, in words.
  var words: String {
    switch self {
    case .organization: "Organizations"
    case .individualWithAffiliation: "People, with an affiliation for identification only"
    case .individual: "People"
    }
  }
}

extension DropReason {
  /// Why a record is left out, in words.
  var words: String {
    switch self {
    case .empty: "names nobody"
    case .unverified: "unverified"
    case .incomplete: "never sent off"
    case .withdrawn: "withdrawn"
    case .test: "a test"
    case .repeated: "signed again"
    case .notAnOrganization: "no organization"
    case .totals: "sums up others"
    }
  }
}
