/// Finds places by their compare form, in the tables of country names, regions and places.
///
/// A class, as whoever asks keeps it beside notes of its own: each copy of a structure would count references to all
/// tables.
final class PlaceLookup: Sendable {
  /// The tables that are part of the program; their index is built at first use.
  static let shared = PlaceLookup(isIndexed: true)
  /// The same without the index: ready at once, and slower with each phrase.
  static let unindexed = PlaceLookup(isIndexed: false)

  private let countryNames = ReferenceTable(embedded: "country-names")
  private let regions = ReferenceTable(embedded: "regions")
  private let places = ReferenceTable(embedded: "places")
  private let index: PlaceIndex?
  /// The first parts of compound words, the longest first, and with which letters they begin.
  private let prefixes: [(letters: [UInt8], word: ScopeWord)]
  private let prefixBeginnings: UInt32

  /// - Parameter isIndexed: Whether the keys of the tables are read once, in a few milliseconds, so that looking up
  ///   takes one look instead of a few binary searches.
  private init(isIndexed: Bool) {
    index = isIndexed ? PlaceIndex(countryNames: countryNames, regions: regions, places: places) : nil
    var prefixes: [(letters: [UInt8], word: ScopeWord)] = []
    regions.forEachLine { line in
      let parts = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[1].count > 12, parts[1].starts(with: "prefix-".utf8) else { return }
      guard let word = ScopeWord(letters: parts[1]) else { return }
      prefixes.append((Array(parts[0]), word))
    }
    self.prefixes = prefixes.sorted { $0.letters.count > $1.letters.count }
    prefixBeginnings = prefixes.reduce(0) { $0 | 1 << UInt32($1.letters[0] & 31) }
  }

  /// What a phrase in compare form names inside a name, best reading first in trust: country, region, subdivision,
  /// city; nothing when it names no place, or only as a whole answer.
  ///
  /// - Complexity: O(*n*) in bytes.
  func place(_ compareForm: String) -> Place? { place(at: find(compareForm)) }

  /// Likewise, for a phrase that has been found.
  func place(at found: PlaceIndex.Found) -> Place? {
    var place: Place?
    if let offset = found.countryName {
      countryNames.forEachRecord(at: offset) { place = place ?? Place(countryName: $0, unless: .answer) }
    }
    if place == nil, let offset = found.region {
      regions.forEachRecord(at: offset) { place = place ?? Place(region: $0, unless: .answer) }
    }
    if place == nil, let offset = found.place {
      places.forEachRecord(at: offset) { place = place ?? Place(place: $0, unless: .answer) }
    }
    return place
  }

  /// All that a phrase can name, countries first.
  func readings(_ compareForm: String) -> [Place] {
    let found = find(compareForm)
    var readings = countryReadings(at: found)
    if let offset = found.region {
      regions.forEachRecord(at: offset) { line in readings += Place(region: line).map { [$0] } ?? [] }
    }
    return readings + placeReadings(at: found)
  }

  /// What a phrase says besides naming a place, if anything.
  func scopeWords(_ compareForm: String) -> [ScopeWord] { scopeWords(at: find(compareForm)) }

  /// Likewise, for a phrase that has been found.
  func scopeWords(at found: PlaceIndex.Found) -> [ScopeWord] {
    guard let offset = found.region else { return [] }
    var words: [ScopeWord] = []
    regions.forEachRecord(at: offset) { record in
      if let word = ScopeWord(letters: record.field(1)) { words.append(word) }
    }
    return words
  }

  /// What the beginning of a compound word says of its level, if the rest of the word is long enough to be one.
  func prefix(of word: Slice<UnsafeBufferPointer<UInt8>>) -> ScopeWord? {
    guard word.count >= 9, let first = word.first, first >= 0x61, prefixBeginnings >> UInt32(first & 31) & 1 == 1 else {
      return nil
    }
    return prefixes.first { word.count >= $0.letters.count + 3 && word.starts(with: $0.letters) }?.word
  }

  /// The countries that have this name or code, or whose people or things are called so.
  func countryReadings(_ compareForm: String) -> [Place] { countryReadings(at: find(compareForm)) }

  /// In which languages a country is called so, as ISO 639 codes: the first few.
  func languages(_ compareForm: String) -> [String] {
    countryNames.records(for: compareForm).first { $0.count > 4 }?[4].tokens.map(String.init) ?? []
  }

  /// The subdivision with a code, such as `mg` in Brazil.
  func subdivision(code: String, in country: CountryCode) -> Place? {
    placeReadings(at: find("\(country.description.lowercased()) \(code)")).first
  }

  /// How many words the longest phrase has that begins with this word; 0 for most words, and always without the index.
  func longestPhrase(from word: Substring) -> Int { longestPhrase(fromHash: StableHash.of(word.utf8)) }

  /// Likewise, by the word's hash.
  func longestPhrase(fromHash hash: UInt64) -> Int { index?.longestPhrase(hash) ?? 0 }

  /// Where a phrase stands in the tables, by its hash and a comparison of its words with a key.
  func find(_ hash: UInt64, _ isPhrase: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) -> PlaceIndex.Found {
    guard var found = index?.find(hash) else { return PlaceIndex.Found() }
    if let offset = found.countryName, !isPhrase(countryNames.key(at: offset)) { found.countryName = nil }
    if let offset = found.region, !isPhrase(regions.key(at: offset)) { found.region = nil }
    if let offset = found.place, !isPhrase(places.key(at: offset)) { found.place = nil }
    return found
  }

  private func find(_ compareForm: String) -> PlaceIndex.Found {
    guard index != nil else {
      return PlaceIndex.Found(
        countryName: countryNames.offset(of: compareForm), region: regions.offset(of: compareForm),
        place: places.offset(of: compareForm))
    }
    return find(StableHash.of(compareForm.utf8)) { $0.elementsEqual(compareForm.utf8) }
  }

  private func countryReadings(at found: PlaceIndex.Found) -> [Place] {
    var readings: [Place] = []
    guard let offset = found.countryName else { return readings }
    countryNames.forEachRecord(at: offset) { line in readings += Place(countryName: line).map { [$0] } ?? [] }
    return readings
  }

  private func placeReadings(at found: PlaceIndex.Found) -> [Place] {
    var readings: [Place] = []
    guard let offset = found.place else { return readings }
    places.forEachRecord(at: offset) { line in readings += Place(place: line).map { [$0] } ?? [] }
    return readings
  }
}
