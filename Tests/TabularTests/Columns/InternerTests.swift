import Testing

@testable import Tabular

@Suite struct InternerTests {
  @Test func equalBytesShareANumberAndTheEmptyStringIsZero() {
    var interner = Interner()
    let words = (0..<5_000).map { "organization \($0 % 1_250)" }
    let numbers = words.map { interner.intern($0) }
    #expect(interner.intern("") == 0)
    #expect(interner.count == 1_251)
    #expect(zip(words, numbers).allSatisfy { interner.column.string(Int($1)) == $0 })
    #expect(Set(numbers).count == 1_250)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 16, 40]) func hashSeesEveryByte(length: Int) {
    let bytes = (0..<length).map { UInt8($0) }
    let hash = bytes.withUnsafeBufferPointer { Interner.hash($0, seed: 1) }
    for index in 0..<length {
      var changed = bytes
      changed[index] ^= 0x40
      #expect(changed.withUnsafeBufferPointer { Interner.hash($0, seed: 1) } != hash)
    }
    #expect(bytes.withUnsafeBufferPointer { Interner.hash($0, seed: 2) } != hash)
  }

  @Test(arguments: [
    "", "a", "Union", "TEACHERS", "Teachers ", "Teachers' Union of Examplia @[`{", "Ünion der Beispiele", "ABCDEFGÉ",
  ])
  func lowercasedHashIsThatOfTheLowerCase(text: String) {
    let bytes = Array(text.utf8)
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let (hash, isASCII) = bytes.withUnsafeBufferPointer { Interner.lowercasedHash($0, seed: 3) }
    #expect(hash == lower.withUnsafeBufferPointer { Interner.hash($0, seed: 3) })
    #expect(isASCII == bytes.allSatisfy { $0 < 0x80 })
  }
}
