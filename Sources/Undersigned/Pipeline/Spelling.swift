/// How far two spellings are apart, and which known word a misspelt one is nearest to.
package enum Spelling {
  /// What `distance` compares: the Unicode scalars of a text.
  static func letters(_ text: some StringProtocol) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// The optimal string alignment distance (Damerau 1964, restricted): insertions, deletions, substitutions and swaps
  /// of neighbours, no substring edited twice.
  ///
  /// - Parameters:
  ///   - left: The letters of one spelling.
  ///   - right: Those of the other; order does not matter.
  ///   - limit: The largest distance of interest, from 0.
  /// - Returns: The distance, or nothing when it is above `limit`.
  /// - Complexity: O(*n*) for spellings of at most 64 letters, else O(*n* × `limit`).
  static func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    if min(left.count, right.count) > 64 { return bandedDistance(left, right, limit) }
    return left.count <= right.count ? bitParallelDistance(left, right, limit) : bitParallelDistance(right, left, limit)
  }

  /// A column of the table of distances at once, a bit for each letter of `pattern` (Hyyrö, "A bit-vector algorithm for
  /// computing Levenshtein and Damerau edit distances", 2003).
  private static func bitParallelDistance(_ pattern: [UInt32], _ text: [UInt32], _ limit: Int) -> Int? {
    let last: UInt64 = 1 << UInt64(pattern.count - 1)
    // Where a column's values rise and fall from one letter of the pattern to the next.
    var rises = UInt64.max
    var falls: UInt64 = 0
    var isDiagonalSame: UInt64 = 0
    var previousMatches: UInt64 = 0
    var distance = pattern.count
    for index in 0..<text.count {
      let letter = text[index]
      var matches: UInt64 = 0
      for position in 0..<pattern.count where pattern[position] == letter { matches |= 1 &<< UInt64(position) }
      let swaps = ((~isDiagonalSame & matches) &<< 1) & previousMatches
      isDiagonalSame = (((matches & rises) &+ rises) ^ rises) | matches | falls | swaps
      var rightRises = falls | ~(isDiagonalSame | rises)
      var rightFalls = isDiagonalSame & rises
      if rightRises & last != 0 { distance += 1 }
      if rightFalls & last != 0 { distance -= 1 }
      // What is left of the text can lower the distance by one a letter.
      if distance - (text.count - 1 - index) > limit { return nil }
      rightRises = rightRises &<< 1 | 1
      rightFalls = rightFalls &<< 1
      rises = rightFalls | ~(isDiagonalSame | rightRises)
      falls = rightRises & isDiagonalSame
      previousMatches = matches
    }
    return distance <= limit ? distance : nil
  }

  /// Row by row, but only as far from the diagonal as the limit allows.
  private static func bandedDistance(_ left: [UInt32], _ right: [UInt32], _ limit: Int) -> Int? {
    let unreachable = limit + 1
    var beforeLast = [Int](repeating: unreachable, count: right.count + 1)
    var last = (0...right.count).map { min($0, unreachable) }
    var row = beforeLast
    for index in left.indices {
      let start = max(0, index - limit)
      let end = min(right.count, index + limit + 1)
      // The rows are used in turn, so what stands beside the band is of an older row.
      row[start] = start == 0 ? min(index + 1, unreachable) : unreachable
      if end < right.count { row[end + 1] = unreachable }
      var least = row[start]
      for position in start..<end {
        let isSame = left[index] == right[position]
        var cost = min(last[position] + (isSame ? 0 : 1), last[position + 1] + 1, row[position] + 1)
        if index > 0, position > 0, left[index] == right[position - 1], left[index - 1] == right[position] {
          cost = min(cost, beforeLast[position - 1] + 1)
        }
        row[position + 1] = min(cost, unreachable)
        least = min(least, row[position + 1])
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  /// The known word that `word` is most likely a slip for.
  ///
  /// - Parameters:
  ///   - word: As it was written.
  ///   - known: The words that would be right, in any order.
  ///   - part: One letter in so many of the longer word may differ; in any word one letter may.
  /// - Returns: The nearest; the first in the order of `String` among equals; nothing when none is that near.
  /// - Complexity: O(letters of `known` × letters of `word`).
  package static func nearest(
    to word: String, among known: some Sequence<String>, differingInOneOf part: Int = 3
  ) -> String? {
    let letters = letters(word)
    var best: (distance: Int, word: String)?
    for candidate in known {
      let others = Spelling.letters(candidate)
      let limit = min(best?.distance ?? .max, max(1, max(letters.count, others.count) / part))
      guard let distance = distance(letters, others, limit: limit) else { continue }
      if best.map({ (distance, candidate) < ($0.distance, $0.word) }) ?? true { best = (distance, candidate) }
    }
    return best?.word
  }
}
