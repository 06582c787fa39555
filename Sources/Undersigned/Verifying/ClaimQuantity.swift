/// How many, as a text says it.
struct ClaimQuantity: Hashable, Sendable {
  /// How the true count relates to the number.
  enum Relation: Hashable, Sendable {
    case exactly
    /// More than the number.
    case over
    case atLeast
    /// Below the number, by no more than a twentieth of it.
    case nearly
    /// Within a tenth of the number.
    case about
    case upTo
    case under
    /// From the number through another.
    case through(Int)
  }

  /// The number; the lower one of a range.
  var number: Int
  /// How the true count relates to it.
  var relation: Relation

  /// The counts of which it is true.
  var counts: ClosedRange<Int> {
    switch relation {
    case .exactly: return number...number
    case .over: return (number + 1)...Int.max
    case .atLeast: return number...Int.max
    case .nearly:
      let lowest = (number * 19 + 19) / 20
      return min(lowest, max(number - 1, 0))...max(number - 1, 0)
    case .about: return (number - number / 10)...(number + number / 10)
    case .upTo: return 0...number
    case .under: return 0...max(number - 1, 0)
    case .through(let high): return number...max(high, number)
    }
  }

  /// Whether it gives a round figure, of which other figures in the sentence may be the least.
  var isRounded: Bool { relation != .exactly }

  /// Whether the true count can't be above it.
  var isCeiling: Bool {
    switch relation {
    case .over, .atLeast: false
    case .exactly, .nearly, .about, .upTo, .under, .through: true
    }
  }
}
