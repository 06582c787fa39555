/// What records of a long JSON text look like, as its first ones show it: objects whose keys have known paths.
///
/// A record with another key, or another kind of value at a path, is of no known shape: for it the fields of the whole
/// text have to be found anew.
struct JSONRecordShape: Sendable {
  /// One path below a record.
  struct Node: Sendable {
    /// Where its key stands in `keys`, and how many bytes it has.
    var key = 0
    var keyLength = 0
    var firstChild = -1
    var nextSibling = -1
    /// Which of the chosen fields takes its values, and which fingerprint; -1 for none.
    var slot = -1
    var printSlot = -1
    /// Whether there is one of both.
    var isWanted = false
    /// Which kinds of values stand here in the first records.
    var holdsScalars = false
    var holdsObjects = false
    var holdsArrays = false
  }

  private(set) var nodes: [Node]
  /// All keys end to end, with room to be read eight bytes at a time.
  private(set) var keys: [UInt8] = []

  /// The shape of a document's records, with the fields that are wanted.
  ///
  /// - Returns: Nothing unless the records are plain objects, each a value of its own or an element of one array.
  init?(_ document: JSONDocument, fields: [Int], fingerprints: [Int]) {
    let tree = document.outline.tree
    guard JSONRecordShape.isPlain(document) else { return nil }
    nodes = [Node](repeating: Node(), count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      nodes[index].key = keys.count
      nodes[index].keyLength = node.plainLength
      if node.plainLength >= 0 { keys += tree.key(index) }
      nodes[index].firstChild = node.firstChild
      nodes[index].nextSibling = node.nextSibling
      nodes[index].holdsScalars = node.firstScalar >= 0 || node.firstChild < 0 && node.element < 0
      nodes[index].holdsObjects = node.objects > 0
      if node.element >= 0 {
        let element = tree.nodes[node.element]
        nodes[index].holdsArrays = element.objects == 0 && element.arrays == 0
      }
      let field = document.fieldList.fieldOf[index]
      nodes[index].slot = fields.firstIndex(of: field) ?? -1
      nodes[index].printSlot = fingerprints.firstIndex(of: field) ?? -1
      nodes[index].isWanted = nodes[index].slot >= 0 || nodes[index].printSlot >= 0
    }
    keys += [UInt8](repeating: 0, count: 8)
  }

  private static func isPlain(_ document: JSONDocument) -> Bool {
    let (outline, layout) = (document.outline, document.layout)
    let unit = outline.tree.nodes[0]
    guard layout.steps.isEmpty, !layout.isMap, layout.rows == .none, !document.hasHeaderRow else { return false }
    guard unit.objects == unit.values, unit.objects > 1, unit.firstChild >= 0,
      outline.tree.nodes[unit.firstChild].plainLength > 0,
      outline.topArrays == 0 || outline.topArrays == 1 && outline.topObjects == 0
    else { return false }
    guard outline.duplicateKeys.count == 0, outline.invalidUTF8.count == 0, outline.loneSurrogates.count == 0,
      document.findings.isEmpty
    else { return false }
    return outline.tree.nodes.allSatisfy { node in
      node.wildcard < 0 && (node.element < 0 || outline.tree.nodes[node.element].objects == 0)
    }
  }
}
