import Tabular

/// A value that a step of GitHub Actions gives to later ones.
struct StepOutput {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  init(_ name: String, _ number: Int) { self.init(name, String(number)) }

  init(_ name: String, _ flag: Bool) { self.init(name, flag ? "true" : "false") }

  /// As the file for outputs has it.
  ///
  /// No value can end itself and begin another: what ends it is made of its hash, so that a text would have to hold its
  /// own hash.
  var text: String {
    if !value.isEmpty, value.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) {
      return "\(name)=\(value)\n"
    }
    let end = "end-\(ContentHash(Array(value.utf8)).hex)"
    return "\(name)<<\(end)\n\(value)\n\(end)\n"
  }
}
