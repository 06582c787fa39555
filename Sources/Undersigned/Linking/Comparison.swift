/// What comparing two distinct names gave.
struct NameComparison {
  /// Which of two names is a section of the other.
  enum Section {
    case left
    case right
  }

  /// 0 through 1.
  var score: Double
  /// Why, as steps that add up to the score; empty unless they were asked for.
  var evidence: [Evidence] = []
  /// Whether something speaks against it that no likeness can outweigh.
  var isVetoed = false
  /// Whether one is a section of the other.
  var section: Section?
}

/// Compares two distinct names: named reasons that add up, then what contradicts.
///
/// The weights follow a formula that was measured on labelled letters; contradiction costs more than omission, and
/// nothing merges without a distinctive word in common, an acronym's proof, or all its words in the same country.
///
/// What raises a score or ties a section has to be known to `PairScreen`, which turns pairs away before they get here;
/// builds for debugging check every pair.
struct Comparison {
  /// How the countries of two names agree.
  enum CountryRelation {
    case same
    case oneUnknown
    case bothUnknown
    case different
  }

  let vocabulary: LinkageVocabulary
  let definitions: AcronymDefinitions
  let aliases: LinkageAliases
  /// Rules of evidence that are switched off, by name.
  var leavingOut: Set<String> = []
  /// Names of this weight are found with one organization only, whatever the country says.
  static let distinctiveWeight = 7.5
  /// Names in different countries are far apart below this score, unless they are the same.
  static let nearlySame = 0.9
  /// The score of names that are far apart in different countries, at most.
  static let elsewhere = 0.05
  /// What is capped stays below the merging threshold by this much at least.
  static let cap = 0.72

  /// Compares two names; give them in their order as distinct names.
  ///
  /// - Parameter isRecording: Whether to keep the steps.
  func compare(_ left: DistinctName, _ right: DistinctName, isRecording: Bool = false) -> NameComparison {
    let relation = countryRelation(left, right)
    var waterfall = LinkageWaterfall(isRecording: isRecording, leavingOut: leavingOut)
    var result = NameComparison(score: 0)
    if left.compareForm == right.compareForm {
      waterfall.add("same-compare-form", 1, "'\(left.compareForm)'")
      let sharedAcronyms = left.acronyms.filter(right.acronyms.contains)
      applyCountry(relation, left, right, isSameName: true, sharedAcronyms: sharedAcronyms, &waterfall)
      result.score = bounded(waterfall.score)
      result.evidence = waterfall.steps
      return result
    }
    if let comparison = compareAliases(left, right, relation, isRecording: isRecording) { return comparison }
    if isShort(left) != isShort(right), let comparison = bareAcronym(left, right, relation, isRecording: isRecording) {
      return comparison
    }
    var best = bestForms(left, right)
    let sharedAcronyms = left.acronyms.filter(right.acronyms.contains)
    forgivePlaces(&best.overlap, left, right)
    scoreWords(best, relation, &waterfall)
    let hasAcronym = scoreAcronyms(sharedAcronyms, best, left, right, relation, &waterfall)
    result.section = scoreOmissions(best, hasAcronym, left, right, relation, &waterfall)
    result.section = scoreShortNames(best.overlap, left, right, &waterfall) ?? result.section
    applyCaps(sharedAcronyms, hasAcronym, best, left, right, relation, &waterfall)
    applyCountry(
      relation, left, right, isSameName: best.isSame, sharedAcronyms: sharedAcronyms, &waterfall)
    if let veto = veto(best.overlap, left, right), !leavingOut.contains(veto.name) {
      waterfall.cap(at: 0.05, veto.name, veto.detail)
      result.isVetoed = true
    }
    result.score = bounded(waterfall.score)
    result.evidence = waterfall.steps
    return result
  }

  func bounded(_ score: Double) -> Double { min(1, max(0, score)) }

  func countryRelation(_ left: DistinctName, _ right: DistinctName) -> CountryRelation {
    if left.countries.isEmpty || right.countries.isEmpty {
      return left.countries.isEmpty && right.countries.isEmpty ? .bothUnknown : .oneUnknown
    }
    return left.countries.contains(where: right.countries.contains) ? .same : .different
  }

  /// The best answering pair of the names inside two mentions.
  struct FormPair {
    var overlap: WordOverlap
    var leftForm: DistinctName.Form
    var rightForm: DistinctName.Form
    /// Whether the words are the same, apart from their order.
    let isSameBag: Bool
    /// Whether the letters are the same, apart from spaces.
    let isSameGlued: Bool
    /// Whether either is only one of several names in its mention.
    var isAlias: Bool { !leftForm.isWhole || !rightForm.isWhole }
    var isSame: Bool { isSameBag || isSameGlued }

