import Tabular

/// A field whose answers say yes or no to something, decided once for each distinct answer.
struct ClaimField: Sendable {
  private let ids: NumberColumn
  private let claims: [SignatureState.Claim]
  /// How many records have an answer that could not be understood.
  let unknownRecords: Int
  /// The header, for findings.
  let header: String

  /// - Parameters:
  ///   - isCheckbox: Whether an empty answer means no where all others mean yes: an unticked box leaves nothing behind.
  ///   - claim: What an answer says.
  init(
    _ header: String, _ column: EncodedColumn, isCheckbox: Bool, claim: (String) -> SignatureState.Claim
  ) {
    self.header = header
    ids = column.ids
    var claims = (0..<column.answers.count).map { $0 == 0 ? .unknown : claim(column.answers.string($0)) }
    let filled = claims.dropFirst()
    let understood = filled.count { $0 != .unknown }
    // Ticked boxes leave one answer (`checked`, the sentence beside the box) or a moment.
    let isTicked = understood > 0 && filled.allSatisfy { $0 == .yes }
    if isCheckbox, isTicked { claims[0] = .no }
    self.claims = claims
    let isOpen = claims.indices.map { $0 > 0 && claims[$0] == .unknown }
    unknownRecords = isOpen.contains(true) ? column.ids.count { isOpen[Int($0)] } : 0
  }

  /// What record `index` says.
  subscript(index: Int) -> SignatureState.Claim { claims[Int(ids[index])] }
}
