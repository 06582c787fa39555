/// One thing that an earlier audit stated otherwise.
public struct AuditDifference: Hashable, Sendable {
  /// The part, such as `input`.
  public var part: String
  /// Which one.
  public var name: String
  /// What of it.
  public var figure: String
  /// What the earlier audit stated; nothing where it said nothing of this.
  public var old: String?
  /// What is so now; nothing where there is no such thing any more.
  public var new: String?

  /// Whether it means that the audit does not hold any more. Another version of the program, or other tables, do so only
  /// by what they change.
  public var breaks: Bool { part != "program" }

  /// `input en.csv: sha256 was 51c0…, is 77ab…`.
  public var description: String {
    let what = "\(part) \(name.isEmpty ? "" : "\(name): ")\(figure)"
    switch (old, new) {
    case (let old?, let new?): return "\(what) was \(old), is \(new)"
    case (let old?, nil): return "\(what) was \(old), and is not there any more"
    case (nil, let new?): return "\(what) is \(new), and was not there"
    case (nil, nil): return what
    }
  }
}

extension AuditPack {
  /// What an earlier audit stated otherwise, in the order of its rows, then what is new.
  public func differences(from earlier: AuditPack) -> [AuditDifference] {
    func key(_ row: Row) -> [String] { [row.part, row.name, row.figure] }
    let now = Dictionary(rows.map { (key($0), $0.value) }, uniquingKeysWith: { first, _ in first })
    let before = Set(earlier.rows.map(key))
    let changed = earlier.rows.compactMap { row -> AuditDifference? in
      let new = now[key(row)]
      return new == row.value
        ? nil : AuditDifference(part: row.part, name: row.name, figure: row.figure, old: row.value, new: new)
    }
    let added = rows.filter { !before.contains(key($0)) }.map {
      AuditDifference(part: $0.part, name: $0.name, figure: $0.figure, old: nil, new: $0.value)
    }
    return changed + added
  }
}
