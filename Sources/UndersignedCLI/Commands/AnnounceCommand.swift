import ArgumentParser
import Tabular
import Undersigned

struct AnnounceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce",
    abstract: "Sentences fit to publish, and why they hold.",
    discussion: """
      Prints what can truthfully be said of a letter: how many organizations from how many countries signed, exactly and \
      in round numbers that no open proposal can undo, with the types that are certain, and a call that names some of \
      the signers. Why each holds goes to standard error.
      """)

  @Argument(
    help: "Exports, tallies, folders or pipeline files; '-' is standard input. Default: Inputs, or this folder.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Of the sentences; may be given again. Default: en.", valueName: "language"))
  var language: [MessageLanguage] = []

  @Option(help: ArgumentHelp("The signer that speaks: it counts itself out.", valueName: "name"))
  var speakingAs: String?

  @Option(help: ArgumentHelp("How many signers the call names.", valueName: "count"))
  var names = 4

  @Option(help: ArgumentHelp("A signer that the call names; may be given again.", valueName: "name"))
  var name: [String] = []

  @Option(help: ArgumentHelp("A signer that the call never names; may be given again.", valueName: "name"))
  var never: [String] = []

  @Option(help: ArgumentHelp("How many types a sentence tells.", valueName: "count"))
  var types = 3

  @Option(
    help: ArgumentHelp(
      "Print the signers instead, as Markdown: by country (international bodies first), by type, or by name.",
      valueName: "order"))
  var list: SignatoryList.Order?

  @Flag(help: "Print the list as CSV.")
  var csv = false

  @Option(
    help: ArgumentHelp(
      "A mustache template for the text, once for each language. See 'undersigned template --announcement'.",
      valueName: "file"))
  var template: String?

  @Option(
    defaultAsFlag: AnnounceCommand.letterLedger,
    help: ArgumentHelp(
      "Append what is announced to the letter's ledger, or to another file: a line for each language, with the figures "
        + "and the inputs' hashes.",
      valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "The day to record. Default: that of SOURCE_DATE_EPOCH, else today.", valueName: "yyyy-mm-dd"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "Which sentence to record: exact, over or nearly; exact where it can't be said. Default: over.",
      valueName: "form"))
  var form: Announcement.Form = .over

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var counting: CountingOptions

  @Flag(name: .shortAndLong, help: "Don't say why the sentences hold.")
  var quiet = false

  @Flag(help: "Print JSON instead of text.")
  var json = false

  /// What stands for the letter's own ledger where no file is named.
  static let letterLedger = "ledger.csv"

  func validate() throws {
    if record == nil, on != nil { throw ValidationError("--on is for --record.") }
    if let on, Day(on) == nil { throw ValidationError("'\(on)' is no day such as 2026-11-22.") }
    if list != nil, record != nil { throw ValidationError("Choose one of --list and --record.") }
    if names < 0 { throw ValidationError("A call can't name \(names) signers.") }
    if csv, list == nil { throw ValidationError("--csv is for --list.") }
    if template != nil, json || list != nil || record != nil {
      throw ValidationError("--template is for the sentences alone.")
    }
    if types < 0 { throw ValidationError("A sentence can't tell \(types) types.") }
  }

  func run() throws {
    if let list { return try Failure.exiting { () throws(PipelineError) in try printList(list) } }
    if let template {
      return try Failure.exiting { () throws(PipelineError) in
        try printWording(AnnouncementTemplate(TemplateFiles.text(of: template), file: template))
      }
    }
    let texts = try Failure.exiting { () throws(PipelineError) in
      var texts: [AnnouncementText] = []
      for letter in try LetterDiscovery.letters(at: paths, reading.trust) {
        let (summary, inputs) = try letter.counted(reading, counting, withOtherReadings: record != nil)
        let text = try text(letter, summary)
        texts.append(text)
        if let record { try append(text, of: letter, try letter.files(inputs, counting), to: record) }
      }
      return texts
    }
    if json {
      Terminal.print(JSONText.array(texts.map(\.json)).description)
    } else {
      Terminal.print(Terminal.inert(texts.map(\.text).joined(separator: "\n\n")))
      if !quiet { for text in texts { Terminal.message(text.reasons) } }
    }
  }

  private func printWording(_ wording: AnnouncementTemplate) throws(PipelineError) {
    for letter in try LetterDiscovery.letters(at: paths, reading.trust) {
      let text = try text(letter, try letter.summary(reading, counting))
      for announcement in text.announcements {
        Terminal.write(Array(Terminal.inert(try wording.text(announcement, letter: letter.name)).utf8))
      }
      if !quiet { Terminal.message(text.reasons) }
    }
  }

  private func printList(_ order: SignatoryList.Order) throws(PipelineError) {
    let countries = Countries()
    for letter in try LetterDiscovery.letters(at: paths, reading.trust) {
      let summary = try letter.summary(reading, counting)
      for language in language.isEmpty ? [.english] : language {
        let list = SignatoryList(summary, by: order, in: language) {
          countries.name(of: $0, language: language.rawValue)
        }
        if csv {
          Terminal.write(SignatoryReport.csv(list))
        } else {
          Terminal.print(Terminal.inert(SignatoryReport.markdown(list)))
        }
        if list.unlisted > 0 { Terminal.message("\(letter.name): \(list.unlisted) more may not be listed") }
      }
    }
  }

  /// Adds what is announced to a ledger.
  private func append(
    _ text: AnnouncementText, of letter: Letter, _ files: [InputFile], to record: String
  ) throws(PipelineError) {
    let path = record == AnnounceCommand.letterLedger ? letter.ledgerPath : record
    let day = on.flatMap { Day($0) } ?? Clock.announcementDay
    let entries = text.announcements.compactMap {
      LedgerEntry(on: day, letter: letter.name, $0, form, of: text.summary, inputs: files)
    }
    let added = try Ledger(path: path, letter: letter.name).append(entries)
    if !quiet { Terminal.message("\(letter.name): \(added == 0 ? "recorded already" : "recorded") in \(path)") }
  }

  private func text(_ letter: Letter, _ summary: Summary) throws(PipelineError) -> AnnouncementText {
    let lookup = SignerLookup(summary)
    let speaker = try speakingAs.map { (name) throws(PipelineError) in try lookup.signer(called: name) }
    var showcase = Showcase(count: names)
    for wanted in name { showcase.mustName.append(try lookup.signer(called: wanted).id) }
    for unwanted in never {
      for signer in lookup.signers(called: unwanted) { showcase.neverName.insert(signer.id) }
    }
    if let speaker { showcase.neverName.insert(speaker.id) }
    let facts = AnnouncementFacts(summary, speaker: speaker)
    let boasted = Announcement(facts, in: .english, typeLimit: types).boasts.map(\.type)
    let named = showcase.choose(from: summary, types: boasted)
    let languages = language.isEmpty ? [.english] : language
    return AnnouncementText(
      letter: letter.name, summary: summary, facts: facts,
      announcements: languages.map { Announcement(facts, in: $0, names: named.map(\.name), typeLimit: types) })
  }
}

extension MessageLanguage: ExpressibleByArgument {}
extension SignatoryList.Order: ExpressibleByArgument {}
extension Announcement.Form: ExpressibleByArgument {}
