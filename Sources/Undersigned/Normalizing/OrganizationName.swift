/// A mention understood: what one answer says, taken apart before anything is folded.
public struct OrganizationName: Hashable, Sendable {
  /// One name inside a mention; `A / B` and `A (B)` hold two.
  public struct Form: Hashable, Sendable {
    /// As written.
    public var display: String
    /// For matching: folded, one space between words. Never empty.
    public var compareForm: String
    /// The compare form without its legal form, and without inclusive endings; never empty, at worst the compare form.
    public var coreForm: String
  }

  /// A short form that the mention shows (`DSA`), or all that it is.
  public struct Acronym: Hashable, Sendable {
    /// In compare form (`dsa`).
    public var compareForm: String
    /// As written.
    public var display: String
    /// Whether the letters are the initials of a name in the same mention.
    public var isVerified: Bool
  }

  /// As written, but for spaces and control characters.
  public var display: String
  /// The whole mention folded; never empty, at worst the display form.
  public var compareForm: String
  /// The names in it, the principal one first; empty only for a bare acronym.
  public var names: [Form]
  /// The acronyms in it.
  public var acronyms: [Acronym]
  /// Segments that are neither name nor acronym, in compare form: a place (`brazil`), a section mark (`local 12`).
  public var qualifiers: [String]
  /// The legal form, as its canonical abbreviation (`e.v.`, `gmbh`), where the name ends in one.
  public var legalForm: String?
}
