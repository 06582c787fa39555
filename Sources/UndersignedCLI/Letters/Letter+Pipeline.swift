import Tabular
import Undersigned

extension Letter {
  /// The standard pipeline with what the pipeline file and the options say; the options win.
  func standardPipeline(
    _ reading: ReadingOptions? = nil, _ counting: CountingOptions? = nil
  ) throws(PipelineError) -> StandardPipeline {
    var standard = StandardPipeline(title: title)
    if let pipeline { try apply(pipeline, to: &standard) }
    if let language = pipeline?.language {
      guard let known = MessageLanguage(rawValue: language.text) else {
        throw PipelineError(
          .badConfiguration(
            "no reports are written in '\(language.text)'",
            remedy: "use one of \(MessageLanguage.allCases.map(\.rawValue).joined(separator: ", "))"),
          at: language.position)
      }
      standard.language = known
    }
    if let reading { try apply(reading, to: &standard) }
    if let counting {
      if let rule = counting.countries { standard.policy.countryRule = rule }
      if let names = counting.countryNames {
        try setCountryNames(.init(text: names, position: Position(source: "--country-names \(names)")), in: &standard)
      }
      if let rule = counting.territories { standard.policy.territoryRule = rule }
      if let rule = counting.sections { standard.policy.sections = rule }
      if let rule = counting.blankCountry { standard.policy.blankCountry = rule }
      if let type = counting.lastResort { standard.policy.lastResort = type }
      if let allowance = counting.invisibleLinks { standard.policy.invisibleLinks = allowance }
    }
    var sources: [DecisionFile.Source] = []
    for path in decisionFiles(counting) {
      do {
        sources.append(.init(name: path, bytes: try ByteSource.read(path: path)))
      } catch {
        throw PipelineError(error)
      }
    }
    let read = standard.read
    (standard.decisions, standard.decisionFindings) = try DecisionFile.parse(
      sources, columns: { () throws(PipelineError) in try organizationHeaders(read) },
      resolveCountry: standard.decide.resolveCountry)
    if let path = counting?.aliases ?? aliases {
      let bytes: [UInt8]
      do { bytes = try ByteSource.read(path: path) } catch { throw PipelineError(error) }
      standard.aliases = try AliasFile.parse(bytes, name: path, resolveCountry: standard.decide.resolveCountry)
    }
    return standard
  }

  /// The files of decisions: those of the options, else the letter's own.
  func decisionFiles(_ counting: CountingOptions?) -> [String] {
    if let counting, !counting.decisions.isEmpty { return counting.decisions }
    return decisions
  }

  /// The headers of the exports' fields for organizations, each once; those of standard input can't be read twice.
  func organizationHeaders(_ read: ReadExports) throws(PipelineError) -> [String] {
    var headers: [String] = []
    for document in LetterInputs(exports.filter { $0 != "-" }, reading: read, report: nil).documents {
      for header in try read.reading(of: document).organizationHeaders where !headers.contains(header) {
        headers.append(header)
      }
    }
    return headers
  }

  private func apply(_ options: ReadingOptions, to standard: inout StandardPipeline) throws(PipelineError) {
    if let rule = options.affiliatedPerson { standard.policy.affiliatedPerson = rule }
    if options.countUnverified { standard.policy.countsUnverified = true }
    for option in options.limits {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let position = Position(source: "--limit \(option)")
      let value = PipelineFile.Setting(text: parts.count == 2 ? parts[1] : "", position: position)
      try setLimit(parts[0], value, of: &standard)
    }
    for option in options.fields {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let position = Position(source: "--field \(option)")
      guard parts.count == 2 else {
        throw PipelineError(
          .badConfiguration("'\(option)' names no header", remedy: "write --field organization=<header>"), at: position)
      }
      standard.fields[try canonicalField(.init(text: parts[0], position: position))] = parts[1]
    }
  }

