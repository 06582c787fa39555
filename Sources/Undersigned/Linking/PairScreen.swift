/// Tells at a glance which pairs of distinct names are not worth comparing: most candidate pairs share one rare word and
/// nothing else.
///
/// Certain, not likely: a pair that is turned away can neither reach the floor nor be a section and its whole. That rests
/// on what `Comparison` promises: besides words that answer each other, only a shared or spelt-out acronym and equal
/// letters raise a score. Everything here is numbers in flat arrays, as counting references would cost more than looking.
struct PairScreen: Sendable {
  /// What there is to know of a word.
  private struct Word {
    var outline: WordOutline
    var weight: Double
    var isPlace: Bool
    /// Its letters, in `letters`.
    var letters: Range<Int32>
  }

  /// One of the names inside a mention, with the qualifiers.
  private struct Form {
    /// Its words, in `formWords`.
    var words: Range<Int32>
    var glued: UInt64
    /// A hash of its words without the qualifiers, whatever their order.
    var bag: UInt64
    /// Bit *n*: a word has *n* letters, from 6.
    var lengths: UInt64
    /// Bit *n*: two neighbours have *n* letters together.
    var neighbourLengths: UInt64
  }

  private struct Name {
    var forms: Range<Int32>
    /// A bit for each acronym; acronyms may share bits.
    var acronyms: UInt64
    /// Likewise for what its initials spell.
    var initials: UInt64
    var isBareAcronym: Bool
    var compareForm: UInt64
    /// A bit for each country; countries may share bits. 0 for none.
    var countries: UInt64
  }

  private var words: [Word] = []
  private var letters: [UInt32] = []
  private var formWords: [Int32] = []
  private var forms: [Form] = []
  private var names: [Name] = []
  private let floor: Double
  /// Bounds are lowered by so much, as the sums here are added up in another order.
  private static let hair = 1e-9

  /// Reads what it needs of all names.
  ///
  /// - Parameter floor: The score from which a pair matters, above 0.
  /// - Complexity: O(words of the names).
  init(_ names: [DistinctName], _ vocabulary: LinkageVocabulary, floor: Double) {
    self.floor = floor - PairScreen.hair
    words.reserveCapacity(vocabulary.words.count)
    for (number, word) in vocabulary.words.enumerated() {
      let start = Int32(letters.count)
      letters += word.letters
      words.append(
        Word(
          outline: vocabulary.outlines[number], weight: word.weight, isPlace: word.place != nil,
          letters: start..<Int32(letters.count)))
    }
    self.names.reserveCapacity(names.count)
    for name in names { add(name) }
  }

  private mutating func add(_ name: DistinctName) {
    let firstForm = Int32(forms.count)
    var initials: UInt64 = 0
    for index in name.forms.indices {
      let start = Int32(formWords.count)
      let compared = name.comparedWords(index).prefix(WordOverlap.longest)
      formWords += compared
      var form = Form(
        words: start..<Int32(formWords.count), glued: name.forms[index].glued,
        bag: name.forms[index].bag.reduce(7) { StableHash.of($0, UInt64($1)) }, lengths: 0, neighbourLengths: 0)
      var before = 0
      for word in compared {
        let length = words[Int(word)].letters.count
        if length >= 6 { form.lengths |= 1 << UInt64(length & 63) }
        if before > 0 { form.neighbourLengths |= 1 << UInt64((before + length) & 63) }
        before = length
      }
      forms.append(form)
      initials |= PairScreen.bits(name.forms[index].initials)
    }
    names.append(
      Name(
        forms: firstForm..<Int32(forms.count), acronyms: PairScreen.bits(name.acronyms), initials: initials,
        isBareAcronym: name.isBareAcronym, compareForm: StableHash.of(name.compareForm.utf8),
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
    if leftName.isBareAcronym || rightName.isBareAcronym { return true }
    if leftName.acronyms & (rightName.acronyms | rightName.initials) != 0 { return true }
    if rightName.acronyms & leftName.initials != 0 { return true }
    let isElsewhere =
      leftName.countries != 0 && rightName.countries != 0 && leftName.countries & rightName.countries == 0
    let floor =
      isElsewhere && floor > Comparison.elsewhere ? max(floor, Comparison.nearlySame - PairScreen.hair) : floor
    for leftForm in leftName.forms {
      for rightForm in rightName.forms where mayMatter(forms[Int(leftForm)], forms[Int(rightForm)], floor) {
        return true
      }
    }
    return false
  }

  private func mayMatter(_ left: Form, _ right: Form, _ floor: Double) -> Bool {
    if left.glued == right.glued || left.bag == right.bag { return true }
    if isGlued(left, right) || isGlued(right, left) { return true }
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

  /// Whether a word of the one is written as two neighbours of the other.
  private func isGlued(_ one: Form, _ other: Form) -> Bool {
    guard one.lengths & other.neighbourLengths != 0 else { return false }
    for index in one.words {
      let whole = letters[words[Int(formWords[Int(index)])].letters]
      guard whole.count >= 6 else { continue }
      for next in other.words.dropFirst() {
        let first = letters[words[Int(formWords[Int(next - 1)])].letters]
        let second = letters[words[Int(formWords[Int(next)])].letters]
        if first.count + second.count == whole.count, whole.starts(with: first),
          whole.suffix(second.count) == second
        {
          return true
        }
      }
    }
    return false
  }
}

extension Range<Int32> {
  fileprivate var asInts: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension Array {
  fileprivate subscript(range: Range<Int32>) -> ArraySlice<Element> { self[range.asInts] }
}
