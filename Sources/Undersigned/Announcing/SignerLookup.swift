/// Finds the signers that a text calls by name: by canonical name, by any variant, by a part of either, by acronym.
public struct SignerLookup: Sendable {
  private var places: [String: [Int]] = [:]
  private let lines: [OrganizationLine]

  /// A lookup over the organizations that a summary lists.
  ///
  /// - Complexity: O(*n*) in variants, each understood once.
  public init(_ summary: Summary) {
    lines = summary.organizations
    let placeOf = Dictionary(lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var texts = lines.enumerated().map { ($1.name, $0) }
    texts += summary.variants.compactMap { variant in placeOf[variant.organizationID].map { (variant.variant, $0) } }
    for (text, place) in texts {
      for form in SignerLookup.forms(of: text) where !(places[form]?.contains(place) ?? false) {
        places[form, default: []].append(place)
      }
    }
  }

  /// The organizations that somebody may mean by a name, in the order of the list; none where nobody is called so.
  public func signers(called name: String) -> [OrganizationLine] {
    let whole = CompareForm.fold(name)
    if let exact = places[whole] { return exact.sorted().map { lines[$0] } }
    let found = Set(SignerLookup.forms(of: name).flatMap { places[$0] ?? [] })
    return found.sorted().map { lines[$0] }
  }

  /// The organizations whose name, or a way of writing it, is this and nothing more.
  public func signers(writtenAs name: String) -> [OrganizationLine] {
    (places[CompareForm.fold(name)] ?? []).sorted().map { lines[$0] }
  }

  /// The known name that is written most like one that nobody has; nothing where none is like it.
  public func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: lines.map(\.name))
  }

  private static func forms(of text: String) -> [String] {
    let name = OrganizationName(text)
    let forms = [name.compareForm] + name.names.map(\.compareForm) + name.acronyms.map(\.compareForm)
    // Texts leave legal forms off; of a name of one word too little would be left to know it by.
    let cores = name.names.map(\.coreForm).filter { $0.contains(" ") }
    return (forms + cores).filter { !$0.isEmpty }
  }
}
