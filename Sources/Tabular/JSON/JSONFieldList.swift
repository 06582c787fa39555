/// The fields of records that are flattened by path: every key that some record has, in the order of first sight.
struct JSONFieldList: Sendable {
  private(set) var names: [String] = []
  private(set) var offsets: [Int] = []
  /// For each path of the tree the field that its values belong to, or -1.
  private(set) var fieldOf: [Int]
  /// The field for the key of a record in an object of objects; -1 without one.
  private(set) var keyField = -1

  private struct Field {
    var name: String
    var offset: Int
    var nodes: [Int]
  }

  init(_ tree: JSONKeyTree, _ layout: JSONLayout) {
    fieldOf = [Int](repeating: -1, count: tree.nodes.count)
    var found: [Field] = []
    JSONFieldList.collect(layout.records, nil, tree, &found)
    // Two fields can share a place: a key that holds a value in one record and a list of objects in another.
    let order = found.indices.sorted { (found[$0].offset, $0) < (found[$1].offset, $1) }
    if layout.isMap {
      keyField = 0
      names.append("key")
      offsets.append(layout.records.map { tree.nodes[$0].firstOffset }.min() ?? 0)
    }
    for index in order {
      for node in found[index].nodes { fieldOf[node] = names.count }
      names.append(found[index].name)
      offsets.append(found[index].offset)
    }
  }

  /// Fields at the path where `nodes` stand, and below it. Elements of arrays stand at the path of their array.
  private static func collect(_ nodes: [Int], _ path: String?, _ tree: JSONKeyTree, _ found: inout [Field]) {
    var nodes = nodes
    var index = 0
    while index < nodes.count {
      let element = tree.nodes[nodes[index]].element
      if element >= 0 { nodes.append(element) }
      index += 1
    }
    var order: [ArraySlice<UInt8>] = []
    var children: [ArraySlice<UInt8>: [Int]] = [:]
    for node in nodes {
      for child in tree.children(node) {
        if children[tree.key(child)] == nil { order.append(tree.key(child)) }
        children[tree.key(child), default: []].append(child)
      }
    }
    let scalarOffset = nodes.compactMap { tree.nodes[$0].firstScalar < 0 ? nil : tree.nodes[$0].firstScalar }.min()
    if let path {
      let offset = nodes.filter { !tree.key($0).isEmpty || tree.nodes[$0].plainLength == 0 }
        .map { tree.nodes[$0].firstOffset }.min()
      if scalarOffset != nil || order.isEmpty { found.append(Field(name: path, offset: offset ?? 0, nodes: nodes)) }
    } else if let scalarOffset {
      found.append(Field(name: "value", offset: scalarOffset, nodes: nodes))
    }
    for key in order {
      let name = String(decoding: key, as: UTF8.self)
      collect(children[key] ?? [], path.map { "\($0).\(name)" } ?? name, tree, &found)
    }
  }
}
