import Tabular

/// Which names denote one organization by a table: groups of forms, found by any of them.
///
/// Lines with a form in common are one group. A form that is the alias of two names, which nothing else connects, tells
/// nothing and is left out.
struct LinkageAliases: Sendable {
  /// Names of one organization.
  struct Group: Sendable {
    /// Only in this country; nothing for any.
    var country: CountryCode?
    /// What evidence calls it: the lines that it comes from.
    var detail: String
  }

  private struct Key: Hashable {
    var form: String
    var country: CountryCode?
  }

  /// The lines of the user's own table.
  let rows: [OrganizationAlias]
  /// Lines whose alias stands for two organizations: a finding for each such alias.
  private(set) var findings: [Finding] = []
  private var numbersOf: [String: [UInt64]] = [:]
  private var groups: [UInt64: Group] = [:]
  private let bundled: ReferenceTable?

  /// - Parameters:
  ///   - rows: The user's own table.
  ///   - usesBundled: Whether the names of international bodies that the program brings along count as well.
  /// - Complexity: O(rows); nothing for the bundled table, which is searched as it is.
  init(_ rows: [OrganizationAlias], usesBundled: Bool) {
    self.rows = rows
    bundled = usesBundled ? ReferenceTable(embedded: "organization-aliases") : nil
    if rows.isEmpty { return }
    let forms = rows.map { (name: LinkageAliases.rowForms($0.name), alias: LinkageAliases.rowForms($0.alias)) }
    let ambiguous = findAmbiguous(forms.map { ($0.name[0], $0.alias[0]) })
    var numbers: [Key: Int] = [:]
    var keys: [Key] = []
    func number(_ key: Key) -> Int {
      if let known = numbers[key] { return known }
      numbers[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
    var pairs: [(Int, Int)] = []
    var rowKeys: [Int?] = []
    for (index, row) in rows.enumerated() {
      let first = number(Key(form: forms[index].name[0], country: row.country))
      let isLeftOut = ambiguous.contains(index)
      rowKeys.append(isLeftOut ? nil : first)
      for form in forms[index].name.dropFirst() + (isLeftOut ? [] : forms[index].alias) {
        pairs.append((first, number(Key(form: form, country: row.country))))
      }
    }
    let roots = LinkageAliases.roots(count: keys.count, joining: pairs)
    var lines: [Int: [Int]] = [:]
    for (index, key) in rowKeys.enumerated() { if let key { lines[roots[key], default: []].append(index) } }
    // The smallest form names a group, so that its number depends on content alone.
    var names: [Int: String] = [:]
    for (index, key) in keys.enumerated() { names[roots[index]] = min(names[roots[index]] ?? key.form, key.form) }
    for (index, key) in keys.enumerated() {
      guard let rows = lines[roots[index]] else { continue }
      let country = key.country?.description ?? ""
      let number = StableHash.of("\(names[roots[index]]!)\u{1F}\(country)\u{1F}own".utf8)
      numbersOf[key.form, default: []].append(number)
      groups[number] = Group(country: key.country, detail: detail(rows))
    }
  }

  /// The groups of a name, rising.
  ///
  /// - Parameter forms: Its forms, as of `forms(of:isWhole:)`.
  func numbers(of forms: [String]) -> [UInt64] {
    var found: Set<UInt64> = []
    for form in forms {
      if let numbers = numbersOf[form] { found.formUnion(numbers) }
      if let body = bundled?.field(1, of: form) { found.insert(LinkageAliases.bundledNumber(body)) }
    }
    return found.sorted()
  }

  /// A group by its number; nothing for one of the bundled table.
  func group(_ number: UInt64) -> Group? { groups[number] }

  /// Whether a form stands in the user's own table.
  func isOwn(_ form: String) -> Bool { numbersOf[form] != nil }

  /// The forms by which a mention may be found: the whole, and, unless something beside them makes it a section's,
  /// its names or the acronym that is all it has.
  static func forms(of name: OrganizationName, isWhole: Bool) -> [String] {
    var forms = [name.compareForm]
    guard isWhole else { return forms }
    for form in name.names {
      // They are nearly always the same, and each is looked up.
      if form.compareForm != name.compareForm { forms.append(form.compareForm) }
      if form.coreForm != form.compareForm { forms.append(form.coreForm) }
    }
    if name.names.isEmpty { forms += name.acronyms.map(\.compareForm) }
    return forms
  }

  /// The forms of a name in the table, the first one its own.
  static func rowForms(_ text: String) -> [String] {
    let name = OrganizationName(text)
    return forms(of: name, isWhole: name.names.count == 1 || name.names.isEmpty && name.acronyms.count == 1)
  }

  private static func bundledNumber(_ body: String) -> UInt64 { StableHash.of("\(body)\u{1F}\u{1F}bundled".utf8) }

  private func detail(_ indices: [Int]) -> String {
    let lines = indices.map { rows[$0].position.line }.sorted()
    let shown = lines.prefix(4).map(String.init).joined(separator: ", ") + (lines.count > 4 ? " ..." : "")
    let sources = Set(indices.map { rows[$0].source }).subtracting([""]).sorted()
    let words = lines.count == 1 ? "line \(shown) of the aliases" : "lines \(shown) of the aliases"
    return sources.isEmpty ? words : "\(words): \(sources.prefix(2).joined(separator: ", "))"
  }

  /// The rows whose alias is given for two names that no other line connects; tells of them in `findings`.
  private mutating func findAmbiguous(_ forms: [(name: String, alias: String)]) -> Set<Int> {
    var byAlias: [String: [Int]] = [:]
    for (index, pair) in forms.enumerated() where pair.name != pair.alias {
      byAlias[pair.alias, default: []].append(index)
    }
    var ambiguous: Set<Int> = []
    for (alias, indices) in byAlias.sorted(by: { $0.value[0] < $1.value[0] })
    where Set(indices.map { forms[$0].name }).count > 1 {
      var numbers: [String: Int] = [:]
      for (name, other) in forms { for form in [name, other] { numbers[form] = numbers[form] ?? numbers.count } }
      let pairs = forms.filter { $0.name != alias && $0.alias != alias }.map { (numbers[$0.name]!, numbers[$0.alias]!) }
      let roots = LinkageAliases.roots(count: numbers.count, joining: pairs)
      func root(_ index: Int) -> Int { roots[numbers[forms[index].name]!] }
      for left in indices {
        guard
          let right = indices.first(where: { other in
            root(other) != root(left)
              && (rows[other].country == nil || rows[left].country == nil || rows[other].country == rows[left].country)
          })
        else { continue }
        if ambiguous.insert(left).inserted, left < right {
          findings.append(
            Finding(
              .warning, "ambiguous-alias", at: rows[left].position,
              "\(quoted(rows[left].alias)) is an alias of \(quoted(rows[left].name)), and in line "
                + "\(rows[right].position.line) of \(quoted(rows[right].name)); it counts for neither",
              remedy: "give each line its country, or add a line that the two names are one organization's"))
        }
      }
    }
    return ambiguous
  }

  /// By number, the smallest one that pairs connect it with.
  private static func roots(count: Int, joining pairs: [(Int, Int)]) -> [Int] {
    var sets = DisjointSets(count: count)
    for (left, right) in pairs { sets.join(left, right) }
    return (0..<count).map { sets.root($0) }
  }
}
