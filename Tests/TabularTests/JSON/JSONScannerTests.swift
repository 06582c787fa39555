import Testing

@testable import Tabular

@Suite struct JSONScannerTests {
  private func fault(_ text: String) -> TabularError? {
    do throws(TabularError) {
      _ = try JSONDocument(name: "a.json", text: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("1[\"a\"]", "expected the end of the text, found '['", 1, 2), ("[1,]", "a ',' before ']'", 1, 3),
    ("{\"a\":1,}", "a ',' before '}'", 1, 7),
    ("[\n  {\"a\" 1}]", "expected ':', found '1'", 2, 8),
    ("[\"a\" // note\n]", "expected ',' or ']', found a comment, which JSON does not have", 1, 6),
    ("[NaN]", "expected a value, found 'NaN'", 1, 2),
    ("[{'a':1}]", "expected a key between quotes, found an apostrophe; strings stand between \" and \"", 1, 3),
    ("[01]", "a number with a leading zero", 1, 2), ("[1.]", "expected a digit, found ']'", 1, 4),
    ("[+1]", "expected a value, found '+'", 1, 2),
    ("[\"a\tb\"]", "control character 9 in a string; it must be escaped", 1, 4),
    ("[\"\\x\"]", "an escape that JSON does not have", 1, 3),
    ("[\"\\u12g4\"]", "'\\u' without four hexadecimal digits", 1, 3),
    ("[\"a\"]]", "expected the end of the text, or one more object or array, found ']'", 1, 6),
    ("[truely]", "expected a value, found 'truely'", 1, 2), ("[1é]", "expected ',' or ']', found 'é'", 1, 3),
    ("{\"a\":[}", "expected a value, found '}'", 1, 7), ("[1 2]", "expected ',' or ']', found '2'", 1, 4),
  ])
  func malformed(text: String, what: String, line: Int, column: Int) {
    #expect(
      fault(text) == TabularError(.malformedJSON(what), at: Position(source: "a.json", line: line, column: column)))
  }

  @Test func everyTextCutShortIsAnError() throws {
    let text =
      "[{\"name\": \"Caf\\u00e9 \\ud83d\\ude00\", \"n\": -12.5e+3, \"t\": [true, false, null]}, {\"name\": \"é\"}]"
    let bytes = Array(text.utf8)
    _ = try JSONDocument(name: "a", text: bytes)
    for length in 1..<bytes.count {
      let error = #expect(throws: TabularError.self) { try JSONDocument(name: "a", text: Array(bytes[..<length])) }
      #expect(error?.kind == .truncatedJSON, "cut to \(length) bytes")
    }
  }

  @Test func emptyTexts() {
    #expect(fault("")?.kind == .empty)
    #expect(fault(" \r\n\t")?.kind == .empty)
  }

  @Test func nestingHasALimit() {
    let deep = { (depth: Int) in String(repeating: "[", count: depth) + "\"a\"" + String(repeating: "]", count: depth) }
    #expect(fault("{\"x\":" + deep(511) + "}") == nil)
    #expect(fault(deep(513))?.kind == .limitExceeded("nesting", 512))
    #expect(fault(String(repeating: "[", count: 100_000))?.kind == .limitExceeded("nesting", 512))
    #expect(fault(String(repeating: "{\"a\":", count: 100_000))?.kind == .limitExceeded("nesting", 512))
  }

  @Test func unescapingGivesEachEscapeItsCharacter() {
    let text = Array(#""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\ude00\ude00\ud83dx\uD83D\u0041""#.utf8)
    text.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      let token = try? scanner.string()
      #expect(token?.marks == [.escape, .loneSurrogate])
      #expect(
        token.map { String(decoding: scanner.bytes(of: $0), as: UTF8.self) }
          == "\"\\/\u{8}\u{C}\n\r\tAé€😀\u{FFFD}\u{FFFD}x\u{FFFD}A")
    }
  }

  @Test func utf8IsCheckedAsTheStandardSays() {
    let valid: [[UInt8]] = [
      [0x41], [0xC2, 0x80], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let invalid: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF1, 0x80, 0x80],
    ]
    for bytes in valid { #expect(bytes.withUnsafeBufferPointer { JSONScanner($0).utf8Length(at: 0) } == bytes.count) }
    for bytes in invalid { #expect(bytes.withUnsafeBufferPointer { JSONScanner($0).utf8Length(at: 0) } == 0) }
  }
}
