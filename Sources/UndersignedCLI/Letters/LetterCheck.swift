import Tabular
import Undersigned

/// What is checked of one letter.
struct LetterCheck {
  private let run: LetterRun
  private let letter: Letter

  /// Checks a letter whose report was made, but not written.
  init(_ run: LetterRun) {
    self.run = run
    letter = run.letter
  }

  /// All results, in the order of reports, gates, texts and audit.
  ///
  /// - Throws: When a setting, a ledger or a text can't be read.
  func results(reports: Bool, texts: [String], audit: String?) throws(PipelineError) -> [CheckResult] {
    // Gates that are misspelt are told even where nothing could be counted.
    let gates = try letter.gates()
    guard let summary = run.summary else { return [] }
    var results = reports ? self.reports() : []
    for (gate, position) in gates { results.append(self.gate(gate.outcome(of: summary), position)) }
    if !texts.isEmpty { results += try self.texts(texts, summary) }
    if let audit { results += try self.audit(audit) }
    return results
  }

  private func result(
    _ kind: CheckResult.Kind, _ level: CheckResult.Level, _ file: String, line: Int = 0, _ message: String,
    fix remedy: String = ""
  ) -> CheckResult {
    CheckResult(
      letter: letter.name, kind: kind, level: level, file: file, line: line, message: message, remedy: remedy)
  }

  // MARK: Reports

  /// The committed files that are not what the inputs give.
  private func reports() -> [CheckResult] {
    let remedy = "run 'undersigned report' and commit what it writes"
    let stale = run.files.compactMap { file -> CheckResult? in
      let path = Path.join(run.folder, file.path)
      guard let committed = try? ByteSource.read(path: path) else {
        return result(.report, .error, path, "is not there, and the inputs give it", fix: remedy)
      }
      guard committed != file.bytes else { return nil }
      return result(
        .report, .error, path, line: LetterCheck.firstDifferentLine(committed, file.bytes),
        "is not what the inputs give", fix: remedy)
    }
    if !run.files.isEmpty, Path.contents(of: run.folder).files.isEmpty {
      return [result(.report, .error, run.folder, "no report is here", fix: remedy)]
    }
    if !stale.isEmpty { return stale }
    return [result(.report, .ok, run.folder, "\(run.files.count) files in \(run.folder) are what the inputs give")]
  }

  /// The line in which two files differ first, from 1.
  static func firstDifferentLine(_ left: [UInt8], _ right: [UInt8]) -> Int {
    1 + zip(left, right).prefix { $0 == $1 }.count { $0.0 == 0x0A }
  }

  // MARK: Gates

  private func gate(_ outcome: Gate.Outcome, _ position: Position) -> CheckResult {
    result(
      .gate, outcome.holds ? .ok : .error, position.source, line: position.line, outcome.description,
      fix: outcome.holds ? "" : LetterCheck.remedy(outcome.gate.measure))
  }

  private static func remedy(_ measure: Gate.Measure) -> String {
    switch measure {
    case .proposals, .width: "decide open proposals with 'undersigned review', or change the gate"
    case .unresolvedCountries: "decide countries in decisions.csv, or change the gate"
    case .weakTypes, .unclassified: "decide types in decisions.csv, or change the gate"
    case .warnings: "look at findings.csv, or change the gate"
    case .organizations, .countries: "wait for more signatures, or change the gate"
    }
  }

  // MARK: Texts

  private func texts(_ paths: [String], _ summary: Summary) throws(PipelineError) -> [CheckResult] {
    let ledger = try Ledger(path: letter.ledgerPath, letter: letter.name)
    let stale = StaleFigures(ledger.entries, verify: VerifyText(), summary: summary)
    var results: [CheckResult] = []
    var files = 0
    for path in paths.flatMap(LetterCheck.texts) {
      files += 1
      let text: String
      do {
        text = String(decoding: try ByteSource.read(path: path), as: UTF8.self)
      } catch {
        throw PipelineError(error)
      }
      for figure in stale.figures(in: text) {
        results.append(
          result(
            .text, .warning, path, line: figure.line,
            "\"\(figure.claim)\" was announced on \(figure.old.on); on \(figure.latest.on) it was: "
              + figure.latest.sentence, fix: "say what was announced last"))
      }
    }
    if !results.isEmpty { return results }
    return [
      result(
        .text, .ok, ledger.path,
        ledger.entries.isEmpty
          ? "nothing was announced yet, by \(ledger.path)"
          : "no older figure in \(files == 1 ? "1 text" : "\(files) texts")")
    ]
  }

  /// A file, or the texts below a folder by name.
  private static func texts(at path: String) -> [String] {
    guard Path.isFolder(path) else { return [path] }
    let contents = Path.contents(of: path)
    let endings: Set = ["md", "markdown", "html", "htm", "txt"]
    return contents.files.filter { endings.contains(Path.ending($0)) }.map { Path.join(path, $0) }
      + contents.folders.flatMap { texts(at: Path.join(path, $0)) }
  }

  // MARK: Audit

  private func audit(_ path: String) throws(PipelineError) -> [CheckResult] {
    guard let now = run.audit else { return [] }
    let bytes: [UInt8]
    do { bytes = try ByteSource.read(path: path) } catch { throw PipelineError(error) }
    let differences = now.differences(from: try AuditReport.parse(bytes, name: path))
    let results = differences.map { result(.audit, $0.breaks ? .error : .warning, path, $0.description) }
    if !differences.contains(where: \.breaks) {
      return results + [result(.audit, .ok, path, "the same inputs still give \(path)")]
    }
    if differences.contains(where: { $0.part == "figure" }) { return results }
    return results + [result(.audit, .ok, path, "every figure is as it was")]
  }
}
