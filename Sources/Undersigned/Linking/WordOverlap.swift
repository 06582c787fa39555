/// Which words of two names answer each other, and what is left over: soft TF-IDF with one partner for each word.
struct WordOverlap {
  /// Two words that answer each other.
  struct Match {
    var left: Int32
    var right: Int32
    /// 0 through 1.
    var similarity: Double

    /// Whether the words are two, and mean the same.
    var isTranslation: Bool { similarity == WordOverlap.sameMeaning }
    /// Whether it is no less sure than two words of one meaning: the same, written apart, inflected, translated, or with
    /// one slip in a long word.
    var isSure: Bool { similarity >= WordOverlap.sameMeaning }
  }

  /// How well two words of one meaning answer each other.
  static let sameMeaning = 0.92

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

  /// The weight of both names.
  var total: Double { 2 * shared + leftMissing + rightMissing }
  /// Dice's coefficient of the weights, 0 through 1; 0 when nothing weighs anything.
  var dice: Double { total > 0 ? 2 * shared / total : 0 }
  /// Whether every word has its partner.
  var isComplete: Bool { leftOver.isEmpty && rightOver.isEmpty }
  /// Whether one name is all in the other, which has more words.
  var isOneSided: Bool { leftOver.isEmpty != rightOver.isEmpty }

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

  /// Pairs one word with two neighbours that it is written as (`landworkers`, `land workers`; `third world`, `third
  /// word`), a slip of spelling included, or with two words that it is a compound of (`arbeiterkammer`, `chamber of
  /// workers`).
  private mutating func pairGlued(
    _ left: [Int32], _ right: [Int32], _ leftTaken: inout UInt32, _ rightTaken: inout UInt32,
    _ vocabulary: borrowing LinkageVocabulary
  ) {
    for index in 0..<min(left.count, WordOverlap.longest) where leftTaken >> UInt32(index) & 1 == 0 {
      guard let halves = WordOverlap.halves(of: left[index], beside: left, among: right, rightTaken, vocabulary) else {
        continue
      }
      leftTaken |= 1 << UInt32(index)
      rightTaken |= 1 << UInt32(halves.first) | 1 << UInt32(halves.second)
      add(left[index], [right[halves.first], right[halves.second]], halves.similarity, isLeft: true, vocabulary)
    }
    for index in 0..<min(right.count, WordOverlap.longest) where rightTaken >> UInt32(index) & 1 == 0 {
      guard let halves = WordOverlap.halves(of: right[index], beside: right, among: left, leftTaken, vocabulary) else {
        continue
      }
      rightTaken |= 1 << UInt32(index)
      leftTaken |= 1 << UInt32(halves.first) | 1 << UInt32(halves.second)
      add(right[index], [left[halves.first], left[halves.second]], halves.similarity, isLeft: false, vocabulary)
    }
  }

  /// Counts one word against two.
  private mutating func add(
    _ whole: Int32, _ halves: [Int32], _ similarity: Double, isLeft: Bool, _ vocabulary: borrowing LinkageVocabulary
  ) {
    let wholeWeight = vocabulary[whole].weight
    // Two common words may weigh more than the one that holds them both; that is no difference between the names.
    let halvesWeight = min(wholeWeight, halves.reduce(0) { $0 + vocabulary[$1].weight })
    matches.append(
      Match(left: isLeft ? whole : halves[0], right: isLeft ? halves[0] : whole, similarity: similarity))
    shared += similarity * (wholeWeight + halvesWeight) / 2
    leftMissing += (1 - similarity) * (isLeft ? wholeWeight : halvesWeight)
    rightMissing += (1 - similarity) * (isLeft ? halvesWeight : wholeWeight)
  }

  /// The two words that make a word together, as positions among others.
  private static func halves(
    of word: Int32, beside own: [Int32], among others: [Int32], _ taken: UInt32,
    _ vocabulary: borrowing LinkageVocabulary
  ) -> (first: Int, second: Int, similarity: Double)? {
    let count = min(others.count, longest)
    let outline = vocabulary.outlines[Int(word)]
    guard count > 1, outline.length >= 6, !others[..<count].contains(word) else { return nil }
    for first in 0..<(count - 1) where taken >> UInt32(first) & 3 == 0 {
      // Nearly all neighbours end here.
      guard
        outline.mayBeGlued(
          of: vocabulary.outlines[Int(others[first])], vocabulary.outlines[Int(others[first + 1])])
      else { continue }
      let whole = vocabulary[word].letters
      // A phrase of the lexicon holds the space that two words have between them.
      let letters = whole.filter { $0 != 0x20 }
      let joined = vocabulary[others[first]].letters + vocabulary[others[first + 1]].letters
      guard joined.first == whole.first else { continue }
      if letters == joined { return (first, first + 1, 1) }
      if joined.count >= 9, !vocabulary[word].isNumeric, Spelling.distance(letters, joined, limit: 1) != nil {
        return (first, first + 1, 0.93)
      }
    }
    guard outline.isCompound, vocabulary[word].parts.count == 2 else { return nil }
    let parts = vocabulary[word].parts
    guard
      let first = position(answering: parts[0], besides: nil, beside: own, among: others, taken, vocabulary),
      let second = position(answering: parts[1], besides: first, beside: own, among: others, taken, vocabulary)
    else { return nil }
    // A name that two common words make (`Greenpeace`) is not the words the other way round; a sort of body or the like
    // stands last in one language and first in another.
    let isOrdinary = parts.contains { !vocabulary[$0].role.isDisjoint(with: [.kind, .light]) }
    guard isOrdinary || second == first + 1 else { return nil }
    return (first, second, sameMeaning)
  }

  /// Where the first free word stands that means the same as a part of a compound.
  private static func position(
    answering part: Int32, besides other: Int?, beside own: [Int32], among others: [Int32], _ taken: UInt32,
    _ vocabulary: borrowing LinkageVocabulary
  ) -> Int? {
    let concepts = vocabulary[part].concepts
    for index in 0..<min(others.count, longest) where taken >> UInt32(index) & 1 == 0 && index != other {
      // A word that stands on both sides answers itself.
      if !own.prefix(longest).contains(others[index]),
        vocabulary[others[index]].concepts.contains(where: concepts.contains)
      {
        return index
      }
    }
    return nil
  }

  /// Takes words out of what is missing: they say what the other side's country says.
  mutating func forgive(left: (Int32) -> Bool, right: (Int32) -> Bool, _ vocabulary: borrowing LinkageVocabulary) {
    for word in leftOver where left(word) { leftMissing -= vocabulary[word].weight }
    for word in rightOver where right(word) { rightMissing -= vocabulary[word].weight }
    leftOver.removeAll(where: left)
    rightOver.removeAll(where: right)
    leftMissing = max(0, leftMissing)
    rightMissing = max(0, rightMissing)
  }
}
