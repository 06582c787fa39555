/// Which words of two names answer each other, and what is left over: soft TF-IDF with one partner for each word.
struct WordOverlap {
  /// Two words that answer each other.
  struct Match {
    var left: Int32
    var right: Int32
    /// 0 through 1.
    var similarity: Double
  }

  private(set) var matches: [Match] = []
  /// Words of the left name without a partner.
  private(set) var leftOver: [Int32] = []
  /// Words of the right name without a partner.
  private(set) var rightOver: [Int32] = []
  /// The weight that both names share.
  private(set) var shared = 0.0
  /// The weight of the left name that the right one lacks.
  private(set) var leftMissing = 0.0
  /// The weight of the right name that the left one lacks.
  private(set) var rightMissing = 0.0

  /// Dice's coefficient of the weights, 0 through 1; 0 when nothing weighs anything.
  var dice: Double {
    let total = 2 * shared + leftMissing + rightMissing
    return total > 0 ? 2 * shared / total : 0
  }

  /// At most so many words of a name are compared.
  static let longest = 32

  /// Finds the partners.
  ///
  /// - Complexity: O(*n* × *m*) in words, 32 at most each; allocates only what it keeps.
  init(_ left: [Int32], _ right: [Int32], _ vocabulary: borrowing LinkageVocabulary) {
    let leftCount = min(left.count, WordOverlap.longest)
    let rightCount = min(right.count, WordOverlap.longest)
    // Bit i: word i has its partner.
    var leftTaken: UInt32 = 0
    var rightTaken: UInt32 = 0
    withUnsafeTemporaryAllocation(of: Candidate.self, capacity: leftCount * rightCount) { candidates in
      var count = 0
      for leftIndex in 0..<leftCount {
        for rightIndex in 0..<rightCount {
          let similarity = WordOverlap.similarity(left[leftIndex], right[rightIndex], vocabulary)
          guard similarity > 0 else { continue }
          // Kept in order while they come; most names have a handful. Equal ones stay in the order of their positions,
          // which are content, so they may break ties.
          var place = count
          while place > 0, candidates[place - 1].similarity < similarity {
            candidates.initializeElement(at: place, to: candidates[place - 1])
            place -= 1
          }
          candidates.initializeElement(
            at: place,
            to: Candidate(similarity: similarity, left: UInt32(leftIndex), right: UInt32(rightIndex)))
          count += 1
        }
      }
      pairGlued(left, right, &leftTaken, &rightTaken, vocabulary)
      for candidate in candidates[..<count]
      where leftTaken >> candidate.left & 1 == 0 && rightTaken >> candidate.right & 1 == 0 {
        leftTaken |= 1 << candidate.left
        rightTaken |= 1 << candidate.right
        add(
          Match(
            left: left[Int(candidate.left)], right: right[Int(candidate.right)], similarity: candidate.similarity),
          vocabulary)
      }
    }
    for index in 0..<leftCount where leftTaken >> UInt32(index) & 1 == 0 { leftOver.append(left[index]) }
    for index in 0..<rightCount where rightTaken >> UInt32(index) & 1 == 0 { rightOver.append(right[index]) }
    leftMissing += leftOver.reduce(0) { $0 + vocabulary[$1].weight }
    rightMissing += rightOver.reduce(0) { $0 + vocabulary[$1].weight }
  }

  /// Two words that may become partners, by their positions.
  private struct Candidate {
    var similarity: Double
    var left: UInt32
    var right: UInt32
  }

  private mutating func add(_ match: Match, _ vocabulary: borrowing LinkageVocabulary) {
    matches.append(match)
    let leftWeight = vocabulary[match.left].weight
    let rightWeight = vocabulary[match.right].weight
    shared += match.similarity * (leftWeight + rightWeight) / 2
    leftMissing += (1 - match.similarity) * leftWeight
    rightMissing += (1 - match.similarity) * rightWeight
  }

  /// Pairs one word with two neighbours that it is written as (`geneethics`, `gene ethics`).
  private mutating func pairGlued(
    _ left: [Int32], _ right: [Int32], _ leftTaken: inout UInt32, _ rightTaken: inout UInt32,
    _ vocabulary: borrowing LinkageVocabulary
  ) {
    for index in 0..<min(left.count, WordOverlap.longest) {
      guard let other = WordOverlap.halves(of: left[index], among: right, rightTaken, vocabulary) else { continue }
      leftTaken |= 1 << UInt32(index)
      rightTaken |= 3 << UInt32(other)
      add(Match(left: left[index], right: right[other], similarity: 1), vocabulary)
    }
    for index in 0..<min(right.count, WordOverlap.longest) where rightTaken >> UInt32(index) & 1 == 0 {
      guard let other = WordOverlap.halves(of: right[index], among: left, leftTaken, vocabulary) else { continue }
      rightTaken |= 1 << UInt32(index)
      leftTaken |= 3 << UInt32(other)
      add(Match(left: left[other], right: right[index], similarity: 1), vocabulary)
    }
  }

