import Tabular

/// The system that wrote an export, recognized by its headers.
public enum Platform: String, CaseIterable, Hashable, Sendable {
  /// Action Network.
  case actionNetwork = "action-network"
  /// OSDI.
  case osdi = "osdi"
  /// ActionKit.
  case actionKit = "actionkit"
  /// NationBuilder.
  case nationBuilder = "nationbuilder"
  /// CiviCRM.
  case civiCRM = "civicrm"
  /// EveryAction.
  case everyAction = "everyaction"
  /// Google Forms.
  case googleForms = "google-forms"
  /// Microsoft Forms.
  case microsoftForms = "microsoft-forms"
  /// SurveyMonkey.
  case surveyMonkey = "surveymonkey"
  /// Typeform.
  case typeform = "typeform"
  /// Tally.
  case tally = "tally"
  /// Jotform.
  case jotform = "jotform"
  /// Airtable.
  case airtable = "airtable"
  /// Mailchimp.
  case mailchimp = "mailchimp"
  /// Change.org.
  case changeOrg = "change-org"
  /// UK Parliament petitions.
  case ukParliament = "uk-parliament"
  /// SpeakOut!.
  case speakOut = "speakout"
  /// Gravity Forms.
  case gravityForms = "gravity-forms"
  /// WPForms.
  case wpForms = "wpforms"
  /// KoboToolbox.
  case koboToolbox = "kobotoolbox"
  /// LimeSurvey.
  case limeSurvey = "limesurvey"
  /// Decidim.
  case decidim = "decidim"
  /// openletter.earth.
  case openLetterEarth = "openletter-earth"
  /// Proca.
  case proca = "proca"
  /// Postbug.
  case postbug = "postbug"

  /// Its own name for itself.
  public var displayName: String {
    switch self {
    case .actionNetwork: "Action Network"
    case .osdi: "OSDI"
    case .actionKit: "ActionKit"
    case .nationBuilder: "NationBuilder"
    case .civiCRM: "CiviCRM"
    case .everyAction: "EveryAction"
    case .googleForms: "Google Forms"
    case .microsoftForms: "Microsoft Forms"
    case .surveyMonkey: "SurveyMonkey"
    case .typeform: "Typeform"
    case .tally: "Tally"
    case .jotform: "Jotform"
    case .airtable: "Airtable"
    case .mailchimp: "Mailchimp"
    case .changeOrg: "Change.org"
    case .ukParliament: "UK Parliament petitions"
    case .speakOut: "SpeakOut!"
    case .gravityForms: "Gravity Forms"
    case .wpForms: "WPForms"
    case .koboToolbox: "KoboToolbox"
    case .limeSurvey: "LimeSurvey"
    case .decidim: "Decidim"
    case .openLetterEarth: "openletter.earth"
    case .proca: "Proca"
    case .postbug: "Postbug"
    }
  }

  /// What speaks for a platform: the headers that it is known to write.
  struct Detection: Hashable, Sendable {
    var platform: Platform
    var headers: [String]
  }

  /// The platform whose headers stand in the export, if they say enough: one header that hardly anybody else writes, or
  /// two that hint at it.
  static func detect(_ fields: [TabularDocument.Field], in vocabulary: HeaderVocabulary) -> Detection? {
    var weights: [Platform: Int] = [:]
    var headers: [Platform: [String]] = [:]
    var seen: Set<String> = []
    for (index, field) in fields.enumerated() {
      let name = field.name.hasPrefix("\u{FEFF}") ? String(field.name.dropFirst()) : field.name
      // A form with branches asks the same twice; that says no more than once.
      guard seen.insert(name).inserted else { continue }
      var entries = vocabulary.entries(for: CompareForm.fold(name))
      if entries.isEmpty, let dot = name.lastIndex(of: ".") {
        entries = vocabulary.entries(for: CompareForm.fold(String(name[name.index(after: dot)...])))
      }
      for entry in entries where entry.weight > 0 {
        guard let platform = Platform(rawValue: entry.platform) else { continue }
        // Anybody may call a field `Timestamp`; Google writes it first.
        if platform == .googleForms, index > 0 { continue }
        weights[platform, default: 0] += entry.weight
        headers[platform, default: []].append(field.name)
      }
    }
    let best = weights.filter { $0.value >= 2 }.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    return best.map { Detection(platform: $0.key, headers: headers[$0.key] ?? []) }
  }
}
