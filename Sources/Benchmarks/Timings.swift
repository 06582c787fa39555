#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Prints a line for each step: what it took of the processor and of the clock, how fast that is, and the most memory
/// that the process has held so far.
struct Timings {
  private var processor = 0.0
  private var clock = 0.0

  init() {
    print(Timings.line("", "CPU s", "wall s", "items", "items/CPU s", "peak MB"))
  }

  /// Runs a step and prints its line.
  @discardableResult
  mutating func time<Result>(
    _ name: String, _ unit: String, _ body: () throws -> Result, items: (Result) -> Int
  ) rethrows -> Result {
    let processorBefore = Timings.seconds(CLOCK_PROCESS_CPUTIME_ID)
    let clockBefore = Timings.seconds(CLOCK_MONOTONIC)
    let result = try body()
    let processor = Timings.seconds(CLOCK_PROCESS_CPUTIME_ID) - processorBefore
    let clock = Timings.seconds(CLOCK_MONOTONIC) - clockBefore
    self.processor += processor
    self.clock += clock
    let items = items(result)
    let rate = Int(Double(items) / max(processor, 1e-9))
    print(
      Timings.line(
        name, Timings.rounded(processor), Timings.rounded(clock), "\(items) \(unit)", "\(rate)", Timings.peakMegabytes))
    return result
  }

  /// A step without a result.
  mutating func time(_ name: String, _ unit: String, _ body: () throws -> Void, items: () -> Int) rethrows {
    try time(name, unit, body) { (_: Void) in items() }
  }

  /// Prints the sum.
  func finish() {
    print(Timings.line("sum", Timings.rounded(processor), Timings.rounded(clock), "", "", Timings.peakMegabytes))
  }

  /// With three decimals.
  static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let decimals = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - decimals.count) + decimals
  }

  private static func line(_ fields: String...) -> String {
    let widths = [-24, 9, 9, 24, 14, 9]
    return zip(fields, widths).map { field, width in
      let padding = String(repeating: " ", count: max(0, abs(width) - field.count))
      return width < 0 ? field + padding : padding + field
    }.joined(separator: " ")
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static var peakMegabytes: String {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return "\(usage.ru_maxrss >> 20)"
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return "\(usage.ru_maxrss >> 10)"
    #endif
  }
}
