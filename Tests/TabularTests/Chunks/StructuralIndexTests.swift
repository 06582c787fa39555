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

  private func places(_ text: [UInt8], width: Int32) -> Edges {
    withBytes(text) { bytes in
      var places = [UInt32](repeating: 0, count: text.count + 192)
      var (count, state) = (0, json_state())
      index_json(width, bytes, 0, text.count, &state, &places, &count)
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
      for width in StructuralIndexTests.widths { #expect(places(bytes, width: width) == portable) }
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
