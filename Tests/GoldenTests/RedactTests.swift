import Foundation
import Testing

/// Of a redacted copy exactly the same is counted.
@Suite struct RedactTests {
  /// Exports of the repository, and those that the cases of `Tests/Golden` read.
  static let exports: [String] = {
    let root = GoldenTests.folder.deletingLastPathComponent().deletingLastPathComponent()
    let folders = ["Inputs", "Tests/Golden"]
    return folders.flatMap { folder in
      Files.below(root.appending(path: folder)).filter { file in
        let name = file.split(separator: "/").last.map(String.init) ?? ""
        let others = ["decisions.csv", "aliases.csv", "ledger.csv", "settled.csv", "country-names.csv"]
        return [".csv", ".json", ".ndjson", ".tsv", ".txt"].contains { name.hasSuffix($0) } && !others.contains(name)
          && !file.contains("expected") && !file.contains("/site/")
      }.map { "\(folder)/\($0)" }
    }
  }()

  private static let root = GoldenTests.folder.deletingLastPathComponent().deletingLastPathComponent()

  /// What a report on a file says, without what it says of broken text and masked answers.
  private func report(on file: String, in work: URL) throws -> [String: Data]? {
    let run = try Program.run(shell: "rm -rf out; undersigned report '\(file)' --output out --quiet", in: work)
    guard run.status == 0 else { return nil }
    let out = work.appending(path: "out")
    let texts = Files.below(out).filter { $0.hasSuffix(".csv") && !$0.hasSuffix("findings.csv") }
    return try Dictionary(uniqueKeysWithValues: texts.map { ($0, try Data(contentsOf: out.appending(path: $0))) })
  }

  @Test func theSameIsCountedOfTheCopy() throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-redact-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    var compared = 0
    for export in RedactTests.exports {
      let name = String(export.split(separator: "/").last ?? "")
      try? FileManager.default.removeItem(at: work.appending(path: name))
      try FileManager.default.copyItem(at: RedactTests.root.appending(path: export), to: work.appending(path: name))
      // What can't be counted can't be redacted either.
      guard let original = try report(on: name, in: work) else { continue }
      let run = try Program.run(shell: "undersigned redact '\(name)' --output copy", in: work)
      #expect(run.status == 0, "\(export): \(String(decoding: run.messages, as: UTF8.self))")
      let copy = try report(on: "copy/\(name)", in: work)
      #expect(copy?.keys.sorted() == original.keys.sorted(), "\(export)")
      for (file, bytes) in original where copy?[file] != bytes { Issue.record("\(export): another \(file)") }
      compared += 1
      // Nothing is left to be redacted.
      let again = try Program.run(shell: "undersigned redact 'copy/\(name)' --output again", in: work)
      #expect(again.status == 0)
      #expect(
        try Data(contentsOf: work.appending(path: "again/\(name)"))
          == Data(contentsOf: work.appending(path: "copy/\(name)")), "\(export)")
    }
    #expect(compared > 20)
  }

  @Test func peopleStayTellableAndUnknown() throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-redact-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let export = """
      Title: sign-ons
      Timestamp;First name;Last name;Email;Organization;Country;Comments;Likes cats
      2026-03-01 10:11:12;Testa;Testperson;testa@example.org;Union A;Spain;"one; two
      three";yes
      2026-03-02 10:11:12;Mustera;Musterfrau;TESTA@example.org;Union A;Spain;;no
      2026-03-02 10:11:12;Nemo;Nobody;nemo@example.org;"Nemo Nobody, Union B";Peru;a "quote;yes;more
      2026-03-03 10:11:12;Nemo;Nobody;;Nemo Nobody;Peru;;

      """
    try Data(export.utf8).write(to: work.appending(path: "sign-ons.csv"))
    let run = try Program.run(shell: "undersigned redact sign-ons.csv --output copy && cat copy/sign-ons.csv", in: work)
    #expect(run.status == 0)
    #expect(
      String(decoding: run.output, as: UTF8.self) == """
        Title: sign-ons
        Timestamp;First name;Last name;Email;Organization;Country;Comments;Likes cats
        2026-03-01;Redacted;Redacted;person1@example.org;Union A;Spain;"
        ";
        2026-03-02;Redacted;Redacted;person1@example.org;Union A;Spain;;
        2026-03-02;Redacted;Redacted;person2@example.org;[name], Union B;Peru;;;
        2026-03-03;Redacted;Redacted;;[name];Peru;;

        """)
    #expect(String(decoding: run.messages, as: UTF8.self) == "sign-ons.csv: emptied Comments, Likes cats\n")
  }
}
