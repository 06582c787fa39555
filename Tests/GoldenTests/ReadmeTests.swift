import Foundation
import Testing

/// What the README shows is what the program makes.
@Suite struct ReadmeTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: DeterminismTests.root.appending(path: path), encoding: .utf8)
  }

  @Test func itsReportIsTheCommittedOne() throws {
    let report = try ReadmeTests.text("Reports/saving-lives-2020/summary.md")
    let beginning = report.split(separator: "\n", omittingEmptySubsequences: false).prefix(17).joined(separator: "\n")
    #expect(try ReadmeTests.text("README.md").contains("```markdown\n\(beginning)\n```"))
  }

  @Test func itNamesEveryCommand() throws {
    let help = try Program.run(shell: "undersigned --help", in: DeterminismTests.root)
    let readme = try ReadmeTests.text("README.md")
    let listed = String(decoding: help.output, as: UTF8.self).split(separator: "SUBCOMMANDS:")[1]
    let commands = listed.matches(of: #/\n  (?<name>[a-z]+) /#).map { String($0.output.name) }
    #expect(commands.count >= 7)
    for command in commands { #expect(readme.contains("undersigned \(command) "), "\(command)") }
  }
}
