import Tabular

/// Decides what each field of an export holds: the user's word, then the header, then what the answers look like.
struct FieldMapping {
  /// What the user says: which header holds what.
  var given: [CanonicalField: String] = [:]
  /// Whether an answer is a country; used to tell a country's field from a state's where one word means both.
  var looksLikeCountry: @Sendable (String) -> Bool
  private let vocabulary = HeaderVocabulary()
  private let words = AnswerWords()

  init(given: [CanonicalField: String] = [:], looksLikeCountry: @escaping @Sendable (String) -> Bool) {
    self.given = given
    self.looksLikeCountry = looksLikeCountry
  }

  /// Maps the fields of one export.
  ///
  /// - Throws: When the user names a header that isn't there, when only links lead to the signers, or when neither an
  ///   organization nor a person can be found.
  func map(_ document: some ExportDocument) throws(PipelineError) -> ExportReading {
    let headers = document.fields.map(\.name)
    let start = document.fields.first?.position ?? Position(source: document.name)
    let detection = Platform.detect(document.fields, in: vocabulary)
    var draft = MappingDraft(document, sampleLimit: 200, words: words, looksLikeCountry: looksLikeCountry)
    for index in headers.indices {
      guard
        let guess = HeaderGuess(headers[index], platform: detection?.platform, vocabulary: vocabulary, words: words)
      else { continue }
      draft.guesses[index] = guess
    }
    draft.settleByHeader()
    draft.settleByContent(platform: detection?.platform)
    try apply(to: &draft, at: start)
    if draft.linksToSigners, draft.first(.organization) == nil, !draft.hasPersons {
      throw PipelineError(.signersElsewhere("they have a link, '\(draft.linkHeader)', and no name"), at: start)
    }
    let isAggregate = draft.settleAggregate()
    let peopleSign = given[.organization] == ""
    let hasOrganizations = draft.first(.organization) != nil || draft.first(.affiliation) != nil
    guard isAggregate || hasOrganizations || peopleSign && draft.hasPersons else {
      let closest = draft.closestHeader(in: vocabulary)
      throw PipelineError(.noOrganizationField(headers: headers, closest: closest), at: start)
    }
    draft.settleOtherTexts()
    draft.settleLinks()
    draft.settleFreeText()
    return ExportReading(
      name: document.name, platform: detection?.platform, platformReason: FieldMapping.reason(detection),
      fields: draft.fields(), isAggregate: isAggregate,
      findings: peopleSign || isAggregate ? [] : findings(draft))
  }

  /// What counts other than a reader of the headers may expect.
  private func findings(_ draft: MappingDraft) -> [Finding] {
    var findings: [Finding] = []
    if draft.first(.organization) == nil, draft.first(.capacity) == nil, let index = draft.first(.affiliation) {
      let header = draft.headers[index]
      findings.append(
        Finding(
          .warning, "affiliation-only", at: draft.source[index].position,
          "\(quoted(header)) says where people work or belong, not for whom they sign: people are counted, and no "
            + "organization", remedy: "count its answers as organizations with --field organization=\(quoted(header))"))
    }
    if draft.equalCountries.count > 1, let index = draft.first(.country), draft.assigned[index]?.confidence != 1 {
      findings.append(
        Finding(
          .warning, "several-countries", at: draft.source[index].position,
          "\(draft.equalCountries.count) fields \(quoted(draft.headers[index])) hold countries and nothing tells which is "
            + "the organization's; the first is used", remedy: "give the headers different names in the export"))
    }
    if draft.first(.country) == nil, let index = draft.first(.countryFromNetwork) {
      findings.append(
        Finding(
          .note, "country-from-network", at: draft.source[index].position,
          "\(quoted(draft.headers[index])) is the country of the network that people signed from, and the only one there"
            + " is", remedy: "ask signers for their country"))
    }
    return findings
  }

  private func apply(to draft: inout MappingDraft, at start: Position) throws(PipelineError) {
    for (field, header) in given.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let headers = draft.headers
      let folded = CompareForm.fold(header)
      var indices = headers.indices.filter { headers[$0] == header }
      if indices.isEmpty { indices = headers.indices.filter { CompareForm.fold(headers[$0]) == folded } }
      // An empty header says that no field holds it.
      if header.isEmpty { indices = [] }
      guard !indices.isEmpty || header.isEmpty else {
        throw PipelineError(.noSuchHeader(header, headers: headers), at: start)
      }
      for index in headers.indices where draft.assigned[index]?.field == field {
        let guesses = draft.guesses[index]?.fields ?? []
        let reason =
          header.isEmpty ? "no field holds \(field.rawValue)" : "another header was named for \(field.rawValue)"
        if guesses.contains(.name) {
          draft.set(index, .personName, reason, 0.5)
        } else if guesses.contains(.affiliation), field != .affiliation {
          draft.set(index, .affiliation, reason, 0.5)
        } else {
          draft.set(index, nil, reason, 0)
        }
      }
      for index in indices { draft.set(index, field, "named by the user", 1) }
    }
  }

  private static func reason(_ detection: Platform.Detection?) -> String {
    guard let detection else { return "" }
    let shown = detection.headers.prefix(4).map(quoted).joined(separator: ", ")
    let more = detection.headers.count > 4 ? " and \(detection.headers.count - 4) more headers" : ""
    return "looks like \(detection.platform.displayName) because of \(shown)\(more)"
  }
}
