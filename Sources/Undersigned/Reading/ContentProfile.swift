/// What the answers of one field look like, from a sample.
///
/// Each share is worked out when somebody asks for it, over the first `limit` different answers: most fields are known
/// by their headers, and nothing has to be looked up for them.
struct ContentProfile: Sendable {
  /// How many different answers are looked at.
  static let limit = 50

  /// How many of the sampled answers are filled in.
  private(set) var filled = 0
  /// How many different answers the sample holds.
  private(set) var distinctCount = 0
  private var answers: [String] = []
  private let vocabulary: AnswerWords
  private let looksLikeCountry: @Sendable (String) -> Bool

  init(
    _ sample: some Sequence<String>, words vocabulary: AnswerWords,
    looksLikeCountry: @escaping @Sendable (String) -> Bool
  ) {
    self.vocabulary = vocabulary
    self.looksLikeCountry = looksLikeCountry
    var distinct: Set<String> = []
    for answer in sample where !answer.isEmpty {
      let text = Markup.trimmed(answer)
      guard !text.isEmpty else { continue }
      filled += 1
      guard distinct.insert(text).inserted, answers.count < ContentProfile.limit else { continue }
      answers.append(text)
    }
    distinctCount = distinct.count
  }

  /// The share of the different answers that `isMeant` is true of; 0 where there is none.
  private func share(_ isMeant: (String) -> Bool) -> Double {
    answers.isEmpty ? 0 : Double(answers.count(where: isMeant)) / Double(answers.count)
  }

  private func isSwitch(_ answer: String) -> Bool {
    vocabulary.whole(CompareForm.fold(answer), among: [.yes, .no]) != nil
  }

  /// The share of e-mail addresses.
  var emailShare: Double { share(PersonalData.isEmail) }
  /// The share of answers that mean yes or no, or are 0 or 1.
  var switchShare: Double { share(isSwitch) }
  /// Whether that share is 0.9 at least; most fields are known by a few answers not to have it.
  var isSwitch: Bool {
    let allowed = answers.count / 10
    var others = 0
    for answer in answers where others <= allowed && !isSwitch(answer) { others += 1 }
    return !answers.isEmpty && others <= allowed
  }
  /// The share of answers that somebody who knows countries takes for one.
  var countryShare: Double { share(looksLikeCountry) }
  /// The share of answers with a word that organizations have in their names.
  var organizationShare: Double { share { vocabulary.hasOrganizationWord(CompareForm.fold($0)) } }
  /// The share of answers that may be persons' names: their shape, and no word of an organization or a place.
  var personShare: Double {
    let names = PersonNames(words: vocabulary, looksLikeCountry: looksLikeCountry)
    return share(names.mayHold)
  }
  /// The share of dates.
  var dateShare: Double { share { SigningDay.read($0, month: vocabulary.month) != .none } }
  /// Words an answer.
  var averageWords: Double {
    let words = answers.reduce(0) { $0 + $1.tokens.count }
    return answers.isEmpty ? 0 : Double(words) / Double(answers.count)
  }
  /// Whether some answer holds an e-mail address or a telephone number.
  var holdsContacts: Bool {
    answers.contains { PersonalData.isEmail($0) || PersonalData.isPhone($0) || PersonalData.masked($0) != nil }
  }
  /// Whether people wrote sentences of their own: long, and each a different one.
  var isFreeText: Bool {
    let letters = answers.reduce(0) { $0 + $1.unicodeScalars.count }
    let isVaried = distinctCount > 1 && distinctCount * 2 > filled || filled == 1
    return isVaried && (averageWords >= 8 || letters > 60 * answers.count)
      && !answers.allSatisfy { $0.hasPrefix("http") }
  }
}
