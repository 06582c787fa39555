import Testing

@testable import Tabular

/// Opens a text, and reads all its fields.
struct JSONReading {
  let document: JSONDocument
  let table: EncodedTable

  init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  init(_ text: [UInt8]) throws {
    document = try JSONDocument(name: "letter.json", text: text)
    table = try document.encode(fields: Array(document.fields.indices), fingerprints: [], seed: 0)
  }

  var names: [String] { document.fields.map(\.name) }
  var records: [[String]] {
    (0..<table.recordCount).map { record in table.columns.map { $0.string(record) } }
  }
  var choice: String { document.decisions.first { $0.subject == "records" }?.choice ?? "" }
  var slugs: [String] { document.findings.map(\.slug) }
}

@Suite struct JSONDocumentTests {
  @Test(arguments: [
    "{\"a\":1}", "[]", " \n[ {", "[[\"a\"]]", "[1, 2]", "{", "[", "[\"a\"", "[null]", "[// note", "[{'a': 1}]",
    "[1]\n[2]", "{a: 1}",
  ])
  func looksLikeJSON(text: String) {
    #expect(JSONDocument.looksLikeJSON(Array(text.utf8)))
  }

  @Test(arguments: [
    "", "  ", "name,country\n", "\"name\",\"country\"\n", "[1] Name;Country\n", "[name](link),b\n", "[1]Name,[2]Land\n",
    "{{name}},b", "5", "[not a list]",
  ])
  func looksLikeSomethingElse(text: String) {
    #expect(!JSONDocument.looksLikeJSON(Array(text.utf8)))
  }

