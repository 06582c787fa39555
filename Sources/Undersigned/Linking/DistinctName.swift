import Tabular

/// All mentions of one compare form and one set of countries: what is compared, once however often it was written.
///
/// Distinct names are kept in the order of their compare forms' bytes, then countries. So a distinct name's index
/// depends on what was written only, never on the order of the records, and may break ties.
struct DistinctName {
  /// One name inside a mention, as words.
  struct Form: Equatable {
    /// The words that tell, in their order.
    var words: [Int32]
    /// The same in whatever order, hashed: a name whose words were reordered has the same bag.
    var bag: UInt64
    /// The compare form's letters without spaces, hashed.
    var glued: UInt64
    /// The initials of the words, stop words left out and kept, as numbers of words.
    var initials: [Int32]
    /// Whether this is all the name that the mention has.
    var isWhole: Bool
  }

  /// The whole mention, folded.
  var compareForm: String
  /// Where it is, rising; empty when nothing tells.
  var countries: [CountryCode]
  /// 0, or the decision that keeps some of the mentions apart from others that fold alike.
  var part = 0
  /// The index of its first mention.
  let firstMention: Int
  /// The indices of its further mentions; most names have none.
  private(set) var furtherMentions: [Int] = []
  /// The names in it; for a bare acronym the acronym as a word.
  var forms: [Form] = []
  /// The acronyms in it, rising.
  var acronyms: [Int32] = []
  /// The words of its names that stand out in capitals among others that don't.
  var capitals: [Int32] = []
  /// The words of its qualifiers.
  var qualifiers: [Int32] = []
  /// The numbers in it, rising.
  var numerals: [Int32] = []
  /// The same in their order and without the letters and spaces between them: `digital 360` and `digital360` have one.
  var digits: [UInt32] = []
  /// The groups of aliases that it belongs to, rising.
  var aliases: [UInt64] = []
  /// Whether it is an acronym and nothing more.
  var isBareAcronym = false

  /// The indices of its mentions.
  var mentions: [Int] { [firstMention] + furtherMentions }

  /// The country, where there is exactly one.
  var country: CountryCode? { countries.count == 1 ? countries[0] : nil }

  /// The words of a form, and those of the qualifiers.
  func comparedWords(_ form: Int) -> [Int32] {
    qualifiers.isEmpty ? forms[form].words : forms[form].words + qualifiers
  }

  /// How many words its forms and qualifiers have, as they are compared.
  var comparedWordCount: Int { forms.reduce(0) { $0 + $1.words.count + qualifiers.count } }

  /// Groups mentions into distinct names, in their order, and reads their words.
  ///
  /// - Parameter parts: By mention, a number other than 0 that keeps it apart from others that fold alike.
  /// - Complexity: O(mentions) plus the sorting of the distinct names.
  static func group(
    _ mentions: [Mention], parts: [Int: Int] = [:], into vocabulary: inout LinkageVocabulary
  ) -> [DistinctName] {
    struct Key: Hashable {
      var compareForm: String
      var countries: [CountryCode]
      var part: Int
    }
    var indices: [Key: Int] = [:]
    indices.reserveCapacity(mentions.count)
    var names: [DistinctName] = []
    names.reserveCapacity(mentions.count)
    for (index, mention) in mentions.enumerated() {
      // Where it is sorted already, which is nearly everywhere, the mention's own list is kept rather than another.
      let given = mention.location.countries
      let key = Key(
        compareForm: mention.name.compareForm, countries: given.count > 1 ? given.sorted() : given,
        part: parts[index] ?? 0)
      if let known = indices[key] {
        names[known].furtherMentions.append(index)
      } else {
        indices[key] = names.count
        names.append(
          DistinctName(compareForm: key.compareForm, countries: key.countries, part: key.part, firstMention: index))
      }
    }
    names.sort { left, right in
      if left.compareForm != right.compareForm { return ByteOrder.precedes(left.compareForm, right.compareForm) }
      if left.countries != right.countries { return left.countries.lexicographicallyPrecedes(right.countries) }
      return left.part < right.part
    }
    var last: OrganizationName?
    for index in names.indices {
      let fullest = fullestReading(of: names[index].mentions, mentions)
      let isFirst = index == 0 || names[index].compareForm != names[index - 1].compareForm
      if !isFirst, fullest == last {
        // A name that many countries have is read once.
        names[index].takeReading(of: names[index - 1])
      } else {
        names[index].read(fullest, vocabulary: &vocabulary)
      }
      if isFirst { vocabulary.count(Set(names[index].forms.flatMap(\.words)).union(names[index].qualifiers)) }
      last = fullest
    }
    vocabulary.weigh(nameCount: names.count)
    return names
  }