    init(overlap: WordOverlap, leftForm: DistinctName.Form, rightForm: DistinctName.Form) {
      self.overlap = overlap
      self.leftForm = leftForm
      self.rightForm = rightForm
      isSameBag = leftForm.bag == rightForm.bag
      isSameGlued = leftForm.glued == rightForm.glued
    }
  }

  private func bestForms(_ left: DistinctName, _ right: DistinctName) -> FormPair {
    var best: FormPair?
    var bestRank = -1.0
    for leftIndex in left.forms.indices {
      let leftWords = left.comparedWords(leftIndex)
      for rightIndex in right.forms.indices {
        // Letters that are all the same hold the same words, wherever somebody put a space or a dot (`ver.di`).
        let isWrittenApart =
          left.forms[leftIndex].glued == right.forms[rightIndex].glued && left.qualifiers.isEmpty
          && right.qualifiers.isEmpty
        let rightWords = isWrittenApart ? leftWords : right.comparedWords(rightIndex)
        let overlap = WordOverlap(leftWords, rightWords, vocabulary)
        let pair = FormPair(overlap: overlap, leftForm: left.forms[leftIndex], rightForm: right.forms[rightIndex])
        let rank = overlap.dice + (pair.isSame ? 1 : 0) - (pair.isAlias ? 0.04 : 0)
        if rank > bestRank {
          best = pair
          bestRank = rank
        }
      }
    }
    // Every distinct name has a form.
    return best!
  }

  /// A place that is the other side's own country says nothing new.
  func forgivePlaces(_ overlap: inout WordOverlap, _ left: DistinctName, _ right: DistinctName) {
    func isOwn(_ word: Int32, _ other: DistinctName) -> Bool {
      guard let place = vocabulary[word].place, place.level == .country, let country = place.country else {
        return false
      }
      return other.countries == [country]
    }
    func has(_ name: DistinctName, _ word: Int32) -> Bool {
      guard let place = vocabulary[word].place else { return false }
      let words = name.forms.flatMap(\.words) + name.qualifiers
      return words.contains { vocabulary[$0].place?.isSame(as: place) ?? false }
    }
    overlap.forgive(
      left: { isOwn($0, right) || has(right, $0) }, right: { isOwn($0, left) || has(left, $0) }, vocabulary)
  }

  private func scoreWords(_ best: FormPair, _ relation: CountryRelation, _ waterfall: inout LinkageWaterfall) {
    let overlap = best.overlap
    waterfall.add("shared-words", overlap.dice, describe(overlap.matches))
    if best.isSame, overlap.leftOver.isEmpty, overlap.rightOver.isEmpty {
      waterfall.raise(to: 0.98, best.isSameBag ? "same-core-form" : "same-letters")
    }
    if relation == .same, isSameSound(overlap) { waterfall.raise(to: 0.76, "same-sounds") }
    if relation == .same || relation == .bothUnknown, isCutOff(best.leftForm.words, best.rightForm.words) {
      waterfall.raise(to: 0.8, "cut-off", describe(Array((overlap.leftOver + overlap.rightOver).prefix(2))))
    }
    let isLight = overlap.shared < Comparison.distinctiveWeight
    if best.isAlias { waterfall.add("alias", isLight ? -0.14 : -0.04) }
  }

  /// Whether two words and more in two scripts sound alike, and nothing is left over.
  private func isSameSound(_ overlap: WordOverlap) -> Bool {
    overlap.matches.count > 1 && overlap.dice >= 0.68 && overlap.leftOver.isEmpty && overlap.rightOver.isEmpty
      && overlap.matches.allSatisfy {
        vocabulary.outlines[Int($0.left)].script != vocabulary.outlines[Int($0.right)].script || $0.similarity >= 0.92
      }
  }

  /// Whether one of two names ends in the middle of a word of the other, as where a form's field is too short: two
  /// words agree before it, and it is long.
  private func isCutOff(_ left: [Int32], _ right: [Int32]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard short.count > 2, let last = short.last, short.dropLast().elementsEqual(long.prefix(short.count - 1)) else {
      return false
    }
    let piece = vocabulary[last].letters
    let whole = vocabulary[long[short.count - 1]].letters
    return piece.count < whole.count && whole.starts(with: piece)
      && short.reduce(0) { $0 + vocabulary[$1].letters.count } >= 16
  }

  func describe(_ matches: [WordOverlap.Match]) -> String {
    matches.prefix(8).map { match in
      let left = vocabulary[match.left].form
      let right = vocabulary[match.right].form
      return left == right ? left : "\(left) = \(right)"
    }.joined(separator: ", ")
  }

  func describe(_ words: [Int32]) -> String {
    words.prefix(8).map { vocabulary[$0].form }.joined(separator: ", ")
  }
}
