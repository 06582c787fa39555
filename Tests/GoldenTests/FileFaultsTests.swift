import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What the program does with files that aren't what they seem, and with a system that fails.
@Suite struct FileFaultsTests {
  private static let export = "Organization,Country\nAttac Austria,Austria\nUnión de Prueba,Spain\n"

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-faults-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work.appending(path: "letter"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    try Data(FileFaultsTests.export.utf8).write(to: work.appending(path: "letter/export.csv"))
    try body(work)
  }

  private func run(_ command: String, in work: URL) throws -> (status: Int32, output: String, messages: String) {
    let run = try Program.run(shell: command, in: work)
    return (run.status, String(decoding: run.output, as: UTF8.self), String(decoding: run.messages, as: UTF8.self))
  }

  // MARK: Paths

  @Test(arguments: [
    "exports: ../secret.csv", "exports: /etc/passwd", "decisions: ../secret.csv", "aliases: link.csv",
    "output: ../elsewhere", "output: out/../../elsewhere", "ledger: /tmp/ledger.csv", "templates: ../t",
    "output: up/elsewhere", "policy: {country-names: ../secret.csv}",
  ])
  func noPathOfAPipelineFileLeavesItsFolder(setting: String) throws {
    try withFolder { work in
      try Data("organization\nSecret Union\n".utf8).write(to: work.appending(path: "secret.csv"))
      let folder = work.appending(path: "letter")
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link.csv").path, withDestinationPath: "../secret.csv")
      try FileManager.default.createSymbolicLink(atPath: folder.appending(path: "up").path, withDestinationPath: "..")
      let exports = setting.hasPrefix("exports") ? "" : "exports: export.csv\n"
      try Data("letter: A letter\n\(exports)\(setting)\n".utf8).write(to: folder.appending(path: "letter.yml"))
      for command in ["report letter", "run letter/letter.yml", "check letter", "announce letter", "verify - letter"] {
        let result = try run("echo | undersigned \(command)", in: work)
        #expect(result.status == 78, "\(command)")
        #expect(result.messages.contains("leads out of the folder of the pipeline file"), "\(result.messages)")
        #expect(!(result.output + result.messages).contains("Secret"))
      }
      #expect(!FileManager.default.fileExists(atPath: work.appending(path: "elsewhere").path))
    }
  }

  @Test func whatIsAllowedIsFollowed() throws {
    try withFolder { work in
      try FileManager.default.moveItem(
        at: work.appending(path: "letter/export.csv"), to: work.appending(path: "export.csv"))
      let pipeline = work.appending(path: "letter/letter.yml")
      try Data("letter: A letter\nexports: ../export.csv\noutput: inside/of/it\n".utf8).write(to: pipeline)
      #expect(try run("undersigned report letter", in: work).status == 78)
      #expect(try run("undersigned report letter --allow-outside --quiet", in: work).status == 0)
      #expect(FileManager.default.fileExists(atPath: work.appending(path: "letter/inside/of/it/summary.md").path))
    }
  }

  @Test func linksOutOfALettersFolderAndPipesInItAreNotFollowed() throws {
    try withFolder { work in
      try Data("Secret header\nsecret\n".utf8).write(to: work.appending(path: "secret.csv"))
      try FileManager.default.createSymbolicLink(
        atPath: work.appending(path: "letter/more.csv").path, withDestinationPath: "../secret.csv")
      let linked = try run("undersigned report letter --output out", in: work)
      #expect(linked.status == 78)
      #expect(linked.messages.hasPrefix("letter/more.csv: error: a link that leads out of the folder"))
      #expect(!linked.messages.contains("Secret header"))
      try FileManager.default.removeItem(at: work.appending(path: "letter/more.csv"))
      // Nobody writes to it: opening it would wait forever.
      #expect(mkfifo(work.appending(path: "letter/pipe.csv").path, 0o600) == 0)
      let piped = try run("undersigned report letter --output out", in: work)
      #expect(piped.status == 78)
      #expect(piped.messages.hasPrefix("letter/pipe.csv: error: no file, but a link to nothing, a device or a pipe"))
      // A link that stays in the folder is a file like any other, and counts once.
      try FileManager.default.removeItem(at: work.appending(path: "letter/pipe.csv"))
      try FileManager.default.moveItem(
        at: work.appending(path: "letter/export.csv"), to: work.appending(path: "letter/data"))
      try FileManager.default.createSymbolicLink(
        atPath: work.appending(path: "letter/export.csv").path, withDestinationPath: "data")
      #expect(try run("undersigned report letter --output out --quiet", in: work).status == 0)
    }
  }

  // MARK: Inputs stay as they are

  @Test(arguments: [
    "count letter/export.csv --output letter/export.csv",
    "tally letter/export.csv --output letter/../letter/export.csv",
    "resolve letter/export.csv --output link.csv", "resolve letter/export.csv --output letter/export.csv",
  ])
  func noInputIsWrittenOver(command: String) throws {
    try withFolder { work in
      let input = work.appending(path: "letter/export.csv")
      try FileManager.default.linkItem(at: input, to: work.appending(path: "link.csv"))
      let result = try run("undersigned \(command)", in: work)
      #expect(result.status == 73)
      #expect(result.messages.contains("can't write: it is one of the inputs"), "\(result.messages)")
      #expect(try String(contentsOf: input, encoding: .utf8) == FileFaultsTests.export)
    }
  }