  /// Of mentions that fold alike, the one that shows most of its structure: `MST - Movimento` rather than `mst
  /// movimento`.
  private static func fullestReading(of indices: [Int], _ mentions: [Mention]) -> OrganizationName {
    func richness(_ name: OrganizationName) -> Int {
      name.names.count + 2 * name.acronyms.count + name.qualifiers.count
    }
    var best = mentions[indices[0]].name
    for index in indices.dropFirst() {
      let name = mentions[index].name
      if (richness(name), best.display) == (richness(best), name.display) { continue }
      if richness(name) > richness(best)
        || richness(name) == richness(best) && ByteOrder.precedes(name.display, best.display)
      {
        best = name
      }
    }
    return best
  }

  private mutating func read(_ name: OrganizationName, vocabulary: inout LinkageVocabulary) {
    var short: [(form: String, words: [Int32])] = []
    var long: [(form: String, words: [Int32])] = []
    // A name that is all places tells where it is.
    var places: [Int32] = []
    for (index, form) in (name.acronyms.map(\.compareForm) + name.names.map(\.coreForm)).enumerated() {
      let words = vocabulary.read(form)
      if !words.isEmpty, words.allSatisfy({ vocabulary[$0].place != nil }) {
        places += words
      } else if index < name.acronyms.count {
        short.append((form, words))
      } else {
        long.append((form, words))
      }
    }
    acronyms = Set(short.flatMap { vocabulary.acronyms(of: $0.form) }).sorted()
    capitals = DistinctName.capitals(in: name).map { vocabulary.number(of: $0) }
    qualifiers = name.qualifiers.flatMap { vocabulary.read($0) }
    if !short.isEmpty || !long.isEmpty { qualifiers += places }
    isBareAcronym = long.isEmpty && !short.isEmpty
    let cores = isBareAcronym ? short : long
    for (core, words) in cores.prefix(4) {
      forms.append(
        Form(
          words: words, bag: DistinctName.bag(of: words), glued: StableHash.of(core.utf8.lazy.filter { $0 != 0x20 }),
          initials: isBareAcronym ? [] : DistinctName.initials(of: core, vocabulary: &vocabulary),
          isWhole: cores.count == 1))
    }
    if forms.isEmpty {
      let words = vocabulary.read(compareForm)
      let glued = StableHash.of(compareForm.utf8.lazy.filter { $0 != 0x20 })
      forms = [Form(words: words, bag: DistinctName.bag(of: words), glued: glued, initials: [], isWhole: true)]
    }
    let numeric = (forms.flatMap(\.words) + qualifiers).filter { vocabulary[$0].isNumeric }
    numerals = Set(numeric).sorted()
    digits = numeric.flatMap { word in
      let letters = vocabulary[word].letters
      let digits = letters.filter { Unicode.Scalar($0)?.properties.numericType != nil }
      return digits.isEmpty ? letters : digits
    }
  }

  private mutating func takeReading(of other: DistinctName) {
    (forms, acronyms, capitals) = (other.forms, other.acronyms, other.capitals)
    (qualifiers, numerals, digits) = (other.qualifiers, other.numerals, other.digits)
    isBareAcronym = other.isBareAcronym
  }

  /// Whether two names were read alike, so that only where they are tells them apart.
  ///
  /// - Complexity: O(1) for those that were read together.
  func isReadAs(_ other: DistinctName) -> Bool {
    forms == other.forms && acronyms == other.acronyms && capitals == other.capitals && qualifiers == other.qualifiers
      && isBareAcronym == other.isBareAcronym
  }

  private static func bag(of words: [Int32]) -> UInt64 { words.sorted().reduce(7) { StableHash.of($0, UInt64($1)) } }

  private static func capitals(in name: OrganizationName) -> [String] {
    // In capitals throughout, a short name may be an acronym and one more word (`TESTA FOE`).
    guard NameWord.cases(of: name.display).hasSmall || name.display.tokens.count <= 2 else { return [] }
    return name.names.flatMap { form in
      form.display.tokens.filter { token in
        let cases = NameWord.cases(of: token)
        return cases.hasCapital && !cases.hasSmall && token.utf8.count >= 4
      }.map { CompareForm.fold(String($0)) }
    }
  }

  private static func initials(of core: String, vocabulary: inout LinkageVocabulary) -> [Int32] {
    let words = core.tokens
    guard words.count >= 3, words.count <= 12, !vocabulary.leavingOut.contains(.initials) else { return [] }
    var all = ""
    var content = ""
    for word in words {
      let initial = word.prefix(1)
      all += initial
      if !vocabulary.lexiconRole(of: String(word)).contains(.stop) { content += initial }
    }
    let candidates = all == content ? [all] : [all, content]
    return Set(candidates.filter { $0.count >= 3 }.flatMap { vocabulary.acronyms(of: $0) }).sorted()
  }
}
