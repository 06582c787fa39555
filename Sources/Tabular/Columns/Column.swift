/// Byte strings stored end to end, such as the distinct answers of one field.
///
/// Shape: `count` fields; field `i` is `bytes[ends[i - 1]..<ends[i]]`, with 0 before the first.
public struct Column: Hashable, Sendable {
  /// All fields, end to end.
  public private(set) var bytes: [UInt8]
  /// Where each field ends.
  public private(set) var ends: [Int]

  /// A column without fields.
  public init() {
    bytes = []
    ends = []
  }

  /// Adopts storage that was filled elsewhere.
  ///
  /// - Precondition: `ends` never falls, and its last value is `bytes.count`.
  public init(bytes: [UInt8], ends: [Int]) {
    precondition(ends.last ?? 0 == bytes.count, "a column's last end is its number of bytes")
    self.bytes = bytes
    self.ends = ends
  }

  /// A column of the given strings.
  public init(_ strings: some Sequence<String>) {
    self.init()
    for string in strings { append(string.utf8) }
  }

  /// How many fields there are.
  public var count: Int { ends.count }

  /// The bytes of field `index`.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Field `index` as text; what is no UTF-8 becomes U+FFFD.
  public func string(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  /// Adds one field at the end.
  public mutating func append(_ field: some Sequence<UInt8>) {
    bytes.append(contentsOf: field)
    ends.append(bytes.count)
  }

  /// Adds the fields of another column.
  public mutating func append(_ other: Column) {
    let base = bytes.count
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.lazy.map { base + $0 })
  }

  /// Takes the storage once, for a loop over all fields.
  public func withStorage<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try ends.withUnsafeBufferPointer { ends throws(Failure) in
        try body(bytes, ends)
      }
    }
  }
}
