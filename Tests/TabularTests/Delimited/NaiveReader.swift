/// The plainest reader of RFC 4180 that there can be, as an oracle: well-formed text only, lines of spaces only are
/// blank.
enum NaiveReader {
  static func records(_ text: String, delimiter: Character = ",", quote: Character = "\"") -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var sawQuote = false
    var characters = text.unicodeScalars.map(Character.init)[...]
    func isBlank() -> Bool { record.isEmpty && !sawQuote && field.allSatisfy { $0 == " " } }
    while let character = characters.popFirst() {
      if isQuoted {
        if character != quote {
          field.append(character)
        } else if characters.first == quote {
          field.append(quote)
          characters.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == quote && field.isEmpty && !sawQuote {
        (isQuoted, sawQuote) = (true, true)
      } else if character == delimiter {
        record.append(field)
        (field, sawQuote) = ("", false)
      } else if character == "\n" || character == "\r" {
        if character == "\r" && characters.first == "\n" { characters.removeFirst() }
        if !isBlank() { records.append(record + [field]) }
        (record, field, sawQuote) = ([], "", false)
      } else {
        field.append(character)
      }
    }
    if !isBlank() { records.append(record + [field]) }
    return records
  }
}
