/// The headings, labels and explanations of reports, for templates and for the script of the page.
enum PageWords {
  /// The names of `words` in templates.
  static let names: [String] = [
    "a_section_of", "about_also", "action_apart", "action_first", "action_same", "action_second", "action_skip",
    "action_undo", "all", "and", "apart_rows", "at_least", "at_most", "bounds_of_rows", "by_country",
    "by_country_and_type", "by_region", "by_scope", "by_subregion", "by_type", "choice", "chosen", "copy_lines",
    "counted", "counting_rules", "countries", "country", "data_quality", "every_record", "existing_file",
    "existing_file_first", "figure", "filter", "finding", "findings_file", "first", "first_on", "first_signed",
    "for_example", "guess", "here", "how_to_read", "if_nothing_accepted", "if_one", "input", "invisible_links",
    "keys_on_a_pair", "left_out_here", "left_out_of_at_least", "line", "made_by", "matrix_caption",
    "needs_decision", "nothing_open", "nothing_wrong", "open_one", "open_proposals", "optional_who", "organization",
    "organizations", "organizations_counted", "organizations_listed", "organizations_open", "other_files",
    "other_types", "page_findings_first", "page_lists_first", "page_proposals_first", "paste_decisions",
    "people_apart", "people_by_country", "read_files", "read_organizations", "read_over", "read_weak_types",
    "reason", "records", "records_by_input", "region", "reported", "review", "review_intro", "rule",
    "rules_caption", "rules_intro", "save_decisions", "scope", "score", "search_help", "search_names", "second",
    "sections", "sections_of_report", "severity", "share", "signatures", "skip_to_report", "subregion", "sum",
    "times", "total", "type", "ways_written", "weak_guesses", "weight", "what_to_do", "who_decides", "who_signed",
    "why", "why_one", "yes",
  ]

  /// The same, documented by what they say in English.
  static let keys: [TemplateKey] = {
    let english = ReportWords(.english)
    return names.map { TemplateKey($0, .wording, "“\(english("words.\($0)"))”") }
  }()

  /// The words in a language.
  static func context(_ words: ReportWords) -> TemplateContext {
    TemplateContext(of: Set(names), names.map { name in (name, { .wording(words("words.\(name)")) }) })
  }

  /// What the script says.
  static let scriptNames = [
    "contradiction", "copied-file", "copied-lines", "copy-refused", "countries", "file-read", "headline", "open",
    "organizations", "preview", "range", "rows", "saved", "section-already", "shown", "wrong-file",
  ]

  /// A JSON object with the `language`, its mark between thousands (`group`) and the `least` number of digits that has
  /// one, the names of the actions, and what the script says: an object of forms by plural category each.
  static func json(_ words: ReportWords) -> String {
    let actions = ["same", "apart", "first", "second"].map { action in
      "\(JSONScalars.quoted(action)):\(JSONScalars.quoted(words("words.action_\(action)")))"
    }
    let messages = scriptNames.map { name in
      let forms = words.forms("script.\(name)").map { "\(JSONScalars.quoted($0)):\(JSONScalars.quoted($1))" }
      return "\(JSONScalars.quoted(name)):{\(forms.joined(separator: ","))}"
    }
    let language = words.language
    return "{\"language\":\(JSONScalars.quoted(language.rawValue)),"
      + "\"group\":\(JSONScalars.quoted(language.groupingMark)),\"least\":\(language.leastGroupedDigits),"
      + "\"actions\":{\(actions.joined(separator: ","))},\"messages\":{\(messages.joined(separator: ","))}}"
  }
}
