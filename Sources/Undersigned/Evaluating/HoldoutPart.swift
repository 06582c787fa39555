/// A part of a labelled set that is linked as if the rest had not signed: whether figures hang on some of its rows.
///
/// Nothing is trained, so nothing has to be trained anew without the rest; what the names of a run teach (rarity of
/// words, what acronyms stand for) is learnt from the part alone.
public enum HoldoutPart: Hashable, Sendable {
  /// The rows of one country.
  case country(String)
  /// All rows but those of one country.
  case allBut(String)
  /// One half of the entities with all their rows, by the number of the draw.
  case half(Int)
}

extension LabelledMentions {
  /// The countries of the set in compare form, by the labels where there are any and else as stated, rising.
  ///
  /// - Parameter minimumRows: Countries of fewer rows are left out: one pair of names more or less would be all that
  ///   their figures say.
  public func countries(ofAtLeast minimumRows: Int) -> [String] {
    var rows: [String: Int] = [:]
    for row in self.set.rows { rows[row.countryKey, default: 0] += 1 }
    return rows.filter { !$0.key.isEmpty && $0.value >= minimumRows }.keys.sorted(by: ByteOrder.precedes)
  }

  /// The rows of a part.
  public func part(_ part: HoldoutPart) -> LabelledMentions {
    switch part {
    case .country(let country): return keeping { $0.countryKey == country }
    case .allBut(let country): return keeping { $0.countryKey != country }
    case .half(let draw):
      let half = entityHalf(draw)
      return keeping { half.contains($0.entity) }
    }
  }

  /// How well a part of the set is linked, alone.
  public func score(_ part: HoldoutPart, link: LinkOrganizations) throws(PipelineError) -> LinkageScore {
    try self.part(part).score(link: link)
  }

  /// How well each of some parts is linked, in their order.
  public func scores(
    _ parts: [HoldoutPart], link: LinkOrganizations, workers: Workers = .automatic
  ) throws(PipelineError) -> [LinkageScore] {
    var alone = link
    // Parts are shared out among threads.
    alone.workers = .one
    let link = alone
    return try workers.mapEach(parts) { part throws(PipelineError) in try score(part, link: link) }
  }

  /// Half of the entities, rounded down: those whose keys have the lowest hashes. Each draw hashes in another way; none
  /// depends on the order of the rows.
  private func entityHalf(_ draw: Int) -> Set<String> {
    let keys = Set(entities)
    let ranked = keys.map { key in
      // A few steps of the generator even out what FNV leaves alike in keys that differ in their last letters.
      var generator = SplitMix64(seed: StableHash.of(StableHash.of(key.utf8), UInt64(draw)))
      return (rank: generator.next(), key: key)
    }.sorted { $0.rank != $1.rank ? $0.rank < $1.rank : ByteOrder.precedes($0.key, $1.key) }
    return Set(ranked.prefix(keys.count / 2).map(\.key))
  }
}

extension LabelledSet.Row {
  /// The country in compare form, by the label or else as stated; empty for none.
  var countryKey: String {
    let country = labelledCountry.isEmpty ? country : labelledCountry
    return country.isEmpty ? "" : CompareForm.fold(country)
  }
}
