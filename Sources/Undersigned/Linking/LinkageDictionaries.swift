/// What linking knows besides the rules of evidence: each can be left out, to measure what it brings.
public struct LinkageDictionaries: OptionSet, Hashable, Sendable {
  /// One bit for each.
  public let rawValue: UInt16

  /// A set by its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// What common words mean in many languages; without it only stop words are known.
  public static let concepts = LinkageDictionaries(rawValue: 1)
  /// Places inside names.
  public static let places = LinkageDictionaries(rawValue: 2)
  /// What acronyms stand for by other mentions of the run.
  public static let acronymDefinitions = LinkageDictionaries(rawValue: 4)
  /// The initials of written-out names.
  public static let initials = LinkageDictionaries(rawValue: 8)
  /// Slips of spelling, inflections and words cut short; without them words are the same or strangers.
  public static let spelling = LinkageDictionaries(rawValue: 16)
  /// How rare each word is among the names of the run; without it a word weighs what is expected of its sort.
  public static let rarity = LinkageDictionaries(rawValue: 32)
  /// What words of other scripts than Latin are in Latin letters.
  public static let scripts = LinkageDictionaries(rawValue: 64)
  /// The names of international bodies that the program brings along.
  public static let bundledAliases = LinkageDictionaries(rawValue: 128)
  /// The user's own table of aliases.
  public static let ownAliases = LinkageDictionaries(rawValue: 256)
}
