/// Whether the bounds of a count hold the truth, and how much they leave open.
public struct BoundsScore: Hashable, Sendable {
  /// What was reported, at least and at most.
  public let bounds: Bounds
  /// How many organizations there are in truth.
  public let truth: Int

  /// Judges bounds by the truth.
  public init(_ bounds: Bounds, truth: Int) {
    self.bounds = bounds
    self.truth = truth
  }

  /// Whether the truth is within the bounds; an end is within.
  public var isInside: Bool { bounds.atLeast <= truth && truth <= bounds.atMost }
  /// How far the bounds are apart, in per cent of the truth; 0 without any organization.
  public var widthPercent: Double { percent(bounds.atMost - bounds.atLeast) }
  /// How far *at least* is above the truth, in per cent of it; below 0 where it is under, as it should be.
  public var atLeastPercent: Double { percent(bounds.atLeast - truth) }
  /// How far *at most* is above the truth, in per cent of it.
  public var atMostPercent: Double { percent(bounds.atMost - truth) }

  /// The same bounds without what the policy allows for links that show in no name: open proposals alone.
  public var withoutAllowance: BoundsScore {
    BoundsScore(
      Bounds(reported: bounds.reported, atLeast: bounds.atLeastWithoutAllowance, atMost: bounds.atMost), truth: truth)
  }

  private func percent(_ difference: Int) -> Double { truth == 0 ? 0 : 100 * Double(difference) / Double(truth) }
}
