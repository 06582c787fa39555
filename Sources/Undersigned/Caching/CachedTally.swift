import Tabular

/// A tally in a cache, with all that decides it as its key; nothing that doesn't belong to the key is believed.
///
///     undersigned-cache 1   key, SHA-256 of all that follows
///     facts                 whether people are told apart, fields by name
///     the tally's file, or nothing where its records are counted with those of others
struct CachedTally: Sendable {
  /// What decides it.
  let key: ContentHash
  /// What the fields of its exports say.
  let facts: ExportFacts
  /// The tally of its exports.
  let tally: Tally?

  private static let magic = "undersigned-cache 1"

  init(key: ContentHash, facts: ExportFacts, tally: Tally?) {
    self.key = key
    self.facts = facts
    self.tally = tally
  }

  /// Everything that decides the tally of exports.
  ///
  /// Of the counting rules only those that reading goes by: the others make no difference to a tally.
  ///
  /// - Parameters:
  ///   - exports: Their names and contents, in any order.
  ///   - reading: How they are read.
  ///   - program: The program with its tables and rules.
  static func key(
    of exports: [(name: String, content: ContentHash)], reading: ReadExports, program: ContentHash
  ) -> ContentHash {
    var parts = [
      magic, program.hex, reading.policy.affiliatedPerson.rawValue,
      reading.policy.countsUnverified ? "counted" : "dropped",
    ]
    parts += ReadingLimits.settings.map { "\($0.name)=\(reading.limits[keyPath: $0.limit])" }
    parts += reading.fields.map { "\($0.key.rawValue)=\($0.value)" }.sorted(by: ByteOrder.precedes)
    for export in exports.sorted(by: { ByteOrder.precedes($0.name, $1.name) }) {
      parts += [export.name, "\(export.content.byteCount)", export.content.hex]
    }
    // Lengths keep a name with line ends from looking like several parts.
    return ContentHash(parts.flatMap { Array("\($0.utf8.count):\($0)\n".utf8) })
  }

  /// The file of it.
  var bytes: [UInt8] {
    let words = [facts.tellsPeopleApart ? "told-apart" : "not-told-apart"] + facts.fields.map(\.rawValue).sorted()
    let body = Array("facts\t\(words.joined(separator: "\t"))\n".utf8) + (tally.map(TallyFile.encode) ?? [])
    return Array("\(CachedTally.magic)\t\(key)\t\(ContentHash(body))\n".utf8) + body
  }

  /// Reads a file of it.
  ///
  /// - Returns: Nothing unless the file is whole and of this key.
  init?(_ bytes: [UInt8], key: ContentHash) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let body = Array(bytes[(end + 1)...])
    guard bytes[..<end].elementsEqual("\(CachedTally.magic)\t\(key)\t\(ContentHash(body))".utf8),
      let factsEnd = body.firstIndex(of: 0x0A)
    else { return nil }
    let words = body[..<factsEnd].split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let fields = words.dropFirst(2).compactMap(CanonicalField.init(rawValue:))
    guard words.count == fields.count + 2, words[0] == "facts", ["told-apart", "not-told-apart"].contains(words[1])
    else { return nil }
    let rest = Array(body[(factsEnd + 1)...])
    let tally = rest.isEmpty ? nil : try? TallyFile.decode(rest, name: "cache")
    guard rest.isEmpty || tally != nil else { return nil }
    self.init(
      key: key, facts: ExportFacts(fields: Set(fields), tellsPeopleApart: words[1] == "told-apart"), tally: tally)
  }
}
