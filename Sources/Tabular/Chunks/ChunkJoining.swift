/// Makes parts of chunks whose numbers are those of the threads that read them.
struct ChunkJoining: ~Copyable {
  private let joints: UnsafeMutableBufferPointer<JointAnswers>
  private var log: FindingLog
  /// The line on which the next chunk starts.
  private var line: Int
  private var isFirst = true
  /// Whether some answers were no record's.
  private var hasGaps = false

  /// Nothing was read yet.
  ///
  /// - Parameters:
  ///   - source: The input as its user named it.
  ///   - line: The line on which the first record starts.
  ///   - keys: For each field that is read what makes keys of its answers, where only keys are wanted.
  ///   - threads: How many threads read them.
  init(source: String, line: Int, keys: [KeyedFields.Key?], threads: Int) {
    log = FindingLog(source: source)
    self.line = line
    joints = .allocate(capacity: keys.count)
    for (slot, key) in keys.enumerated() {
      joints.initializeElement(at: slot, to: JointAnswers(threads: threads, key: key))
    }
  }

  deinit {
    joints.deinitialize()
    joints.deallocate()
  }

  /// What was wrong so far.
  var findings: [Finding] { log.findings }

  /// The next part.
  ///
  /// - Parameters:
  ///   - chunks: In the order of the text; they are emptied.
  ///   - readers: The threads' answers, which stay as long as this does.
  ///   - isLast: Whether the text ends behind them.
  ///   - keepsAll: Whether every answer that was seen is some record's; otherwise those that are not are left out.
  mutating func part<Reader: ChunkReading & ~Copyable>(
    _ chunks: inout [EncodedChunk?], _ readers: UnsafeMutableBufferPointer<Reader>, isLast: Bool, keepsAll: Bool
  ) -> EncodedPart {
    if !keepsAll || chunks.contains(where: { $0?.hasUnusedAnswers == true }) { hasGaps = true }
    var lines = RecordLines(firstLine: line)
    for case let chunk? in chunks {
      lines.append(chunk.lines, from: line)
      log.append(chunk.log, from: line)
      line += chunk.lineCount
    }
    let owners = chunks.map { $0?.reader ?? 0 }
    // Not through 'self', as in 'DelimitedChunkReader'.
    let joints = joints
    var columns: [NumberColumn] = []
    var newAnswers: [Column] = []
    var newKeys: [AnswerKeys] = []
    for slot in joints.indices {
      var parts = chunks.map { $0?.columns[slot] ?? NumberColumn([]) }
      for index in chunks.indices { chunks[index]?.columns[slot] = NumberColumn([]) }
      for thread in readers.indices {
        let own = !hasGaps ? nil : parts.indices.filter { owners[$0] == thread }.map { parts[$0] }
        joints[slot].add(slot, of: readers, thread: thread, usedBy: own)
      }
      columns.append(
        NumberColumn(&parts, below: joints[slot].count) { joints[slot].translation(owners[$0]) })
      newAnswers.append(joints[slot].takeNew(slot, of: readers))
      newKeys.append(joints[slot].takeNewKeys())
    }
    var fingerprints = [[UInt64]](repeating: [], count: chunks.lazy.compactMap { $0?.fingerprints.count }.first ?? 0)
    for slot in fingerprints.indices {
      fingerprints[slot].reserveCapacity(lines.count)
      for index in chunks.indices {
        fingerprints[slot] += chunks[index]?.fingerprints[slot] ?? []
        chunks[index]?.fingerprints[slot] = []
      }
    }
    defer { isFirst = false }
    return EncodedPart(
      isFirst: isFirst, isLast: isLast, columns: columns, newAnswers: newAnswers, newKeys: newKeys,
      fingerprints: fingerprints, lines: lines)
  }
}
