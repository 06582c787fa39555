/// A claim as a text makes it.
struct StatedClaim: Hashable, Sendable {
  /// What it is about.
  var subject: ClaimSubject
  /// How many; nothing where it only says that there are some.
  var quantity: ClaimQuantity?
  /// The types that it tells, where there are several.
  var types: [OrganizationType] = []
  /// Whether the speaker counts itself out.
  var isOther = false
  /// Whether another claim of its sentence counts the speaker out.
  var isBesideOthers = false
  /// Whether it is a part of what another claim counts (`including 58 trade unions`), so that more would not make it
  /// false.
  var isPart = false
  /// Where they are, if not everywhere.
  var area: ClaimArea?
  /// Its words as the text has them.
  var text: String
  /// Where it begins, from 1.
  var line: Int
  /// Where it begins in its sentence.
  var place: Int
  /// The language that it is written in.
  var language: MessageLanguage
  /// Whether the organizations of its sentence are given as a round figure, so that other figures may be the least.
  var isBesideRounded = false
  /// Whether it tells more countries than its sentence has organizations.
  var isImpossible = false
  /// Whether it tells where people are from, rather than organizations.
  var isOfPeople = false
  /// Whether it tells where organizations and people are from.
  var isOfSignatories = false
  /// Whether it is the name of a signer.
  var isKnown = false
  /// Whether it stands between quotation marks, or is otherwise clearly a name.
  var isSurelyName = true
}
