/// The places that a name speaks of, with what they are worth; `NamePlaceReader` finds them.
struct NamePlaces: Hashable, Sendable {
  /// One place in a name.
  struct Mention: Hashable, Sendable {
    /// What it names.
    var place: Place
    /// As in the compare form.
    var phrase: String
    /// Whether it is a segment of its own: a bracket, or what stands behind a dash.
    var isSegment: Bool
    /// Whether a preposition stands before it, or nothing after it.
    var isPlaced: Bool
    /// Whether it is only what a body is called after (`Oakland Institute`).
    var isEponym = false
  }

  /// Places where the body may be at home, in the order of the name.
  var homes: [Mention] = []
  /// Places that it cares for, such as Cuba in `Cuba Solidarity Campaign`.
  var causes: [Mention] = []
  /// Places that only count where their country is known otherwise.
  var hints: [Mention] = []
  /// Whether a word says that it is of a part of a country.
  var saysSubnational = false
  /// Whether a word says that it is of a whole country.
  var saysNational = false
}
