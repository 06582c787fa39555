/// Which fields of a document are read, by their places, and what is wanted of each.
struct ChosenFields: Sendable {
  /// Those whose answers are wanted.
  var answers: [Int]
  /// Those of which only a keyed hash a record is wanted.
  var fingerprints: [Int] = []
  /// Those of `answers` of which only the date is wanted.
  var dated: Set<Int> = []
  /// Those of `answers` of which only keys are wanted.
  var keyed = KeyedFields()
  /// The key of the hashes.
  var seed: UInt64 = 0

  /// The same fields with the answers of those of which only keys were wanted.
  var withoutKeys: ChosenFields {
    var chosen = self
    chosen.keyed = KeyedFields()
    return chosen
  }

  /// For each field of `answers` what makes the keys of its answers; nothing where the answers are wanted themselves.
  var keys: [KeyedFields.Key?] { answers.map { keyed.fields.contains($0) ? keyed.key : nil } }
}

/// Fields whose answers are wanted as keys only: who counts the different ones needs neither their text nor one number
/// for each, so that nobody has to look for equal answers of several threads.
public struct KeyedFields: Sendable {
  /// Makes the key of an answer, which is not empty, with the help of memory that is used again and again.
  public typealias Key = @Sendable (_ answer: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8]) -> UInt64

  var fields: Set<Int> = []
  var key: Key = { _, _ in 0 }

  /// No fields.
  public init() {}

  /// Fields, by their places in the document.
  public init(_ fields: Set<Int>, key: @escaping Key) {
    self.fields = fields
    self.key = key
  }
}

/// The keys of further answers; 0 is that of the empty one.
public struct AnswerKeys: Sendable {
  /// The keys, in the order of the answers' numbers; equal answers may have several numbers.
  public private(set) var keys: [UInt64] = []
  /// Which of the answers is the longest, and how many bytes it has.
  private(set) var longest = (place: 0, bytes: 0)

  init() {}

  /// The keys of answers.
  public init(of answers: Column, _ key: KeyedFields.Key) {
    var scratch: [UInt8] = []
    reserve(answers.count)
    answers.withStorage { bytes, ends in
      var start = 0
      for end in ends {
        let answer = UnsafeBufferPointer(rebasing: bytes[start..<end])
        append(answer.isEmpty ? 0 : key(answer, &scratch), bytes: answer.count)
        start = end
      }
    }
  }

  mutating func append(_ key: UInt64, bytes: Int) {
    if bytes > longest.bytes { longest = (keys.count, bytes) }
    keys.append(key)
  }

  mutating func reserve(_ more: Int) { keys.reserveCapacity(keys.count + more) }

  /// Hands over what came since the last call.
  mutating func take() -> AnswerKeys {
    defer { self = AnswerKeys() }
    return self
  }
}
