/// Tells at a glance which pairs of names inside mentions have words that can't make them alike.
///
/// What raises a score is known here, so that no is certain: words that answer each other, equal letters or words, and
/// all words but the last; and what words that certainly answer nothing take off at least.
struct FormScreen: Sendable {
  /// What there is to know of a word. Each form has its own copies, 32 bytes each, next to each other: looking a word up
  /// elsewhere costs more than comparing it.
  private struct Word {
    var outline: WordOutline
    var traits: Traits
    var number: Int32
    var weight: Float
  }

  /// What a word does to a score where nothing answers it, or where it answers.
  private struct Traits: OptionSet {
    let rawValue: UInt16
    static let place = Traits(rawValue: 1)
    /// Left over on one side, it may make a section.
    static let section = Traits(rawValue: 2)
    /// Nearly any body may add it.
    static let addition = Traits(rawValue: 4)
    /// It tells what a body is.
    static let content = Traits(rawValue: 8)
    /// What answers it outweighs content words on both sides.
    static let outweighing = Traits(rawValue: 16)
    static let concept = Traits(rawValue: 32)
    static let sortOfBody = Traits(rawValue: 64)
    static let wing = Traits(rawValue: 128)
    static let institution = Traits(rawValue: 256)
  }

  /// The words of one side that certainly answer nothing, but for places: these are forgiven at times.
  private struct LeftOver {
    var count = 0
    /// What any of them is.
    var any: Traits = []
    /// What all of them are.
    var all = Traits(rawValue: .max)
    /// The weight of those that mean something.
    var conceptWeight = 0.0

    mutating func add(_ word: Word) {
      count += 1
      any.formUnion(word.traits)
      all.formIntersection(word.traits)
      if word.traits.contains(.concept) { conceptWeight += Double(word.weight) }
    }
  }

  /// What words that are left over take off a score, on both sides but where something else is said.
  private struct Costs {
    let each: Double
    let content: Double
    let sortOfBody: Double
    let concepts: Double
    /// On one side alone.
    let wing: Double
    let institution: Double

    init(_ comparison: Comparison) {
      func cost(_ rule: LinkageRule) -> Double { comparison.leavingOut.contains(rule.name) ? 0 : -rule.weight }
      each = cost(Comparison.wordsOnBothSides)
      content = cost(Comparison.otherDistinctiveWords)
      sortOfBody = cost(Comparison.otherKind)
      concepts = cost(Comparison.otherWords)
      wing = cost(Comparison.wingOnOneSide)
      institution = cost(Comparison.institutionOnOneSide)
    }
  }

  /// One of the names inside a mention, with the qualifiers.
  private struct Form {
    /// Its words, in `words`.
    var words: Range<Int32>
    /// How many of them are no qualifiers.
    var ownCount: Int32
    var glued: UInt64
    /// A hash of its words without the qualifiers, whatever their order.
    var bag: UInt64
    /// Whether a word of it is a compound, which two words may answer.
    var hasCompound: Bool
    /// What any of its words is.
    var traits: Traits
    /// How many letters its longest word has.
    var longest: Int32
    /// How many letters two neighbours have together at least.
    var shortestPair: Int32
  }

  /// What the countries of two names ask of their words.
  struct Demand: Equatable {
    /// The score that they have to reach.
    var floor: Double
    /// Whether they may be in one country.
    var mayShareCountry: Bool
    /// Whether they may be in one country, or nobody knows of either where it is.
    var mayBeCutOff: Bool
    /// Whether the initials of one spell what the other shows.
    var isSpelled: Bool
  }

  private let vocabulary: LinkageVocabulary
  private let costs: Costs
  private var words: [Word] = []
  private var forms: [Form] = []

  /// A screen that knows no forms yet, with room for those of some names.
  init(_ names: [DistinctName], _ comparison: Comparison) {
    vocabulary = comparison.vocabulary
    costs = Costs(comparison)
    forms.reserveCapacity(names.reduce(0) { $0 + $1.forms.count })
    words.reserveCapacity(names.reduce(0) { $0 + $1.comparedWordCount })
  }

