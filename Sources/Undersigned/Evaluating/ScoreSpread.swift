/// How far the figures of several parts lie apart.
public struct ScoreSpread: Sendable {
  /// The lowest, the middle and the highest value of a figure, and its mean.
  public struct Range: Hashable, Sendable {
    /// The lowest.
    public var minimum: Double
    /// The middle one; the mean of both where there are two.
    public var median: Double
    /// The highest.
    public var maximum: Double
    /// The mean.
    public var mean: Double
  }

  /// The parts' scores.
  public let scores: [LinkageScore]

  /// The spread of some scores, at least one.
  public init(_ scores: [LinkageScore]) {
    precondition(!scores.isEmpty, "a spread needs a score")
    self.scores = scores
  }

  /// All parts counted together.
  public var pooled: LinkageScore { LinkageScore(pooled: scores) }

  /// The spread of one figure.
  public func range(of figure: (LinkageScore) -> Double) -> Range {
    let values = scores.map(figure).sorted()
    let middle = values.count / 2
    return Range(
      minimum: values[0], median: values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2,
      maximum: values[values.count - 1], mean: values.reduce(0, +) / Double(values.count))
  }
}
