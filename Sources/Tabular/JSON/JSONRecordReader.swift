/// Walks over the records of a text that has been outlined, and takes what is asked for out of each.
struct JSONRecordReader {
  /// A field that is wanted, as an answer, as a fingerprint, or as both.
  struct Slot {
    var field: Int
    var wantsAnswer: Bool
    var wantsFingerprint: Bool
    var interner: Interner
    var ids: [UInt32] = []
    var fingerprints: [UInt64] = []
    /// Of the record that is being read.
    var id: UInt32 = 0
    var fingerprint: UInt64 = 0
  }

  var scanner: JSONScanner
  let tree: JSONKeyTree
  private let layout: JSONLayout
  let seed: UInt64
  /// For each path the slot of its own values, or -1.
  private let slotOf: [Int]
  /// For each path whether it, or one below it, has a slot.
  private let isWanted: [Bool]
  /// For records that are arrays the slot of each place in them.
  private let slotOfCell: [Int]
  private let keySlot: Int
  let hasDuplicateKeys: Bool
  let hasInvalidUTF8: Bool
  private let limit: Int
  private var skipsNext: Bool
  var scratch: [UInt8] = []
  /// The key of the member that is being visited, as it stands in the text.
  var lastKey = 0..<0
  private var line: UInt32 = 1
  private var lineOffset = 0

  var slots: [Slot]
  /// The physical line on which each record starts.
  private(set) var lines: [UInt32] = []

  init(_ text: UnsafeBufferPointer<UInt8>, _ document: JSONDocument, slots: [Slot], seed: UInt64, limit: Int) {
    scanner = JSONScanner(text)
    tree = document.outline.tree
    layout = document.layout
    hasDuplicateKeys = document.outline.duplicateKeys.count > 0
    hasInvalidUTF8 = document.outline.invalidUTF8.count > 0
    self.seed = seed
    self.limit = limit
    self.slots = slots
    skipsNext = document.hasHeaderRow
    var slotOfField = [Int](repeating: -1, count: document.fields.count)
    for (index, slot) in slots.enumerated() { slotOfField[slot.field] = index }
    slotOfCell = layout.rows == .none ? [] : slotOfField
    keySlot = document.fieldList.keyField < 0 ? -1 : slotOfField[document.fieldList.keyField]
    slotOf = layout.rows == .none ? document.fieldList.fieldOf.map { $0 < 0 ? -1 : slotOfField[$0] } : []
    var isWanted = slotOf.map { $0 >= 0 }
    for node in isWanted.indices.reversed() where isWanted[node] {
      // A node comes after its parent, so one pass backwards reaches the top.
      if tree.nodes[node].parent >= 0 { isWanted[tree.nodes[node].parent] = true }
    }
    self.isWanted = isWanted
  }

  /// Reads all records, or as many as the limit allows.
  mutating func run() {
    while lines.count < limit {
      skipMarks()
      if scanner.isAtEnd { return }
      if layout.rows != .lines, scanner.byte == JSONByte.openArray {
        forEachElement { $0.unit() }
      } else {
        unit()
      }
    }
  }

  private mutating func skipMarks() {
    scanner.skipSpace()
    while scanner.text[scanner.offset...].starts(with: [0xEF, 0xBB, 0xBF]) {
      scanner.offset += 3
      scanner.skipSpace()
    }
  }

  private mutating func unit() {
    if layout.steps.isEmpty, layout.isMap {
      container()
    } else if layout.steps.isEmpty {
      record(0)
    } else {
      descend(0)
    }
  }

  /// From the object that is next to the container of its records.
  private mutating func descend(_ depth: Int) {
    guard scanner.byte == JSONByte.openObject else { return scanner.skipValue() }
    let parent = depth == 0 ? 0 : layout.steps[depth - 1]
    forEachMember(of: parent) { reader, child in
      guard child == reader.layout.steps[depth] else { return reader.scanner.skipValue() }
      if depth + 1 < reader.layout.steps.count { reader.descend(depth + 1) } else { reader.container() }
    }
  }

  private mutating func container() {
    let node = layout.steps.last ?? 0
    if layout.isMap, scanner.byte == JSONByte.openObject {
      forEachMember(of: node) { reader, child in reader.record(child) }
    } else if !layout.isMap, scanner.byte == JSONByte.openArray {
      let element = tree.nodes[node].element
      forEachElement { $0.record(element) }
    } else {
      scanner.skipValue()
    }
  }

  // MARK: Records

  private mutating func record(_ node: Int) {
    if skipsNext {
      skipsNext = false
      return scanner.skipValue()
    }
    guard lines.count < limit else { return scanner.skipValue() }
    var lineFeeds: UInt32 = 0
    for index in lineOffset..<scanner.offset { lineFeeds &+= scanner.text[index] == 0x0A ? 1 : 0 }
    line &+= lineFeeds
    lineOffset = scanner.offset
    lines.append(line)
    if layout.rows != .none {
      row()
    } else {
      if keySlot >= 0 { offer(keySlot, lastKey, hasEscape: true) }
      if isWanted[node] { value(node) } else { scanner.skipValue() }
    }
    for index in slots.indices {
      if slots[index].wantsAnswer { slots[index].ids.append(slots[index].id) }
      if slots[index].wantsFingerprint { slots[index].fingerprints.append(slots[index].fingerprint) }
      slots[index].id = 0
      slots[index].fingerprint = 0
    }
  }

