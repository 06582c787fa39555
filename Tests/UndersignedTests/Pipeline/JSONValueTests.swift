import Tabular
import Testing

@testable import Undersigned

@Suite struct JSONValueTests {
  private func error(_ text: String) -> String {
    do {
      _ = try JSONValue(Array(text.utf8), name: "a.json")
      return ""
    } catch {
      return error.position.description + ": " + error.problem
    }
  }

  @Test func valuesAreReadWithTheirLines() throws {
    let text =
      "\u{FEFF}{\"a\": [1.5e3, true,\n null, \"x\\n\\u00e9\\ud83d\\ude00\\\"\"],\n \"a\": {\"b\": \"z\"}, \"c\": []}\n"
    let value = try JSONValue(Array(text.utf8), name: "a.json")
    #expect(value["a"]?["b"]?.string == "z" && value["a"]?.line == 3)
    #expect(value["c"]?.elements?.isEmpty == true && value["d"] == nil)
    guard case .object(let members) = value.content else { throw TestFault() }
    let elements = try #require(members[0].value.elements)
    #expect(elements.map(\.line) == [1, 1, 2, 2] && elements[1].isTrue)
    #expect(elements[3].string == "x\né😀\"")
    guard case .number("1.5e3") = elements[0].content else { throw TestFault() }
  }

  private struct TestFault: Error {}

  @Test(arguments: [
    ("", "a.json:1: the JSON ends in the middle of a value"),
    ("[1,\n2", "a.json:2: the JSON ends in the middle of a value"),
    ("[1,]", "a.json:1: malformed JSON: no value begins with ']'"),
    ("{\"a\":1,}", "a.json:1: malformed JSON: a key is missing"),
    ("{\"a\" 1}", "a.json:1: malformed JSON: no ':' after a key"),
    ("[1 2]", "a.json:1: malformed JSON: no ',' between two values"),
    ("[]\n[]", "a.json:2: malformed JSON: something follows the value"),
    ("\"a\nb\"", "a.json:1: malformed JSON: a line end or a control inside a string"),
    ("\"\\x\"", "a.json:1: malformed JSON: no character is written '\\x'"),
    ("\"\\u12\"", "a.json:1: the JSON ends in the middle of a value"),
    ("\"\\u12g4\"", "a.json:1: malformed JSON: no four digits after '\\u'"),
    ("nul", "a.json:1: malformed JSON: no value begins with 'n'"),
    (String(repeating: "[", count: 100_000), "a.json:1: malformed JSON: it is nested too deeply"),
  ])
  func whatIsNoJSONIsTold(text: String, problem: String) {
    #expect(error(text) == problem)
  }

  /// What the program writes, it reads.
  @Test(arguments: ["", "a\"b\\c", "\u{1}\u{1F}\t\n", "::##[x]", "\u{2028}é😀", "/"])
  func writtenTextsAreReadAsTheyWere(text: String) throws {
    #expect(try JSONValue(Array(JSONText.string(text).description.utf8), name: "a.json").string == text)
  }
}
