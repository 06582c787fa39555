#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where bytes go.
package enum ByteSink {
  /// Writes all bytes to an open file, however many calls the system makes of it.
  ///
  /// - Returns: Whether all were written; if not, `errno` tells why.
  /// - Complexity: O(bytes).
  package static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = systemWrite(file, bytes.baseAddress! + offset, bytes.count - offset)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }
}

/// The system's `write`, whose name `ByteSink` takes for itself.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { write(file, bytes, count) }
