import CStructuralIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory for tables that are looked up all over: in large pages where the system has them, so that finding the page
/// costs less than reading it.
public enum LargeMemory {
  private static let pageSize = 1 << 21

  /// Has the first so many bytes that the program asks for come in large pages as well: to fill arrays costs less when
  /// the system isn't asked for every few thousand bytes of them. For the start of a program; without glibc it does
  /// nothing.
  ///
  /// - Parameter size: A multiple of two mebibytes; of what isn't used only the addresses are taken.
  public static func preferForHeap(_ size: Int) {
    prefer_large_heap(size, pageSize)
  }

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
