/// Takes names that may not be listed out of messages and evidence that quote them.
struct NameMask {
  private let names: Set<String>

  /// Takes nothing out.
  static let none = NameMask(withheld: [], listed: [])

  /// - Parameters:
  ///   - withheld: Names as written that stand in no list.
  ///   - listed: Names that do; what is quoted of them stays.
  init(withheld: Set<String>, listed: Set<String>) {
    guard !withheld.isEmpty else {
      names = []
      return
    }
    // By bytes, for a mark at the start of a name makes one character with the quote.
    let quotable = { (name: String) in
      [name, CompareForm.fold(name)].map { String(decoding: quoted($0).utf8.dropFirst().dropLast(), as: UTF8.self) }
    }
    names = Set(withheld.flatMap(quotable)).subtracting(listed.flatMap(quotable))
  }

  /// The reasons with their particulars masked.
  func apply(_ evidence: [Evidence]) -> [Evidence] {
    guard !names.isEmpty else { return evidence }
    return evidence.map { Evidence($0.name, $0.weight, apply($0.detail)) }
  }

  /// Packed reasons, likewise.
  func apply(_ reasons: EvidenceList) -> EvidenceList {
    names.isEmpty || reasons.isEmpty ? reasons : EvidenceList(apply(reasons.evidence))
  }

  /// The message with `(a name that may not be listed)` for each such name between quotes.
  func apply(_ message: String) -> String {
    guard !names.isEmpty else { return message }
    let quotes = message.utf8.indices.filter { message.utf8[$0] == UInt8(ascii: "'") }
    for (place, start) in quotes.enumerated() {
      let inner = message.utf8.index(after: start)
      // The longest quotation first: a name may hold an apostrophe itself.
      for end in quotes[(place + 1)...].reversed() where names.contains(String(message[inner..<end])) {
        return message[..<start] + "(a name that may not be listed)"
          + apply(String(message[message.utf8.index(after: end)...]))
      }
    }
    return message
  }
}
