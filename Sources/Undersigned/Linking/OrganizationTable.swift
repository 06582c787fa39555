import Tabular

/// What several mentions denote.
public struct Organization: Sendable {
  /// One of its mentions, and why it belongs here.
  public struct Member: Sendable {
    /// Index into the table's mentions.
    public var mention: Int
    /// 0 through 1: how sure it is that it belongs here; 1 for the canonical mention.
    public var score: Double
    /// Why it denotes the same organization as the canonical mention; none for that one itself.
    var reasons: EvidenceList

    /// Why it denotes the same organization as the canonical mention; empty for that one itself.
    ///
    /// - Complexity: O(bytes), for the reasons are packed.
    public var evidence: [Evidence] { reasons.evidence }
  }

  /// Stable as long as its canonical name and country are: derived from them alone.
  public var id: String
  /// The canonical name: one that a signer wrote (most signatures, then longest, then first in byte order), or the one
  /// that a decision gives.
  public var name: String
  /// Its mentions, the canonical one first, then in the order of their display forms.
  public var members: [Member]
  /// Where it is.
  public var location: Location
  /// The organization that this one is a section of: an index into the table, where the parent signed as well.
  public var parent: Int?
  /// The parent's name; set whenever this is known to be a section.
  public var parentName: String?
}

/// A pair of organizations that evidence alone can't settle.
public struct Proposal: Sendable {
  /// Index of the one, the lower of both.
  public var left: Int
  /// Index of the other.
  public var right: Int
  /// 0 through 1: how likely they are the same.
  public var score: Double
  /// Why it is proposed.
  var reasons: EvidenceList

  /// Why it is proposed.
  ///
  /// - Complexity: O(bytes), for the reasons are packed.
  public var evidence: [Evidence] { reasons.evidence }
}

/// Mentions grouped by the organization that they denote.
public struct OrganizationTable: Sendable {
  /// The mentions, and what was decided of them.
  public var decided: DecidedTable
  /// The organizations, in the order of their names' compare forms, then countries, then ids.
  public var organizations: [Organization]
  /// What a person should look at, the most likely first.
  public var proposals: [Proposal]
  /// What was odd, up to here.
  public var findings: [Finding]
  /// How many names linking told apart: by compare form and country.
  public var distinctNames = 0
  /// How many pairs of them it compared.
  public var comparedPairs = 0
}