  @Test func arrayOfObjectsHasTheUnionOfKeysInOrderOfFirstSight() throws {
    let reading = try JSONReading(
      """
      [
        {"name": " Foreningen Norden ", "country": "Sweden"},
        {"name": "SUD Éducation\\u00a0", "type": null, "members": 12.50},
        {"country": "Fran\\u00e7e", "public": true}
      ]
      """)
    #expect(reading.names == ["name", "country", "type", "members", "public"])
    #expect(
      reading.records == [
        ["Foreningen Norden", "Sweden", "", "", ""], ["SUD Éducation", "", "", "12.50", ""],
        ["", "Françe", "", "", "true"],
      ])
    #expect(reading.table.lines == [2, 3, 4])
    #expect(reading.document.fields[2].position == Position(source: "letter.json", line: 3, column: 36))
    #expect(reading.document.findings.isEmpty)
    #expect(reading.choice == "the elements of the array")
    #expect(reading.document.sample(limit: 2) == Array(reading.records.prefix(2)))
  }

  @Test func arrayOfStringsHasOneField() throws {
    let reading = try JSONReading("[\"DSA\", \"PTB\\/PVDA\",\n \"\", \"DSA\"]")
    #expect(reading.names == ["value"])
    #expect(reading.records == [["DSA"], ["PTB/PVDA"], [""], ["DSA"]])
    #expect(reading.table.columns[0].ids == [1, 2, 0, 1])
    #expect(reading.table.lines == [1, 1, 2, 2])
  }

  @Test func arrayOfArraysTakesItsFieldsFromTheFirst() throws {
    let reading = try JSONReading("[[\"Name\",\"Land\"],\n[\"Verein\",\"DE\"],\n[\"Bund\",null,[\"a\",2]]]")
    #expect(reading.names == ["Name", "Land", "column 3"])
    #expect(reading.records == [["Verein", "DE", ""], ["Bund", "", "a; 2"]])
    #expect(reading.table.lines == [2, 3])
    #expect(reading.slugs == ["ragged-record"])
    let numbers = try JSONReading("[[1, \"a\"], [2, \"b\"]]")
    #expect(numbers.names == ["column 1", "column 2"])
    #expect(numbers.records == [["1", "a"], ["2", "b"]])
  }

  @Test func arraysOnLinesAreRecords() throws {
    let reading = try JSONReading("[\"Name\",\"Land\"]\n[\"Verein\",\"DE\"]\n[\"Bund\",\"AT\"]\n")
    #expect(reading.names == ["Name", "Land"])
    #expect(reading.records == [["Verein", "DE"], ["Bund", "AT"]])
    #expect(reading.table.lines == [2, 3])
    let wrapped = try JSONReading("{\"values\": [[\"Name\"], [\"Verein\"]]}")
    #expect(wrapped.names == ["Name"])
    #expect(wrapped.records == [["Verein"]])
  }

  @Test(arguments: [
    "{\"n\":\"A\"}\n{\"n\":\"B\"}\n", "{\"n\":\"A\"}\r\n\r\n{\"n\":\"B\"}", "{\"n\":\"A\"}{\"n\":\"B\"}",
    "[{\"n\":\"A\"}]\n[{\"n\":\"B\"}]", "[{\"n\":\"A\"},{\"n\":\"B\"}]", "[{\"n\":\"A\"}]\n\n{\"n\":\"B\"}",
    "{\"n\":\"A\"}\n\u{FEFF}{\"n\":\"B\"}", "{\"records\":[{\"n\":\"A\"},{\"n\":\"B\"}]}",
    "{\"records\":[{\"n\":\"A\"}],\"offset\":\"itr\"}\n{\"records\":[{\"n\":\"B\"}]}",
    "[{\"data\":[{\"n\":\"A\"}],\"page\":1},{\"data\":[{\"n\":\"B\"}],\"page\":2}]",
    "{\"a\":{\"b\":{\"c\":[{\"n\":\"A\"},{\"n\":\"B\"}]}},\"tags\":[\"x\",\"y\",\"z\"]}",
    "{\"data\":[{\"n\":\"A\"},{\"n\":\"B\"}],\"included\":[{\"i\":1},{\"i\":2},{\"i\":3}]}",
  ])
  func shapesOfTheSameRecords(text: String) throws {
    let reading = try JSONReading(text)
    #expect(reading.names == ["n"])
    #expect(reading.records == [["A"], ["B"]])
    #expect(reading.slugs.isEmpty)
  }

  @Test func objectsKeyedByNumberAreRecordsWithTheirKey() throws {
    let reading = try JSONReading(
      "{\"signers\": {\"-a\": {\"n\": \"A\"}, \"-b\": {\"n\": \"B\", \"tags\": [\"x\"]},\n\"-c\": {\"n\": \"C\"}}}")
    #expect(reading.names == ["key", "n", "tags"])
    #expect(reading.records == [["-a", "A", ""], ["-b", "B", "x"], ["-c", "C", ""]])
    #expect(reading.table.lines == [1, 1, 2])
  }

  @Test func nestedValuesAreFlattenedByPath() throws {
    let reading = try JSONReading(
      """
      [{"id": 1, "fields": {"Country": "Cuba", "Tags": ["a", " ", "b", 3, null]},
        "addresses": [{"city": "Basel"}, {"country": "CH", "city": "Bern", "primary": true}, {"zip": "x"}],
        "x.y": {"": "empty key"}, "raw": "{\\"a\\": 1}", "none": [], "blank": {}},
       {"fields": {"Country": ["Chile"]}, "addresses": {"city": "Lima"}, "none": [[["deep"], "er"]]}]
      """)
    #expect(
      reading.names == [
        "id", "fields.Country", "fields.Tags", "addresses.city", "addresses.country", "addresses.primary",
        "addresses.zip", "x.y.", "raw", "none", "blank",
      ])
    #expect(
      reading.records == [
        ["1", "Cuba", "a; b; 3", "Bern", "CH", "true", "x", "empty key", "{\"a\": 1}", "", ""],
        ["", "Chile", "", "Lima", "", "", "", "", "", "deep; er", ""],
      ])
  }

  @Test func ukParliamentPetitionsAreReadAsCountries() throws {
    let reading = try JSONReading(
      """
      {"links": {"self": "https://example.org/1.json"}, "data": {"type": "petition", "id": 1, "attributes":
      {"action": "Act", "signature_count": 12, "topics": [],
       "departments": [{"acronym": "A"}, {"acronym": "B"}, {"acronym": "C"}],
       "signatures_by_country": [{"name": "France", "code": "FR", "signature_count": 7},
                                 {"name": "Kosovo", "code": "XK", "signature_count": 5}],
       "signatures_by_constituency": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}]}}}
      """)
    #expect(reading.choice == "data.attributes.signatures_by_country")
    #expect(reading.names == ["name", "code", "signature_count"])
    #expect(reading.records == [["France", "FR", "7"], ["Kosovo", "XK", "5"]])
    #expect(reading.slugs.isEmpty)
  }

  @Test func osdiPages() throws {
    let reading = try JSONReading(
      """
      {"total_pages": 4, "per_page": 25, "page": 1, "total_records": 88,
       "_links": {"next": {"href": "https://example.org/2"}, "osdi:signatures": [{"href": "a"}, {"href": "b"}]},
       "_embedded": {"osdi:signatures": [
         {"identifiers": ["osdi:1", "an:2"], "_embedded": {"osdi:person": {"given_name": "Testa",
          "postal_addresses": [{"primary": false, "country": "BE"}, {"primary": true, "country": "BR"}],
          "custom_fields": {"Organization": "MTST"}}}}]}}
      """)
    #expect(reading.choice == "_embedded.osdi:signatures")
    #expect(
      reading.names == [
        "identifiers", "_embedded.osdi:person.given_name", "_embedded.osdi:person.postal_addresses.primary",
        "_embedded.osdi:person.postal_addresses.country", "_embedded.osdi:person.custom_fields.Organization",
      ])
    #expect(reading.records == [["osdi:1; an:2", "Testa", "true", "BR", "MTST"]])
    #expect(
      reading.document.findings.map(\.description) == [
        """
        letter.json:1:47: warning: [incomplete-pages] page 1 of 4: holds 1 of 88 records
          fix: save all pages, and give them together
        """
      ])
  }

  @Test(arguments: [
    ("{\"records\":[{\"id\":\"a\"}],\"offset\":\"itr/rec\"}", "page 1: holds 1 records, and more pages follow"),
    (
      "{\"meta\":{\"limit\":1,\"offset\":0,\"next\":\"/x\",\"total_count\":3},\"objects\":[{\"id\":1}]}",
      "page 1 of 3: holds 1 of 3 records"
    ),
    ("{\"total_items\":5,\"page_count\":3,\"items\":[{\"id\":1},{\"id\":2}]}", "page 1 of 3: holds 2 of 5 records"),
    (
      "{\"links\":{\"next\":\"x\",\"prev\":null},\"data\":[{\"id\":1}]}",
      "page 1: holds 1 records, and more pages follow"
    ),
    ("{\"count\":4,\"next\":\"x\",\"previous\":null,\"results\":[{\"id\":1}]}", "page 1: holds 1 of 4 records"),
    (
      "[{\"page\":2,\"total_pages\":4,\"total\":8,\"data\":[{\"i\":1}]},{\"page\":3,\"total_pages\":4,\"total\":8,\"data\":[]}]",
      "2 of 4 pages: holds 1 of 8 records"
    ),
  ])
  func incompletePagesAreFlagged(text: String, message: String) throws {
    let findings = try JSONReading(text).document.findings
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.slug) == ["incomplete-pages"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "{\"records\":[{\"id\":\"a\"}]}",
    "{\"meta\":{\"limit\":20,\"offset\":0,\"next\":null,\"total_count\":1},\"objects\":[{\"id\":1}]}",
    "{\"links\":{\"next\":null},\"data\":[{\"id\":1}]}", "{\"count\":1,\"results\":[{\"id\":1},{\"id\":2}]}",
    "{\"links\":{\"next\":\"x\"},\"data\":[{\"id\":1}]}\n{\"links\":{\"next\":null},\"data\":[{\"id\":1}]}",
    "[{\"total\": 9, \"name\": \"A\"}, {\"total\": 9, \"name\": \"B\"}]",
  ])
  func completePagesAreNot(text: String) throws {
    #expect(try JSONReading(text).slugs.isEmpty)
  }

  @Test(arguments: [
    "{}", "{\"a\": 1, \"b\": {\"c\": \"d\"}}", "[]", "[1, 2]", "{\"records\": []}", "[null]", "[[]]", "\"a\"", "7",
    "[] []",
  ])
  func noRecords(text: String) throws {
    let error = #expect(throws: TabularError.self) { try JSONReading(text) }
    guard case .noRecords = error?.kind else {
      Issue.record("\(text) gives \(String(describing: error))")
      return
    }
  }

  @Test func recordsThatHoldListsAreNoPages() throws {
    let reading = try JSONReading("[{\"name\":\"A\",\"items\":[{\"i\":1},{\"i\":2}]},{\"name\":\"B\",\"items\":[]}]")
    #expect(reading.names == ["name", "items.i"])
    #expect(reading.records == [["A", "1"], ["B", ""]])
  }

  @Test func scalarsAmongObjectsAreRecordsToo() throws {
    let reading = try JSONReading("[{\"n\":\"A\"}, null, \"B\", 5, [\"C\", {\"n\": \"D\"}]]")
    #expect(reading.names == ["n", "value"])
    #expect(reading.records == [["A", ""], ["", ""], ["", "B"], ["", "5"], ["D", "C"]])
  }

  @Test func fingerprintsKeepNoAnswer() throws {
    let document = try JSONDocument(
      name: "a",
      text: Array("[{\"e\":\" Testa@Example.org\",\"o\":\"A\"},{\"e\":\"testa@example.ORG\"},{\"e\":\"\"}]".utf8))
    let table = try document.encode(fields: [1], fingerprints: [0, 1], seed: 9)
    #expect(table.columns.count == 1)
    #expect(table.columns[0].answers == Column(["", "A"]))
    #expect(table.columns[0].ids == [1, 0, 0])
    #expect(table.fingerprints[0][0] == table.fingerprints[0][1])
    #expect(table.fingerprints[0][0] != 0)
    #expect(table.fingerprints[0][2] == 0)
    #expect(table.fingerprints[1] == [Array("a".utf8).withUnsafeBufferPointer { Interner.hash($0, seed: 9) }, 0, 0])
  }

  @Test func oddStringsAreReadAndReported() throws {
    let text: [UInt8] =
      Array("[{\"n\":\"a\\ud800b\",\"k\\u0022\":1,\"k\\\"\":2},\n{\"n\":\"".utf8) + [0xFF, 0x41]
      + Array("\",\"n\":\"\\ud83d\\ude00\",\"m\":\"".utf8) + [0xC3] + Array("\"}]".utf8)
    let reading = try JSONReading(text)
    #expect(reading.names == ["n", "k\"", "m"])
    #expect(reading.records == [["a\u{FFFD}b", "2", ""], ["😀", "", "\u{FFFD}"]])
    #expect(
      reading.document.findings.map(\.description) == [
        """
        letter.json:1:30: warning: [duplicate-key] the key 'k"' stands more than once in one object, and 1 more such; \
        the last one counts
          fix: check which value is right
        """,
        "letter.json:1:7: warning: [lone-surrogate] a string holds half a surrogate pair, which is no character; "
          + "read as U+FFFD",
        "letter.json:2:6: warning: [invalid-utf-8] 2 strings hold bytes that are no UTF-8; read as U+FFFD\n"
          + "  fix: save it as UTF-8",
      ])
  }

  @Test func duplicatedKeysInsideListsOverwriteOnlyTheirOwnObject() throws {
    let reading = try JSONReading(
      "{\"data\":[{\"n\":\"no\"}],\"data\":[{\"a\":[{\"n\":\"A\"},{\"n\":\"B\",\"n\":\"C\"}]}]}")
    #expect(reading.names == ["n", "a.n"])
    #expect(reading.records == [["", "A"]])
  }

  @Test func keysWithoutEndShareOneField() throws {
    let pairs = (0..<5_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let reading = try JSONReading("[{\(pairs)}]")
    #expect(reading.names.count == JSONKeyTree.childLimit + 1)
    #expect(reading.names.last == "*")
    #expect(reading.records[0].last == "\(JSONKeyTree.childLimit)")
    #expect(reading.slugs == ["too-many-keys"])
  }

  @Test(arguments: [
    #"{"meta": {"page": 1, "total_pages": 3}, "results": [{"a": 1}]}"#,
    #"{"meta": {"pagination": {"current_page": 1, "total_pages": 3}}, "results": [{"a": 1}]}"#,
    #"{"pagination": {"page": 1, "pages": 3}, "results": [{"a": 1}]}"#,
    #"{"info": {"page": 1, "pageCount": 3}, "results": [{"a": 1}]}"#,
  ])
  func pagesAreFlaggedWhereverTheyStand(text: String) throws {
    let document = try TabularDocument(name: "page.json", bytes: Array(text.utf8))
    #expect(document.findings.map(\.slug) == ["incomplete-pages"])
    #expect(document.findings.first?.message == "page 1 of 3: holds 1 records, and more pages follow")
  }

  @Test func countriesThatDoNotAddUpAreTold() throws {
    func findings(_ total: Int) throws -> [String] {
      let text = """
        {"data": {"attributes": {"signature_count": \(total), "signatures_by_country": [
        {"name": "Brazil", "code": "BR", "signature_count": 4}, {"name": "Spain", "code": "ES", "signature_count": 5}]}}}
        """
      return try TabularDocument(name: "petition.json", bytes: Array(text.utf8)).findings.map(\.description)
    }
    #expect(try findings(9).isEmpty)
    #expect(
      try findings(12) == [
        """
        petition.json:1:45: note: [total-differs] the countries add up to 9 signatures, and the whole is 12
          fix: the countries are counted; signatures without a country may be missing from them
        """
      ])
  }
}
