import CReferenceTables
import Tabular

/// What of the program itself figures depend on.
public enum ProgramState {
  /// The version.
  public static let version = "0.1.0"

  /// The hash of all reference tables, one after the other in the program's order.
  ///
  /// - Complexity: O(bytes), some seven megabytes.
  public static var tables: ContentHash {
    var pieces: [UnsafeRawBufferPointer] = []
    var bytes: UnsafePointer<UInt8>?
    var size = 0
    while reference_table_at(pieces.count, &bytes, &size) != nil {
      pieces.append(UnsafeRawBufferPointer(start: bytes, count: size))
    }
    return ContentHash(pieces: pieces)
  }
}