  @Test func aReportDoesNotWriteOverAnExportOfItsName() throws {
    try withFolder { work in
      let input = work.appending(path: "out/letter/countries.csv")
      try FileManager.default.createDirectory(at: input.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(FileFaultsTests.export.utf8).write(to: input)
      let result = try run("undersigned report out/letter/countries.csv letter/export.csv --output out", in: work)
      try #require(result.status == 73 || FileManager.default.fileExists(atPath: input.path))
      #expect(try String(contentsOf: input, encoding: .utf8) == FileFaultsTests.export)
    }
  }

  /// Pages as an interface gave them out: of three the second is missing, in files of their own and in one.
  @Test func aMissingPageIsTold() throws {
    try withFolder { work in
      for page in 1...3 {
        let records = ["a", "b"].map { "{\"organization\":\"Union \(page)\($0)\",\"country\":\"AT\"}" }
        let text =
          "{\"total_records\":6,\"total_pages\":3,\"page\":\(page),\"data\":[\(records.joined(separator: ","))]}\n"
        try Data(text.utf8).write(to: work.appending(path: "page-\(page).json"))
      }
      let whole = try run("cat page-*.json > all.json; undersigned report all.json --output out", in: work)
      #expect(whole.status == 0 && !whole.messages.contains("incomplete-pages"))
      let one = try run("cat page-1.json page-3.json > some.json; undersigned report some.json --output out", in: work)
      #expect(one.messages.contains("[incomplete-pages] 2 of 3 pages: holds 4 of 6 records"), "\(one.messages)")
      let several = try run("undersigned report page-1.json page-3.json --output out", in: work)
      #expect(several.messages.contains("[incomplete-pages] page 3 of 3: holds 2 of 6 records"), "\(several.messages)")
    }
  }

  // MARK: Pipes

  /// A pipe that the user names is waited for, as by any other program: it is what a shell makes of `<(command)`.
  @Test func pipesThatAreNamedAreRead() throws {
    try withFolder { work in
      let script = """
        undersigned count letter/export.csv > direct.csv || exit 1
        undersigned count <(cat letter/export.csv) > substituted.csv || exit 2
        mkfifo pipe
        (sleep 1; cat letter/export.csv > pipe) &
        undersigned count pipe > waited.csv || exit 3
        cmp direct.csv substituted.csv && cmp direct.csv waited.csv || exit 4
        undersigned report <(cat letter/export.csv) <(gzip < letter/export.csv) --output out --json
        """
      let result = try run("bash -c '\(script)'", in: work)
      #expect(result.status == 0, "\(result.messages)")
      #expect(result.output.contains("\"records_read\":4") || result.output.contains("\"records_read\": 4"))
    }
  }

  // MARK: A system that fails

  @Test func anInputThatCanNotBeReadIsAnErrorAndTheOthersCount() throws {
    try withFolder { work in
      // Reading the memory of nobody fails with an input/output error in the middle of nothing.
      let result = try run("undersigned report /proc/self/mem letter/export.csv --output out", in: work)
      #expect(result.status == 74)
      #expect(result.messages.contains("/proc/self/mem: error: can't be read: Input/output error"))
      #expect(result.output.contains("2 organizations"))
      let summary = try String(contentsOf: work.appending(path: "out/letter/summary.md"), encoding: .utf8)
      #expect(summary.contains("unreadable-input"))
    }
  }

  @Test func aFullDiskAndAClosedPipeAreTold() throws {
    try withFolder { work in
      let full = try run("undersigned count letter/export.csv > /dev/full", in: work)
      #expect(full.status == 74)
      #expect(full.messages.contains("No space left on device"))
      let closed = try run("undersigned resolve letter/export.csv | true; echo ${PIPESTATUS[0]}", in: work)
      #expect(!closed.messages.contains("rror"))
    }
  }

  @Test func aFolderThatCanNotBeWrittenIsLeftAsItWas() throws {
    // The superuser may write anywhere.
    guard geteuid() != 0 else { return }
    try withFolder { work in
      let out = work.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: out.path)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: out.path) }
      let result = try run("undersigned report letter --output out", in: work)
      #expect(result.status == 73)
      #expect(result.messages.contains("Permission denied"))
    }
  }

  @Test func manyInputsAreOneLetter() throws {
    try withFolder { work in
      for number in 0..<1000 {
        let text = "Organization,Country\nUnion \(number) of Workers,Spain\n"
        try Data(text.utf8).write(to: work.appending(path: "letter/part-\(number).csv"))
      }
      let result = try run("ulimit -n 64; undersigned report letter --output out --json", in: work)
      #expect(result.status == 0)
      #expect(result.output.contains("\"records_read\":1002") || result.output.contains("\"records_read\": 1002"))
    }
  }

  @Test func killedAtAnyMomentTheReportIsTheOldOneOrTheNewOne() throws {
    try withFolder { work in
      try #require(try run("undersigned report letter --output out --quiet", in: work).status == 0)
      let old = try contents(work)
      try Data((FileFaultsTests.export + "Nueva Unión,Peru\n").utf8).write(
        to: work.appending(path: "letter/export.csv"))
      try #require(try run("undersigned report letter --output new --quiet", in: work).status == 0)
      let new = try contents(work, "new")
      for moment in 1...12 {
        _ = try run(
          "timeout -s KILL 0.\(String(format: "%03d", moment * 4)) undersigned report letter --output out --quiet",
          in: work)
        let now = try contents(work)
        #expect(Set(now.keys) == Set(old.keys), "no other file is left behind")
        #expect(now.allSatisfy { $0.value == old[$0.key] || $0.value == new[$0.key] }, "each file is whole")
      }
    }
  }

  private func contents(_ work: URL, _ folder: String = "out") throws -> [String: Data] {
    let out = work.appending(path: folder)
    return try Dictionary(
      uniqueKeysWithValues: Files.below(out).map { ($0, try Data(contentsOf: out.appending(path: $0))) })
  }
}
