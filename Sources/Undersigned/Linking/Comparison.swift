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
  /// Which one is a section of the other, if any.
  var section: Section?
}

extension NameComparison {
  /// What a waterfall comes to, held between 0 and 1.
  init(_ waterfall: LinkageWaterfall, isVetoed: Bool = false, section: Section? = nil) {
    self.init(
      score: min(1, max(0, waterfall.score)), evidence: waterfall.steps, isVetoed: isVetoed, section: section)
  }
}

/// Compares two distinct names: named reasons that add up, then what contradicts.
///
/// The weights follow a formula that was measured on labelled letters; contradiction costs more than omission, and
/// nothing merges without a distinctive word in common, an acronym's proof, or all its words in the same country.
///
/// What raises a score or ties a section has to be known to `PairScreen`, which turns pairs away before they get here;
/// builds for debugging check every pair.
///
/// A class, for its rules are handed to closures by the million: each copy of a structure would count references to all
/// tables.
final class Comparison: Sendable {
  let vocabulary: LinkageVocabulary
  let definitions: AcronymDefinitions
  let aliases: LinkageAliases
  /// Rules of evidence that are switched off, by name.
  let leavingOut: Set<String>
  /// Names of this weight are found with one organization only, whatever the country says.
  static let distinctiveWeight = 7.5
  /// Names in different countries are far apart below this score, unless they are the same.
  static let nearlySame = 0.9
  /// The score of names that are far apart in different countries, at most.
  static let elsewhere = 0.05
  /// The score of names without proof, at most: below the merging threshold, so that a person is asked.
  static let unproven = 0.72
  /// The score of names that a veto keeps apart, at most.
  static let vetoed = 0.05

  init(
    vocabulary: LinkageVocabulary, definitions: AcronymDefinitions, aliases: LinkageAliases,
    leavingOut: Set<String> = []
  ) {
    self.vocabulary = vocabulary
    self.definitions = definitions
    self.aliases = aliases
    self.leavingOut = leavingOut
  }

  /// Compares two names; give them in their order as distinct names.
  ///
  /// - Parameters:
  ///   - isRecording: Whether to keep the steps.
  ///   - floor: Below it no more is asked than that the score is below it, and that neither is a section of the other.
  func compare(
    _ left: DistinctName, _ right: DistinctName, isRecording: Bool = false, floor: Double = 0
  ) -> NameComparison {
    let relation = countryRelation(left, right)
    var waterfall = LinkageWaterfall(isRecording: isRecording, leavingOut: leavingOut)
    let sharedAcronyms = left.acronyms.filter(right.acronyms.contains)
    if left.compareForm == right.compareForm {
      waterfall.add("same-compare-form", 1, "'\(left.compareForm)'")
      applyCountry(relation, left, right, isSameName: true, sharedAcronyms: sharedAcronyms, &waterfall)
      return NameComparison(waterfall)
    }
    if let comparison = compareAliases(left, right, relation, isRecording: isRecording) { return comparison }
    if isShort(left) != isShort(right), let comparison = bareAcronym(left, right, relation, isRecording: isRecording) {
      return comparison
    }
    var best = bestForms(left, right)
    forgivePlaces(&best.overlap, left, right)
    scoreWords(best, left, right, relation, &waterfall)
    let hasAcronym = scoreAcronyms(sharedAcronyms, best, left, right, relation, &waterfall)
    if waterfall.score < floor, isDecided(best.overlap, left, right) { return NameComparison(waterfall) }
    var section: NameComparison.Section?
    if best.overlap.total > 0 {
      scoreOmissions(best, left, right, hasSharedAcronym: hasAcronym, relation, &waterfall)
      section = scoreSections(best, left, right, &waterfall)
    }
    section = scoreShortNames(best.overlap, left, right, &waterfall) ?? section
    applyCaps(best, left, right, sharedAcronyms: sharedAcronyms, hasAcronym: hasAcronym, relation, &waterfall)
    applyCountry(
      relation, left, right, isSameName: best.isSame, sharedAcronyms: sharedAcronyms, &waterfall)
    guard let veto = veto(best.overlap, left, right), !leavingOut.contains(veto.name) else {
      return NameComparison(waterfall, section: section)
    }
    waterfall.cap(at: Comparison.vetoed, veto.name, veto.detail)
    return NameComparison(waterfall, isVetoed: true, section: section)
  }

