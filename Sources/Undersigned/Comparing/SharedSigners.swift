/// Which organizations signed which of several letters, or editions of one.
///
/// All letters are linked together, so that an organization which signed under two names is one: a rename is neither a
/// loss nor a gain.
public struct SharedSigners: Sendable {
  /// One of the letters, counted alone.
  public struct Letter: Sendable {
    /// Its tally.
    public var tally: Tally
    /// What is made of it.
    public var classified: ClassifiedTable
    /// What its report says: the names that may be listed are those of this.
    public var summary: Summary

    /// A letter with what a pipeline made of its tally.
    public init(tally: Tally, classified: ClassifiedTable, summary: Summary) {
      self.tally = tally
      self.classified = classified
      self.summary = summary
    }
  }

  /// An organization of the letters together.
  public struct Signer: Hashable, Sendable {
    /// For each letter its canonical name there, empty where it may not be listed; nothing where it did not sign.
    public var names: [String?]
    /// The words for where it is.
    public var homeName: String
    /// The country that it counts for, where it has one.
    public var country: CountryCode?
    /// Its id among all letters.
    public var id: String
    /// Its name among all letters; empty where it may not be listed, or withdrew from one of them.
    public var name: String

    /// Whether it signed a letter.
    public func signed(_ letter: Int) -> Bool { names[letter] != nil }
    /// How many letters it signed.
    public var letters: Int { names.count { $0 != nil } }
  }

  /// Every organization that signed one of the letters and still stands, by name.
  public let signers: [Signer]
  /// Pairs of them that may be one, the likeliest first, as places in `signers`.
  public let proposals: [(left: Int, right: Int, score: Double)]

  /// Links letters with each other.
  ///
  /// - Parameters:
  ///   - letters: Each counted alone, by its own rules and decisions: who withdrew or was taken out there did not sign.
  ///   - classify: From a tally of all letters to organizations; without decisions that take somebody out, which hold
  ///     for one letter only.
  ///   - count: What lists the organizations and tells their homes.
  ///   - withdrawn: Decisions by which somebody withdrew from one of the letters: such a signer is never named.
  public init(
    _ letters: [Letter], classify: some Stage<Tally, ClassifiedTable>, count: Summarize, withdrawn: [Decision] = []
  ) throws(PipelineError) {
    let tally = letters.reduce(Tally.empty) { $0.merged(with: $1.tally) }
    let joint = try classify.run(tally)
    let table = joint.organizations
    let summary = try count.run(joint)
    let lines = Dictionary(summary.organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let unnamed = Set(withdrawn.map { CompareForm.fold($0.name) })
    let namesByRow = letters.map { SharedSigners.names(of: $0, in: table.decided.tally) }
    var placeOf: [Int: Int] = [:]
    var signers: [Signer] = []
    for (index, organization) in table.organizations.enumerated() {
      let rows = organization.members.map { table.decided.mentions[$0.mention].row }
      let names = namesByRow.map { names in
        // Its first name by bytes, where the letter alone could not tell that two names are one.
        rows.compactMap { names[$0] }.min { ByteOrder.precedes($0, $1) }
      }
      guard names.contains(where: { $0 != nil }) else { continue }
      let isUnnamed = organization.members.contains {
        unnamed.contains(table.decided.mentions[$0.mention].name.compareForm)
      }
      placeOf[index] = signers.count
      let home = Home(organization.location, facts: count.countries, policy: count.policy)
      signers.append(
        Signer(
          names: names, homeName: Home.name(of: organization.location, home: home, facts: count.countries),
          country: home.country.flatMap { count.countries.countsAsCountry($0, count.policy.countryRule) ? $0 : nil },
          id: organization.id, name: isUnnamed ? "" : lines[organization.id]?.name ?? ""))
    }
    self.signers = signers
    proposals = table.proposals.compactMap { proposal in
      guard let left = placeOf[proposal.left], let right = placeOf[proposal.right] else { return nil }
      return (left, right, proposal.score)
    }
  }

  /// By row of the tally of all letters, the name of the organization that signed there in one of them.
  private static func names(of letter: Letter, in joint: Tally) -> [Int: String] {
    let translation = AnswerTranslation(from: letter.tally.answers, to: joint.answers)
    var rows: [AnswerCombination: Int] = [:]
    for (index, row) in joint.rows.enumerated() { rows[row.answers] = index }
    let table = letter.classified.organizations
    let own = table.decided.tally
    let listed = Set(letter.summary.organizations.map(\.id))
    var names: [Int: String] = [:]
    for organization in table.organizations {
      let name = listed.contains(organization.id) ? organization.name : ""
      for member in organization.members {
        let answers = own.rows[table.decided.mentions[member.mention].row].answers
        guard let place = translation.translate(answers).flatMap({ rows[$0] }) else { continue }
        names[place] = names[place].map { ByteOrder.precedes($0, name) ? $0 : name } ?? name
      }
    }
    return names
  }
}
