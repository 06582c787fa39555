import Tabular

/// A tally as one line of JSON, for engines that hand lines from one program to the next:
///
///     {"undersigned-tally":2,"checksum":"941b3ff2b667e06a","tally":"undersigned-tally 2\n…"}
///
/// The number is that of the format, and the checksum that of the tally's last line, for those who only look; what is
/// read is `tally`, the whole file of `TallyFile`. Members that are not known here are skipped, and their order is
/// free, so that engines may take the line apart and put it together again.
enum TallyRecord {
  private static let key = "undersigned-tally"

  /// Whether a text begins with such a line.
  static func isRecord(_ bytes: some Sequence<UInt8>) -> Bool {
    var rest = bytes.lazy.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.makeIterator()
    for byte in "{\"\(key)\":".utf8 where rest.next() != byte { return false }
    return true
  }

  /// The line of a tally, with its end.
  ///
  /// - Complexity: O(bytes).
  static func encode(_ tally: Tally) -> [UInt8] {
    let file = TallyFile.encode(tally)
    let checksum = String(decoding: file.dropLast().suffix(16), as: UTF8.self)
    var line = Array("{\"\(key)\":\(TallyFile.version),\"checksum\":\"\(checksum)\",\"tally\":\"".utf8)
    line.reserveCapacity(file.count + file.count / 4)
    for byte in file {
      switch byte {
      case 0x09: line += [0x5C, 0x74]
      case 0x0A: line += [0x5C, 0x6E]
      case 0x22, 0x5C: line += [0x5C, byte]
      case 0..<0x20, 0x7F: line += "\\u00".utf8 + TallyFile.hexadecimal(UInt64(byte)).utf8.suffix(2)
      default: line.append(byte)
      }
    }
    line += "\"}\n".utf8
    return line
  }

  /// The sum of the tallies of all lines; empty lines are nothing.
  ///
  /// - Throws: `malformedTally` with the line, when one is no such record, or its tally can't be read.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(PipelineError) -> Tally {
    var sum = TallySum()
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      number += 1
      start = end + 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do throws(PipelineError) {
        let record = try JSONValue(Array(line), name: name)
        guard record[key] != nil, let text = record["tally"]?.string else {
          throw PipelineError(.malformedTally("no member 'tally'"), at: Position(source: name))
        }
        let tally = try Array(text.utf8).withUnsafeBufferPointer { file throws(PipelineError) in
          try TallyFile.decodeFile(file, name: name)
        }
        sum.add(tally)
      } catch {
        throw PipelineError(.malformedTally(error.problemInside), at: Position(source: name, line: number))
      }
    }
    return sum.total
  }
}

extension PipelineError {
  /// What is wrong, without what it is wrong with.
  fileprivate var problemInside: String {
    if case .malformedTally(let what) = kind { return what }
    return problem
  }
}