  private func apply(_ pipeline: PipelineFile, to standard: inout StandardPipeline) throws(PipelineError) {
    for (name, header) in pipeline.fields.sorted(by: { $0.key < $1.key }) {
      standard.fields[try canonicalField(.init(text: name, position: header.position))] = header.text
    }
    for (name, value) in pipeline.policy.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "affiliated-person": standard.policy.affiliatedPerson = try choice(value, of: name)
      case "countries": standard.policy.countryRule = try choice(value, of: name)
      case "country-names": try setCountryNames(value, in: &standard)
      case "territories": standard.policy.territoryRule = try choice(value, of: name)
      case "blank-country": standard.policy.blankCountry = try choice(value, of: name)
      case "sections": standard.policy.sections = try choice(value, of: name)
      case "last-resort": standard.policy.lastResort = try choice(value, of: name)
      case "invisible-links":
        guard let allowance = LinkAllowance(value.text) else {
          throw PipelineError(
            .badConfiguration(
              "'\(value.text)' is no allowance for links", remedy: "write a share such as 1.5%, or a number of links"),
            at: value.position)
        }
        standard.policy.invisibleLinks = allowance
      case "unverified": standard.policy.countsUnverified = try choice(value, of: name) == Unverified.counted
      default:
        throw PipelineFile.unknown(
          "policy", .init(text: name, position: value.position),
          among: [
            "affiliated-person", "blank-country", "countries", "country-names", "invisible-links", "last-resort",
            "sections", "territories", "unverified",
          ])
      }
    }
    for (name, value) in pipeline.limits.sorted(by: { $0.key < $1.key }) {
      try setLimit(name, value, of: &standard)
    }
    for (answer, type) in pipeline.types.sorted(by: { $0.key < $1.key }) {
      standard.typeAnswers[answer] = try choice(type, of: answer) as OrganizationType
    }
  }

  private func setLimit(
    _ name: String, _ value: PipelineFile.Setting, of standard: inout StandardPipeline
  ) throws(PipelineError) {
    guard StandardPipeline.limitNames.contains(name) else {
      throw PipelineFile.unknown(
        "limit", .init(text: name, position: value.position), among: StandardPipeline.limitNames)
    }
    guard let number = Int(value.text), number > 0, standard.setLimit(name, to: number) else {
      throw PipelineError(
        .badConfiguration("'\(value.text)' is no limit", remedy: "write a whole number above 0"), at: value.position)
    }
  }

  /// Takes a set of names, or the file that holds a letter's own: beside the pipeline file where that says so.
  private func setCountryNames(
    _ setting: PipelineFile.Setting, in standard: inout StandardPipeline
  ) throws(PipelineError) {
    if let names = Policy.CountryNames(rawValue: setting.text) {
      standard.policy.countryNames = names
      standard.countryNames = [:]
      return
    }
    guard setting.text.hasSuffix(".csv") else {
      throw PipelineFile.unknown(
        "choice of 'country-names'", setting, among: Policy.CountryNames.allCases.map(\.rawValue) + ["a CSV file"])
    }
    let isOption = setting.position.source.hasPrefix("--")
    let folder = LetterFolder(path: Path.folder(of: setting.position.source), trust: trust)
    let path = isOption ? setting.text : try folder.path(setting)
    let bytes: [UInt8]
    do { bytes = try ByteSource.read(path: path) } catch { throw PipelineError(error) }
    standard.countryNames = try CountryNameFile.parse(bytes, name: path, isCountry: Countries().contains)
  }

  private enum Unverified: String, CaseIterable {
    case dropped, counted
  }

  private func canonicalField(_ word: PipelineFile.Setting) throws(PipelineError) -> CanonicalField {
    guard let field = CanonicalField(rawValue: word.text) else {
      throw PipelineFile.unknown("field", word, among: CanonicalField.allCases.map(\.rawValue))
    }
    return field
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: PipelineFile.Setting, of key: String
  ) throws(PipelineError) -> Choice {
    guard let choice = Choice(rawValue: word.text) else {
      throw PipelineFile.unknown("choice of '\(key)'", word, among: Choice.allCases.map(\.rawValue))
    }
    return choice
  }
}
