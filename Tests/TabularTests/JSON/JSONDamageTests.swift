import Testing

@testable import Tabular

@Suite struct JSONDamageTests {
  private static let texts = [
    #"[{"a":[{"b":1,"primary":true},{"b":"x\u00e9"}],"c":null,"c":{"d":["e",["f"]]}},"s",[1]]"#,
    #"{"data":{"x":[["h","i"],[1,2]]},"n":1}"#, #"{"k1":{"a":1,"b":2},"k2":{"a":3,"b":4},"k3":{"a":1}}"#,
    "{\"records\":[{\"a\":\"\\ud83d\\ude00\"}],\"offset\":\"i\"}\n{\"records\":[{\"b\":1}]}",
    "[\"N\",\"L\"]\n[\"V\",\"D\"]\n",
  ]

  private func damaged(_ text: String, _ generator: inout SplitMix64) -> [UInt8] {
    let alphabet = Array("{}[]\",:\\u\n 0a1e.-tfn".utf8) + [0xFF, 0xC3, 0xA9]
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = alphabet.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      default:
        let end = Int.random(in: place..<bytes.count, using: &generator)
        bytes.insert(contentsOf: bytes[place...end], at: Int.random(in: 0...bytes.count, using: &generator))
      }
    }
    return bytes
  }

  @Test(arguments: JSONDamageTests.texts) func damagedTextsAreRefusedOrReadWhole(text: String) {
    var generator = SplitMix64(seed: 7)
    var read = 0
    for _ in 0..<3_000 {
      let bytes = damaged(text, &generator)
      guard let document = try? JSONDocument(name: "a", text: bytes),
        let table = try? document.encode(fields: Array(document.fields.indices), fingerprints: [0], seed: 1)
      else { continue }
      read += 1
      #expect(table.columns.allSatisfy { $0.ids.count == table.recordCount })
      #expect(table.fingerprints[0].count == table.recordCount)
      #expect(zip(table.columns[0].ids, table.fingerprints[0]).allSatisfy { ($0 == 0) == ($1 == 0) })
    }
    #expect(read > 100)
  }
}