  /// Whether nothing lifts a score any more once words and acronyms are counted, nor makes a section: each side has words
  /// that the other lacks, and they are more than the sort of body.
  private func isDecided(_ overlap: WordOverlap, _ left: DistinctName, _ right: DistinctName) -> Bool {
    !overlap.leftOver.isEmpty && !overlap.rightOver.isEmpty && overlap.leftOver.count + overlap.rightOver.count > 2
      && !(left.isBareAcronym && right.isBareAcronym)
  }

  /// The best answering pair of the names inside two mentions.
  struct FormPair {
    var overlap: WordOverlap
    /// Which of the left mention's names it is.
    let left: Int
    /// Which of the right mention's.
    let right: Int
    /// Whether the words are the same, apart from their order.
    let isSameBag: Bool
    /// Whether the letters are the same, apart from spaces.
    let isSameGlued: Bool
    /// Whether either is only one of several names in its mention.
    let isAlias: Bool
    var isSame: Bool { isSameBag || isSameGlued }
  }

  private func bestForms(_ left: DistinctName, _ right: DistinctName) -> FormPair {
    var best: FormPair?
    var bestRank = -1.0
    for leftIndex in left.forms.indices {
      let leftWords = left.comparedWords(leftIndex)
      for rightIndex in right.forms.indices {
        let isSameGlued = left.forms[leftIndex].glued == right.forms[rightIndex].glued
        // Letters that are all the same hold the same words, wherever somebody put a space or a dot (`ver.di`).
        let isWrittenApart = isSameGlued && left.qualifiers.isEmpty && right.qualifiers.isEmpty
        let rightWords = isWrittenApart ? leftWords : right.comparedWords(rightIndex)
        let pair = FormPair(
          overlap: WordOverlap(leftWords, rightWords, vocabulary), left: leftIndex, right: rightIndex,
          isSameBag: left.forms[leftIndex].bag == right.forms[rightIndex].bag, isSameGlued: isSameGlued,
          isAlias: !left.forms[leftIndex].isWhole || !right.forms[rightIndex].isWhole)
        let rank = pair.overlap.dice + (pair.isSame ? 1 : 0) - (pair.isAlias ? 0.04 : 0)
        if rank > bestRank {
          best = pair
          bestRank = rank
        }
      }
    }
    // Every distinct name has a form.
    return best!
  }

  private func scoreWords(
    _ best: FormPair, _ left: DistinctName, _ right: DistinctName, _ relation: CountryRelation,
    _ waterfall: inout LinkageWaterfall
  ) {
    let overlap = best.overlap
    waterfall.add("shared-words", overlap.dice, describe(overlap.matches))
    if best.isSame, overlap.isComplete {
      waterfall.raise(to: 0.98, best.isSameBag ? "same-core-form" : "same-letters")
    }
    if relation == .same, isSameSound(overlap) { waterfall.raise(to: 0.76, "same-sounds") }
    if relation == .same || relation == .bothUnknown,
      isCutOff(left.forms[best.left].words, right.forms[best.right].words)
    {
      waterfall.raise(to: 0.8, "cut-off", describe(Array((overlap.leftOver + overlap.rightOver).prefix(2))))
    }
    let isLight = overlap.shared < Comparison.distinctiveWeight
    if best.isAlias { waterfall.add("alias", isLight ? -0.14 : -0.04) }
  }

  /// Whether two words and more in two scripts sound alike, and nothing is left over.
  private func isSameSound(_ overlap: WordOverlap) -> Bool {
    overlap.matches.count > 1 && overlap.dice >= 0.68 && overlap.isComplete
      && overlap.matches.allSatisfy {
        vocabulary.isOfTwoScripts($0.left, $0.right) || $0.isSure
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
