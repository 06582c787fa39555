import CStructuralIndex
import Testing

@testable import Tabular

/// Every set of instructions that this machine has gives what those give that every machine has.
@Suite struct StructuralIndexTests {
  private static let widths = Array(0...structural_index_width())
  /// Bytes in front that are no part of the text, so that reading before its start would be seen.
  private static let front = 64

  private func withBytes<Result>(_ text: [UInt8], _ body: (UnsafePointer<UInt8>) -> Result) -> Result {
    let edge = [UInt8](repeating: 0xE2, count: StructuralIndexTests.front)
    let padded = edge + text + [UInt8](repeating: 0x80, count: 192)
    return padded.withUnsafeBufferPointer { body($0.baseAddress! + StructuralIndexTests.front) }
  }

  private struct Edges: Equatable {
    var edges: [UInt32]
    var inner: [UInt32]
    var state: [UInt64]
  }

  private func edges(_ text: [UInt8], width: Int32, from start: Int) -> Edges {
    withBytes(text) { bytes in
      var (edges, inner) = (
        [UInt32](repeating: 0, count: text.count + 192), [UInt32](repeating: 0, count: text.count + 192)
      )
      var (edgeCount, innerCount, state) = (0, 0, delimited_state())
      index_delimited(
        width, bytes, start, text.count, 0x2C, 0x22, &state, &edges, &edgeCount, &inner, &innerCount)
      return Edges(
        edges: Array(edges[..<edgeCount]), inner: Array(inner[..<innerCount]),
        state: [state.inside, state.irregular == 0 ? 0 : 1, state.has_high_bytes == 0 ? 0 : 1, state.line_count])
    }
  }

  private func places(_ text: [UInt8], width: Int32, onlyQuotes: Bool = false) -> Edges {
    withBytes(text) { bytes in
      var places = [UInt32](repeating: 0, count: text.count + 192)
      var (count, state) = (0, json_state())
      let index = onlyQuotes ? index_json_quotes : index_json
      index(width, bytes, 0, text.count, &state, &places, &count)
      return Edges(
        edges: Array(places[..<count]), inner: [],
        state: [state.inside, state.irregular == 0 ? 0 : 1, state.has_unit_escapes == 0 ? 0 : 1])
    }
  }

  private func isUTF8(_ text: [UInt8], width: Int32) -> (isWellFormed: Bool, suspects: [UInt32]) {
    withBytes(text) { bytes in
      var suspects = [UInt32](repeating: 0, count: 64)
      var count = 0
      let isWellFormed = is_utf8(width, bytes, text.count, &suspects, suspects.count, &count) != 0
      return (isWellFormed, isWellFormed ? Array(suspects[..<min(count, suspects.count)]) : [])
    }
  }

  private func text(_ parts: [String], _ count: Int, _ random: inout SplitMix64) -> [UInt8] {
    (0..<count).flatMap { _ in Array(parts.randomElement(using: &random)!.utf8) }
  }

