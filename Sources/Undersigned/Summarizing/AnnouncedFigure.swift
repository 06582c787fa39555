/// A number of organizations that was announced.
public struct AnnouncedFigure: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// How many organizations were counted then.
  public var organizations: Int

  /// A number of a day.
  public init(day: Day, organizations: Int) {
    self.day = day
    self.organizations = organizations
  }
}
