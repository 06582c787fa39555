import Foundation
import Testing

/// The reports on several letters, made by one run of the program.
struct LetterReports: Sendable {
  /// How many records the program says to have read, by the letter's name.
  let recordsRead: [String: Int]
  /// The text of each report file, by its path.
  let files: [String: String]

  /// Reports on letters.
  ///
  /// - Parameter letters: For each letter's name its exports, as URLs.
  init(_ letters: [String: [URL]]) throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "undersigned-letters-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    for (name, exports) in letters {
      let folder = work.appending(path: "letters").appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for export in exports {
        try FileManager.default.copyItem(at: export, to: folder.appending(path: export.lastPathComponent))
      }
    }
    let run = try Program.run(shell: "undersigned report letters --output out --json --quiet", in: work)
    #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
    let objects = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
    recordsRead = Dictionary(
      uniqueKeysWithValues: objects.map { ($0["letter"] as? String ?? "", $0["records_read"] as? Int ?? -1) })
    let out = work.appending(path: "out")
    files = try Dictionary(
      uniqueKeysWithValues: Files.below(out).map {
        ($0, String(decoding: try Data(contentsOf: out.appending(path: $0)), as: UTF8.self))
      })
  }

  /// Columns of a report's CSV file: a row a record, without its header.
  func columns(_ names: [String], of file: String) throws -> [[String]] {
    let rows = PlainCSV.rows(try #require(files[file], "no \(file)"))
    let header = try #require(rows.first)
    let places = try names.map { try #require(header.firstIndex(of: $0), "no field \($0)") }
    return rows.dropFirst().map { row in places.map { row[$0] } }
  }
}

/// A reader of delimited text that shares nothing with the program's own.
enum PlainCSV {
  /// The records of a text; blank lines are none.
  ///
  /// A quote toggles, so a quote that stands undoubled inside a quoted field splits nothing as long as it has a partner.
  static func rows(_ text: String, delimiter: Unicode.Scalar = ",") -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var follows: Unicode.Scalar?
    func end() {
      row.append(field)
      field = ""
    }
    for scalar in text.unicodeScalars where scalar != "\r" && scalar != "\u{FEFF}" {
      if scalar == "\"" {
        if !isQuoted, follows == "\"" { field.unicodeScalars.append(scalar) }
        isQuoted.toggle()
      } else if !isQuoted, scalar == delimiter {
        end()
      } else if !isQuoted, scalar == "\n" {
        end()
        if row != [""] { rows.append(row) }
        row = []
      } else {
        field.unicodeScalars.append(scalar)
      }
      follows = scalar
    }
    end()
    if row != [""] { rows.append(row) }
    return rows
  }
}
