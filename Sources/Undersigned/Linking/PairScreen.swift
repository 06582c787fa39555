/// Tells at a glance which pairs of distinct names are not worth comparing: most candidate pairs share one rare word and
/// nothing else.
///
/// Certain, not likely: a pair that is turned away can neither reach the floor nor be a section and its whole. What
/// raises a score is known here: words that answer each other, acronyms that are shared, spelt out or stand among the
/// words, aliases, equal letters or words, and all words but the last. Everything is numbers in flat arrays, as counting
/// references would cost more than looking.
struct PairScreen: Sendable {
  /// What there is to know of a word. Each form has its own copies, 32 bytes each, next to each other: looking a word up
  /// elsewhere costs more than comparing it.
  private struct Word {
    var outline: WordOutline
    var isPlace: Bool
    var number: Int32
    var weight: Float
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
  }

  private struct Name {
    var forms: Range<Int32>
    /// The acronyms that it shows, or may be.
    var shown: Acronyms
    /// The same, what its initials spell, and its words in capitals.
    var spelled: Acronyms
    /// A bit for each group of aliases.
    var aliases: UInt64
    var isBareAcronym: Bool
    var compareForm: UInt64
    /// A bit for each country; countries may share bits. 0 for none.
    var countries: UInt64
  }

  /// Some acronyms of a name.
  private struct Acronyms {
    /// A bit for each; acronyms may share bits.
    var bits: UInt64
    /// They themselves, in `acronyms`.
    var numbers: Range<Int32>
  }

  private let vocabulary: LinkageVocabulary
  private var words: [Word] = []
  private var forms: [Form] = []
  private var acronyms: [Int32] = []
  private var names: [Name] = []
  private let floor: Double
  /// What takes the place of the floor for names in different countries.
  private let floorElsewhere: Double
  /// Bounds are lowered by so much, as the sums here are added up in another order, of rounded weights.
  private static let hair = 1e-5

  /// Reads what it needs of all names.
  ///
  /// - Parameter floor: The score from which a pair matters, above 0.
  /// - Complexity: O(words of the names).
  init(_ names: [DistinctName], _ comparison: Comparison, floor: Double) {
    // Names that only differ in their sort of body are lifted to the merging threshold from half their weight.
    let floor = min(floor, 0.5) - PairScreen.hair
    let isFarElsewhere = floor > Comparison.elsewhere && !comparison.leavingOut.contains("other-country")
    self.floor = floor
    floorElsewhere = isFarElsewhere ? Comparison.nearlySame - PairScreen.hair : floor
    let vocabulary = comparison.vocabulary
    self.vocabulary = vocabulary
    self.names.reserveCapacity(names.count)
    forms.reserveCapacity(names.reduce(0) { $0 + $1.forms.count })
    words.reserveCapacity(names.reduce(0) { $0 + $1.comparedWordCount })
    for name in names { add(name, isShort: comparison.isShort(name)) }
  }

  private mutating func add(_ name: DistinctName, isShort: Bool) {
    let firstForm = Int32(forms.count)
    for index in name.forms.indices {
      let start = words.count
      for number in name.comparedWords(index).prefix(WordOverlap.longest) {
        words.append(
          Word(
            outline: vocabulary.outlines[Int(number)], isPlace: vocabulary[number].place != nil, number: number,
            weight: Float(vocabulary[number].weight)))
      }
      forms.append(
        Form(
          words: Int32(start)..<Int32(words.count),
          ownCount: Int32(min(name.forms[index].words.count, words.count - start)), glued: name.forms[index].glued,
          bag: name.forms[index].bag,
          hasCompound: words[start...].contains(where: \.outline.isCompound)))
    }
    let firstAcronym = acronyms.count
    acronyms += name.acronyms
    if isShort { acronyms += name.forms[0].words }
    let shown = acronyms(from: firstAcronym)
    acronyms += name.capitals
    for form in name.forms { acronyms += form.initials }
    names.append(
      Name(
        forms: firstForm..<Int32(forms.count), shown: shown, spelled: acronyms(from: firstAcronym),
        aliases: name.aliases.reduce(0) { $0 | 1 << ($1 & 63) }, isBareAcronym: name.isBareAcronym,
        compareForm: StableHash.of(name.compareForm.utf8),
        countries: name.countries.reduce(0) { $0 | PairScreen.bit($1) }))
  }

  private static func bit(_ country: CountryCode) -> UInt64 { 1 << (StableHash.of(country.description.utf8) >> 58) }