  /// Reads what it needs of a name.
  ///
  /// - Returns: Its forms by their numbers.
  mutating func add(_ name: DistinctName, _ comparison: Comparison) -> Range<Int32> {
    let first = Int32(forms.count)
    for (index, form) in name.forms.enumerated() {
      let start = words.count
      for number in name.comparedWords(index).prefix(WordOverlap.longest) {
        words.append(
          Word(
            outline: vocabulary.outlines[Int(number)], traits: FormScreen.traits(of: number, comparison),
            number: number, weight: Float(vocabulary[number].weight)))
      }
      let lengths = words[start...].map { Int32($0.outline.length) }
      forms.append(
        Form(
          words: Int32(start)..<Int32(words.count), ownCount: Int32(min(form.words.count, words.count - start)),
          glued: form.glued, bag: form.bag, hasCompound: words[start...].contains(where: \.outline.isCompound),
          traits: words[start...].reduce(into: []) { $0.formUnion($1.traits) },
          longest: lengths.max() ?? 0, shortestPair: zip(lengths, lengths.dropFirst()).map(+).min() ?? .max))
    }
    return first..<Int32(forms.count)
  }

  private static func traits(of word: Int32, _ comparison: Comparison) -> Traits {
    var traits: Traits = []
    if comparison.vocabulary[word].place != nil { traits.insert(.place) }
    if comparison.isSectionWord(word) { traits.insert(.section) }
    if comparison.isAddition(word) { traits.insert(.addition) }
    if comparison.isContent(word) { traits.insert(.content) }
    if comparison.isOutweighing(word) { traits.insert(.outweighing) }
    if !comparison.vocabulary[word].concepts.isEmpty { traits.insert(.concept) }
    if comparison.isSortOfBody(word) { traits.insert(.sortOfBody) }
    if comparison.isWing(word) { traits.insert(.wing) }
    if comparison.isInstitution(word) { traits.insert(.institution) }
    return traits
  }

  /// Whether forms of one name and forms of another may have words that matter.
  func mayMatter(_ left: Range<Int32>, _ right: Range<Int32>, _ demand: Demand) -> Bool {
    for leftForm in left {
      for rightForm in right where mayMatter(forms[Int(leftForm)], forms[Int(rightForm)], demand) { return true }
    }
    return false
  }

  private func mayMatter(_ left: Form, _ right: Form, _ demand: Demand) -> Bool {
    if left.glued == right.glued || left.bag == right.bag { return true }
    if demand.mayBeCutOff, mayBeCutOff(left, right) { return true }
    if left.hasCompound || right.hasCompound || isGlued(left, right) || isGlued(right, left) { return true }
    return mayReach(demand, left, right, isSpelling: false) && mayReach(demand, left, right, isSpelling: true)
  }

  /// Whether the words that answer each other may weigh enough, whatever is left over, or make a section.
  ///
  /// - Parameter isSpelling: Whether to see how well words answer each other, rather than whether they may at all.
  @inline(__always) private func mayReach(_ demand: Demand, _ left: Form, _ right: Form, isSpelling: Bool) -> Bool {
    // What answers at best, and what is certainly missing; all that there is.
    var answering = 0.0
    var missing = 0.0
    var total = 0.0
    var leftOver = LeftOver()
    var rightOver = LeftOver()
    var isOutweighed = false
    // How well a word of the right name answers at best; names have 32 words that count.
    var rightBest = SIMD32<Double>()
    var isAnything = false
    for leftIndex in left.words {
      let word = words[Int(leftIndex)]
      var best = 0.0
      var offset = 0
      for rightIndex in right.words {
        let similarity = similarity(word, words[Int(rightIndex)], isSpelling: isSpelling)
        if similarity > best { best = similarity }
        if similarity > rightBest[offset] { rightBest[offset] = similarity }
        offset += 1
      }
      count(word, best, &answering, &missing, &total, &leftOver)
      if best > 0 {
        isAnything = true
        if word.traits.contains(.outweighing) { isOutweighed = true }
      }
    }
    if !isAnything, !demand.isSpelled { return false }
    var offset = 0
    for rightIndex in right.words {
      count(words[Int(rightIndex)], rightBest[offset], &answering, &missing, &total, &rightOver)
      offset += 1
    }
    if rightOver.count == 0 && leftOver.all.contains(.section) { return true }
    if leftOver.count == 0 && rightOver.all.contains(.section) { return true }
    let isSortOfBodyOnly =
      leftOver.count + rightOver.count <= 2 && leftOver.all.contains(.addition)
      && rightOver.all.contains(.addition)
    // These are lifted to the merging threshold, whatever they weigh.
    if demand.mayShareCountry && isSortOfBodyOnly { return true }
    let dice = answering > 0 ? answering / (answering + missing) : 0
    var score = dice
    if demand.isSpelled { score += Comparison.initials(beside: dice) * (1 - dice) }
    score -= cost(leftOver, left.traits, rightOver, right.traits, total, isOutweighed: isOutweighed)
    return score >= demand.floor
  }

