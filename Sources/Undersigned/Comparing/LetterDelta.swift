/// What changed between two editions of a letter, or two letters.
public struct LetterDelta: Sendable {
  /// An organization that goes by another name now.
  public struct Rename: Hashable, Sendable {
    /// Its name before.
    public var old: String
    /// Its name now.
    public var new: String
    /// The words for where it is.
    public var homeName: String
  }

  /// Organizations that stand in the new one alone, those that may be listed by name.
  public let joined: [SharedSigners.Signer]
  /// Organizations that stand in the old one alone; whoever tells this names none of them unasked.
  public let left: [SharedSigners.Signer]
  /// How many stand in both.
  public let stayed: Int
  /// Organizations of both whose names share no compare form.
  public let renamed: [Rename]
  /// Countries that the new one has and the old one had not, with the organizations that bring them.
  public let firstFrom: [(country: CountryCode, signers: [SharedSigners.Signer])]
  /// Pairs of one that left and one that joined which may be the same, the likeliest first.
  public let perhapsRenamed: [(old: SharedSigners.Signer, new: SharedSigners.Signer)]

  /// Compares the first of some letters with the second.
  ///
  /// - Precondition: There are two letters at least.
  public init(_ shared: SharedSigners) {
    let signers = shared.signers
    let isOld = signers.map { $0.signed(0) }
    let isNew = signers.map { $0.signed(1) }
    joined = signers.indices.filter { isNew[$0] && !isOld[$0] }.map { signers[$0] }
    left = signers.indices.filter { isOld[$0] && !isNew[$0] }.map { signers[$0] }
    let both = signers.indices.filter { isOld[$0] && isNew[$0] }.map { signers[$0] }
    stayed = both.count
    renamed = both.compactMap { signer in
      guard !signer.name.isEmpty, let old = signer.names[0], let new = signer.names[1], !old.isEmpty, !new.isEmpty,
        CompareForm.fold(old) != CompareForm.fold(new)
      else { return nil }
      return Rename(old: old, new: new, homeName: signer.homeName)
    }
    let known = Set(signers.indices.filter { isOld[$0] }.compactMap { signers[$0].country })
    let fresh = Dictionary(
      grouping: joined.filter { $0.country.map { !known.contains($0) } ?? false }, by: { $0.country! })
    firstFrom = fresh.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    perhapsRenamed = shared.proposals.compactMap { left, right, _ in
      if isOld[left], !isNew[left], isNew[right], !isOld[right] { return (signers[left], signers[right]) }
      if isOld[right], !isNew[right], isNew[left], !isOld[left] { return (signers[right], signers[left]) }
      return nil
    }
  }
}
