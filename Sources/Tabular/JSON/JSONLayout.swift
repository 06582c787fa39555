/// Where the records of a JSON text are, and why there.
///
/// A *unit* is a top-level object or an element of a top-level array. Either the units are the records, or each unit is
/// a page, and the records are the elements of an array (or the values of an object) at one path in it.
struct JSONLayout: Sendable {
  /// How a record is built.
  enum Rows: Sendable {
    /// Records are objects or strings.
    case none
    /// Each record is an array: the elements of a container.
    case arrays
    /// Each record is a top-level array.
    case lines
  }

  /// The keys from a unit to the container of the records; empty when the units are the records.
  var steps: [Int] = []
  /// The paths at which records stand.
  var records: [Int] = [0]
  /// Whether the container is an object, its keys being the records' own.
  var isMap = false
  var rows = Rows.none
  var decision = TabularDocument.Decision(subject: "records", choice: "", reason: "")

  /// Keys under which platforms wrap their records.
  static let wrappers: Set<String> = [
    "records", "items", "data", "objects", "responses", "results", "list", "signatures", "signatories", "signers",
    "supporters", "organizations", "organisations", "submissions", "entries", "rows",
  ]
  /// Keys of text beside such an array that speak of the page, not of a signer.
  static let pageWords: Set<String> = [
    "offset", "next", "previous", "prev", "first", "last", "self", "cursor", "next_cursor", "next_page",
    "next_page_token", "nextPageToken", "token", "url", "href", "type", "kind", "object", "status", "version", "etag",
    "id", "title", "generated_at", "exported_at",
  ]

  init(_ outline: JSONOutline) throws(JSONFault) {
    let tree = outline.tree
    let unit = tree.nodes[0]
    if outline.topValues == 1, outline.topObjects == 1 {
      try choose(in: tree, isWhole: true)
    } else if unit.objects > 0, JSONLayout.arePages(tree) {
      try choose(in: tree, isWhole: false)
    } else if unit.objects == 0, unit.arrays == 0, unit.strings > 0, outline.topValues > 1,
      outline.topArrays == outline.topValues, outline.shortestTop == outline.longestTop, outline.longestTop > 1
    {
      rows = .lines
      decide("the arrays, one a record", "\(outline.topValues) arrays of \(outline.longestTop) values each")
    } else if unit.objects > 0 || unit.strings > 0 && (outline.topArrays > 0 || outline.topValues > 1) {
      decide(outline.topArrays > 0 ? "the elements of the array" : "the values one after the other", contents(unit))
    } else if unit.arrays > 0, unit.strings + unit.scalars + unit.nulls == 0, unit.longest > 0 {
      rows = .arrays
      decide("the arrays in the array", "\(unit.arrays) arrays of at most \(unit.longest) values")
    } else {
      throw JSONLayout.noRecords(unit.values == 0 ? "an empty list" : "neither objects nor strings in a list")
    }
  }

  private static func noRecords(_ what: String) -> JSONFault {
    JSONFault(kind: .noRecords(what), offset: 0)
  }

  private mutating func decide(_ choice: String, _ reason: String) {
    decision = TabularDocument.Decision(subject: "records", choice: choice, reason: reason)
  }

  private func contents(_ node: JSONKeyTree.Node) -> String {
    let parts = [(node.objects, "object"), (node.strings, "string")].filter { $0.0 > 0 }
    return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
  }

  // MARK: Arrays inside objects

  /// An array, or an object of objects, that may hold the records.
  private struct Candidate {
    var node: Int
    var path: [String]
    var tier: Int
    var objects: Int
    var others: Int
    var isMap = false

    var name: String { path.joined(separator: ".") }

    /// Whether it is the better choice: what is known, then what holds more objects, then more of anything, then what
    /// lies nearer to the top, then by name.
    func isBetter(than other: Candidate) -> Bool {
      if tier != other.tier { return tier < other.tier }
      if objects != other.objects { return objects > other.objects }
      if others != other.others { return others > other.others }
      if path.count != other.path.count { return path.count < other.path.count }
      return name < other.name
    }
  }

  /// Whether several units are pages: each has a wrapped array, and no text of its own but about the page.
  private static func arePages(_ tree: JSONKeyTree) -> Bool {
    let unit = tree.nodes[0]
    guard unit.strings + unit.arrays + unit.scalars == 0 else { return false }
    for child in tree.children(0) where tree.nodes[child].strings > 0 {
      if !pageWords.contains(String(decoding: tree.key(child), as: UTF8.self)) { return false }
    }
    return candidates(tree).contains { candidate in
      candidate.tier <= 3 && candidate.objects > 0 && tree.nodes[candidate.node].arrays * 2 > unit.objects
    }
  }

