extension EncodedTable {
  /// Puts chunks together whose numbers are those of the threads that read them.
  ///
  /// - Parameters:
  ///   - chunks: In the order of the text; they are emptied.
  ///   - readers: The threads' answers.
  ///   - line: The line on which the first chunk starts.
  ///   - source: The input as its user named it.
  ///   - keepsAll: Whether every answer is some record's; otherwise those that are not are left out.
  ///   - dialect: How quotes are taken off.
  init(
    joining chunks: inout [DelimitedChunk?], _ readers: UnsafeMutableBufferPointer<DelimitedChunkReader>,
    from line: Int, source: String, keepsAll: Bool, dialect: Dialect
  ) {
    var log = FindingLog(source: source)
    var lines = RecordLines(firstLine: line)
    var next = line
    for case let chunk? in chunks {
      lines.append(chunk.lines, from: next)
      log.append(chunk.log, from: next)
      next += chunk.lineCount
    }
    let owners = chunks.map { $0?.reader ?? 0 }
    var columns: [EncodedColumn] = []
    for slot in 0..<readers[0].answers.count {
      var parts = chunks.map { $0?.columns[slot] ?? NumberColumn([]) }
      for index in chunks.indices { chunks[index]?.columns[slot] = NumberColumn([]) }
      var joint = JointAnswers()
      var translations: [[UInt32]] = []
      for reader in readers.indices {
        var used: [Bool]?
        if !keepsAll {
          var isUsed = [Bool](repeating: false, count: readers[reader].answers[slot].count)
          for index in parts.indices where owners[index] == reader {
            for number in parts[index] { isUsed[Int(number)] = true }
          }
          used = isUsed
        }
        translations.append(joint.add(readers[reader].answers[slot], where: used, dialect: dialect))
      }
      let ids = NumberColumn(&parts, below: joint.count) { translations[owners[$0]] }
      columns.append(EncodedColumn(ids: ids, answers: joint.column))
    }
    var fingerprints: [[UInt64]] = []
    for slot in 0..<(chunks.first??.fingerprints.count ?? 0) {
      var hashes: [UInt64] = []
      hashes.reserveCapacity(lines.count)
      for index in chunks.indices {
        hashes += chunks[index]?.fingerprints[slot] ?? []
        chunks[index]?.fingerprints[slot] = []
      }
      fingerprints.append(hashes)
    }
    self.init(columns: columns, fingerprints: fingerprints, lines: lines, findings: log.findings)
  }
}
