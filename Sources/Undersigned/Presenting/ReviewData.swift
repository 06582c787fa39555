/// The outcomes of the review as JSON for the page, which looks them up.
enum ReviewData {
  /// An object with the `organizations` that no proposal touches, their `countries`, the joins after which the
  /// allowance falls (`falls`), and the `groups`: each with the `ranks` of its proposals, what decisions on them settle
  /// (`same`, `apart`), the `ends` of a group too large to work out, and its `outcomes`: bits of what is joined, what
  /// each organization becomes, the countries of these.
  static func json(_ summary: Summary) -> String {
    let review = summary.review
    let groups = review.groups.map { group in
      let outcomes = group.outcomes.map { outcome in
        let countries = outcome.countries.map { $0?.description ?? "" }.joined(separator: ",")
        return "[\(outcome.joined),\(list(outcome.becomes)),\"\(countries)\"]"
      }
      return "{\"ranks\":\(list(group.ranks)),\"same\":\(list(group.same)),\"apart\":\(list(group.apart)),"
        + "\"ends\":\(list(group.ends)),\"outcomes\":[\(outcomes.joined(separator: ","))]}"
    }
    let countries = review.settledCountries.map(\.description).joined(separator: ",")
    return "{\"organizations\":\(review.settledOrganizations),\"countries\":\"\(countries)\","
      + "\"falls\":\(list(review.allowanceFalls)),"
      + "\"groups\":[\(groups.joined(separator: ","))]}"
  }

  private static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }
}
