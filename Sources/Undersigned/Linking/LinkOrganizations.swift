import Tabular

/// Decides which mentions denote the same organization.
///
/// Distinct names are compared where they share a blocking key; named reasons add up to a score, contradictions cap it,
/// and clusters grow along the surest links first. What stays between both thresholds is proposed, not merged. The
/// method is additive evidence over soft TF-IDF with vetoes; every link can be asked for its reasons.
public struct LinkOrganizations: Stage {
  /// The score from which two names are merged, 0 through 1.
  public var mergeThreshold = 0.74
  /// The score from which two names are proposed, 0 through 1.
  public var proposeThreshold = 0.4
  /// How many names may share a blocking key: above that only those of one country are compared for it, and where these
  /// are still more, none. Bounds the work on names that are all alike, at the cost of links that nothing else shows.
  public var blockLimit = 60
  /// How many blocking keys are held in memory at once, 40 bytes each while they are sorted; more wait in a temporary
  /// file. A name has some forty. The result is the same.
  public var keyLimit = 64_000_000
  /// The folder of the temporary file.
  public var temporaryFolder = "/tmp"
  /// How many threads compare names.
  public var workers = Workers.automatic
  /// Rules of evidence that add nothing and take nothing off, by name (`other-acronym`): for measuring what each
  /// brings.
  public var leavingOut: Set<String> = []
  /// Dictionaries that are not used, likewise.
  public var withoutDictionaries: LinkageDictionaries = []
  /// What the user's own table says of names; evidence like any other.
  public var aliases: [OrganizationAlias] = []
  /// Whether the names of international bodies that the program brings along are evidence as well.
  public var usesBundledAliases = true
  /// What places names may hold: from a compare form of one to four words to a place, or nothing.
  var places: @Sendable (String) -> LinkagePlace?
  /// How many words the longest place has that begins with a word; may be too many, never too few.
  var longestPlace: @Sendable (String) -> Int = { _ in 4 }

  /// Links with the default thresholds and the places that locating knows.
  public init() {
    places = { form in PlaceLookup.shared.place(form).flatMap { LinkagePlace($0) } }
    longestPlace = { word in PlaceLookup.shared.longestPhrase(from: word[...]) }
  }

  /// Links with the default thresholds.
  ///
  /// - Parameter places: Knows the places in names, instead of the built-in tables.
  init(places: @escaping @Sendable (String) -> LinkagePlace?) { self.places = places }

  /// Groups the mentions by organization.
  ///
  /// - Complexity: O(*n* log *n*) for *n* distinct names; identical names cost linear time.
  public func run(_ input: consuming DecidedTable) throws(PipelineError) -> OrganizationTable {
    let decided = input
    var run = LinkageRun(decided, settings: self)
    try run.link()
    return run.table(decided)
  }

  /// The reasons for or against one organization, for a waterfall of two mentions that stand alone: nothing is learnt
  /// from other names.
  ///
  /// - Returns: The score, 0 through 1, and the steps that add up to it (before it is held between 0 and 1).
  public func comparison(of left: Mention, with right: Mention) -> (score: Double, evidence: [Evidence]) {
    comparison(of: left, with: right, among: [])
  }

  /// The reasons for or against one organization among the other mentions of a run, whose acronyms and rare words
  /// count.
  public func comparison(
    of left: Mention, with right: Mention, among others: [Mention]
  ) -> (score: Double, evidence: [Evidence]) {
    var vocabulary = LinkageVocabulary(places: places, longestPlace: longestPlace)
    var names = DistinctName.group([left, right] + others, into: &vocabulary)
    let aliases = LinkageAliases(aliases, usesBundled: usesBundledAliases)
    aliases.mark(&names, [left, right] + others)
    let involved = names.indices.filter { names[$0].mentions.contains { $0 < 2 } }
    guard involved.count == 2 else {
      return (1, [Evidence("same-compare-form", 1, "'\(left.name.compareForm)'")])
    }
    let comparison = Comparison(
      vocabulary: vocabulary, definitions: AcronymDefinitions(names, vocabulary), aliases: aliases
    ).compare(names[involved[0]], names[involved[1]], isRecording: true)
    return (comparison.score, comparison.evidence)
  }
}
