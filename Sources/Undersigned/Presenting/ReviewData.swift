/// The outcomes of the review as JSON for the page, which looks them up.
enum ReviewData {
  /// `{"organizations":…,"countries":[…],"reported":[…],"groups":[{"ranks":[…],"outcomes":[[joined,organizations,"AU FR"],…],"ends":[…]},…]}`.
  static func json(_ summary: Summary) -> String {
    let review = summary.review
    let groups = review.groups.map { group in
      let outcomes = group.outcomes.map { outcome in
        "[\(outcome.joined),\(outcome.organizations),\"\(words(outcome.countries.map(\.description)))\"]"
      }
      return "{\"ranks\":\(list(group.ranks)),\"outcomes\":[\(outcomes.joined(separator: ","))],"
        + "\"ends\":\(list(group.ends))}"
    }
    let countries = summary.headline.countries
    return "{\"organizations\":\(review.settledOrganizations),"
      + "\"countries\":\"\(words(review.settledCountries.map(\.description)))\","
      + "\"fewestCountries\":\(countries.atLeast),\"groups\":[\(groups.joined(separator: ","))]}"
  }

  private static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }

  private static func words(_ words: [String]) -> String { words.joined(separator: " ") }
}
