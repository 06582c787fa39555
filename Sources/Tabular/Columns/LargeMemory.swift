import CStructuralIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory for tables that are looked up all over, and the heap.
///
/// In large pages (2 MiB) such tables would be looked up a little faster. But many a virtual machine gives its free large
/// pages back to its host, and each then costs milliseconds: the same count took up to twice the time, by how long the
/// machine had been idle.
public enum LargeMemory {
  private static let pageSize = 1 << 12

  /// Has the heap keep what is given back to it, for what comes next: to ask the system for memory costs more than to
  /// fill it. For the start of a program; without glibc it does nothing.
  public static func keepHeap() {
    keep_heap(1 << 25, 1 << 20)
  }

  /// Memory of so many bytes, which begins a line of the processor's cache; `deallocate()` gives it back.
  ///
  /// All of it is going to be used: the system is asked once for all of its pages, instead of for one after the other.
  static func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    guard size >= pageSize else { return .allocate(byteCount: size, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: pageSize)
    #if os(Linux)
      // Only a wish: systems before 5.14 don't know it, and those with larger pages want it to begin at one.
      madvise(memory, size, populate)
    #endif
    return memory
  }

  /// MADV_POPULATE_WRITE, which some systems' headers lack.
  private static let populate: Int32 = 23
}
