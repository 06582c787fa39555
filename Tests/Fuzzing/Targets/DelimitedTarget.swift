@testable import Tabular

/// Delimited text: the reader in chunks, by any size of them and two threads, and that of a gzip file say what the exact
/// reader says; findings stand in the file; what is read can be written and read again.
enum DelimitedTarget: FuzzTarget {
  static let name = "delimited"

  static func check(_ bytes: [UInt8]) {
    guard let decoded = try? DecodedText(name: "a", bytes: bytes), decoded.isAsStored,
      let document = try? DelimitedDocument(name: "a", text: decoded.bytes, start: decoded.start)
    else { return }
    let fields = Array(document.fields.indices)
    let places = TextPlaces(decoded.bytes[decoded.start...])
    places.check(document.findings)
    for field in document.fields { places.check(field.position, "field \(field.name)") }
    let source = ChunkSource(decoded.bytes)
    var exact: EncodedTable?
    do throws(TabularError) {
      exact = try document.encodeExactly(fields: fields, fingerprints: fields, seed: 7)
    } catch {
      places.check(error.position, "\(error)")
    }
    let chosen = ChosenFields(answers: fields, fingerprints: fields, seed: 7)
    for size in [1 + bytes.count % 61, 1 << 18] {
      let chunked = try? EncodedTable { take throws(ChunkFault) in
        try document.encode(
          source, chosen, chunkSize: size, partSize: size * (1 + size % 5), threads: 1 + size % 2, take)
      }
      let inflated = try? EncodedTable { take throws(ChunkFault) in
        guard let stream = GzipTarget.inflating(GzipTarget.packed(decoded.bytes)) else {
          throw ChunkFault.needsExactReader
        }
        return try document.encode(stream, chosen, blockSize: size, partSize: size * (1 + size % 5), take)
      }
      for case let table? in [chunked, inflated] {
        require(exact != nil, "read what the exact reader refuses")
        if let exact { require(TableContent(table) == TableContent(exact), "chunks of \(size)") }
      }
    }
    guard let exact else { return }
    require(exact.columns.allSatisfy { $0.ids.count == exact.recordCount }, "columns of different lengths")
    places.check(exact.findings)
    require(zip(exact.lines, exact.lines.dropFirst()).allSatisfy { $0 <= $1 }, "lines fall")
    places.check(Position(source: "a", line: exact.lines.last.map { Int($0) } ?? 0), "line of a record")
    checkWriting(exact, width: fields.count)
    // The first records are the same ones.
    let sample = document.sample(limit: 5)
    for (record, answers) in sample.enumerated() {
      require(
        answers.elementsEqual(exact.columns.map { $0.string(record) }, by: { $0.utf8.elementsEqual($1.utf8) }), "sample"
      )
    }
  }

  private static func checkWriting(_ table: EncodedTable, width: Int) {
    let dialects = [Dialect(), Dialect(delimiter: 0x3B, terminator: .crlf), Dialect(delimiter: 0x09, quote: 0x27)]
    let dialect = dialects[table.recordCount % dialects.count]
    var writer = DelimitedWriter(dialect: dialect)
    let records = (0..<min(table.recordCount, 50)).map { record in table.columns.map { $0.string(record) } }
    for record in records { writer.write(record) }
    let reader = DelimitedReader(name: "a", dialect: dialect, width: width, header: [], recordLimit: .max)
    let again = writer.bytes.withUnsafeBufferPointer { reader.sample($0, from: 0, line: 1, limit: .max) }
    func bytes(_ records: [[String]]) -> [[[UInt8]]] { records.map { $0.map { Array($0.utf8) } } }
    require(bytes(again) == bytes(records), "written and read again: \(records) became \(again)")
  }
}

/// Which dialect a text is in: told in time for any text, as one that can be read.
enum DialectTarget: FuzzTarget {
  static let name = "dialect"

  static func check(_ bytes: [UInt8]) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    let detection = bytes.withUnsafeBufferPointer { DialectDetection($0, start: 0) }
    let dialect = detection.dialect
    require(detection.offset <= bytes.count && detection.line >= 1, "place")
    require(dialect.delimiter.map { $0 < 0x80 } ?? true && dialect.quote.map { $0 < 0x80 } ?? true, "ASCII")
    require(!detection.delimiterReason.isEmpty && !detection.quoteReason.isEmpty, "reasons")
    guard let document = try? DelimitedDocument(name: "a", text: bytes) else { return }
    require(!document.fields.isEmpty, "no fields")
    _ = try? document.encode(fields: Array(document.fields.indices), fingerprints: [0], dated: [0], seed: 1)
  }
}
