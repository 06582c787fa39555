import Testing

@testable import Tabular

@Suite struct LargeMemoryTests {
  @Test func heapThatIsKeptCanBeFilled() {
    LargeMemory.keepHeap()
    for _ in 0..<2 {
      let numbers = (0..<1 << 20).map { $0 }
      #expect(numbers.reduce(0, +) == (1 << 20) * ((1 << 20) - 1) / 2)
    }
  }

  @Test(arguments: [1, 4095, 4096, 1 << 21, 5 << 20]) func memoryBeginsALineAndCanBeFilled(size: Int) {
    let memory = LargeMemory.allocate(size)
    defer { memory.deallocate() }
    #expect(Int(bitPattern: memory) % 64 == 0)
    memory.initializeMemory(as: UInt8.self, repeating: 7, count: size)
    #expect(memory.load(fromByteOffset: size - 1, as: UInt8.self) == 7)
  }
}
