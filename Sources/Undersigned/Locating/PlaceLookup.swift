/// Finds places by their compare form, in the tables of country names, regions and places.
struct PlaceLookup: Sendable {
  /// The tables that are part of the program; their index is built at first use.
  static let shared = PlaceLookup()

  private let countryNames = ReferenceTable(embedded: "country-names")
  private let regions = ReferenceTable(embedded: "regions")
  private let places = ReferenceTable(embedded: "places")
  /// By a hash of a phrase's first word, how many words the longest phrase has that begins so: most words begin none,
  /// and a table's binary search costs ten times as much as this.
  private let longest: [UInt8]
  /// The first parts of compound words, the longest first.
  private let prefixes: [(letters: [UInt8], word: ScopeWord)]

  /// Reads the first words of the tables once, in a few milliseconds.
  init() {
    var longest = [UInt8](repeating: 0, count: 1 << 22)
    for table in [countryNames, regions, places] {
      table.forEachKey { key in
        var words: UInt8 = 1
        var hash = StableHash.empty
        var isFirst = true
        for byte in key {
          if byte == 0x20 {
            words += 1
            isFirst = false
          } else if isFirst {
            hash = StableHash.extend(hash, byte)
          }
        }
        let bucket = PlaceLookup.bucket(hash)
        longest[bucket] = max(longest[bucket], words)
      }
    }
    self.longest = longest
    var prefixes: [(letters: [UInt8], word: ScopeWord)] = []
    regions.forEachLine { line in
      let parts = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[1].count > 12, parts[1].starts(with: "prefix-".utf8) else { return }
      guard let word = ScopeWord(rawValue: String(decoding: parts[1], as: UTF8.self)) else { return }
      prefixes.append((Array(parts[0]), word))
    }
    self.prefixes = prefixes.sorted { $0.letters.count > $1.letters.count }
  }

  /// What a phrase in compare form names inside a name, best reading first in trust: country, region, subdivision, city;
  /// nothing when it names no place, or only as a whole answer.
  ///
  /// - Complexity: O(log *n*) of the tables for a phrase whose first word begins a place, else O(1).
  func place(_ compareForm: String) -> Place? {
    let words = compareForm.utf8.count { $0 == 0x20 } + 1
    guard longestPhrase(from: compareForm[..<(compareForm.firstIndex(of: " ") ?? compareForm.endIndex)]) >= words else {
      return nil
    }
    return readings(compareForm).first { $0.use != .answer }
  }

  /// All that a phrase can name, countries first.
  func readings(_ compareForm: String) -> [Place] {
    countryReadings(compareForm) + regionReadings(compareForm) + placeReadings(compareForm)
  }

  /// What a phrase says besides naming a place, if anything.
  func scopeWords(_ compareForm: String) -> [ScopeWord] {
    regions.records(for: compareForm).compactMap { $0.count > 1 ? ScopeWord(rawValue: $0[1]) : nil }
  }

  /// What the beginning of a compound word says of its level, if the rest of the word is long enough to be one.
  func prefix(of word: Substring) -> ScopeWord? {
    guard word.utf8.count >= 9 else { return nil }
    return prefixes.first { word.utf8.starts(with: $0.letters) && word.utf8.count >= $0.letters.count + 3 }?.word
  }

  /// The countries that have this name or code, or whose people or things are called so.
  func countryReadings(_ compareForm: String) -> [Place] {
    countryNames.records(for: compareForm).compactMap { record in
      guard record.count > 3, let use = Place.Use(rawValue: record[3]) else { return nil }
      let countries = record[1].split(separator: " ").compactMap { CountryCode($0) }
      let kind: Place.Kind =
        switch record[2] {
        case "code": .code
        case "demonym": .demonym
        default: .country
        }
      return Place(kind: kind, countries: countries, use: use)
    }
  }

  /// In which languages a country is called so, as ISO 639 codes: the first few.
  func languages(_ compareForm: String) -> [String] {
    countryNames.records(for: compareForm).first { $0.count > 4 }?[4].split(separator: " ").map(String.init) ?? []
  }

  /// The subdivision with a code, such as `mg` in Brazil.
  func subdivision(code: String, in country: CountryCode) -> Place? {
    placeReadings("\(country.description.lowercased()) \(code)").first
  }

  /// How many words the longest phrase has that begins with this word; 0 for most words. May be too high, never too low.
  func longestPhrase(from word: Substring) -> Int {
    Int(longest[PlaceLookup.bucket(StableHash.of(word.utf8))])
  }

  private func regionReadings(_ compareForm: String) -> [Place] {
    regions.records(for: compareForm).compactMap { record in
      guard record.count > 2 else { return nil }
      let region = record[2].isEmpty ? nil : record[2]
      switch record[1] {
      case "region": return Place(kind: .region, region: region, use: .anywhere)
      case "international": return Place(kind: .world, region: region, use: .anywhere)
      case "answer": return Place(kind: region == nil ? .region : .world, region: region, use: .answer)
      default: return nil
      }
    }
  }

  private func placeReadings(_ compareForm: String) -> [Place] {
    places.records(for: compareForm).compactMap { record in
      guard record.count > 3, let use = Place.Use(rawValue: record[3]) else { return nil }
      let codes = record[1].split(separator: " ")
      let countries = codes.compactMap { CountryCode($0.prefix(2)) }
      let kind: Place.Kind =
        switch record[2] {
        case "city": .city
        case "demonym": .demonym
        default: .subdivision
        }
      let code = codes.count == 1 && codes[0].contains("-") ? String(codes[0]) : nil
      let isCity = record[2].starts(with: "city")
      return Place(kind: kind, countries: countries, subdivision: code, isPart: true, isCity: isCity, use: use)
    }
  }

  private static func bucket(_ hash: UInt64) -> Int { Int((hash ^ hash >> 32) & 0x3FFFFF) }
}
