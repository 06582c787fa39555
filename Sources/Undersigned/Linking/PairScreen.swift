/// Tells at a glance which pairs of distinct names are not worth comparing: most candidate pairs share one rare word and
/// nothing else.
///
/// Certain, not likely: a pair that is turned away can neither reach the floor nor be a section and its whole. What
/// raises a score is known here: words that answer each other, acronyms that are shared, spelt out or stand among the
/// words, aliases, equal letters or words, and all words but the last. Everything is numbers in flat arrays, as counting
/// references would cost more than looking.
struct PairScreen: Sendable {
  /// What there is to know of a word.
  private struct Word {
    var outline: WordOutline
    var weight: Double
    var isPlace: Bool
  }

  /// One of the names inside a mention, with the qualifiers.
  private struct Form {
    /// Its words, in `formWords`.
    var words: Range<Int32>
    /// How many of them are no qualifiers.
    var ownCount: Int
    var glued: UInt64
    /// A hash of its words without the qualifiers, whatever their order.
    var bag: UInt64
    /// Whether a word of it is a compound, which two words may answer.
    var hasCompound: Bool
  }

  private struct Name {
    var forms: Range<Int32>
    /// A bit for each acronym that it shows, or may be; acronyms may share bits.
    var shown: UInt64
    /// Likewise for what its initials spell, and for its words in capitals.
    var spelled: UInt64
    /// A bit for each group of aliases.
    var aliases: UInt64
    var isBareAcronym: Bool
    var compareForm: UInt64
    /// A bit for each country; countries may share bits. 0 for none.
    var countries: UInt64
  }

  private var words: [Word] = []
  private var formWords: [Int32] = []
  private var forms: [Form] = []
  private var names: [Name] = []
  private let floor: Double
  /// What takes the place of the floor for names in different countries.
  private let floorElsewhere: Double
  /// Bounds are lowered by so much, as the sums here are added up in another order.
  private static let hair = 1e-9

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
    words = vocabulary.words.indices.map { index in
      Word(
        outline: vocabulary.outlines[index], weight: vocabulary.words[index].weight,
        isPlace: vocabulary.words[index].place != nil)
    }
    self.names.reserveCapacity(names.count)
    for name in names { add(name, isShort: comparison.isShort(name)) }
  }

  private mutating func add(_ name: DistinctName, isShort: Bool) {
    let firstForm = Int32(forms.count)
    var spelled = PairScreen.bits(name.capitals)
    for index in name.forms.indices {
      let start = Int32(formWords.count)
      let compared = name.comparedWords(index).prefix(WordOverlap.longest)
      formWords += compared
      forms.append(
        Form(
          words: start..<Int32(formWords.count), ownCount: min(name.forms[index].words.count, compared.count),
          glued: name.forms[index].glued,
          bag: name.forms[index].bag.reduce(7) { StableHash.of($0, UInt64($1)) },
          hasCompound: compared.contains { words[Int($0)].outline.isCompound }))
      spelled |= PairScreen.bits(name.forms[index].initials)
    }
    var shown = PairScreen.bits(name.acronyms)
    if isShort { shown |= PairScreen.bits(name.forms[0].words) }
    names.append(
      Name(
        forms: firstForm..<Int32(forms.count), shown: shown, spelled: spelled | shown,
        aliases: name.aliases.reduce(0) { $0 | 1 << ($1 & 63) }, isBareAcronym: name.isBareAcronym,
        compareForm: StableHash.of(name.compareForm.utf8),
        countries: name.countries.reduce(0) { $0 | PairScreen.bit($1) }))
  }

  private static func bit(_ country: CountryCode) -> UInt64 { 1 << (StableHash.of(country.description.utf8) >> 58) }

  private static func bits(_ words: [Int32]) -> UInt64 { words.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

  /// Whether comparing two names may give a score from the floor, or a section; no is certain.
  ///
  /// - Complexity: O(*n* × *m*) in words; allocates nothing.
  func mayMatter(_ left: Int, _ right: Int) -> Bool {
    let leftName = names[left]
    let rightName = names[right]
    // Names that fold alike may still have been taken apart differently.
    if leftName.compareForm == rightName.compareForm { return true }
    // What stands beside two bare acronyms may make one a section of the other, whatever they are.
    if leftName.isBareAcronym && rightName.isBareAcronym { return true }
    if leftName.aliases & rightName.aliases != 0 { return true }
    if leftName.shown & rightName.spelled != 0 || rightName.shown & leftName.spelled != 0 { return true }
    let isElsewhere =
      leftName.countries != 0 && rightName.countries != 0 && leftName.countries & rightName.countries == 0
    let floor = isElsewhere ? floorElsewhere : floor
    for leftForm in leftName.forms {
      for rightForm in rightName.forms where mayMatter(forms[Int(leftForm)], forms[Int(rightForm)], floor) {
        return true
      }
    }
    return false
  }

  private func mayMatter(_ left: Form, _ right: Form, _ floor: Double) -> Bool {
    if left.glued == right.glued || left.bag == right.bag { return true }
    if mayBeCutOff(left, right) { return true }
    if left.hasCompound || right.hasCompound || isGlued(left, right) || isGlued(right, left) { return true }
    // What answers at best, what certainly answers nothing, and whether all of a side is accounted for. Places may be
    // forgiven, so they are never counted as missing.
    var answering = 0.0
    var missing = 0.0
    var isLeftCovered = true
    var isRightCovered = true
    var answered: UInt32 = 0
    for leftIndex in left.words {
      let number = formWords[Int(leftIndex)]
      let word = words[Int(number)]
      var isAnswered = false
      for rightIndex in right.words {
        let other = formWords[Int(rightIndex)]
        guard number == other || word.outline.mayAnswer(words[Int(other)].outline) else { continue }
        isAnswered = true
        answered |= 1 << UInt32(rightIndex - right.words.lowerBound)
      }
      if isAnswered {
        answering += word.weight
      } else if !word.isPlace {
        missing += word.weight
        isLeftCovered = false
      }
    }
    if answered == 0 { return false }
    for rightIndex in right.words {
      let word = words[Int(formWords[Int(rightIndex)])]
      if answered >> UInt32(rightIndex - right.words.lowerBound) & 1 == 1 {
        answering += word.weight
      } else if !word.isPlace {
        missing += word.weight
        isRightCovered = false
      }
    }
    return isLeftCovered || isRightCovered || answering >= floor * (answering + missing)
  }

  /// Whether one may end in the middle of a word of the other: all its words but the last stand at the other's beginning.
  private func mayBeCutOff(_ left: Form, _ right: Form) -> Bool {
    let shorter = min(left.ownCount, right.ownCount)
    guard shorter > 2 else { return false }
    for offset in 0..<Int32(shorter - 1)
    where formWords[Int(left.words.lowerBound + offset)] != formWords[Int(right.words.lowerBound + offset)] {
      return false
    }
    return true
  }

  /// Whether a word of the one may be two neighbours of the other.
  private func isGlued(_ one: Form, _ other: Form) -> Bool {
    for index in one.words {
      let whole = words[Int(formWords[Int(index)])].outline
      guard whole.length >= 6 else { continue }
      for next in other.words.dropFirst() {
        let first = words[Int(formWords[Int(next - 1)])].outline
        if whole.mayBeGlued(of: first, words[Int(formWords[Int(next)])].outline) { return true }
      }
    }
    return false
  }
}
