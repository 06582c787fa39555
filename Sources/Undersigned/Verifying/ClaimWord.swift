/// What a word or phrase does in a sentence that says who signed.
struct ClaimWord: Hashable, Sendable {
  /// The part that it plays.
  enum Role: String, CaseIterable, Hashable, Sendable {
    /// A common small word, by which a language is told.
    case function
    /// What may stand between a relation and its number.
    case article
    /// `of`, between a number and what it counts.
    case of
    /// `of them`.
    case ofThem = "ofthem"
    case and
    /// `other`: the speaker counts itself out.
    case other
    /// Says nothing of the type.
    case adjective
    case organization
    /// Whoever signed, organization or person.
    case signatory
    /// People, whoever they are.
    case person
    /// People of some sort.
    case people
    case country
    /// Parts of a country, or states.
    case state
    case continent
    /// Every part of the world.
    case everywhere
    case section
    /// `networks of organizations`.
    case networks
    /// A noun that names a type; its value is the slug.
    case type
    /// What makes organizations a type; its value is the slug.
    case modifier
    case including
    case over
    case atLeast = "atleast"
    case nearly
    case about
    case upTo = "upto"
    case under
    case exactly
    /// `more than`, behind the number.
    case overBehind = "postover"
    case atLeastBehind = "postatleast"
    case nearlyBehind = "postnearly"
    case aboutBehind = "postabout"
    case between
    /// Between the ends of a range.
    case to
    case none
    /// A number as a word; its value is the number.
    case number
    /// One, where it is no article.
    case one
    /// A noun that says one or two of what it names, as Arabic has them.
    case single, dual
    /// About so many (`a dozen`); its value is the number.
    case around
    /// At least so many (`dozens`); its value is the number.
    case many
    /// To sign, to join those who did; the letter itself.
    case sign
    case we
    /// What signers do with a letter.
    case speak
    /// What happens to organizations that are no signers.
    case against
    /// Says that what follows belongs to the one before: `representing`, `its`.
    case owns
    /// `a coalition of`.
    case coalition
    /// Before a place.
    case from
    /// What a number behind it names: `article 12`.
    case reference
    case month
    /// Ends what a number counts.
    case stop
  }

  /// The part that it plays.
  var role: Role
  /// A number or a slug, for the roles that have one.
  var value: String
}
