/// One step of the pipeline: turns one whole table into the next.
///
/// A stage is a value; its stored properties are its settings. It prints nothing, reads no clock, and gives the same
/// table for the same input, whatever the order of the records or the number of cores.
public protocol Stage<Input, Output>: Sendable {
  /// The table that it takes.
  associatedtype Input
  /// The table that it gives.
  associatedtype Output

  /// Runs the step.
  ///
  /// - Throws: When no true report can follow. What is wrong with single records is a `Finding` in the table instead.
  func run(_ input: consuming Input) throws(PipelineError) -> Output
}

/// Two stages run one after the other; a wrong order doesn't compile.
public struct Chain<First: Stage, Second: Stage>: Stage where First.Output == Second.Input {
  let first: First
  let second: Second

  /// Runs the first stage, then the second on what it gave.
  public func run(_ input: consuming First.Input) throws(PipelineError) -> Second.Output {
    try second.run(first.run(input))
  }
}

extension Stage {
  /// This stage, then the next.
  public func then<Next: Stage>(_ next: Next) -> Chain<Self, Next> where Next.Input == Output {
    Chain(first: self, second: next)
  }
}