  @Test func delimitedTextHasTheSameEdges() {
    var random = SplitMix64(seed: 1)
    let plain = ["a", "bc", ",", ",", "\n", "\r\n", "é", "names of many letters and no commas"]
    for round in 0..<400 {
      let quoted = plain + ["\"a,b\"", "\"\"", "\"c\nd\"", "\"e\"\"f\""] + (round % 4 == 0 ? ["\"", "\r"] : [])
      let bytes = text(quoted, round % 90, &random)
      for start in [0, min(3, bytes.count)] {
        let portable = edges(bytes, width: 0, from: start)
        for width in StructuralIndexTests.widths { #expect(edges(bytes, width: width, from: start) == portable) }
      }
    }
  }

  @Test func jsonHasTheSamePlaces() {
    var random = SplitMix64(seed: 2)
    let parts = [
      "{", "}", "[", "]", ":", ",", "\"a\"", "\"b\\\"c\"", "\"\\\\\"", " ", "\n", "1.5", "\"d: {e}, [f]\"", "\\",
    ]
    for round in 0..<400 {
      let bytes = text(round % 3 == 0 ? parts : Array(parts.dropLast()), round % 90, &random)
      let portable = places(bytes, width: 0)
      let quotes = Edges(
        edges: portable.edges.filter { bytes[Int($0)] == 0x22 }, inner: [], state: portable.state)
      for width in StructuralIndexTests.widths {
        #expect(places(bytes, width: width) == portable)
        #expect(places(bytes, width: width, onlyQuotes: true) == quotes)
      }
    }
  }

  @Test func recordsFitAStencilByEachOfTheirBytes() {
    var random = SplitMix64(seed: 5)
    // Segments of fewer bytes than are looked at together, of as many, and of more.
    let keys = ["a", String(repeating: "b", count: 64), String(repeating: "c", count: 150)]
    for round in 0..<300 {
      let records = (0..<5).map { _ in keys.map { _ in self.text(["x", "é", "\\\"", "{", ","], round % 40, &random) } }
      var bytes: [UInt8] = []
      for record in records {
        bytes += Array("{".utf8)
        for (index, value) in record.enumerated() {
          bytes += Array("\(index == 0 ? "" : ", ")\"\(keys[index])\": \"".utf8) + value + Array("\"".utf8)
        }
        bytes += Array("},\n".utf8)
      }
      // A record that is as the others but for one byte outside of its values ends it.
      let known = bytes
      let spoiled = round % 3 == 0 ? nil : Int.random(in: 0..<bytes.count, using: &random)
      if let spoiled { bytes[spoiled] ^= 1 }
      for width in StructuralIndexTests.widths {
        let found = matched(bytes, stencil: known, keys: keys, width: width)
        #expect(found == matched(bytes, stencil: known, keys: keys, width: 0))
        guard spoiled == nil else { continue }
        // The last record has none behind it.
        #expect(found.count == 4)
        for (record, values) in found.enumerated() {
          #expect(values == [records[record][2], records[record][0]].map { [0x22] + $0 })
        }
      }
    }
  }

  /// The values of the last and of the first field of each record that fits the first record of `stencil`.
  private func matched(_ text: [UInt8], stencil: [UInt8], keys: [String], width: Int32) -> [[[UInt8]]] {
    let quotes = places(stencil, width: 0, onlyQuotes: true).edges.map(Int.init)
    var (from, end) = (1, 0)
    var (segments, template): ([json_segment], [UInt8]) = ([], [])
    for field in 0...keys.count {
      end = field < keys.count ? quotes[4 * field + 2] + 1 : stencil[from...].firstIndex(of: 0x7B)! + 1
      segments.append(json_segment(text: UInt32(template.count), length: UInt32(end - from)))
      template += stencil[from..<end]
      if field < keys.count { from = quotes[4 * field + 3] }
    }
    template += [UInt8](repeating: 0, count: 64)
    let wanted = [json_wanted(field: 2, column: 0), json_wanted(field: 0, column: 1)]
    let found = places(text, width: width, onlyQuotes: true).edges
    var starts = [UInt32](repeating: 0, count: 4 * 8)
    let records = starts.withUnsafeMutableBufferPointer { starts in
      withBytes(text) { bytes in
        var match = json_match(start: 1, quote: 0, record: 0, starts: starts.baseAddress, capacity: 8)
        template.withUnsafeBufferPointer { template in
          segments.withUnsafeBufferPointer { segments in
            wanted.withUnsafeBufferPointer { wanted in
              var stencil = json_stencil(
                text: template.baseAddress, segments: segments.baseAddress, field_count: keys.count,
                wanted: wanted.baseAddress, wanted_count: wanted.count)
              match_json(width, bytes, text.count, text.count, &stencil, found, found.count, &match)
            }
          }
        }
        return match.record
      }
    }
    return (0..<records).map { record in
      [0, 1].map { column in
        let start = Int(starts[16 * column + record])
        return Array(text[start..<start + Int(starts[16 * column + 8 + record])])
      }
    }
  }

  @Test func recentFieldsAreThoseThatCameLately() {
    var random = SplitMix64(seed: 41)
    let texts = (0...RECENT_FIELD_SIZE).map { length in
      (0..<length).map { _ in UInt8.random(in: 0...3, using: &random) }
    }
    for width in StructuralIndexTests.widths {
      let recent = UnsafeMutablePointer<recent_field>.allocate(capacity: Int(RECENT_FIELDS))
      defer { recent.deallocate() }
      recent.initialize(repeating: recent_field(), count: Int(RECENT_FIELDS))
      var known: [[UInt8]: UInt32] = [:]
      var found = 0
      for round in 0..<200 {
        let batch = (0..<20).map { _ -> [UInt8] in
          let text = texts.randomElement(using: &random)!
          // Longer ones, and those that differ behind their end alone, are others.
          return Int.random(in: 0..<4, using: &random) == 0 ? text + [0] : text
        }
        let starts = batch.indices.map { index in UInt32(batch[..<index].reduce(0) { $0 + $1.count }) }
        var (numbers, missed) = ([UInt32](repeating: 0, count: 20), [UInt32](repeating: 0, count: 20))
        withBytes(batch.flatMap { $0 }) { bytes in
          let misses = number_recent_fields(
            width, bytes, starts, batch.map { UInt32($0.count) }, 20, recent, &numbers, &missed)
          let others = Set(missed[..<misses].map { Int($0) })
          found += 20 - misses
          for (index, field) in batch.enumerated() where !others.contains(index) {
            #expect(numbers[index] == (field.isEmpty ? 0 : known[field]))
          }
          for index in others.sorted() where batch[index].count <= RECENT_FIELD_SIZE {
            known[batch[index]] = batch[index].isEmpty ? 0 : UInt32(round * 20 + index + 1)
            set_recent_field(
              bytes + Int(starts[index]), batch[index].count, known[batch[index]]!, recent)
          }
        }
      }
      // Those that differ behind their end alone take each other's place.
      #expect(found > 2000)
    }
  }

  @Test func utf8IsWhatTheStandardLibraryTakes() {
    var random = SplitMix64(seed: 3)
    let parts = ["a", "bcd", "é", "Ü", "日", "本", "😀", "ÃÂ", "â€™", "\u{FEFF}", "\u{7FF}", "\u{800}", "\u{10FFFF}"]
    for round in 0..<1500 {
      var bytes = text(parts, round % 60, &random)
      if round % 2 == 0, !bytes.isEmpty {
        // One byte that most often fits nowhere, or the end in the middle of a character.
        if round % 4 == 0 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x80...0xFF, using: &random)
        } else {
          bytes.removeLast()
        }
      }
      let expected = String(validating: bytes, as: UTF8.self) != nil
      let portable = isUTF8(bytes, width: 0)
      for width in StructuralIndexTests.widths {
        let found = isUTF8(bytes, width: width)
        #expect(found.isWellFormed == expected, "\(bytes)")
        #expect(found.suspects == portable.suspects)
      }
    }
  }

  @Test func everyPairAndTripleOfBytesIsJudgedAlike() {
    let odd: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF]
    let all = odd + [0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
    for first in all {
      for second in all {
        for third in all {
          // At the border of two blocks, where the bytes before are another block's.
          for place in [0, 62, 63] {
            let bytes = [UInt8](repeating: 0x61, count: place) + [first, second, third, 0xBF]
            let expected = String(validating: bytes, as: UTF8.self) != nil
            for width in StructuralIndexTests.widths {
              if isUTF8(bytes, width: width).isWellFormed != expected { Issue.record("\(bytes) by width \(width)") }
            }
          }
        }
      }
    }
  }
}
