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

  init(_ left: [Int32], _ right: [Int32], _ vocabulary: LinkageVocabulary) {
    let left = left.prefix(32)
    let right = right.prefix(32)
    var candidates: [(similarity: Double, left: Int, right: Int)] = []
    for (leftIndex, leftWord) in left.enumerated() {
      for (rightIndex, rightWord) in right.enumerated() {
        let similarity = WordOverlap.similarity(leftWord, rightWord, vocabulary)
        if similarity > 0 { candidates.append((similarity, leftIndex, rightIndex)) }
      }
    }
    // Positions within the names are content, so they may break ties.
    candidates.sort { ($1.similarity, $0.left, $0.right) < ($0.similarity, $1.left, $1.right) }
    var leftTaken = [Bool](repeating: false, count: left.count)
    var rightTaken = [Bool](repeating: false, count: right.count)
    pairGlued(left, right, &leftTaken, &rightTaken, vocabulary)
    for candidate in candidates where !leftTaken[candidate.left] && !rightTaken[candidate.right] {
      leftTaken[candidate.left] = true
      rightTaken[candidate.right] = true
      add(
        Match(left: left[candidate.left], right: right[candidate.right], similarity: candidate.similarity), vocabulary)
    }
    for (index, word) in left.enumerated() where !leftTaken[index] { leftOver.append(word) }
    for (index, word) in right.enumerated() where !rightTaken[index] { rightOver.append(word) }
    leftMissing += leftOver.reduce(0) { $0 + vocabulary[$1].weight }
    rightMissing += rightOver.reduce(0) { $0 + vocabulary[$1].weight }
  }

  private mutating func add(_ match: Match, _ vocabulary: LinkageVocabulary) {
    matches.append(match)
    let leftWeight = vocabulary[match.left].weight
    let rightWeight = vocabulary[match.right].weight
    shared += match.similarity * (leftWeight + rightWeight) / 2
    leftMissing += (1 - match.similarity) * leftWeight
    rightMissing += (1 - match.similarity) * rightWeight
  }

  /// Pairs one word with two neighbours that it is written as (`geneethics`, `gene ethics`; `third world`, `third
  /// word`), a slip of spelling included, or with two words that it is a compound of (`arbeiterkammer`, `chamber of
  /// labour`).
  private mutating func pairGlued(
    _ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>, _ leftTaken: inout [Bool], _ rightTaken: inout [Bool],
    _ vocabulary: LinkageVocabulary
  ) {
    for (index, word) in left.enumerated() where !leftTaken[index] {
      guard let halves = WordOverlap.halves(of: word, beside: left, among: right, rightTaken, vocabulary) else {
        continue
      }
      leftTaken[index] = true
      rightTaken[halves.first] = true
      rightTaken[halves.second] = true
      add(word, [right[halves.first], right[halves.second]], halves.similarity, isLeft: true, vocabulary)
    }
    for (index, word) in right.enumerated() where !rightTaken[index] {
      guard let halves = WordOverlap.halves(of: word, beside: right, among: left, leftTaken, vocabulary) else {
        continue
      }
      rightTaken[index] = true
      leftTaken[halves.first] = true
      leftTaken[halves.second] = true
      add(word, [left[halves.first], left[halves.second]], halves.similarity, isLeft: false, vocabulary)
    }
  }

  /// Counts one word against two.
  private mutating func add(
    _ whole: Int32, _ halves: [Int32], _ similarity: Double, isLeft: Bool, _ vocabulary: LinkageVocabulary
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
    of word: Int32, beside own: ArraySlice<Int32>, among others: ArraySlice<Int32>, _ taken: [Bool],
    _ vocabulary: LinkageVocabulary
  ) -> (first: Int, second: Int, similarity: Double)? {
    let whole = vocabulary[word]
    guard others.count > 1, whole.letters.count >= 6, !others.contains(word) else { return nil }
    for first in 0..<(others.count - 1) where !taken[first] && !taken[first + 1] {
      let (before, after) = (vocabulary[others[first]], vocabulary[others[first + 1]])
      // A phrase of the lexicon holds the space that two words have between them.
      let length = before.letters.count + after.letters.count
      guard abs(whole.letters.count - length) <= 2, before.letters.first == whole.letters.first
      else { continue }
      let letters = whole.letters.filter { $0 != 0x20 }
      let joined = before.letters + after.letters
      if letters == joined { return (first, first + 1, 1) }
      if joined.count >= 9, !whole.isNumeric, Spelling.distance(letters, joined, limit: 1) != nil {
        return (first, first + 1, 0.93)
      }
    }
    guard whole.parts.count == 2 else { return nil }
    func position(answering part: Int32, besides other: Int?) -> Int? {
      let concepts = vocabulary[part].concepts
      return others.indices.map { $0 - others.startIndex }.first { index in
        // A word that stands on both sides answers itself.
        !taken[index] && index != other && !own.contains(others[others.startIndex + index])
          && vocabulary[others[others.startIndex + index]].concepts.contains(where: concepts.contains)
      }
    }
    guard let first = position(answering: whole.parts[0], besides: nil),
      let second = position(answering: whole.parts[1], besides: first)
    else { return nil }
    return (first, second, 0.92)
  }

  /// Takes words out of what is missing: they say what the other side's country says.
  mutating func forgive(left: (Int32) -> Bool, right: (Int32) -> Bool, _ vocabulary: LinkageVocabulary) {
    for word in leftOver where left(word) { leftMissing -= vocabulary[word].weight }
    for word in rightOver where right(word) { rightMissing -= vocabulary[word].weight }
    leftOver.removeAll(where: left)
    rightOver.removeAll(where: right)
    leftMissing = max(0, leftMissing)
    rightMissing = max(0, rightMissing)
  }

  /// How well two words answer each other: 1 the same, .95 inflected, .92 one concept, at most .85 for one sound in two
  /// scripts, less for a slip of spelling, 0 for different words.
  static func similarity(_ left: Int32, _ right: Int32, _ vocabulary: LinkageVocabulary) -> Double {
    if left == right { return 1 }
    if !vocabulary.outlines[Int(left)].mayAnswer(vocabulary.outlines[Int(right)]) { return 0 }
    let leftWord = vocabulary[left]
    let rightWord = vocabulary[right]
    if let leftPlace = leftWord.place, let rightPlace = rightWord.place {
      guard leftPlace.isSame(as: rightPlace) else { return 0 }
      return isSpellingVariant(leftWord.letters, rightWord.letters) ? 0.97 : 0.92
    }
    if leftWord.isNumeric || rightWord.isNumeric || leftWord.place != nil || rightWord.place != nil { return 0 }
    if !leftWord.concepts.isEmpty, !rightWord.concepts.isEmpty {
      // Two dictionary words are never a slip for each other: their meanings decide.
      guard leftWord.concepts.contains(where: rightWord.concepts.contains) else { return 0 }
      return isSpellingVariant(leftWord.letters, rightWord.letters) ? 0.97 : 0.92
    }
    if leftWord.parts.count == 2, rightWord.parts.count == 2, isSameCompound(leftWord, rightWord, vocabulary) {
      return 0.92
    }
    if vocabulary.outlines[Int(left)].script != vocabulary.outlines[Int(right)].script {
      return CrossScriptSpelling.similarity(leftWord, rightWord)
    }
    return vocabulary.leavingOut.contains(.spelling) ? 0 : spellingSimilarity(leftWord.letters, rightWord.letters)
  }

  /// How many slips a word of that many letters may hold.
  static func spellingLimit(longer length: Int) -> Int { length < 8 ? 1 : length < 13 ? 2 : 3 }

  private static func spellingSimilarity(_ left: [UInt32], _ right: [UInt32]) -> Double {
    let shorter = min(left.count, right.count)
    let longer = max(left.count, right.count)
    guard shorter >= 4 else { return 0 }
    // An abbreviation leaves off the end: `dist` for `district`.
    if longer - shorter > 3 { return left.prefix(shorter) == right.prefix(shorter) ? 0.7 : 0 }
    if isInflection(left, right) { return 0.95 }
    let limit = spellingLimit(longer: longer)
    var best = 0.0
    if let distance = Spelling.distance(left, right, limit: limit) {
      best = 1 - 1.2 * Double(distance) / Double(longer + 1)
    }
    let isPrefix = shorter >= 5 && left.prefix(shorter) == right.prefix(shorter)
    if isPrefix { best = max(best, 0.8) }
    return best >= 0.55 ? best : 0
  }

  /// Whether the parts of two compounds mean the same, in their order (`arbeiterkammer`, `arbeiderskamer`).
  private static func isSameCompound(
    _ left: LinkageVocabulary.Word, _ right: LinkageVocabulary.Word, _ vocabulary: LinkageVocabulary
  ) -> Bool {
    zip(left.parts, right.parts).allSatisfy { leftPart, rightPart in
      vocabulary[leftPart].concepts.contains(where: vocabulary[rightPart].concepts.contains)
    }
  }

  /// Whether two words of one meaning are one word in two spellings or endings (`centre`, `center`; `estado`,
  /// `estatales`).
  private static func isSpellingVariant(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let shorter = min(left.count, right.count)
    guard left.first == right.first, shorter >= 4 else { return false }
    let stem = zip(left, right).prefix { $0 == $1 }.count
    return stem >= 4 && stem * 5 >= shorter * 3 || Spelling.distance(left, right, limit: 2) != nil
  }

  /// Whether one is the other with an `s` or `es` at the end.
  private static func isInflection(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.starts(with: short) else { return false }
    let ending = Array(long.dropFirst(short.count))
    return ending == [0x73] || ending == [0x65, 0x73]
  }
}
