import Tabular
import Testing

@testable import Undersigned

@Suite struct AuditPackTests {
  private func letter() -> LetterBuilder {
    var letter = LetterBuilder()
    letter.add([.init(name: "Voorbeeldbond"), .init(name: "=Voorbeeldbond")], .at("BE"), .tradeUnion)
    letter.add("Central de Exemplo", .at("BR"), .ngo)
    letter.add("Hidden Group", .at("BR"), .ngo, consent: .refused)
    letter.dropped = [.withdrawn: 1]
    return letter
  }

  private let files = [
    InputFile(.pipeline, name: "letter.yml", ContentHash([])),
    InputFile(.input, name: "=b.csv", ContentHash(Array("b".utf8))),
    InputFile(.input, name: "a.csv", ContentHash(Array("abc".utf8))),
  ]

  private func decision(_ action: Decision.Action, _ name: String, _ value: String = "", why: String = "") -> Decision {
    Decision(
      action, name: name, value: value, by: "Testa Testperson <testa@example.org>", on: "2026-11-22", why: why,
      at: Position(source: "decisions.csv"))
  }

  private func pack(_ decisions: [Decision] = []) throws -> AuditPack {
    AuditPack(try letter().summary(), files: files, decisions: decisions, link: LinkOrganizations())
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let pack = try pack([decision(.same, "Voorbeeldbond", "=Voorbeeldbond", why: "a, \"b\"")])
    let files = AuditReport(pack).files
    #expect(files.map(\.path) == AuditReport.names)
    #expect(try AuditReport.parse(files[1].bytes, name: "audit.csv") == pack)
    #expect(pack.differences(from: pack) == [])
    #expect(AuditReport(pack).files == files)
  }

  @Test func inputsStandInOrderWithTheirHashes() throws {
    let rows = try pack().rows.filter { ["input", "pipeline"].contains($0.part) }
    #expect(rows.map(\.name) == ["=b.csv", "=b.csv", "a.csv", "a.csv", "letter.yml", "letter.yml"])
    #expect(rows[2...3].map(\.value) == ["3", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"])
  }

  @Test func whoIsNotListedIsNotNamed() throws {
    let hidden = ["Hidden Group", "Nemo Nobody", "Gone Union", "testa@example.org", "+49 30 1234567"]
    let pack = try pack([
      decision(.notAnOrganization, "Nemo Nobody", why: "is Nemo Nobody"),
      decision(.withdrawn, "Gone Union", why: "Gone Union asked"),
      decision(.country, "Hidden Group", "BR", why: "Hidden Group says so"),
      decision(.apart, "Voorbeeldbond", "Hidden Group"),
      decision(.type, "Central de Exemplo", "ngo", why: "call +49 30 1234567"),
    ])
    for file in AuditReport(pack).files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for name in hidden { #expect(!text.contains(name), "\(name) in \(file.path)") }
      #expect(text.contains("Central de Exemplo"))
    }
    let told = pack.rows.filter { $0.part == "decision" && $0.figure == "action" }.map(\.value)
    #expect(told == ["not-an-organization", "withdrawn", "country", "apart", "type"])
    #expect(pack.rows.filter { $0.part == "decision" && $0.figure == "on" }.count == 5)
  }

  @Test func whatChangedIsTold() throws {
    let old = try pack()
    var other = files
    other[2] = InputFile(.input, name: "a.csv", ContentHash(Array("abd".utf8)))
    other.append(InputFile(.input, name: "c.csv", ContentHash([])))
    var letter = letter()
    letter.add("Another", .at("BE"), .tradeUnion)
    let new = AuditPack(try letter.summary(), files: other, decisions: [], link: LinkOrganizations())
    let told = new.differences(from: old)
    #expect(told.allSatisfy { $0.breaks })
    #expect(told.contains { $0.name == "a.csv" && $0.figure == "sha256" })
    #expect(
      told.map(\.description).contains("input c.csv: bytes is 0, and was not there"))
    #expect(told.map(\.description).contains("figure organizations: reported was 3, is 4"))
    let gone = old.differences(from: new).map(\.description)
    #expect(gone.contains("input c.csv: bytes was 0, and is not there any more"))
  }

  @Test func anotherProgramBreaksNothingByItself() throws {
    let now = try pack()
    let old = AuditPack(
      rows: now.rows.map { row in
        var row = row
        if row.part == "program" { row.value = "0" }
        return row
      })
    let told = now.differences(from: old)
    #expect(told.count == 2)
    #expect(told.allSatisfy { !$0.breaks })
  }

  @Test func everyTableIsInTheHash() {
    #expect(ProgramState.tables.byteCount > 1_000_000)
    #expect(ProgramState.tables == ProgramState.tables)
  }

  @Test func aFileThatIsNoAuditIsAnError() {
    #expect(throws: PipelineError.self) { try AuditReport.parse(Array("a,b\n1,2\n".utf8), name: "audit.csv") }
  }
}
