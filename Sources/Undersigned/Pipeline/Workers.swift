import Dispatch

/// How many threads a stage may use for work on independent parts. The results are the same for any number.
public struct Workers: Hashable, Sendable {
  /// How many threads, from 1; nothing for as many as the machine has free.
  public var count: Int?

  /// As many threads as the machine has free.
  public static let automatic = Workers(count: nil)

  /// One thread: the caller's.
  public static let one = Workers(count: 1)

  /// So many threads.
  ///
  /// - Parameter count: From 1; less counts as 1.
  public init(count: Int?) { self.count = count.map { max(1, $0) } }

  /// Maps ranges of `0..<count` and gives the results in the order of the ranges.
  ///
  /// - Parameters:
  ///   - count: How many items there are.
  ///   - size: How many items a range holds at most, from 1; enough that a range takes a good part of a millisecond.
  ///   - body: What becomes of a range; called on several threads at once.
  /// - Complexity: As many calls as there are ranges.
  func map<Result: Sendable>(_ count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Result) -> [Result] {
    let ranges = (count + size - 1) / size
    let range = { @Sendable (index: Int) in index * size..<min((index + 1) * size, count) }
    let threads = min(self.count ?? ranges, ranges)
    if threads <= 1 { return (0..<ranges).map { body(range($0)) } }
    return [Result](unsafeUninitializedCapacity: ranges) { buffer, initialized in
      // Each range has its own place in the buffer, and nobody reads it before all are done.
      nonisolated(unsafe) let places = buffer.baseAddress!
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for index in stride(from: thread, to: ranges, by: threads) {
          (places + index).initialize(to: body(range(index)))
        }
      }
      initialized = ranges
    }
  }

  /// Maps each of some elements, in their order.
  ///
  /// - Parameter body: What becomes of an element; called on several threads at once. Worth a thread by itself.
  /// - Throws: What the first element that fails throws, once all are done.
  func mapEach<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) throws(PipelineError) -> Value
  ) throws(PipelineError) -> [Value] {
    let results = map(elements.count, size: 1) { range in
      Result { () throws(PipelineError) in try body(elements[range.lowerBound]) }
    }
    return try results.map { result throws(PipelineError) in try result.get() }
  }
}
