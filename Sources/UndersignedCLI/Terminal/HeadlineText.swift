import Undersigned

/// The headline of a letter in one line.
enum HeadlineText {
  /// `397 organizations (at least 393, at most 397) from 88 countries`.
  static func text(_ headline: Headline) -> String {
    "\(words(headline.organizations, "organization", "organizations")) from "
      + words(headline.countries, "country", "countries")
  }

  private static func words(_ bounds: Bounds, _ one: String, _ many: String) -> String {
    let count = "\(bounds.reported) \(bounds.reported == 1 ? one : many)"
    return bounds.isExact ? count : "\(count) (at least \(bounds.atLeast), at most \(bounds.atMost))"
  }
}
