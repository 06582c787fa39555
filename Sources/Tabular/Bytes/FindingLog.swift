/// Findings of one input as they come up, so that a broken file with a million faults gives a readable list.
///
/// The first five of a slug stay as they are; the rest of that slug becomes one finding with their number.
struct FindingLog: Sendable {
  /// How many findings of one slug are listed one by one.
  static let listed = 5

  private let source: String
  private var kept: [Finding] = []
  private var surplus: [Surplus] = []
  private var counts: [(slug: String, count: Int)] = []

  private struct Surplus: Sendable {
    var finding: Finding
    var count: Int
  }

  /// A log for one input.
  init(source: String) {
    self.source = source
  }

  /// Adds a finding at a place of the input; line or column 0 where there is none.
  mutating func add(
    _ severity: Finding.Severity, _ slug: String, line: Int = 0, column: Int = 0, _ message: @autoclosure () -> String,
    remedy: @autoclosure () -> String = ""
  ) {
    let index = counts.firstIndex { $0.slug == slug } ?? counts.count
    if index == counts.count { counts.append((slug, 0)) }
    counts[index].count += 1
    if counts[index].count <= FindingLog.listed {
      let position = Position(source: source, line: line, column: column)
      kept.append(Finding(severity, slug, at: position, message(), remedy: remedy()))
    } else if let index = surplus.firstIndex(where: { $0.finding.slug == slug }) {
      surplus[index].count += 1
    } else {
      let position = Position(source: source, line: line, column: column)
      surplus.append(Surplus(finding: Finding(severity, slug, at: position, "", remedy: remedy()), count: 1))
    }
  }

  /// Adds the findings of a part of the input whose lines count from `line` instead of 1.
  mutating func append(_ part: FindingLog, from line: Int) {
    func moved(_ finding: Finding) -> Finding {
      var finding = finding
      if finding.position.line > 0 { finding.position.line += line - 1 }
      return finding
    }
    for finding in part.kept { add(moved(finding), times: 1) }
    for rest in part.surplus { add(moved(rest.finding), times: rest.count) }
  }

  /// Adds a finding that came up so many times, and of which all but the first stand for no place of their own.
  private mutating func add(_ finding: Finding, times: Int) {
    let index = counts.firstIndex { $0.slug == finding.slug } ?? counts.count
    if index == counts.count { counts.append((finding.slug, 0)) }
    let isListed = counts[index].count < FindingLog.listed
    counts[index].count += times
    if isListed, times == 1 {
      kept.append(finding)
    } else if let index = surplus.firstIndex(where: { $0.finding.slug == finding.slug }) {
      surplus[index].count += times
    } else {
      var rest = finding
      rest.message = ""
      surplus.append(Surplus(finding: rest, count: times))
    }
  }

  /// Makes one note of all findings of a slug, at the place of the first: for a habit of the whole input.
  ///
  /// - Parameter message: What is so, given the number of findings.
  mutating func condense(_ slug: String, _ message: (Int) -> String) {
    guard let count = counts.first(where: { $0.slug == slug })?.count,
      let first = kept.firstIndex(where: { $0.slug == slug })
    else { return }
    kept[first] = Finding(.note, slug, at: kept[first].position, message(count))
    kept = kept.enumerated().filter { $0.offset == first || $0.element.slug != slug }.map(\.element)
    surplus.removeAll { $0.finding.slug == slug }
  }

  /// The findings in the order in which they came up, then one for the rest of each slug, in the order of their places:
  /// of parts of an input nobody knows whose rest began first.
  var findings: [Finding] {
    func place(_ rest: Surplus) -> (Int, Int, String) {
      (rest.finding.position.line, rest.finding.position.column, rest.finding.slug)
    }
    return kept
      + surplus.sorted { place($0) < place($1) }.map { rest in
        var finding = rest.finding
        finding.message = rest.count == 1 ? "one more place like this" : "\(rest.count) more places like this"
        return finding
      }
  }
}
