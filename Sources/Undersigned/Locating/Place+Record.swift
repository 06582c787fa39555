/// A line of a table as stored: fields between tabs, found without taking the line apart.
extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The bytes of a field; none where the line has fewer.
  func field(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = startIndex
    for _ in 0..<number {
      while start < endIndex, self[start] != 0x09 { start += 1 }
      if start == endIndex { return self[endIndex..<endIndex] }
      start += 1
    }
    var end = start
    while end < endIndex, self[end] != 0x09 { end += 1 }
    return self[start..<end]
  }

  /// The countries of a field with codes of countries or subdivisions between spaces.
  fileprivate var countries: [CountryCode] {
    var codes: [CountryCode] = []
    var start = startIndex
    while start + 1 < endIndex {
      if let code = CountryCode(self[start], self[start + 1]) { codes.append(code) }
      while start < endIndex, self[start] != 0x20 { start += 1 }
      start += 1
    }
    return codes
  }

  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension Place.Use {
  /// By the word of a table; the words differ in their first two letters.
  fileprivate init?(letters: Slice<UnsafeBufferPointer<UInt8>>) {
    guard letters.count > 1 else { return nil }
    switch (letters[letters.startIndex], letters[letters.startIndex + 1], letters.count) {
    case (0x61, 0x6E, 8): self = .anywhere
    case (0x61, 0x6E, 6): self = .answer
    case (0x70, 0x6C, 6): self = .placed
    case (0x70, 0x61, 4): self = .part
    case (0x6E, 0x61, 4): self = .name
    default: return nil
    }
  }
}

extension ScopeWord {
  private static let words = allCases.map { (letters: Array($0.rawValue.utf8), word: $0) }

  /// By the word of a table.
  init?(letters: Slice<UnsafeBufferPointer<UInt8>>) {
    for known in ScopeWord.words where known.letters.count == letters.count && letters.elementsEqual(known.letters) {
      self = known.word
      return
    }
    return nil
  }
}

extension Place {
  /// A record of the table `country-names`, unless it is of a certain use.
  init?(countryName line: Slice<UnsafeBufferPointer<UInt8>>, unless use: Use? = nil) {
    guard let own = Use(letters: line.field(3)), own != use else { return nil }
    let word = line.field(2)
    let kind: Kind =
      word.elementsEqual("code".utf8) ? .code : word.elementsEqual("demonym".utf8) ? .demonym : .country
    self.init(kind: kind, countries: line.field(1).countries, use: own)
  }

  /// A record of the table `regions`, where it is of a region or of the world, unless it is of a certain use.
  init?(region line: Slice<UnsafeBufferPointer<UInt8>>, unless use: Use? = nil) {
    let word = line.field(1)
    let code = line.field(2)
    let region = code.isEmpty ? nil : code.text
    let isRegion = word.elementsEqual("region".utf8)
    if isRegion || word.elementsEqual("international".utf8) {
      if use == .anywhere { return nil }
      self.init(kind: isRegion ? .region : .world, region: region, use: .anywhere)
    } else if word.elementsEqual("answer".utf8), use != .answer {
      self.init(kind: region == nil ? .region : .world, region: region, use: .answer)
    } else {
      return nil
    }
  }

  /// A record of the table `places`, unless it is of a certain use.
  init?(place line: Slice<UnsafeBufferPointer<UInt8>>, unless use: Use? = nil) {
    guard let own = Use(letters: line.field(3)), own != use else { return nil }
    let word = line.field(2)
    let isCity = word.starts(with: "city".utf8)
    let kind: Kind = isCity && word.count == 4 ? .city : word.elementsEqual("demonym".utf8) ? .demonym : .subdivision
    let codes = line.field(1)
    let isOne = !codes.contains(0x20) && codes.contains(0x2D)
    self.init(
      kind: kind, countries: codes.countries, subdivision: isOne ? codes.text : nil, isPart: true, isCity: isCity,
      use: own)
  }
}
