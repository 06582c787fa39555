#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory for tables that are looked up all over: in large pages where the system has them, so that a look-up doesn't
/// have to find its page first.
enum LargeMemory {
  private static let pageSize = 1 << 21

  /// Zeros.
  static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let memory = allocate(bytes: count * 8, isFilled: true).bindMemory(to: UInt64.self, capacity: count)
    memory.initialize(repeating: 0, count: count)
    return memory
  }

  /// Memory without content.
  ///
  /// - Parameter isFilled: Whether most of it will be used.
  static func allocate(bytes: Int, isFilled: Bool) -> UnsafeMutableRawPointer {
    guard bytes >= pageSize else { return .allocate(byteCount: bytes, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: pageSize)
    #if os(Linux)
      // Only a hint: where the system refuses it, pages are small.
      if isFilled { madvise(memory, bytes, MADV_HUGEPAGE) }
    #endif
    return memory
  }
}
