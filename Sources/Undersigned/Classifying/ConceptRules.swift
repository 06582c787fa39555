/// What several words mean together: `democratic` beside `front` is the name of a party, in every language of the
/// lexicon.
///
/// The rules speak of concepts and of classes of concepts, never of words, so that one rule holds wherever the lexicon
/// knows the words. A rule may ask that nothing else stands in the name but what certain classes hold and places: a
/// democratic union is a party, a democratic union of teachers is none.
struct ConceptRules: Sendable {
  /// Concepts and classes of them, a bit each.
  typealias Terms = UInt128

  /// One row of the table `type-concepts`.
  struct Rule: Sendable {
    /// What must stand in the name, each term in a word of its own.
    var terms: [Terms]
    /// All of `terms`.
    var mask: Terms
    var type: OrganizationType
    var isStrong: Bool
    /// What else may stand in the name; nothing for anything at all.
    var rest: Terms?
    /// The terms for people.
    var text: String
  }

  /// The rules, strong ones first.
  let rules: [Rule]
  /// Of each rule, all its terms.
  let masks: [Terms]
  /// Of each rule, whether it depends on which words are places.
  let asksForPlaces: [Bool]
  /// Every term that a rule asks for, but `place` and `name`.
  let asked: Terms
  /// The term of country, city and region names, which are in no lexicon.
  let place: Terms
  /// The term of numbers and single letters, which say nothing.
  let number: Terms
  /// The term of words that nothing is known about: names of people and things, and words of other languages.
  let name: Terms
  /// The term of words with a meaning that no rule asks for.
  let other: Terms
  private let terms: [UInt64: Terms]

  /// The rules of the embedded tables `type-concepts` and `type-concept-classes`.
  init() {
    self.init(
      rules: ReferenceTable(embedded: "type-concepts"), classes: ReferenceTable(embedded: "type-concept-classes"))
  }

  /// The rules of other tables.
  ///
  /// - Precondition: At most 128 classes and concepts are named.
  init(rules table: ReferenceTable, classes: ReferenceTable) {
    var bits: [String: Terms] = [:]
    var terms: [UInt64: Terms] = [:]
    func bit(_ name: Substring) -> Terms {
      let name = String(name)
      if let bit = bits[name] { return bit }
      precondition(bits.count < 128, "more than 128 classes and concepts in the rules of types")
      let bit = Terms(1) << Terms(bits.count)
      bits[name] = bit
      return bit
    }
    let (place, number, name, other) = (bit("place"), bit("number"), bit("name"), bit("other"))
    classes.forEach { fields in
      let bit = bit(fields[0][...])
      for concept in fields[1].tokens { terms[StableHash.of(concept.utf8), default: 0] |= bit }
    }
    var rules: [Rule] = []
    table.forEach { fields in
      guard fields.count == 4, let type = OrganizationType(rawValue: fields[1]) else { return }
      let names = fields[0].tokens
      for name in names where bits[String(name)] == nil { terms[StableHash.of(name.utf8), default: 0] |= bit(name) }
      let each = names.map(bit)
      let rest = fields[3] == "any" ? nil : fields[3].tokens.reduce(Terms(0)) { $0 | bit($1) }
      rules.append(
        Rule(
          terms: each, mask: each.reduce(0, |), type: type, isStrong: fields[2] == "strong", rest: rest,
          text: names.joined(separator: " + ")))
    }
    let ordered = rules.filter(\.isStrong) + rules.filter { !$0.isStrong }
    self.rules = ordered
    masks = ordered.map(\.mask)
    asksForPlaces = ordered.map { $0.rest != nil || $0.mask & (place | name) != 0 }
    (self.place, self.number, self.name, self.other) = (place, number, name, other)
    self.terms = terms
    asked = rules.reduce(0) { $0 | $1.mask } & ~(place | name)
  }

  /// What may stand in any name beside the terms of a rule.
  var neutral: Terms { place | number }

  /// The terms that a concept belongs to, by its name.
  func terms(of concept: some Sequence<UInt8>) -> Terms { terms[StableHash.of(concept)] ?? other }
}

extension ConceptRules.Rule {
  /// Which of some words the terms stand in, the first ones that fit, each term in another word; nothing when they
  /// don't.
  ///
  /// - Parameter words: What each word means.
  func words(in words: [ConceptRules.Terms]) -> ClosedRange<Int>? {
    var used: UInt64 = 0
    guard place(terms.startIndex, in: words, &used) else { return nil }
    return used.trailingZeroBitCount...(63 - used.leadingZeroBitCount)
  }

  private func place(_ term: Int, in words: [ConceptRules.Terms], _ used: inout UInt64) -> Bool {
    if term == terms.endIndex { return true }
    for index in 0..<min(words.count, 64) where words[index] & terms[term] != 0 && used & 1 << UInt64(index) == 0 {
      used |= 1 << UInt64(index)
      if place(term + 1, in: words, &used) { return true }
      used &= ~(1 << UInt64(index))
    }
    return false
  }
}