  private static func candidates(_ tree: JSONKeyTree) -> [Candidate] {
    var candidates: [Candidate] = []
    func visit(_ node: Int, _ path: [String]) {
      let element = tree.nodes[node].element
      if element >= 0, !path.isEmpty {
        let elements = tree.nodes[element]
        if elements.objects + elements.strings + elements.arrays > 0 {
          candidates.append(
            Candidate(
              node: node, path: path, tier: tier(path, elements), objects: elements.objects,
              others: elements.strings + elements.arrays))
        }
      }
      for child in tree.children(node) {
        visit(child, path + [String(decoding: tree.key(child), as: UTF8.self)])
      }
    }
    visit(0, [])
    return candidates
  }

  /// How well an array is known, 0 best.
  private static func tier(_ path: [String], _ elements: JSONKeyTree.Node) -> Int {
    let last = path[path.count - 1]
    if last == "signatures_by_country", elements.objects > 0 { return 0 }
    if path.count > 1, path[path.count - 2] == "_embedded" { return last == "osdi:signatures" ? 1 : 2 }
    if wrappers.contains(last) { return 3 }
    return elements.objects > 0 ? 4 : 5
  }

  private mutating func choose(in tree: JSONKeyTree, isWhole: Bool) throws(JSONFault) {
    let candidates = JSONLayout.candidates(tree)
    var best = candidates.first
    for candidate in candidates.dropFirst() {
      if let current = best, candidate.isBetter(than: current) { best = candidate }
    }
    if isWhole, let map = JSONLayout.map(tree), best.map({ isMap(map, betterThan: $0, tree) }) ?? true { best = map }
    guard let best else {
      throw JSONLayout.noRecords("one object without a list in it")
    }
    steps = JSONLayout.steps(to: best.node, tree)
    isMap = best.isMap
    if isMap {
      records = tree.children(best.node)
      let place = best.path.isEmpty ? "the object's values" : best.name
      decide(place, "\(best.objects) objects of the same kind, each under a key of its own")
      return
    }
    let element = tree.nodes[best.node].element
    records = [element]
    let elements = tree.nodes[element]
    if elements.arrays > 0, elements.objects + elements.strings + elements.scalars + elements.nulls == 0 {
      rows = .arrays
    }
    let reasons = [
      "signatures by country, one count a record", "the list of signatures of an OSDI page", "an embedded list",
      "a name that such lists have",
      "the longest list of objects", "the longest list",
    ]
    let others = candidates.filter { $0.node != best.node && $0.objects > 0 }.sorted { $0.isBetter(than: $1) }
    let reason = candidates.count == 1 ? "the only list" : reasons[best.tier]
    let rest = others.prefix(3).map { "\($0.name) (\($0.objects + $0.others))" }.joined(separator: ", ")
    let size = best.objects + best.others
    decide(best.name, "\(reason), \(size) element\(size == 1 ? "" : "s")" + (rest.isEmpty ? "" : "; not \(rest)"))
  }

  private static func steps(to node: Int, _ tree: JSONKeyTree) -> [Int] {
    var steps: [Int] = []
    var node = node
    while node > 0 {
      steps.insert(node, at: 0)
      node = tree.nodes[node].parent
    }
    return steps
  }

  // MARK: Objects of objects

  private func isMap(_ map: Candidate, betterThan list: Candidate, _ tree: JSONKeyTree) -> Bool {
    var node = list.node
    while node > 0 {
      if tree.nodes[node].parent == map.node { return true }
      node = tree.nodes[node].parent
    }
    return list.tier > 3 && map.objects > list.objects
  }

  /// The largest object whose values are three objects or more with mostly the same keys.
  private static func map(_ tree: JSONKeyTree) -> Candidate? {
    var best: Candidate?
    func visit(_ node: Int, _ path: [String]) {
      let children = tree.children(node)
      if children.count >= 3, areAlike(children, tree) {
        let objects = children.reduce(0) { $0 + tree.nodes[$1].objects }
        let candidate = Candidate(node: node, path: path, tier: 4, objects: objects, others: 0, isMap: true)
        if best.map({ candidate.isBetter(than: $0) }) ?? true { best = candidate }
        return
      }
      for child in children { visit(child, path + [String(decoding: tree.key(child), as: UTF8.self)]) }
    }
    visit(0, [])
    return best
  }

  private static func areAlike(_ nodes: [Int], _ tree: JSONKeyTree) -> Bool {
    var frequency: [ArraySlice<UInt8>: Int] = [:]
    var total = 0
    for node in nodes {
      guard tree.nodes[node].objects > 0, tree.nodes[node].objects + tree.nodes[node].nulls == tree.nodes[node].values
      else { return false }
      for child in tree.children(node) {
        frequency[tree.key(child), default: 0] += 1
        total += 1
      }
    }
    let shared = frequency.values.count { $0 * 2 >= nodes.count }
    return shared > 0 && shared * 2 * nodes.count >= total
  }
}
