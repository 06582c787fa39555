/// What a header by itself says of its field.
struct HeaderGuess: Hashable, Sendable {
  /// How the header was understood, the surest first.
  enum Match: Int, Hashable, Sendable {
    /// The whole header is known.
    case whole
    /// The end of its path is.
    case path
    /// A part of it is, between brackets, slashes or dashes.
    case part
    /// A phrase inside a question is.
    case phrase

    /// 0 through 1: how far to trust it.
    var confidence: Double {
      switch self {
      case .whole: 0.95
      case .path: 0.9
      case .part: 0.8
      case .phrase: 0.7
      }
    }
  }

  /// What the field may hold; several where a word means several things (`Država` is country and state).
  var fields: [CanonicalField]
  /// How the header was understood.
  var match: Match
  /// The known header or phrase, in compare form.
  var key: String

  /// Understands a header; nothing when no part of it is known.
  ///
  /// - Parameter platform: The platform that wrote the export: its own headers mean there what they mean to it.
  init?(
    _ header: String, platform: Platform?, vocabulary: HeaderVocabulary, words: AnswerWords
  ) {
    let text = HeaderText(header, words: words)
    func fields(_ key: String) -> [CanonicalField] {
      let entries = vocabulary.entries(for: key)
      let own = entries.filter { !$0.platform.isEmpty && $0.platform == platform?.rawValue }
      if !own.isEmpty { return unique(own.map(\.field)) }
      let common = entries.filter { $0.platform.isEmpty || $0.weight == 2 || $0.platform == "hxl" }
      let general = common.filter { $0.platform.isEmpty }
      return unique((general.isEmpty ? common : general).map(\.field))
    }
    func unique(_ fields: [CanonicalField]) -> [CanonicalField] {
      fields.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    for key in text.wholes {
      let found = fields(key)
      if !found.isEmpty {
        self.init(fields: found, match: .whole, key: key)
        return
      }
    }
    for key in text.pathEnds {
      let found = fields(key)
      if !found.isEmpty {
        self.init(fields: found, match: .path, key: key)
        return
      }
    }
    if let outside = text.outside, let inside = text.inside {
      let (outer, inner) = (fields(outside), fields(inside))
      let isFrame = outer.isEmpty || outer.contains { [.address, .name, .personName, .ignore].contains($0) }
      if isFrame, !inner.isEmpty {
        self.init(fields: inner, match: .part, key: inside)
        return
      }
      if !outer.isEmpty {
        self.init(fields: outer, match: .part, key: outside)
        return
      }
    }
    let parts = text.parts.map { (key: $0, fields: fields($0)) }.filter { !$0.fields.isEmpty }
    if let best = HeaderGuess.most(parts.map { ($0.fields, $0.key) }) {
      let isEither =
        parts.contains { $0.fields.contains(.organization) }
        && parts.contains { $0.fields.contains(.name) || $0.fields.contains(.personName) }
      self.init(fields: isEither ? [.name] : best.0, match: .part, key: best.1)
      return
    }
    var phrases: [([CanonicalField], String)] = []
    for candidate in PhraseSearch.candidates(in: text.question) {
      let entries = vocabulary.entries(for: candidate).filter { $0.isPhrase && $0.platform.isEmpty }
      guard !entries.isEmpty, !phrases.contains(where: { $0.1.contains(candidate) }) else { continue }
      phrases.append((unique(entries.map(\.field)), candidate))
    }
    guard let best = HeaderGuess.most(phrases) else { return nil }
    self.init(fields: best.0, match: .phrase, key: best.1)
  }

  private init(fields: [CanonicalField], match: Match, key: String) {
    self.fields = fields
    self.match = match
    self.key = key
  }

  /// The one that a question asks for; the first of equals, which is the longest.
  private static func most(_ found: [([CanonicalField], String)]) -> ([CanonicalField], String)? {
    func rank(_ fields: [CanonicalField]) -> Int { fields.map(\.rankInQuestion).min() ?? .max }
    return found.enumerated().min {
      (rank($0.element.0), $0.offset) < (rank($1.element.0), $1.offset)
    }?.element
  }
}
