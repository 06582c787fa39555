import Tabular
import Testing

@testable import Undersigned

@Suite struct SummaryContextTests {
  /// A letter with something of everything.
  static var letter: LetterBuilder {
    var letter = LetterBuilder()
    let parent = letter.add(
      [
        .init(name: "Social Union", signatures: 2, day: Day(number: 20_779)),
        .init(name: "social union", score: 0.9, evidence: [Evidence("same-compare-form", 1, "'social union'")]),
      ], .at("US"), .tradeUnion)
    letter.add(
      "Social Union Chicago", .at("US"), .politicalParty, strength: .weak, partOf: "Social Union", parent: parent)
    let left = letter.add("Central Obrera", .at("CL"), .tradeUnion)
    let right = letter.add("Central Obrera de Chile", .at("BR"), .tradeUnion)
    letter.add("Somewhere", .at("BR", "CL"))
    letter.add("Hidden League", consent: .refused)
    letter.propose(
      left, right, score: 0.5, Evidence("shared-words", 0.7, "central obrera"), Evidence("extra-word", -0.2))
    letter.people = [.init(capacity: .individual, country: 0, records: 1200, signatures: 1200)]
    letter.dropped = [.repeated: 1]
    letter.days = [Day(number: 20_779): 3]
    letter.findings = [
      Finding(
        .warning, "unresolved-country", at: Position(source: "letter.csv", line: 3), "'Xanadu'", remedy: "decide it")
    ]
    return letter
  }

  /// Every name that is documented is given, and every name that is given is documented, of the same kind.
  private func compare(_ keys: [TemplateKey], _ context: TemplateContext, at path: String, _ seen: inout Set<String>) {
    #expect(Set(keys.map(\.name)) == Set(context.entries.map(\.name)), "\(path)")
    #expect(context.entries.count == Set(context.entries.map(\.name)).count, "\(path): each once")
    for key in keys {
      let name = "\(path).\(key.name)"
      #expect(!key.meaning.isEmpty, "\(name)")
      seen.insert(name)
      switch (key.kind, context[key.name]) {
      case (.text, .text), (.data, .data), (.number, .number), (.flag, .flag), (.markup, .markup),
        (.wording, .wording), (.lines, .lines):
        break
      case (.list(let keys), .list(let contexts)):
        for context in contexts { compare(keys, context, at: name, &seen) }
      case (.group(let keys), .group(let context)): compare(keys, context, at: name, &seen)
      default: Issue.record("\(name) is no \(key.kindName)")
      }
    }
  }

  @Test func keysAreWhatThereIs() throws {
    var seen: Set<String> = []
    let context = PageContext(SummaryContext(try SummaryContextTests.letter.summary()))
      .context(of: Set(ReportTemplates.keys.map(\.name)))
    compare(ReportTemplates.keys, context, at: "", &seen)
    // A list without any context would have been compared with nothing.
    for name in [
      ".organizations.variants.evidence.weight", ".proposals.left.variants.name", ".findings.lines.message",
      ".rules.choices.choice", ".matrix.rows.cells.level", ".breakdowns.rows.order", ".filters.types.place",
      ".signatures.rows.who", ".top_proposals.evidence.text", ".left_out.kind", ".words.at_least",
      ".records.inputs.name", ".notes.text",
    ] { #expect(seen.contains(name), "\(name)") }
  }

  @Test func announcementKeysAreWhatThereIs() throws {
    let facts = AnnouncementFacts(try SummaryContextTests.letter.summary())
    func listing(_ keys: [TemplateKey]) -> String {
      keys.map { key in
        switch key.kind {
        case .list(let inner), .group(let inner): "{{#\(key.name)}}\(listing(inner)){{/\(key.name)}}"
        default: "[\(key.name)={{\(key.name)}}]"
        }
      }.joined()
    }
    // A wording of every name: what the context lacks would print as nothing.
    let wording = try AnnouncementTemplate(listing(AnnouncementTemplate.keys), file: "all.mustache")
    let text = try wording.text(Announcement(facts, in: .english, names: ["Social Union"]), letter: "a-letter")
    #expect(text.hasPrefix("[letter=a-letter][language=en][exact="))
    #expect(text.contains("[name=Social Union]") && text.contains("[reported=6]") && text.contains("[people=1,200]"))
    #expect(text.contains("[type=trade_union][name=Trade union]"))
  }

  @Test func whatMayNotBeListedIsNowhere() throws {
    let summary = try SummaryContextTests.letter.summary()
    for name in ReportTemplates.names {
      let report = try TemplateReport(
        name: name, template: try #require(ReportTemplates.template(for: name)), file: name)
      let text = String(decoding: try report.file(for: summary).bytes, as: UTF8.self)
      #expect(text.contains("Central Obrera") && text.contains("6 organizations"), "\(name)")
      #expect(!text.contains("Hidden"), "\(name)")
    }
  }

  @Test func waterfallsAddUp() throws {
    let steps = EvidenceSteps.context([Evidence("a", 1.2), Evidence("b", -0.4, "x"), Evidence("c", -0.001)])
    let texts = steps.map { step in
      ["weight", "start", "length"].map { name in
        if case .markup(let text)? = step[name] { text } else { "" }
      }
    }
    #expect(texts == [["+1.20", "0.0", "100.0"], ["−0.40", "66.7", "33.3"], ["−0.00", "66.6", "0.5"]])
  }

  @Test func templatesHaveNamesThatNoProgramReads() throws {
    for name in ["organizations.csv", "x.JSON", "a/b.md", "..md", "summary", ".md", "x."] {
      #expect(throws: PipelineError.self, "\(name)") { try TemplateReport(name: name, template: "", file: "t") }
    }
    #expect(try TemplateReport(name: "press.txt", template: "{{title}}", file: "t").name == "press.txt")
  }
}
