import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `--cache` changes how long a run takes, and nothing else.
@Suite struct CacheTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-cache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work.appending(path: "letter"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    for (name, text) in CacheTests.exports { try Data(text.utf8).write(to: work.appending(path: "letter/\(name)")) }
    try body(work)
  }

  private func run(_ command: String, in work: URL) throws -> (status: Int32, output: String, messages: String) {
    let run = try Program.run(shell: command, in: work)
    return (run.status, String(decoding: run.output, as: UTF8.self), String(decoding: run.messages, as: UTF8.self))
  }

  /// One who signs in two exports, one who signs for two organizations, a state that another policy would count, and
  /// exports that tell of nobody.
  private static let exports = [
    "a.csv": """
    Organization,Country,First name,Last name,Email,Confirmed
    Südwind,Austria,Testa,Testperson,testa@example.org,yes
    Attac Austria,Austria,Nemo,Nobody,nemo@example.org,no
    Global 2000,Austria,Testa,Testperson,testa@example.org,yes

    """,
    "b.csv": """
    Organization,Country,First name,Last name,Email,Confirmed
    SÜDWIND,Austria,Testa,Testperson,testa@example.org,yes
    Unión de Prueba,Spain,Mustera,Musterfrau,mustera@example.org,no

    """,
    "c.csv": "Organization,Country\nTest Union,Chile\nUnion de prueba,Spain\n",
    "d.ndjson":
      "{\"organization\":\"Nueva Unión\",\"country\":\"Peru\"}\n{\"organization\":\"Südwind\",\"country\":\"AT\"}\n",
  ]

  /// Reports without a cache and with one, twice, must be the same.
  private static let compare = """
    undersigned report letter --output plain > plain.txt 2>&1; echo $? >> plain.txt
    for time in 1 2; do
      undersigned report letter --output cached --cache cache 2>&1 > cached.txt 2>&1; echo $? >> cached.txt
      sed -e s/cached/plain/g cached.txt | diff plain.txt - || exit 1
      diff -r plain cached || exit 2
    done

    """

  @Test func aReportIsTheSameWithACache() throws {
    try withFolder { work in
      let edits = [
        "true", "echo 'Nueva Unión,Peru' >> letter/c.csv",
        "echo 'Test Union,Chile,Testa,Testperson,testa@example.org,yes' >> letter/b.csv", "rm letter/a.csv",
        "mv letter/b.csv letter/e.csv", "printf 'letter: Titled\\nfields:\\n  country: Country\\n' > letter/letter.yml",
        "rm letter/letter.yml; printf 'Organization,Country\\n\"Never closed' > letter/f.csv",
        "printf 'Colour\\nred\\n' > letter/f.csv",
      ]
      for edit in edits {
        let result = try run("\(edit)\n\(CacheTests.compare)", in: work)
        #expect(result.status == 0, "\(edit): \(result.output) \(result.messages)")
      }
    }
  }

  @Test func aTallyAndACheckAreTheSame() throws {
    try withFolder { work in
      let result = try run(
        """
        undersigned report letter --output Reports --quiet --cache cache || exit 1
        undersigned check letter --cache cache || exit 2
        undersigned tally letter/* --output plain.tally || exit 3
        undersigned tally letter/* --output cached.tally --cache cache || exit 4
        cmp plain.tally cached.tally || exit 5
        printf 'exports: [a.csv, c.csv]\\nstages: [read, tally]\\noutput: out\\n' > letter/letter.yml
        undersigned run letter/letter.yml && mv letter/out plain || exit 6
        undersigned run letter/letter.yml --cache cache || exit 7
        diff -r plain letter/out
        """, in: work)
      #expect(result.status == 0, "\(result.output) \(result.messages)")
    }
  }

  // MARK: What is in the folder

  @Test func whatIsDamagedOrForeignIsNotBelieved() throws {
    try withFolder { work in
      try #require(try run(CacheTests.compare, in: work).status == 0)
      let cache = work.appending(path: "cache")
      let files = Files.below(cache)
      #expect(files.count > 4)
      for damage in [
        "for f in cache/*; do head -c 300 $f > x; mv x $f; done",
        "for f in cache/*; do sed -e 's/Austria/Albania/' $f > x; mv x $f; done",
        "for f in cache/*; do cp \(files.map { "cache/\($0)" }[0]) x; mv x $f; done",
        "for f in cache/*; do rm $f; ln -s /etc/passwd $f; done", "for f in cache/*; do rm $f; mkfifo $f; done",
        "for f in cache/*; do rm -f $f; printf 'undersigned-cache 1\\n' > $f; done; chmod 000 cache/*",
      ] {
        let result = try run("\(damage)\n\(CacheTests.compare)", in: work)
        #expect(result.status == 0, "\(damage): \(result.output) \(result.messages)")
      }
    }
  }

  @Test func theFolderIsPrivate() throws {
    try withFolder { work in
      try #require(
        try run("umask 0; undersigned report letter --output out --quiet --cache new/cache", in: work).status == 0)
      let folder = work.appending(path: "new/cache")
      func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
      }
      #expect(try mode(folder) == 0o700)
      let files = Files.below(folder)
      #expect(files.count > 4)
      for file in files { #expect(try mode(folder.appending(path: file)) == 0o600) }
    }
  }

  @Test(arguments: [
    ("letter/c.csv/below", "Not a directory"), ("letter/c.csv", "Not a directory"), ("/proc/cache", "No such file"),
    ("open", "everybody may write to this folder"),
  ]) func aFolderThatCanNotBeUsedIsAWarning(folder: String, reason: String) throws {
    try withFolder { work in
      let result = try run(
        "mkdir open; chmod 777 open; undersigned report letter --output out --quiet --cache \(folder)", in: work)
      #expect(result.status == 0)
      #expect(result.messages.contains("\(folder): warning: [no-cache] "), "\(result.messages)")
      #expect(result.messages.contains(reason), "\(result.messages)")
      #expect(FileManager.default.fileExists(atPath: work.appending(path: "out/letter/summary.md").path))
    }
  }

  @Test func severalRunsShareAFolder() throws {
    try withFolder { work in
      let result = try run(
        """
        undersigned report letter --output plain --quiet || exit 1
        for number in 1 2 3 4; do undersigned report letter --output out$number --quiet --cache cache & done
        wait
        for number in 1 2 3 4; do diff -r plain out$number || exit 2; done
        ls -A cache | grep -v '^[0-9a-f]*\\.tally-cache$' && exit 3
        exit 0
        """, in: work)
      #expect(result.status == 0, "\(result.output) \(result.messages)")
    }
  }

  @Test func standardInputAndPipesAreRead() throws {
    try withFolder { work in
      let result = try run(
        """
        cd letter
        for time in 1 2; do
          undersigned tally - c.csv --output ../a$time --cache ../cache < a.csv || exit 1
          undersigned tally - c.csv --output ../b$time --cache ../cache < b.csv || exit 2
        done
        undersigned tally - c.csv --output ../a < a.csv && undersigned tally - c.csv --output ../b < b.csv || exit 3
        cd ..; cmp a a1 && cmp a a2 && cmp b b1 && cmp b b2 || exit 4
        cmp -s a b && exit 5
        exit 0
        """, in: work)
      #expect(result.status == 0, "\(result.output) \(result.messages)")
    }
  }
}
