import Tabular
import Undersigned

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Times each stage of the pipeline, and each step of linking, on a list of organizations held in memory.
///
///     benchmarks [RECORDS] [ORGANIZATIONS] [--threads N] [FILE]
///     benchmarks [RECORDS] [ORGANIZATIONS] --write PART
///
/// Without a file the list is made up: 100,000 records of 25,000 organizations, the same in every run. Written, it goes
/// to standard output; each part from 0 on has other records of the same organizations.
@main
struct Benchmarks {
  static func main() throws {
    var numbers: [Int] = []
    var file: String?
    var part: Int?
    var workers = Workers.automatic
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      if argument == "--threads" {
        workers = Workers(count: arguments.popFirst().flatMap { Int($0) })
      } else if argument == "--write" {
        part = arguments.popFirst().flatMap { Int($0) } ?? 0
      } else if let number = Int(argument) {
        numbers.append(number)
      } else {
        file = argument
      }
    }
    if let part {
      let list = GeneratedList(
        records: numbers.first ?? 100_000, organizations: numbers.dropFirst().first ?? 25_000, part: part)
      list.bytes.withUnsafeBytes { bytes in
        var written = 0
        while written < bytes.count {
          let count = write(STDOUT_FILENO, bytes.baseAddress! + written, bytes.count - written)
          if count <= 0 { break }
          written += count
        }
      }
      return
    }
    let document: TabularDocument
    if let file {
      document = try TabularDocument.stream(path: file, name: file) ?? TabularDocument.open(path: file)
    } else {
      let list = GeneratedList(records: numbers.first ?? 100_000, organizations: numbers.dropFirst().first ?? 25_000)
      document = try TabularDocument(name: "generated.csv", bytes: list.bytes)
    }
    try run(document, workers)
  }

  private static func run(_ document: TabularDocument, _ workers: Workers) throws {
    var pipeline = StandardPipeline(title: "benchmark")
    pipeline.workers = workers
    var timings = Timings()
    try timings.time("count", "records") {
      try CountAnswers(by: [.country, .organizationType], distinct: .organization, read: pipeline.read).run([document])
    } items: {
      $0.records
    }
    let signatures = try timings.time("read", "records") {
      try pipeline.read.run([document])
    } items: {
      $0.records.count
    }
    let tally = try timings.time("tally", "records") {
      try TallyMentions().run(signatures)
    } items: { _ in
      signatures.records.count
    }
    let named = try timings.time("normalize", "answers") {
      try pipeline.normalize.run(tally)
    } items: {
      $0.names.count
    }
    let located = try timings.time("locate", "rows") {
      try pipeline.locate.run(named)
    } items: {
      $0.locations.count
    }
    let decided = try timings.time("decide", "rows") {
      try pipeline.decide.run(located)
    } items: {
      $0.mentions.count
    }
    var run = timings.time("link: understand names", "mentions") {
      LinkageRun(decided, settings: pipeline.link)
    } items: { _ in
      decided.mentions.count
    }
    try timings.time("link: block and compare", "pairs") {
      try run.compareCandidates()
    } items: {
      run.candidateCount
    }
    timings.time("link: cluster", "names") {
      run.grow()
    } items: {
      run.nameCount
    }
    let organizations = timings.time("link: organize", "organizations") {
      run.table(decided)
    } items: {
      $0.organizations.count
    }
    let classified = try timings.time("classify", "organizations") {
      try pipeline.types.run(organizations)
    } items: {
      $0.types.count
    }
    let summary = try timings.time("summarize", "organizations") {
      try pipeline.count.run(classified)
    } items: { _ in
      classified.types.count
    }
    _ = timings.time("report", "files") {
      StandardPipeline.reportFiles(of: summary)
    } items: {
      $0.count
    }
    timings.finish()
    let perName = Double(run.candidateCount) / Double(max(run.nameCount, 1))
    print(
      "candidate pairs: \(run.candidateCount), \(Timings.rounded(perName)) for each of \(run.nameCount) distinct names")
    print("compared in full: \(run.comparedCount); largest block: \(run.largestBlock)")
    print("proposals: \(organizations.proposals.count)")
  }
}
