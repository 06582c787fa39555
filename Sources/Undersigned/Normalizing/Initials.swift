/// Whether a short form is made of the initials of a name.
///
/// After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003),
/// with several letters from one word (`SindUTE`) and words that give none.
enum Initials {
  private static let longestAcronym = 14
  private static let longestName = 40

  /// Whether the letters of `acronym` are the first one to four letters of the words of `name`, in order.
  ///
  /// A stop word may give none, and so may one other word of a name of three or more, two of five or more, but not
  /// the first.
  ///
  /// - Parameters:
  ///   - acronym: In compare form, of 2 through 14 letters.
  ///   - name: Words in compare form; a name of more than 40 verifies nothing.
  static func verify(_ acronym: String, _ name: [String]) -> Bool {
    let letters = Array(acronym.unicodeScalars.filter { $0 != " " })
    guard (2...longestAcronym).contains(letters.count), (2...longestName).contains(name.count) else { return false }
    let contentWords = name.count { !NameWords.isStop($0) }
    let mayLeaveOut = letters.count < 3 || contentWords < 3 ? 0 : contentWords < 5 ? 1 : 2
    // Bit i of element k: the first i letters are explained, with k words left out.
    var explained: [UInt32] = [1, 0, 0]
    for (index, word) in name.enumerated() {
      let scalars = Array(word.unicodeScalars.prefix(24))
      var next: [UInt32] = [0, 0, 0]
      if NameWords.isStop(word) {
        next = explained
      } else if index > 0 {
        for left in 0..<mayLeaveOut { next[left + 1] = explained[left] }
      }
      let any = explained[0] | explained[1] | explained[2]
      for start in 0..<letters.count where any >> UInt32(start) & 1 == 1 {
        for count in 1...4 {
          guard start + count <= letters.count, gives(scalars, letters[start..<start + count]) else { break }
          for left in 0...2 where explained[left] >> UInt32(start) & 1 == 1 { next[left] |= 1 << UInt32(start + count) }
        }
      }
      explained = next
    }
    return (explained[0] | explained[1] | explained[2]) >> UInt32(letters.count) & 1 == 1
  }

  /// Whether a word begins with the first of the letters and has the others after it, in order.
  private static func gives(_ word: [Unicode.Scalar], _ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.first == letters.first else { return false }
    var next = letters.startIndex
    for scalar in word where next < letters.endIndex && scalar == letters[next] { next += 1 }
    return next == letters.endIndex
  }
}
