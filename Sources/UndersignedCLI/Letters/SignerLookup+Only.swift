import Tabular
import Undersigned

extension SignerLookup {
  /// The one signer of a name.
  func signer(called name: String) throws(PipelineError) -> OrganizationLine {
    let found = signers(called: name)
    if found.count == 1 { return found[0] }
    let remedy =
      found.isEmpty
      ? nearest(to: name).map { "did you mean '\($0)'?" } ?? "write the name as organizations.csv lists it"
      : "write one of " + found.map { "'\($0.name)' (\($0.homeName))" }.joined(separator: ", ")
    throw PipelineError(
      .badConfiguration(
        found.isEmpty ? "no signer that may be named is called '\(name)'" : "'\(name)' is the name of several signers",
        remedy: remedy), at: Position(source: name))
  }
}