  /// The last acronyms that were kept.
  private func acronyms(from start: Int) -> Acronyms {
    Acronyms(
      bits: acronyms[start...].reduce(0) { $0 | 1 << UInt64($1 & 63) }, numbers: Int32(start)..<Int32(acronyms.count))
  }

  /// The names among some that comparing one with may give a score from the floor, or a section; the others certainly
  /// don't.
  ///
  /// - Complexity: O(*n* × *m*) in words for each.
  func mayMatter(_ left: Int, among others: some Sequence<Int32>) -> [Int32] {
    let name = names[left]
    // Names first, then words: one name's place in memory is found while the next one's is looked up.
    var kept: [(other: Int32, forms: Range<Int32>, floor: Double)] = []
    for other in others {
      let otherName = names[Int(other)]
      kept.append(
        (other, isWorthComparing(name, otherName) ? 0..<0 : otherName.forms, floor(name, otherName)))
    }
    return kept.compactMap { other, forms, floor in
      forms.isEmpty || mayMatter(name.forms, forms, floor) ? other : nil
    }
  }

  /// Whether names are to be compared whatever their words.
  private func isWorthComparing(_ left: Name, _ right: Name) -> Bool {
    // Names that fold alike may still have been taken apart differently.
    left.compareForm == right.compareForm
      // What stands beside two bare acronyms may make one a section of the other, whatever they are.
      || left.isBareAcronym && right.isBareAcronym || left.aliases & right.aliases != 0
      || isShared(left.shown, right.spelled) || isShared(right.shown, left.spelled)
  }

  private func floor(_ left: Name, _ right: Name) -> Double {
    left.countries != 0 && right.countries != 0 && left.countries & right.countries == 0 ? floorElsewhere : floor
  }

  private func mayMatter(_ left: Range<Int32>, _ right: Range<Int32>, _ floor: Double) -> Bool {
    for leftForm in left {
      for rightForm in right where mayMatter(forms[Int(leftForm)], forms[Int(rightForm)], floor) { return true }
    }
    return false
  }

  private func isShared(_ some: Acronyms, _ others: Acronyms) -> Bool {
    guard some.bits & others.bits != 0 else { return false }
    for one in some.numbers {
      for other in others.numbers where acronyms[Int(one)] == acronyms[Int(other)] { return true }
    }
    return false
  }

  private func mayMatter(_ left: Form, _ right: Form, _ floor: Double) -> Bool {
    if left.glued == right.glued || left.bag == right.bag { return true }
    if mayBeCutOff(left, right) { return true }
    if left.hasCompound || right.hasCompound || isGlued(left, right) || isGlued(right, left) { return true }
    return mayReach(floor, left, right, isSpelling: false) && mayReach(floor, left, right, isSpelling: true)
  }

  /// Whether the words that answer each other may weigh enough, or may be all that a side has but places, which are
  /// forgiven at times.
  ///
  /// - Parameter isSpelling: Whether to see how well words answer each other, rather than whether they may at all.
  @inline(__always) private func mayReach(_ floor: Double, _ left: Form, _ right: Form, isSpelling: Bool) -> Bool {
    // What answers at best, and what certainly answers nothing.
    var answering = 0.0
    var missing = 0.0
    var isLeftCovered = true
    var isRightCovered = true
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
      count(word, best, &answering, &missing, &isLeftCovered)
      if best > 0 { isAnything = true }
    }
    if !isAnything { return false }
    var offset = 0
    for rightIndex in right.words {
      count(words[Int(rightIndex)], rightBest[offset], &answering, &missing, &isRightCovered)
      offset += 1
    }
    return isLeftCovered || isRightCovered || answering >= floor * (answering + missing)
  }

  /// How well two words answer each other at most; 0 where they certainly don't.
  @inline(__always) private func similarity(_ left: Word, _ right: Word, isSpelling: Bool) -> Double {
    if left.number == right.number { return 1 }
    guard left.outline.mayAnswer(right.outline) else { return 0 }
    return isSpelling ? WordOverlap.similarity(left.number, right.number, vocabulary) : 1
  }

  @inline(__always) private func count(
    _ word: Word, _ similarity: Double, _ answering: inout Double, _ missing: inout Double, _ isCovered: inout Bool
  ) {
    let weight = Double(word.weight)
    answering += similarity * weight
    if similarity > 0 {
      missing += (1 - similarity) * weight
    } else if !word.isPlace {
      missing += weight
      isCovered = false
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
