#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory for tables that are looked up all over: in large pages where the system has them, so that finding the page costs
/// less than reading it.
enum LargeMemory {
  private static let pageSize = 1 << 21

  /// Memory of so many bytes, which begins a line of the processor's cache; `deallocate()` gives it back.
  static func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    guard size >= pageSize else { return .allocate(byteCount: size, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: pageSize)
    #if os(Linux)
      // Only a wish: without it the pages are small.
      madvise(memory, size, Int32(MADV_HUGEPAGE))
    #endif
    return memory
  }
}
