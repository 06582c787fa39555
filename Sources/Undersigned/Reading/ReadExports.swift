import Tabular

/// Reads the exports of one letter: maps their fields, and reduces each record to what counting needs.
///
/// One record in, one record out: whatever doesn't count is dropped with its reason. Personal fields are never copied;
/// a person is known within one run by a keyed hash of their e-mail address, or of the platform's own number for them.
///
/// Who signs, in this order:
/// 1. What an answer about capacity says, or words in the organization's own answer (`for identification only`).
/// 2. An organization without a person beside it: the organization.
/// 3. An organization beside a person: `Policy.affiliatedPerson`.
/// 4. Only an employer or an affiliation beside a person: the person, with an affiliation. Such a field says where
///    somebody works, not for whom they speak; a policy can count them all the same.
/// 5. Only a person: the person.
///
/// An export without any field for organizations is an error, unless it counts signatures by country, or `fields` says
/// that people alone sign.
public struct ReadExports: Stage {
  /// Which header holds what, where that is not to be guessed. A header has to stand in at least one of the exports; an
  /// empty one says that no field holds it, so that with an empty `organization` people alone sign.
  public var fields: [CanonicalField: String]
  /// The counting rules.
  public var policy: Policy
  /// The most that is taken in of each export: for whoever opens them.
  public var limits = ReadingLimits()
  /// Whether an answer is a country; tells a country's field from a state's where one word means both.
  public var looksLikeCountry: @Sendable (String) -> Bool

  /// A reader with its settings.
  ///
  /// - Parameters:
  ///   - fields: Which header holds what; what is not in it is guessed.
  ///   - policy: The counting rules.
  ///   - looksLikeCountry: Whether an answer is a country; by default only ISO 3166-1 codes of two letters are.
  public init(
    fields: [CanonicalField: String] = [:], policy: Policy = Policy(),
    looksLikeCountry: @escaping @Sendable (String) -> Bool = { CountryCode($0) != nil }
  ) {
    self.fields = fields
    self.policy = policy
    self.looksLikeCountry = looksLikeCountry
  }

  /// Reads every record of the documents.
  ///
  /// - Throws: When a document has no field that holds organizations, or its text ends too early.
  /// - Complexity: O(bytes); what words mean is looked up once for each distinct answer.
  public func run(_ input: consuming [TabularDocument]) throws(PipelineError) -> SignatureTable {
    try read(input)
  }

  /// How a document would be read, and why; looks at its first records only.
  public func reading(of document: TabularDocument) throws(PipelineError) -> ExportReading {
    try map(document, among: ReadExports.headers(of: [document]))
  }

  func read(_ documents: [some ExportDocument]) throws(PipelineError) -> SignatureTable {
    var builder = SignatureTableBuilder(policy: policy)
    let seed = UInt64.random(in: .min ... .max)
    let headers = ReadExports.headers(of: documents)
    for document in documents {
      let reading = try map(document, among: headers)
      try builder.add(document, reading, seed: seed)
    }
    return builder.finish()
  }

  /// The headers of documents, in compare form.
  static func headers(of documents: [some ExportDocument]) -> Set<String> {
    // Most exports of a letter have the same.
    let names = documents.reduce(into: Set<String>()) { names, document in
      for field in document.fields { names.insert(field.name) }
    }
    return Set(names.map(CompareForm.fold))
  }

  /// Maps a document, where some headers stand in all of the letter's documents together.
  func map(_ document: some ExportDocument, among headers: Set<String>) throws(PipelineError) -> ExportReading {
    // In a letter with exports in several languages, a given header need not stand in each of them.
    let own = ReadExports.headers(of: [document])
    let given = fields.filter {
      if $0.value.isEmpty { return true }
      let header = CompareForm.fold($0.value)
      return own.contains(header) || !headers.contains(header)
    }
    return try FieldMapping(given: given, looksLikeCountry: looksLikeCountry).map(document)
  }
}
