import Tabular

extension RecordReader {
  /// The records with an answer that may hold the name of its signer: of more than one word (or in a script without
  /// spaces), and of no more than a few signers. What many people give for their organization is no one's name.
  func recordsThatMayNameTheirSigner() -> [Int] {
    guard !personNames.isEmpty else { return [] }
    var isOpen = names.map { answer in
      answer.verdict == .name && answer.text.utf8.contains { $0 >= 0x80 || !(0x30...0x7A).contains($0) }
    }
    let limit = 8
    var signers: [Int: Set<UInt64>] = [:]
    var found: [Int] = []
    for index in organization.ids.indices {
      let (typed, belongs) = answers(index)
      guard isOpen[typed] || isOpen[belongs] else { continue }
      let signer = personNames.reduce(UInt64(0)) { ($0 ^ $1[index]) &* 0x9E37_79B9_7F4A_7C15 }
      guard signer != 0 else { continue }
      found.append(index)
      for answer in [typed, belongs] where isOpen[answer] {
        signers[answer, default: []].insert(signer)
        if signers[answer, default: []].count > limit {
          isOpen[answer] = false
          signers[answer] = nil
        }
      }
    }
    return found.filter { index in
      let (typed, belongs) = answers(index)
      return isOpen[typed] || isOpen[belongs]
    }
  }

  /// Takes the signers' own names out of their answers.
  mutating func leaveOut(_ signers: SignerNames, in records: [Int]) {
    struct Pair: Hashable {
      var answer: Int
      var signer: [UInt32]
    }
    var known: [Pair: Int] = [:]
    let shared = SharedWords(signers.columns)
    // By answer, once they are asked for.
    var words = [[Int]?](repeating: nil, count: names.count)
    func reread(_ answer: Int, _ index: Int) -> Int {
      guard names[answer].verdict == .name else { return answer }
      if words[answer] == nil { words[answer] = SharedWords.words(ofAnswer: names[answer].text) }
      guard let own = words[answer], shared.mayHold(own, record: index) else { return answer }
      let pair = Pair(answer: answer, signer: signers.key(index))
      if let number = known[pair] { return number }
      var number = answer
      if let own = answerReader.read(names[answer], signedBy: signers.names(index)) {
        number = names.count
        names.append(own)
      }
      known[pair] = number
      return number
    }
    for index in records {
      let (typed, belongs) = answers(index)
      let own = (organization: reread(typed, index), affiliation: reread(belongs, index))
      if own != (typed, belongs) { ownAnswers[index] = own }
    }
  }
}
