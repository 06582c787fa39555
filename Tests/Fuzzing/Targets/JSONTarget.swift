import Foundation

@testable import Tabular

/// JSON: what another parser accepts is never called malformed; the readers in chunks and of a gzip file say what the
/// exact reader says.
enum JSONTarget: FuzzTarget {
  static let name = "json"

  static func check(_ bytes: [UInt8]) {
    let places = TextPlaces(bytes.filter { $0 != 0x0D })
    do throws(TabularError) {
      let document = try JSONDocument(name: "a", text: bytes)
      let fields = Array(document.fields.indices)
      let table = try document.encode(fields: fields, fingerprints: fields, seed: 7)
      require(table.columns.allSatisfy { $0.ids.count == table.recordCount }, "columns of different lengths")
      require(table.fingerprints.allSatisfy { $0.count == table.recordCount }, "fingerprints")
      for (index, column) in table.columns.enumerated() {
        require(zip(column.ids, table.fingerprints[index]).allSatisfy { ($0 == 0) == ($1 == 0) }, "empty")
      }
      if !bytes.contains(0x0D) { places.check(document.findings) }
      checkChunks(bytes, document, table)
    } catch {
      if !bytes.contains(0x0D) { places.check(error.position, "\(error)") }
      switch error.kind {
      // Foundation lets a comma stand before the end of an object or an array.
      case .malformedJSON(let what) where what.hasPrefix("a ','"): break
      case .malformedJSON, .truncatedJSON:
        let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        let isRead = isText && (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
        // Foundation takes a mark before the text, and white space that JSON has not.
        require(!isRead || bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(error) of what Foundation reads")
      default: break
      }
    }
  }

  private static func checkChunks(_ bytes: [UInt8], _ document: JSONDocument, _ table: EncodedTable) {
    guard let (first, end) = JSONHead.records(in: bytes), end > first, String(validating: bytes, as: UTF8.self) != nil
    else { return }
    let fields = Array(document.fields.indices)
    let line = 1 + bytes[..<first].count { $0 == 0x0A }
    let chosen = ChosenFields(answers: fields, fingerprints: fields, seed: 7)
    for size in [1 + bytes.count % 61, 1 << 18] {
      let chunked = try? EncodedTable { take throws(ChunkFault) in
        try document.encode(
          ChunkSource(bytes), from: first, line: line, chosen, chunkSize: size, partSize: size * (1 + size % 5),
          threads: size % 2 + 1, take)
      }
      guard document.findings.isEmpty else { return }
      if let chunked { require(TableContent(chunked) == TableContent(table), "chunks of \(size)") }
      let inflated = try? EncodedTable { take throws(ChunkFault) in
        guard let stream = GzipTarget.inflating(GzipTarget.packed(bytes)) else { throw ChunkFault.needsExactReader }
        return try document.encode(
          stream, from: first, line: line, chosen, blockSize: size, partSize: size * (1 + size % 5), take)
      }
      if let inflated { require(TableContent(inflated) == TableContent(table), "blocks of \(size)") }
    }
  }
}
