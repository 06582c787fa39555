import Foundation

/// A small clean export, and what can be said of how it is written: each pollution changes one thing.
struct PollutedExport {
  static let header = ["Organization", "Country", "Contact", "Email", "Date"]
  /// Names with quotes (`"`), delimiters (`,`) and line ends, which are put in as the export writes them.
  static let records = [
    ["Ärzte für Beispiele e. V.", "Germany", "Testa Testperson", "a@example.org", "2026-03-01"],
    ["Centro, de Ejemplo", "Spain", "Testo Testperson", "b@example.org", "2026-03-02"],
    ["Unión Inventada", "Mexico", "Testi Testperson", "c@example.org", "2026-03-02"],
    ["The \"Imaginary\" Workers", "Canada", "Testu Testperson", "d@example.org", "2026-03-03"],
    ["Fédération Fictive", "France", "Testy Testperson", "e@example.org", "2026-03-04"],
    ["Made-up\nMuseum", "Ireland", "Teste Testperson", "f@example.org", "2026-03-05"],
    ["Stichting Voorbeeld", "Netherlands", "Testx Testperson", "g@example.org", "2026-03-05"],
    ["Nobody Choir", "Canada", "Testz Testperson", "h@example.org", "2026-03-06"],
  ]

  var delimiter = ","
  var quote = "\""
  /// What stands before a quote inside quotes: another quote, or a backslash.
  var escape = "\""
  var quotesEveryField = false
  /// Taken in turn.
  var terminators = ["\n"]
  var endsLastRecord = true
  /// Lines before and after, and between every two records; `{d}` stands for the delimiter.
  var before: [String] = []
  var between: [String] = []
  var after: [String] = []
  var repeatsHeader = false
  var padding = ""
  var encode: @Sendable (String) -> [UInt8] = { Array($0.utf8) }

  /// The records as they have to come out.
  var expected: [[String]] { PollutedExport.records.map { $0.map(written) } }

  var bytes: [UInt8] {
    var lines = before.map { $0.replacing("{d}", with: delimiter) }
    lines.append(line(PollutedExport.header))
    for (number, record) in expected.enumerated() {
      if number > 0 { lines += between.map { $0.replacing("{d}", with: delimiter) } }
      if repeatsHeader, number == 4 { lines.append(line(PollutedExport.header)) }
      lines.append(line(record))
    }
    lines += after.map { $0.replacing("{d}", with: delimiter) }
    var text = ""
    for (number, line) in lines.enumerated() {
      text += line
      if endsLastRecord || number < lines.count - 1 { text += terminators[number % terminators.count] }
    }
    return encode(text)
  }

  /// An answer with the marks that this export uses.
  private func written(_ answer: String) -> String {
    // What is a quote here stands around a part of the name, and what delimits stands in it.
    answer.replacing("\"", with: quote).replacing(",", with: delimiter)
  }

  private func line(_ answers: [String]) -> String {
    answers.map { answer in
      let isQuoted = quotesEveryField || [quote, delimiter, "\n"].contains { answer.contains($0) }
      let content = answer.replacing(quote, with: escape + quote)
      return padding + (isQuoted ? quote + content + quote : answer) + padding
    }.joined(separator: delimiter)
  }
}
