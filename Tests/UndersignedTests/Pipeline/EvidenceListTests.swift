import Testing

@testable import Undersigned

@Suite struct EvidenceListTests {
  private let lists = [
    [Evidence("shared-words", 0.81, "tori, fundación = foundation"), Evidence("other-words", -0.11)],
    [],
    [Evidence("shared-words", .leastNonzeroMagnitude, String(repeating: "ẅ", count: 200)), Evidence("", 0, "")],
  ]

  @Test func packingLosesNothing() {
    #expect(EvidenceList.packed(lists).map(\.evidence) == lists)
    for list in lists { #expect(EvidenceList(list).evidence == list) }
    #expect(EvidenceList.packed([]).isEmpty)
  }

  @Test func onlyAListWithoutReasonsIsEmpty() {
    #expect(EvidenceList.packed(lists).map(\.isEmpty) == [false, true, false])
    #expect(EvidenceList.none.isEmpty && EvidenceList.none.evidence.isEmpty)
  }

  /// What else was packed with a list is no part of it.
  @Test func listsAreEqualWhereverTheyArePacked() {
    let together = EvidenceList.packed(lists)
    for (list, packed) in zip(lists, together) {
      #expect(EvidenceList(list) == packed)
      #expect(EvidenceList(list).hashValue == packed.hashValue)
    }
    #expect(together[0] != together[2])
  }

  @Test func moreKindsThanAByteCountsKeepTheirNames() {
    let many = (0..<300).map { [Evidence("reason-\($0)", Double($0), "\($0)")] }
    #expect(EvidenceList.packed(many).map(\.evidence) == many)
  }
}