  /// Where the first two free neighbours stand that together are spelled like a word of six letters and more.
  private static func halves(
    of word: Int32, among others: [Int32], _ taken: UInt32, _ vocabulary: borrowing LinkageVocabulary
  ) -> Int? {
    let length = vocabulary.outlines[Int(word)].length
    guard length >= 6 else { return nil }
    for index in 0..<max(0, min(others.count, WordOverlap.longest) - 1) where taken >> UInt32(index) & 3 == 0 {
      let first = vocabulary.outlines[Int(others[index])].length
      guard first + vocabulary.outlines[Int(others[index + 1])].length == length else { continue }
      let letters = vocabulary[word].letters
      if letters[..<first] == vocabulary[others[index]].letters[...],
        letters[first...].elementsEqual(vocabulary[others[index + 1]].letters)
      {
        return index
      }
    }
    return nil
  }

  /// Takes words out of what is missing: they say what the other side's country says.
  mutating func forgive(
    left: (Int32) -> Bool, right: (Int32) -> Bool, _ vocabulary: borrowing LinkageVocabulary
  ) {
    for word in leftOver where left(word) { leftMissing -= vocabulary[word].weight }
    for word in rightOver where right(word) { rightMissing -= vocabulary[word].weight }
    leftOver.removeAll(where: left)
    rightOver.removeAll(where: right)
    leftMissing = max(0, leftMissing)
    rightMissing = max(0, rightMissing)
  }

  /// How well two words answer each other: 1 the same, .95 inflected, .92 one concept, less for a slip of spelling,
  /// 0 for different words.
  static func similarity(_ left: Int32, _ right: Int32, _ vocabulary: borrowing LinkageVocabulary) -> Double {
    if left == right { return 1 }
    // Nearly all pairs of words end here, which is what makes comparing affordable.
    if !vocabulary.outlines[Int(left)].mayAnswer(vocabulary.outlines[Int(right)]) { return 0 }
    return vocabulary[left].similarity(to: vocabulary[right])
  }

  /// How many slips a word of that many letters may hold.
  static func spellingLimit(longer length: Int) -> Int { length < 8 ? 1 : length < 13 ? 2 : 3 }
}

extension LinkageVocabulary.Word {
  /// How well this word and another one answer each other.
  fileprivate func similarity(to other: Self) -> Double {
    if let place, let otherPlace = other.place { return place.isSame(as: otherPlace) ? 0.92 : 0 }
    if isNumeric || other.isNumeric || place != nil || other.place != nil { return 0 }
    if !concepts.isEmpty, !other.concepts.isEmpty {
      // Two dictionary words are never a slip for each other: their meanings decide.
      guard concepts.contains(where: other.concepts.contains) else { return 0 }
      return isSpellingVariant(of: other) ? 0.97 : 0.92
    }
    return spellingSimilarity(to: other)
  }

  private func spellingSimilarity(to other: Self) -> Double {
    let shorter = min(letters.count, other.letters.count)
    let longer = max(letters.count, other.letters.count)
    guard shorter >= 4 else { return 0 }
    let isPrefix = letters[..<shorter] == other.letters[..<shorter]
    // An abbreviation leaves off the end: `dist` for `district`.
    if longer - shorter > 3 { return isPrefix ? 0.7 : 0 }
    if isPrefix {
      let ending = letters.count > other.letters.count ? letters[shorter...] : other.letters[shorter...]
      if ending == [0x73] || ending == [0x65, 0x73] { return 0.95 }
    }
    let limit = WordOverlap.spellingLimit(longer: longer)
    var best = 0.0
    if let distance = Spelling.distance(letters, other.letters, limit: limit) {
      best = 1 - 1.2 * Double(distance) / Double(longer + 1)
    }
    if isPrefix, shorter >= 5 { best = max(best, 0.8) }
    return best >= 0.55 ? best : 0
  }

  /// Whether two words of one meaning are one word in two spellings (`centre`, `center`; `forest`, `forestry`).
  private func isSpellingVariant(of other: Self) -> Bool {
    guard letters.first == other.letters.first, min(letters.count, other.letters.count) >= 4 else { return false }
    return Spelling.distance(letters, other.letters, limit: 2) != nil
  }
}