  /// What words that are left over take off the score at least.
  ///
  /// - Parameters:
  ///   - leftTraits: What any word of the left name is, left over or not.
  ///   - rightTraits: Likewise.
  @inline(__always) private func cost(
    _ left: LeftOver, _ leftTraits: Traits, _ right: LeftOver, _ rightTraits: Traits, _ total: Double,
    isOutweighed: Bool
  ) -> Double {
    let oneSided = left.any.subtracting(rightTraits).union(right.any.subtracting(leftTraits))
    var cost = 0.0
    if oneSided.contains(.wing) { cost += costs.wing }
    if oneSided.contains(.institution) { cost += costs.institution }
    guard left.count > 0, right.count > 0 else { return cost }
    cost += costs.each + costs.concepts * 2 * min(left.conceptWeight, right.conceptWeight) / total
    let both = left.any.intersection(right.any)
    if both.contains(.content), !isOutweighed { cost += costs.content }
    if both.contains(.sortOfBody) { cost += costs.sortOfBody }
    return cost
  }

  /// How well two words answer each other at most; 0 where they certainly don't.
  @inline(__always) private func similarity(_ left: Word, _ right: Word, isSpelling: Bool) -> Double {
    if left.number == right.number { return 1 }
    guard left.outline.mayAnswer(right.outline) else { return 0 }
    return isSpelling ? WordOverlap.similarity(left.number, right.number, vocabulary) : 1
  }

  @inline(__always) private func count(
    _ word: Word, _ similarity: Double, _ answering: inout Double, _ missing: inout Double, _ total: inout Double,
    _ leftOver: inout LeftOver
  ) {
    let weight = Double(word.weight)
    total += weight
    answering += similarity * weight
    if similarity > 0 {
      missing += (1 - similarity) * weight
    } else if !word.traits.contains(.place) {
      missing += weight
      leftOver.add(word)
    }
  }

  /// Whether one may end in the middle of a word of the other: all its words but the last stand at the other's beginning.
  private func mayBeCutOff(_ left: Form, _ right: Form) -> Bool {
    let shorter = min(left.ownCount, right.ownCount)
    guard shorter > 2 else { return false }
    for offset in 0..<(shorter - 1)
    where words[Int(left.words.lowerBound + offset)].number != words[Int(right.words.lowerBound + offset)].number {
      return false
    }
    return true
  }

  /// Whether a word of the one may be two neighbours of the other.
  private func isGlued(_ one: Form, _ other: Form) -> Bool {
    // Two letters are what a slip and a space may add.
    guard one.longest >= other.shortestPair - 2 else { return false }
    for index in one.words {
      let whole = words[Int(index)].outline
      guard whole.length >= 6 else { continue }
      for next in other.words.dropFirst() {
        if whole.mayBeGlued(of: words[Int(next - 1)].outline, words[Int(next)].outline) { return true }
      }
    }
    return false
  }
}