  private mutating func row() {
    var index = 0
    forEachElement { reader in
      let slot = reader.slotOfCell[index]
      index += 1
      if slot < 0 { return reader.scanner.skipValue() }
      reader.leaf(slot)
    }
  }

  /// Takes the value that is next, an array or object as its scalars joined.
  private mutating func leaf(_ slot: Int) {
    switch scanner.byte {
    case JSONByte.quote:
      let (range, hasEscape) = scanner.skipString()
      offer(slot, range, hasEscape: hasEscape)
    case JSONByte.openArray, JSONByte.openObject: join(slot, withObjects: true)
    default: scalar(slot)
    }
  }

  private mutating func scalar(_ slot: Int) {
    let range = scanner.skipScalar()
    if scanner.text[range.lowerBound] != 0x6E { offer(slot, range, hasEscape: false) }
  }

  private mutating func value(_ node: Int) {
    switch scanner.byte {
    case JSONByte.quote:
      let (range, hasEscape) = scanner.skipString()
      if slotOf[node] >= 0 { offer(slotOf[node], range, hasEscape: hasEscape) }
    case JSONByte.openObject:
      guard isWanted[node] else { return scanner.skipValue() }
      forEachMember(of: node) { reader, child in
        if reader.isWanted[child] { reader.value(child) } else { reader.scanner.skipValue() }
      }
    case JSONByte.openArray: array(node)
    default:
      if slotOf[node] >= 0 { scalar(slotOf[node]) } else { _ = scanner.skipScalar() }
    }
  }

  // MARK: Arrays inside records

  /// The scalars of an array are one answer; of its objects, the one marked `primary` comes first, and for each field the
  /// first that has an answer counts.
  private mutating func array(_ node: Int) {
    let start = scanner.offset
    let element = tree.nodes[node].element
    if slotOf[node] >= 0 { join(slotOf[node], withObjects: false) } else { scanner.skipValue() }
    guard element >= 0, isWanted[element], tree.nodes[element].objects + tree.nodes[element].arrays > 0 else { return }
    let end = scanner.offset
    if let primary = primaryElement(of: element, at: start) {
      scanner.offset = primary
      value(element)
    }
    scanner.offset = start
    forEachElement { reader in
      let byte = reader.scanner.byte
      if byte == JSONByte.openObject || byte == JSONByte.openArray && reader.slotOf[element] < 0 {
        reader.value(element)
      } else if byte == JSONByte.openArray {
        reader.objects(inArrayAt: element)
      } else {
        reader.scanner.skipValue()
      }
    }
    scanner.offset = end
  }

  /// Only the objects of an array whose scalars have been joined already.
  private mutating func objects(inArrayAt node: Int) {
    let element = tree.nodes[node].element
    forEachElement { reader in
      switch reader.scanner.byte {
      case JSONByte.openObject: reader.value(element)
      case JSONByte.openArray: reader.objects(inArrayAt: element)
      default: reader.scanner.skipValue()
      }
    }
  }

  /// Where the object with `"primary": true` begins in the array at `start`.
  private mutating func primaryElement(of element: Int, at start: Int) -> Int? {
    let primary = tree.child(of: element, named: "primary")
    guard primary >= 0, tree.nodes[primary].trues > 0 else { return nil }
    var found: Int?
    scanner.offset = start
    forEachElement { reader in
      let place = reader.scanner.offset
      guard found == nil, reader.scanner.byte == JSONByte.openObject else { return reader.scanner.skipValue() }
      reader.forEachMember(of: element) { reader, child in
        if child == primary, reader.scanner.byte == 0x74 { found = place }
        reader.scanner.skipValue()
      }
    }
    return found
  }

  /// All scalars of the container that is next, joined by `; `.
  private mutating func join(_ slot: Int, withObjects: Bool) {
    guard slots[slot].id == 0, slots[slot].fingerprint == 0 else { return scanner.skipValue() }
    var joined: [UInt8] = []
    gather(&joined, withObjects: withObjects)
    joined.withUnsafeBufferPointer { take(slot, $0) }
  }

  private mutating func gather(_ joined: inout [UInt8], withObjects: Bool) {
    switch scanner.byte {
    case JSONByte.openArray: forEachElement { $0.gather(&joined, withObjects: withObjects) }
    case JSONByte.openObject:
      guard withObjects else { return scanner.skipValue() }
      forEachMember(of: -1) { reader, _ in reader.gather(&joined, withObjects: true) }
    default:
      let isString = scanner.byte == JSONByte.quote
      if scanner.byte == 0x6E { return scanner.skipValue() }
      let range = isString ? scanner.skipString().range : scanner.skipScalar()
      var part: [UInt8] = []
      scanner.unescape(range, into: &part, repairsUTF8: hasInvalidUTF8)
      part.withUnsafeBufferPointer { part in
        let trimmed = JSONRecordReader.trimmed(part)
        if trimmed.isEmpty { return }
        if !joined.isEmpty { joined += [0x3B, 0x20] }
        joined += trimmed
      }
    }
  }
}
