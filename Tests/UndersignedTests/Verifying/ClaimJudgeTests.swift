import Testing

@testable import Undersigned

@Suite struct ClaimJudgeTests {
  private func claims(_ text: String, _ summary: Summary? = nil) throws -> [VerifiedClaim] {
    VerifyText().claims(in: text, against: try summary ?? ClaimTableTests.letter())
  }

  @Test func anOutcomeOfProposalsIsNamed() throws {
    let claim = try #require(try claims("We, 56 organizations, have signed.").first)
    #expect(claim.verdict == .trueOnlyIf)
    #expect(claim.bounds == Bounds(reported: 57, atLeast: 55, atMost: 57))
    #expect(claim.reason.contains("holds if exactly 1 of the 2 open proposals in proposals.csv are accepted"))
    #expect(claim.suggestion == "over 50 organizations")
  }

  /// Texts, and the end of the reason where links that show in no name are allowed for; nothing for what is true.
  @Test(arguments: [
    ("Over 53 organizations signed.", ""),
    (
      "Over 54 organizations signed.",
      "holds whatever becomes of open proposals if at most 0 links show in no name (--invisible-links allows for 1)"
    ),
    (
      "Over 55 organizations signed.",
      "holds if at most 1 of these come true: the 2 open proposals in proposals.csv, first 'Body 19' and 'Body 6', "
        + "and 1 link that --invisible-links allows for"
    ),
    ("We, 57 organizations, including 14 trade unions, have signed.", ""),
    (
      "At least 14 trade unions have signed.",
      "holds if at most 0 links of them show in no name "
        + "(--invisible-links allows for 1)"
    ),
    ("We, 57 organizations, including 13 trade unions, have signed.", ""),
  ])
  func linksThatShowInNoNameAreAllowedFor(text: String, reason: String) throws {
    let summary = try ClaimTableTests.letter(allowing: .standard)
    #expect(
      summary.headline.organizations == Bounds(reported: 57, atLeast: 54, atMost: 57, allowance: 1))
    let claims = try claims(text, summary)
    #expect(claims.allSatisfy { $0.verdict == .isTrue } == reason.isEmpty)
    #expect(reason.isEmpty || claims.first?.reason.hasSuffix("; \(reason)") == true, "\(claims)")
  }

  @Test func otherReadingsOfTheExportsAreNamed() throws {
    var summary = try ClaimTableTests.letter()
    let rules = summary.sensitivity.indices.filter {
      [.affiliatedPerson, .unverified].contains(summary.sensitivity[$0].rule)
    }
    for (index, count) in zip(rules, [40, 63]) {
      let choice = try #require(summary.sensitivity[index].choices.firstIndex { !$0.isChosen })
      summary.sensitivity[index].choices[choice].organizations = count
    }
    let reasons = try ["40 organizations signed.", "63 organizations signed."].map {
      try #require(claims($0, summary).first).reason
    }
    #expect(reasons[0].hasSuffix("; holds with --affiliated-person person-signs, which counts 40"))
    #expect(reasons[1].hasSuffix("; holds with --count-unverified, which counts 63"))
  }

  @Test func whoSpeaksIsLeftOutOfTheOthers() throws {
    var letter = LetterBuilder()
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion)
    letter.add("Central de Exemplo", .at("BR"), .tradeUnion)
    letter.add("Comité de Ejemplo", .at("CL"), .ngo)
    letter.add("Otro Ejemplo", .at("CL"), .ngo)
    let summary = try letter.summary()
    let speaker = try #require(summary.organizations.first { $0.name == "Voorbeeldbond" })
    func verdicts(_ text: String, knowing speaker: OrganizationLine?) -> [VerifiedClaim.Verdict] {
      VerifyText().claims(in: text, against: summary, speaker: speaker).map(\.verdict)
    }
    // Without the speaker nothing tells whether it is the only one of its country, or a union.
    let open = "We joined 3 other organizations from 3 countries, including 2 trade unions."
    #expect(verdicts(open, knowing: nil) == [.isTrue, .isTrue, .isTrue])
    #expect(verdicts(open, knowing: speaker) == [.isTrue, .isFalse, .isFalse])
    let exact = "We joined 3 other organizations from 2 countries, including 1 trade union."
    #expect(verdicts(exact, knowing: speaker) == [.isTrue, .isTrue, .isTrue])
    #expect(verdicts("Four organizations from 3 countries have signed.", knowing: speaker) == [.isTrue, .isTrue])
  }

  @Test func anotherPolicyIsNamed() throws {
    let claims = try claims("57 organizations from 12 countries signed.")
    #expect(claims.last?.verdict == .trueOnlyIf)
    #expect(claims.last?.reason == "13 countries; holds with --countries un-members-and-observers, which counts 12")
  }

  @Test func peopleCountedAsOrganizationsAreNoticed() throws {
    let claim = try #require(try claims("87 organizations signed the letter.").first)
    #expect(claim.verdict == .trueOnlyIf)
    #expect(claim.reason.hasSuffix("holds if 30 people are counted as well"))
  }

  @Test func aNameThatIsNearlyASignersIsProposed() throws {
    let claims = try claims("Over 50 organizations signed, including the Central de Exemplos and Voorbeeldbond.")
    let near = try #require(claims.first { $0.claim == "Central de Exemplos" })
    #expect(near.kind == "named" && near.verdict == .trueOnlyIf && near.stated == nil)
    #expect(near.suggestion == "Central de Exemplo (CEX)")
    #expect(near.reason.contains("same,Central de Exemplos,BR,Central de Exemplo (CEX)"))
  }

  @Test func whoMayNotBeNamedIsNotGivenAway() throws {
    var letter = LetterBuilder()
    letter.add("Voorbeeldbond", .at("BE"), .tradeUnion)
    letter.add("Hidden Group", .at("US"), consent: .refused)
    let claims = try claims("Two organizations signed, including Hidden Group and Nobody At All.", letter.summary())
    let reasons = claims.filter { $0.kind == "named" }.map(\.reason)
    #expect(reasons == ["no signer that may be named is called so", "no signer that may be named is called so"])
  }

  @Test func organizationsOfAPlaceAreCountedThere() throws {
    let claims = try claims(
      "57 organizations signed, including 2 from Kenya.\n\n200 organizations from Belgium signed.")
    #expect(claims.map(\.verdict) == [.isTrue, .isTrue, .isFalse])
    #expect((claims.last?.bounds?.reported ?? 99) < 57)
  }

  @Test func namedCountriesAreLookedUp() throws {
    let claims = try claims("Organizations from 13 countries, including Brazil and Japan, signed the letter.")
    #expect(claims.map(\.verdict) == [.isTrue, .isTrue, .isFalse])
    #expect(claims.map(\.claim) == ["13 countries", "Brazil", "Japan"])
  }

  @Test func noClaimNoResult() throws {
    #expect(try claims("").isEmpty)
    #expect(try claims("Nothing to see.").isEmpty)
  }
}
