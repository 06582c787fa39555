import Crypto
import Foundation
import Testing

/// What `datapackage.json` says of a report's files is so.
@Suite struct PackageTests {
  /// One report.
  struct Report: Sendable {
    let folder: String
    let files: [String: Data]

    init(folder: URL) throws {
      self.folder = folder.lastPathComponent
      files = try Dictionary(
        uniqueKeysWithValues: Files.below(folder).map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }

    func json(_ file: String) throws -> [String: Any] {
      let bytes = try #require(files[file], "no \(file) in \(folder)")
      return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    func rows(_ file: String) throws -> [[String]] {
      PlainCSV.rows(String(decoding: try #require(files[file]), as: UTF8.self))
    }

    var csvFiles: [String] { files.keys.filter { $0.hasSuffix(".csv") }.sorted() }
  }

  /// Reports on every letter of `Inputs/`, on names that mean harm, and with sections counted with their parents.
  static let reports = Result { () throws -> [Report] in
    let out = FileManager.default.temporaryDirectory.appending(path: "undersigned-packages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: out) }
    let run = try Program.run(
      shell: """
        undersigned report Inputs --output '\(out.path)/all' --quiet || exit 1
        undersigned report Inputs/saving-lives-2020 Inputs/grand-bargain --sections collapsed-to-parents \
          --output '\(out.path)/collapsed' --quiet || exit 2
        undersigned report Tests/Golden/hostile-names/export.csv --output '\(out.path)/hostile' --quiet || exit 3
        """, in: DeterminismTests.root)
    #expect(run.status == 0, "\(String(decoding: run.messages, as: UTF8.self))")
    let folders = Set(
      Files.below(out).filter { $0.hasSuffix("/datapackage.json") }.map {
        out.appending(path: $0).deletingLastPathComponent().path
      }
    ).sorted()
    return try folders.map { try Report(folder: URL(filePath: $0)) }
  }

  private func resources(_ report: Report) throws -> [[String: Any]] {
    try #require(try report.json("datapackage.json")["resources"] as? [[String: Any]])
  }

  private func text(_ key: String, of object: [String: Any]) throws -> String {
    try #require(object[key] as? String)
  }

  private func schema(_ resource: [String: Any]) throws -> [String: Any] {
    try #require(resource["schema"] as? [String: Any])
  }

  private func fields(_ resource: [String: Any]) throws -> [[String: Any]] {
    try #require(try schema(resource)["fields"] as? [[String: Any]])
  }

  @Test func everyTableIsAResourceWithItsSizeAndHash() throws {
    let reports = try PackageTests.reports.get()
    #expect(reports.count >= 16)
    for report in reports {
      let resources = try resources(report)
      #expect(resources.compactMap { $0["path"] as? String }.sorted() == report.csvFiles, "\(report.folder)")
      for resource in resources {
        let path = try text("path", of: resource)
        let bytes = try #require(report.files[path])
        #expect(resource["bytes"] as? Int == bytes.count)
        let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
        #expect(resource["hash"] as? String == "sha256:\(digest)", "\(report.folder)/\(path)")
      }
    }
  }

  @Test func headersAreTheSchemas() throws {
    for report in try PackageTests.reports.get() {
      for resource in try resources(report) {
        let path = try text("path", of: resource)
        #expect(try report.rows(path).first == fields(resource).compactMap { $0["name"] as? String })
        for field in try fields(resource) {
          for words in ["title", "description"] { #expect((field[words] as? String)?.isEmpty == false) }
        }
      }
    }
  }

  @Test func everyValueIsOfItsType() throws {
    for report in try PackageTests.reports.get() {
      for resource in try resources(report) {
        let path = try text("path", of: resource)
        let rows = try report.rows(path).dropFirst()
        for (place, field) in try fields(resource).enumerated() {
          let values = rows.map { $0[place] }
          let faults = try faults(values, of: field)
          #expect(faults.isEmpty, "\(report.folder)/\(path): \(field["name"] ?? ""): \(faults.prefix(3))")
        }
      }
    }
  }

  /// What is wrong with a column's values.
  private func faults(_ values: [String], of field: [String: Any]) throws -> [String] {
    let constraints = field["constraints"] as? [String: Any] ?? [:]
    let type = try text("type", of: field)
    let stated = values.filter { !$0.isEmpty }
    var faults: [String] = []
    if constraints["required"] as? Bool == true, stated.count < values.count { faults.append("an empty cell") }
    if constraints["unique"] as? Bool == true, Set(stated).count < stated.count { faults.append("a value twice") }
    for value in stated {
      let isOfType =
        switch type {
        case "integer": value.wholeMatch(of: /-?\d+/) != nil
        case "number": value.wholeMatch(of: /-?\d+(\.\d+)?/) != nil
        case "date": value.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
        case "boolean": value == "true" || value == "false"
        default: type == "string"
        }
      if !isOfType { faults.append("'\(value)' is no \(type)") }
      if let least = constraints["minimum"] as? Double, Double(value)! < least {
        faults.append("\(value) is too small")
      }
      if let most = constraints["maximum"] as? Double, Double(value)! > most { faults.append("\(value) is too large") }
      if let known = constraints["enum"] as? [String], !known.contains(value) { faults.append("'\(value)' is unknown") }
      if let length = constraints["minLength"] as? Int, value.count < length {
        faults.append("'\(value)' is too short")
      }
      if let length = constraints["maxLength"] as? Int, value.count > length { faults.append("'\(value)' is too long") }
    }
    return faults
  }

  @Test func keysAndReferencesHold() throws {
    var references = 0
    for report in try PackageTests.reports.get() {
      func column(_ field: String, of resource: [String: Any]) throws -> [String] {
        let place = try #require(try fields(resource).firstIndex { $0["name"] as? String == field })
        return try report.rows(text("path", of: resource)).dropFirst().map { $0[place] }
      }
      let resources = try resources(report)
      for resource in resources {
        for key in try schema(resource)["primaryKey"] as? [String] ?? [] {
          let values = try column(key, of: resource)
          #expect(Set(values).count == values.count && !values.contains(""))
        }
        for reference in try schema(resource)["foreignKeys"] as? [[String: Any]] ?? [] {
          references += 1
          let there = try #require(reference["reference"] as? [String: Any])
          let other = try #require(resources.first { $0["name"] as? String == there["resource"] as? String })
          let field = try #require((reference["fields"] as? [String])?.first)
          let target = try #require((there["fields"] as? [String])?.first)
          let missing = try Set(column(field, of: resource)).subtracting(column(target, of: other)).subtracting([""])
          #expect(missing.isEmpty, "\(report.folder): \(field): \(missing)")
        }
      }
    }
    #expect(references > 40)
  }

  @Test func theInputsAreItsSources() throws {
    let report = try #require(try PackageTests.reports.get().first { $0.folder == "saving-lives-2020" })
    let sources = try #require(try report.json("datapackage.json")["sources"] as? [[String: Any]])
    #expect(sources.map { $0["path"] as? String } == ["en.csv", "decisions.csv", "letter.yml"])
    for source in sources {
      let bytes = try Data(
        contentsOf: InputsTests.inputs.appending(path: "saving-lives-2020/\(try text("path", of: source))"))
      #expect(source["bytes"] as? Int == bytes.count)
      let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
      #expect(source["hash"] as? String == "sha256:\(digest)")
    }
    #expect(try report.json("datapackage.json")["created"] == nil)
  }

  @Test func datasetteFindsItsTablesAndColumns() throws {
    for report in try PackageTests.reports.get() {
      let name = try text("name", of: report.json("datapackage.json"))
      let databases = try #require(try report.json("metadata.json")["databases"] as? [String: [String: Any]])
      #expect(Array(databases.keys) == [name])
      let tables = try #require(databases[name]?["tables"] as? [String: [String: Any]])
      for resource in try resources(report) {
        let table = try #require(tables[resource["name"] as? String ?? ""])
        let names = try fields(resource).compactMap { $0["name"] as? String }
        #expect(Set((table["columns"] as? [String: String] ?? [:]).keys) == Set(names))
        let used =
          (table["facets"] as? [String] ?? [])
          + ["sort", "sort_desc", "label_column"].compactMap { table[$0] as? String }
        #expect(Set(used).isSubset(of: names))
      }
    }
  }

  @Test func theTimeIsThatOfTheSourceOrNone() throws {
    let out = FileManager.default.temporaryDirectory.appending(path: "undersigned-created-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: out) }
    let run = try Program.run(
      shell: "undersigned report Inputs/sample-osdi --output '\(out.path)' --quiet", in: DeterminismTests.root,
      environment: ["SOURCE_DATE_EPOCH": "1772668805"])
    #expect(run.status == 0)
    let report = try Report(folder: out.appending(path: "sample-osdi"))
    #expect(try report.json("datapackage.json")["created"] as? String == "2026-03-05T00:00:05Z")
  }
}
