import Foundation
import Testing

@testable import UndersignedCLI

/// Reads a file of outputs as GitHub's runner does.
private func outputs(_ text: String) throws -> [String: String] {
  var values: [String: String] = [:]
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
  #expect(lines.last == "")
  lines = lines.dropLast()
  while let line = lines.popFirst() {
    if let heredoc = line.firstRange(of: "<<"), line.firstIndex(of: "=").map({ $0 > heredoc.lowerBound }) ?? true {
      let end = line[heredoc.upperBound...]
      var value: [Substring] = []
      while let next = lines.popFirst(), next != end { value.append(next) }
      values[String(line[..<heredoc.lowerBound])] = value.joined(separator: "\n")
    } else {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(try #require(parts.first))] = String(try #require(parts.last))
    }
  }
  return values
}

@Suite struct StepOutputTests {
  @Test(arguments: [
    "397", "", "true", "two\nlines", "\n", "a\nb=c\n", "end-0\norganizations=9999", "x<<end\ny\nend", "%0A::set-env::x",
    "::error::x", "ends\r\n", "=", "<<",
  ])
  func noValueBecomesAnother(value: String) throws {
    let texts = [StepOutput("before", 1), StepOutput("value", value), StepOutput("after", false)].map(\.text)
    #expect(try outputs(texts.joined()) == ["before": "1", "value": value, "after": "false"])
  }

  /// A value that knows how values end can't know its own end.
  @Test func theEndDependsOnTheValue() throws {
    let end = try #require(StepOutput("a", "x y").text.split(separator: "\n").last)
    let value = "x y\n\(end)\norganizations=9999"
    #expect(try outputs(StepOutput("a", value).text) == ["a": value])
  }
}

@Suite struct WorkflowCommandTests {
  private func command(_ level: WorkflowCommand.Level, _ message: String) -> WorkflowCommand {
    WorkflowCommand(level: level, file: "a,b:c%\n.csv", line: 3, title: "t::x\r", message: message)
  }

  @Test func nothingEndsItsFields() {
    #expect(
      command(.error, "50%\n::set-env name=a::b\u{1B}[2J").text
        == "::error file=a%2Cb%3Ac%25%0A.csv,line=3,title=t%3A%3Ax::50%25%0A::set-env name=a::b[2J")
  }

  @Test func theWorstNineAndACountAreShown() {
    let few = WorkflowCommand.worst([command(.warning, "w"), command(.error, "e")], rest: "more")
    #expect(few.map(\.message) == ["e", "w"])
    let many = (0..<20).map { command(.warning, "w\($0)") } + (0..<3).map { command(.error, "e\($0)") }
    let worst = WorkflowCommand.worst(many, rest: "findings")
    #expect(worst.map(\.message) == ["e0", "e1", "e2", "w0", "w1", "w2", "w3", "w4", "w5", "and 14 more findings"])
    #expect(WorkflowCommand.worst(Array(many.prefix(10)), rest: "findings").last?.message == "and 1 more findings")
    #expect(WorkflowCommand.worst(Array(many.prefix(9)), rest: "findings").count == 9)
  }

  @Test(arguments: [
    ("::error::x", ": :error::x"), ("  ::error::x", "  : :error::x"), ("\u{3000}::x", "\u{3000}: :x"),
    ("a ::b", "a ::b"), ("a\n::b", "a\n: :b"), ("x ##[set-env name=a]b", "x ## [set-env name=a]b"),
    ("\u{1B}::a", ": :a"), ("##\u{202E}[x]", "## [x]"),
  ])
  func noLineIsACommand(text: String, inert: String) {
    #expect(Terminal.inert(text) == inert)
  }
}
