import Dispatch
import Undersigned

extension Array where Element: Sendable {
  /// Maps the elements on all cores; the results are in the order of the elements.
  ///
  /// - Throws: The first error in the order of the elements.
  func concurrentMap<Result: Sendable>(
    _ body: @Sendable (Element) throws(PipelineError) -> Result
  ) throws(PipelineError) -> [Result] {
    var results = [Swift.Result<Result, PipelineError>?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every step writes its own slot.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: count) { index in
        do throws(PipelineError) {
          slots[index] = .success(try body(self[index]))
        } catch {
          slots[index] = .failure(error)
        }
      }
    }
    var values: [Result] = []
    for result in results {
      // concurrentPerform returns once every slot is written.
      if let result { values.append(try result.get()) }
    }
    return values
  }
}
