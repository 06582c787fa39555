extension JSONDocument {
  /// Where one petition says how many signatures it has, and its countries add up to another number.
  ///
  /// UK Parliament writes `signature_count` beside `signatures_by_country`; signatures of no known country stand in the
  /// first alone.
  ///
  /// - Complexity: O(bytes) for such petitions, which are small; O(1) for everything else.
  func countryGap(_ name: String) -> Finding? {
    let tree = outline.tree
    guard tree.nodes[0].objects == 1, let list = layout.steps.last,
      String(decoding: tree.key(list), as: UTF8.self) == "signatures_by_country",
      let field = fields.firstIndex(where: { $0.name == "signature_count" })
    else { return nil }
    let total = tree.child(of: tree.nodes[list].parent, named: "signature_count")
    guard total >= 0, tree.nodes[total].firstScalar >= 0 else { return nil }
    let offset = tree.nodes[total].firstScalar
    let stated = text.withUnsafeBufferPointer { buffer -> Int? in
      var scanner = JSONScanner(buffer)
      scanner.offset = offset
      return Int(String(decoding: buffer[scanner.skipScalar()], as: UTF8.self))
    }
    let table = read(fields: [field], fingerprints: [], seed: 0, limit: .max)
    let counts = (0..<table.recordCount).map { Int(table.columns[0].string($0)) ?? 0 }
    let (sum, overflows) = counts.reduce(into: (0, false)) { sum, count in
      let next = sum.0.addingReportingOverflow(count)
      sum = (next.partialValue, sum.1 || next.overflow)
    }
    guard let stated, !overflows, stated != sum else { return nil }
    let place = text.withUnsafeBufferPointer { JSONDocument.position(offset, $0, name) }
    return Finding(
      .note, "total-differs", at: place, "the countries add up to \(sum) signatures, and the whole is \(stated)",
      remedy: "the countries are counted; signatures without a country may be missing from them")
  }
}
