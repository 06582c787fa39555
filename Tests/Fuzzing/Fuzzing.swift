import CFuzzer
import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something that takes bytes from anybody, with what must hold whatever they are.
protocol FuzzTarget: Sendable {
  /// What the command line calls it.
  static var name: String { get }
  /// Reads the bytes; stops the program when something doesn't hold.
  static func check(_ bytes: [UInt8])
}

/// Runs one target under libFuzzer: `Fuzzing TARGET [libFuzzer's options and folders]`.
@main enum Fuzzing {
  static let targets: [any FuzzTarget.Type] = [
    DelimitedTarget.self, DialectTarget.self, JSONTarget.self, GzipTarget.self, TextTarget.self, NamesTarget.self,
    DecisionsTarget.self, TablesTarget.self, PipelineTarget.self, TallyTarget.self, TemplateTarget.self,
    ClaimsTarget.self, LetterTarget.self,
  ]

  static func main() {
    let names = targets.map { $0.name }.joined(separator: " ")
    guard CommandLine.argc > 1, targets.contains(where: { $0.name == CommandLine.arguments[1] }) else {
      print(names)
      exit(CommandLine.argc > 1 ? 64 : 0)
    }
    // libFuzzer is not to take the target for a folder.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
    arguments?[0] = CommandLine.unsafeArgv[0]
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        Fuzzing.target.check(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }

  /// The target that the command line names. Its name is no longer among the arguments when this is asked for first.
  static let target: any FuzzTarget.Type = {
    let wanted = Fuzzing.wanted
    return targets.first { $0.name == wanted } ?? DelimitedTarget.self
  }()

  private static let wanted = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ""
}

/// Stops the program with a word, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String, line: UInt = #line) {
  if !holds { fatalError("does not hold (line \(line)): \(what())") }
}

extension ReadingLimits {
  /// So little that no input keeps the fuzzer busy.
  static let fuzzing: ReadingLimits = {
    var limits = ReadingLimits()
    limits.inflatedBytes = 1 << 22
    return limits
  }()
}
