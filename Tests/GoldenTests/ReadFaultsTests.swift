import Foundation
import Testing

/// A disk that fails half-way, and a system that reads a few bytes at a time: the program's calls go through a library
/// of this test's own, which is compiled here and loaded before the system's.
@Suite struct ReadFaultsTests {
  /// `FAULT_NAME` is how the path ends, `FAULT_AFTER` how many bytes can be read, `FAULT_SHORT` asks for one to seven
  /// bytes a call, or some thousand, and for calls that are interrupted.
  private static let library = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>

    static int is_meant(int file) {
      char link[64], path[4096];
      const char *name = getenv("FAULT_NAME");
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      ssize_t length = readlink(link, path, sizeof path - 1);
      if (!name || length < (ssize_t)strlen(name)) return 0;
      path[length] = 0;
      return strcmp(path + length - strlen(name), name) == 0;
    }

    /* How many bytes may be read from here on; -1 for an error. */
    static ssize_t allowed(int file, size_t count, long offset) {
      static __thread unsigned calls;
      if (!is_meant(file)) return count;
      const char *after = getenv("FAULT_AFTER");
      if (after && offset + (long)count > atol(after)) {
        if (offset >= atol(after)) { errno = EIO; return -1; }
        count = atol(after) - offset;
      }
      if (!getenv("FAULT_SHORT")) return count;
      calls++;
      if (calls % 5 == 0) { errno = EINTR; return -1; }
      /* Every eighth stretch in the smallest pieces, or it would take minutes. */
      size_t most = (offset >> 16) % 8 ? 4093 + calls % 7 : 1 + calls % 7;
      return count < most ? count : most;
    }

    ssize_t read(int file, void *target, size_t count) {
      static ssize_t (*real)(int, void *, size_t);
      if (!real) real = dlsym(RTLD_NEXT, "read");
      ssize_t most = allowed(file, count, lseek(file, 0, SEEK_CUR));
      return most < 0 ? most : real(file, target, most);
    }

    ssize_t pread(int file, void *target, size_t count, off_t offset) {
      static ssize_t (*real)(int, void *, size_t, off_t);
      if (!real) real = dlsym(RTLD_NEXT, "pread");
      ssize_t most = allowed(file, count, offset);
      return most < 0 ? most : real(file, target, most, offset);
    }

    ssize_t pread64(int file, void *target, size_t count, off_t offset) { return pread(file, target, count, offset); }

    """

  /// More than 4 MiB, also when it is packed, and more than 200 records in the first MiB, so that it is read in chunks.
  private static let records: [(organization: String, note: String)] = {
    var random = SplitMix64(seed: 7)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    return (0..<1_800).map { number in
      let note = (0..<3_500).map { _ in alphabet[Int(random.next() >> 58)] }
      return ("Union \(number % 300)", String(decoding: note, as: UTF8.self))
    }
  }()

  private static let formats = ["export.csv", "export.ndjson", "export.csv.gz", "members.csv.gz"]

  /// A folder with an export of each format and the library; nothing where there is no compiler for C.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    #if os(Linux)
      let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-read-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: work) }
      try Data(ReadFaultsTests.library.utf8).write(to: work.appending(path: "fault.c"))
      let compiled = try Program.run(
        shell: """
          for c in cc clang gcc; do command -v $c > found && exec $c -shared -fPIC -o fault.so fault.c -ldl; done
          """, in: work)
      guard FileManager.default.fileExists(atPath: work.appending(path: "fault.so").path) else {
        print("skipped: no compiler for C (\(String(decoding: compiled.messages, as: UTF8.self)))")
        return
      }
      let csv = "Organization,Country,Note\n" + ReadFaultsTests.records.map { "\($0),Austria,\($1)\n" }.joined()
      let json = ReadFaultsTests.records.map {
        "{\"organization\":\"\($0)\",\"country\":\"Austria\",\"note\":\"\($1)\"}\n"
      }
      try Data(csv.utf8).write(to: work.appending(path: "export.csv"))
      try Data(json.joined().utf8).write(to: work.appending(path: "export.ndjson"))
      // One member, and two of which the first ends where a record does.
      let packed = try Program.run(
        shell: """
          gzip -1 < export.csv > export.csv.gz
          head -n 800 export.csv | gzip -1 > members.csv.gz; tail -n +801 export.csv | gzip -1 >> members.csv.gz
          """, in: work)
      try #require(packed.status == 0)
      try body(work)
    #else
      print("skipped: the library is for Linux")
    #endif
  }

  private func run(
    _ command: String, in work: URL, _ faults: [String: String] = [:]
  ) throws -> (status: Int32, output: String, messages: String) {
    let run = try Program.run(
      shell: (faults.isEmpty ? "" : "LD_PRELOAD=./fault.so ") + "undersigned \(command)", in: work, environment: faults)
    return (run.status, String(decoding: run.output, as: UTF8.self), String(decoding: run.messages, as: UTF8.self))
  }

  @Test func aReadErrorHalfWayIsToldAndNothingIsWritten() throws {
    try withFolder { work in
      for name in ReadFaultsTests.formats {
        let size = try #require(
          try FileManager.default.attributesOfItem(atPath: work.appending(path: name).path)[.size] as? Int)
        #expect(size > 1 << 22)
        for after in [0, 700_000, 3 << 20, size - 1] {
          let faults = ["FAULT_NAME": "/\(name)", "FAULT_AFTER": "\(after)"]
          for command in ["count \(name) --output out.csv", "tally \(name) --output out.csv"] {
            let result = try run(command, in: work, faults)
            #expect(result.status == 74, "\(command) after \(after)")
            #expect(
              result.messages.contains("\(name): error: can't be read: Input/output error"), "\(result.messages)")
            #expect(!FileManager.default.fileExists(atPath: work.appending(path: "out.csv").path))
          }
        }
      }
    }
  }

  /// A gzip member that ends where the disk fails doesn't end the file.
  @Test func aReadErrorBetweenMembersIsTold() throws {
    try withFolder { work in
      let cut = try Program.run(shell: "head -n 800 export.csv | gzip -1 | wc -c", in: work)
      let after = String(decoding: cut.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      let result = try run(
        "count members.csv.gz --output out.csv", in: work, ["FAULT_NAME": "/members.csv.gz", "FAULT_AFTER": after])
      #expect(result.status == 74, "\(result.messages)")
    }
  }

  @Test func shortAndInterruptedReadsGiveTheSame() throws {
    try withFolder { work in
      for name in ReadFaultsTests.formats {
        let expected = try run("count \(name)", in: work)
        #expect(expected.status == 0 && expected.output.contains("1800,300"), "\(expected.output)")
        let result = try run("count \(name)", in: work, ["FAULT_NAME": "/\(name)", "FAULT_SHORT": "1"])
        #expect(result == expected, "\(name)")
      }
    }
  }
}
