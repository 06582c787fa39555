import Tabular

/// Puts the records of several exports into one table with shared answers.
struct SignatureTableBuilder {
  private let policy: Policy
  private let words = AnswerWords()
  private var organizations = Interner()
  private var countries = Interner()
  private var types = Interner()
  private var places = Interner()
  private var websites = Interner()
  private var compareForms = Interner()
  /// For each number of an organization, the number of its compare form.
  private var forms: [UInt32] = [0]
  private var sources: [SourceSummary] = []
  private var records: [SignatureRecord] = []
  private var people: [UInt64] = []
  private var findings: [Finding] = []

  init(policy: Policy) { self.policy = policy }

  /// Adds the records of one export.
  mutating func add(_ document: some ExportDocument, _ reading: ExportReading, seed: UInt64) throws(PipelineError) {
    let plan = ReadingPlan(reading)
    let table: EncodedTable
    do {
      table = try document.encode(
        fields: plan.readFields, fingerprints: plan.fingerprintFields, dated: plan.datedFields, seed: seed)
    } catch {
      throw PipelineError(error)
    }
    let source = UInt32(sources.count)
    sources.append(SourceSummary(name: document.name, records: table.recordCount, content: document.contentHash))
    var reader = RecordReader(reading, plan, table, policy: policy, words: words, seed: seed)
    let suspects = reader.recordsThatMayNameTheirSigner()
    if !suspects.isEmpty {
      do {
        let named = try document.encode(fields: plan.nameFields, fingerprints: [], dated: [], seed: seed)
        reader.leaveOut(plan.signerNames(in: named), in: suspects)
      } catch {
        throw PipelineError(error)
      }
    }
    // Only what some record keeps: a signer's name stands among the answers as it was typed.
    var names = [UInt32?](repeating: nil, count: reader.names.count)
    let country = reader.country.numbers(in: &countries)
    let type = reader.type.numbers(in: &types)
    let website = reader.website.numbers(in: &websites)
    var placeOfPair: [UInt64: UInt32] = [:]
    let needed = records.count + table.recordCount
    if needed > records.capacity {
      // Half as much again at least: room for each of many exports alone would move all records that often.
      let room = max(needed, records.count / 2 * 3)
      records.reserveCapacity(room)
      people.reserveCapacity(room)
    }
    for index in 0..<table.recordCount {
      let judgement = reader.judge(index, source: source)
      var answers = AnswerCombination()
      let name = names[judgement.name] ?? number(of: reader.names[judgement.name].text)
      names[judgement.name] = name
      answers.organization = name
      answers.country = country[Int(reader.country.ids[index])]
      answers.type = type[Int(reader.type.ids[index])]
      answers.website = website[Int(reader.website.ids[index])]
      answers.consent = judgement.consent
      let (city, region) = (reader.city.ids[index], reader.region.ids[index])
      if city != 0 || region != 0 {
        let pair = UInt64(city) << 32 | UInt64(region)
        answers.place = placeOfPair[pair] ?? place(reader, Int(city), Int(region))
        placeOfPair[pair] = answers.place
      }
      records.append(
        SignatureRecord(
          fate: judgement.fate, answers: answers, signatures: judgement.signatures, day: judgement.day, source: source,
          line: table.lines[index]))
      people.append(judgement.person)
    }
    // What stands out on opening comes up a second time where reading meets it again.
    var found: Set<Finding> = []
    let reported = document.findings + reading.findings + table.findings
    findings += reported.filter { found.insert($0).inserted }
    findings += reader.findings(document.name, lines: table.lines, reported: reported)
    if table.recordCount == 0 {
      let position = Position(source: document.name)
      let remedy = "check that the export was not filtered"
      findings.append(Finding(.warning, "no-records", at: position, "a header and no records", remedy: remedy))
    }
  }

  /// The table, with repeats dropped.
  mutating func finish() -> SignatureTable {
    dropRepeats()
    let answers = Answers(
      organizations: organizations.column, countries: countries.column, types: types.column, places: places.column,
      websites: websites.column)
    return SignatureTable(sources: sources, answers: answers, records: records, findings: findings)
  }

  private mutating func number(of organization: String) -> UInt32 {
    let number = organizations.intern(organization)
    if Int(number) == forms.count { forms.append(compareForms.intern(CompareForm.fold(organization))) }
    return number
  }

  private mutating func place(_ reader: RecordReader, _ city: Int, _ region: Int) -> UInt32 {
    let parts = [reader.city.answers.string(city), reader.region.answers.string(region)]
    let place = parts.filter { !$0.isEmpty }.joined(separator: "; ")
    return places.intern(PersonalData.masked(place) ?? place)
  }

  private mutating func dropRepeats() {
    let repeated = RepeatedSignatures(people: people, signature: signature, isBetter: isBetter)
    for (record, kept) in repeated.kept {
      // Whoever once asked not to be listed is not listed.
      if records[record].answers.consent == .refused { records[kept].answers.consent = .refused }
    }
    for record in repeated.kept.keys { records[record].fate = .dropped(.repeated) }
    // Told for each export, of those who stand in it first, so that nothing depends on which exports are read together.
    let people = repeated.severalOrganizations.map { $0.map(position).min(by: ByteOrder.precedes)! }
    for (_, places) in Dictionary(grouping: people, by: { Array($0.source.utf8) }).sorted(by: {
      $0.key.lexicographicallyPrecedes($1.key)
    }) {
      let who = places.count == 1 ? "1 person" : "\(places.count) people"
      findings.append(
        Finding(
          .note, "person-signed-for-several", at: places.min(by: ByteOrder.precedes)!,
          "\(who) signed for more than one organization; each one counts",
          remedy: "if two of the names denote one organization, decide 'same' for them"))
    }
  }

  private func position(_ record: Int) -> Position {
    Position(source: sources[Int(records[record].source)].name, line: Int(records[record].line))
  }

  private func signature(_ index: Int) -> (capacity: Capacity, organization: UInt32)? {
    guard case .counted(let capacity) = records[index].fate else { return nil }
    return (capacity, forms[Int(records[index].answers.organization)])
  }

  /// Whether a record is to be kept rather than another: the one with more answers, then the earlier day, then the
  /// smaller answers, then the earlier place. Nothing depends on the order of the exports.
  private func isBetter(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (records[one], records[other])
    func filled(_ record: SignatureRecord) -> Int {
      let answers = record.answers
      let numbers = [answers.organization, answers.country, answers.type, answers.place, answers.website]
      return numbers.count { $0 != 0 } + (record.day == nil ? 0 : 1) + (answers.consent == .unknown ? 0 : 1)
    }
    if filled(left) != filled(right) { return filled(left) > filled(right) }
    let (leftDay, rightDay) = (left.day?.number ?? .max, right.day?.number ?? .max)
    if leftDay != rightDay { return leftDay < rightDay }
    let columns: [(Interner, KeyPath<AnswerCombination, UInt32>)] = [
      (organizations, \.organization), (countries, \.country), (types, \.type), (places, \.place),
      (websites, \.website),
    ]
    for (interner, path) in columns {
      let (a, b) = (
        interner.column[Int(left.answers[keyPath: path])], interner.column[Int(right.answers[keyPath: path])]
      )
      if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) }
    }
    if left.answers.consent != right.answers.consent || left.signatures != right.signatures {
      return (left.answers.consent.rawValue, left.signatures) < (right.answers.consent.rawValue, right.signatures)
    }
    // The same in all that counts: the place that is told must not depend on the order of the exports either.
    return ByteOrder.precedes(position(one), position(other))
  }
}
