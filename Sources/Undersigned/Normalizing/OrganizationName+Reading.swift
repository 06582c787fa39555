extension OrganizationName {
  /// Understands an answer: cuts it at brackets, dashes, slashes and commas, tells names from acronyms and places, and
  /// folds what it finds.
  ///
  /// - Parameter answer: As typed. An empty one, or one without anything visible, gives an empty name.
  /// - Complexity: O(*n*).
  public init(_ answer: String) {
    let shown = DisplayForm.tidy(answer)
    let display = PersonalMask.removed(from: shown)
    let folded = CompareForm.fold(display)
    self.init(
      display: shown, compareForm: folded.isEmpty ? display : folded, names: [], acronyms: [], qualifiers: [],
      legalForm: nil)
    guard !compareForm.isEmpty else { return }
    let reader = NameReader(display)
    for name in reader.names {
      // Texts that are the same are one in memory.
      let isWhole = name == display
      let compare = isWhole ? compareForm : CompareForm.fold(name)
      guard !compare.isEmpty, !names.contains(where: { $0.compareForm == compare }) else { continue }
      let core = CoreForm(name, compareForm: compare)
      names.append(
        Form(
          display: isWhole ? display : name, compareForm: compare,
          coreForm: core.text == compare ? compare : core.text))
      legalForm = legalForm ?? core.legalForm
    }
    legalForm = legalForm ?? reader.legalForm
    let words = reader.acronyms.isEmpty ? [] : names.map { Self.words(of: $0.display) }
    for acronym in reader.acronyms {
      // C.U.T and C U T are CUT.
      let compare = CompareForm.fold(acronym).filter { $0 != " " }
      guard !compare.isEmpty, !acronyms.contains(where: { $0.compareForm == compare }) else { continue }
      let isVerified = words.contains { Initials.verify(compare, $0) }
      acronyms.append(Acronym(compareForm: compare, display: acronym, isVerified: isVerified))
    }
    for qualifier in reader.qualifiers where !qualifier.isEmpty && !qualifiers.contains(qualifier) {
      qualifiers.append(qualifier)
    }
    if names.isEmpty, acronyms.isEmpty {
      names = [Form(display: display, compareForm: compareForm, coreForm: compareForm)]
    }
  }

  /// The words whose initials can make an acronym, in compare form; elided articles (`l'`, `d'`) are words of their own.
  static func words(of name: String) -> [String] {
    guard name.utf8.contains(where: { $0 == 0x27 || $0 >= 0x80 }) else {
      return CompareForm.foldWords(name).tokens.map(String.init)
    }
    return name.tokens.flatMap { token -> [String] in
      CompareForm.foldWords(CoreForm.withoutElision(String(token))).tokens.map(String.init)
    }
  }
}
