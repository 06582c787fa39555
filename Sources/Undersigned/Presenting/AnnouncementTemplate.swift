import Tabular

/// A user's own wording of an announcement, around the sentences and the figures that hold.
public struct AnnouncementTemplate: Sendable {
  private let template: Template

  /// A wording; it goes to a terminal or a file of plain text.
  ///
  /// - Parameters:
  ///   - text: The template, over the names of `keys`.
  ///   - file: What it is called in messages.
  /// - Throws: `malformedTemplate` at the tag that is wrong.
  public init(_ text: String, file: String) throws(PipelineError) {
    template = try Template(text, file: file, keys: AnnouncementTemplate.keys)
  }

  /// The wording with what can be said of a letter in one language.
  ///
  /// - Throws: `malformedTemplate` where it gets larger than `Template.renderedBytes`.
  public func text(_ announcement: Announcement, letter: String) throws(PipelineError) -> String {
    func bounds(_ bounds: Bounds) -> TemplateValue {
      .group([
        "reported": .number(bounds.reported), "at_least": .number(bounds.atLeast), "at_most": .number(bounds.atMost),
        "allowance": .number(bounds.allowance), "is_exact": .flag(bounds.isExact),
      ])
    }
    func sentences(_ make: (Announcement.Form) -> String?) -> TemplateValue {
      .group([
        "exact": .text(make(.exact) ?? ""), "over": .text(make(.over) ?? ""), "nearly": .text(make(.nearly) ?? ""),
      ])
    }
    let facts = announcement.facts
    let context: TemplateContext = [
      "letter": .text(letter), "language": .text(announcement.language.rawValue),
      "statement": sentences(announcement.statement), "call": sentences(announcement.call),
      "remarks": .list(announcement.remarks.map { ["text": .text($0)] }),
      "organizations": bounds(facts.organizations), "countries": bounds(facts.countries),
      "over": .number(announcement.number(.over) ?? 0), "nearly": .number(announcement.number(.nearly) ?? 0),
      "types": .list(
        facts.types.map {
          [
            "type": .text($0.type.rawValue), "name": .text($0.type.displayName), "at_least": .number($0.atLeast),
            "reported": .number($0.reported),
          ]
        }),
      "names": .list(announcement.names.map { ["name": .text($0)] }),
      "sections": .number(facts.sections), "networks": .number(facts.networks), "people": .number(facts.people),
    ]
    return String(decoding: try template.render(context, as: .plain), as: UTF8.self)
  }

  /// The names that a wording may use.
  public static let keys: [TemplateKey] = [
    TemplateKey("letter", .text, "the letter's name"),
    TemplateKey("language", .text, "the language's code"),
    TemplateKey("statement", .group(forms), "who has signed, in a sentence"),
    TemplateKey("call", .group(forms), "a call to join those who have signed, with names"),
    TemplateKey("remarks", .list([TemplateKey("text", .text, "one sentence")]), "what belongs to the counts"),
    TemplateKey("organizations", .group(SummaryKeys.exactBounds), "how many organizations"),
    TemplateKey("countries", .group(SummaryKeys.exactBounds), "how many countries"),
    TemplateKey("over", .number, "the round number that `over` may be said of; 0 where there is none"),
    TemplateKey("nearly", .number, "the one that `nearly` may be said of; likewise"),
    TemplateKey(
      "types",
      .list([
        TemplateKey("type", .text, "its slug"), TemplateKey("name", .text, "its name in English"),
        TemplateKey("at_least", .number, "for certain"), TemplateKey("reported", .number, "with weak guesses"),
      ]), "types that some organization has for certain, the largest first"),
    TemplateKey("names", .list([TemplateKey("name", .text, "an organization")]), "the signers that a call names"),
    TemplateKey("sections", .number, "how many are sections of others"),
    TemplateKey("networks", .number, "how many are networks for certain"),
    TemplateKey("people", .number, "how many people signed as well"),
  ]

  private static let forms = [
    TemplateKey("exact", .text, "with the number as reported"),
    TemplateKey("over", .text, "with a round number that no open proposal can undo; empty where there is none"),
    TemplateKey("nearly", .text, "with a round number just above; likewise"),
  ]
}
