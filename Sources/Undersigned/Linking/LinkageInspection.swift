/// The comparisons of one run, for whoever judges it: any two mentions, compared as the run itself compares them.
struct LinkageInspection {
  private let run: LinkageRun

  /// Reads the names of a table as a run with these settings does.
  ///
  /// - Complexity: O(mentions), and the sorting of the distinct names.
  init(_ decided: DecidedTable, settings: LinkOrganizations) { run = LinkageRun(decided, settings: settings) }

  /// How many distinct names there are; they are numbered from 0.
  var nameCount: Int { run.names.count }

  /// The distinct name of a mention.
  func name(of mention: Int) -> Int { run.nameOf[mention] }

  /// The pairs of distinct names that a run compares, each once, the lower number first.
  func candidates() -> [(Int, Int)] {
    let (names, settings) = (run.names, run.settings)
    let keys = Blocking().keys(of: names, names.indices, run.comparison.vocabulary, settings.workers)
    var blocks = BlockPartners(CandidateBlocks(keys, names, limit: settings.blockLimit), nameCount: names.count)
    return names.indices.flatMap { left in blocks.partners(of: left).map { (left, Int($0)) } }
  }

  /// What comparing two distinct names gives, with its reasons.
  ///
  /// - Precondition: The names differ.
  func compare(_ left: Int, _ right: Int, isRecording: Bool = true) -> NameComparison {
    run.comparison.compare(run.names[min(left, right)], run.names[max(left, right)], isRecording: isRecording)
  }
}
