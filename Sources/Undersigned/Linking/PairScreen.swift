/// Tells at a glance which pairs of distinct names are not worth comparing: most candidate pairs share one rare word
/// and nothing else.
///
/// Certain, not likely: a pair that is turned away can neither reach the floor nor be a section and its whole. What
/// raises a score is known here: acronyms that are shared, spelt out or stand among the words, aliases, and, by
/// `FormScreen`, words. Everything is numbers in flat arrays, as counting references would cost more than looking.
struct PairScreen: Sendable {
  private struct Name {
    var forms: Range<Int32>
    /// The acronyms that it shows, or may be.
    var shown: Acronyms
    /// The same, and its words in capitals.
    var written: Acronyms
    /// The same, and what its initials spell.
    var spelled: Acronyms
    /// Whether it may be an acronym and nothing more.
    var isShort: Bool
    /// A bit for each group of aliases.
    var aliases: UInt64 = 0
    var isBareAcronym: Bool
    var compareForm: UInt64
    /// A bit for each country; countries may share bits. 0 for none.
    var countries: UInt64 = 0
  }

  /// Some acronyms of a name.
  private struct Acronyms {
    /// A bit for each; acronyms may share bits.
    var bits: UInt64
    /// They themselves, in `acronyms`.
    var numbers: Range<Int32>
  }

  private var forms: FormScreen
  private var acronyms: [Int32] = []
  private var names: [Name] = []
  private let floor: Double
  /// What takes the place of the floor for names in different countries.
  private let floorElsewhere: Double
  /// Bounds are lowered by so much, as the screen's sums are added up in another order, of rounded weights.
  private static let hair = 1e-5

  /// Reads what it needs of all names.
  ///
  /// - Parameter floor: The score from which a pair matters, above 0.
  /// - Complexity: O(words of the names).
  init(_ names: [DistinctName], _ comparison: Comparison, floor: Double) {
    let floor = floor - PairScreen.hair
    let isFarElsewhere = floor > Comparison.elsewhere && !comparison.leavingOut.contains("other-country")
    self.floor = floor
    floorElsewhere = isFarElsewhere ? Comparison.nearlySame - PairScreen.hair : floor
    forms = FormScreen(names, comparison)
    self.names.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      let isReadAgain = index > 0 && name.compareForm == names[index - 1].compareForm && name.isReadAs(names[index - 1])
      var read = isReadAgain ? self.names[index - 1] : read(name, comparison)
      read.aliases = name.aliases.reduce(0) { $0 | 1 << ($1 & 63) }
      read.countries = name.countries.reduce(0) { $0 | PairScreen.bit($1) }
      self.names.append(read)
    }
  }

  /// A name without what its reading doesn't tell.
  private mutating func read(_ name: DistinctName, _ comparison: Comparison) -> Name {
    let ownForms = forms.add(name, comparison)
    let firstAcronym = acronyms.count
    acronyms += name.acronyms
    let isShort = comparison.isShort(name)
    if isShort { acronyms += name.forms[0].words }
    let shown = acronyms(from: firstAcronym)
    acronyms += name.capitals
    let written = acronyms(from: firstAcronym)
    for form in name.forms { acronyms += form.initials }
    return Name(
      forms: ownForms, shown: shown, written: written, spelled: acronyms(from: firstAcronym), isShort: isShort,
      isBareAcronym: name.isBareAcronym, compareForm: StableHash.of(name.compareForm.utf8))
  }

  private static func bit(_ country: CountryCode) -> UInt64 {
    // Two letters alone leave the upper bits of their hash alike.
    1 << (StableHash.of(StableHash.of(country.description.utf8), 0) >> 58)
  }

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
    var kept: [(other: Int32, forms: Range<Int32>, demand: FormScreen.Demand)] = []
    for other in others {
      let otherName = names[Int(other)]
      kept.append((other, isWorthComparing(name, otherName) ? 0..<0 : otherName.forms, demand(name, otherName)))
    }
    // A name that many countries have stands in a row with itself, and its words are looked at once.
    var last: (forms: Range<Int32>, demand: FormScreen.Demand)?
    var mayLastMatter = false
    return kept.compactMap { other, forms, demand in
      if forms.isEmpty { return other }
      if last?.forms != forms || last?.demand != demand {
        last = (forms, demand)
        mayLastMatter = self.forms.mayMatter(name.forms, forms, demand)
      }
      return mayLastMatter ? other : nil
    }
  }

  /// Whether names are to be compared whatever their words.
  private func isWorthComparing(_ left: Name, _ right: Name) -> Bool {
    // Names that fold alike may still have been taken apart differently.
    left.compareForm == right.compareForm
      // What stands beside two bare acronyms may make one a section of the other, whatever they are.
      || left.isBareAcronym && right.isBareAcronym || left.aliases & right.aliases != 0
      || isShared(left.shown, right.written) || isShared(right.shown, left.written)
      || (left.isShort || right.isShort) && isSpelled(left, right)
  }

  /// Whether the initials of one spell what the other shows.
  private func isSpelled(_ left: Name, _ right: Name) -> Bool {
    isShared(left.shown, right.spelled) || isShared(right.shown, left.spelled)
  }

  private func demand(_ left: Name, _ right: Name) -> FormScreen.Demand {
    let mayShareCountry = left.countries & right.countries != 0
    let isElsewhere = left.countries != 0 && right.countries != 0 && !mayShareCountry
    return FormScreen.Demand(
      floor: isElsewhere ? floorElsewhere : floor, mayShareCountry: mayShareCountry,
      mayBeCutOff: mayShareCountry || left.countries | right.countries == 0, isSpelled: isSpelled(left, right))
  }

  private func isShared(_ some: Acronyms, _ others: Acronyms) -> Bool {
    guard some.bits & others.bits != 0 else { return false }
    for one in some.numbers {
      for other in others.numbers where acronyms[Int(one)] == acronyms[Int(other)] { return true }
    }
    return false
  }
}
