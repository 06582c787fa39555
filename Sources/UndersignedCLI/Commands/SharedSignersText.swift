import Tabular
import Undersigned

/// Who signed which of several letters, as CSV.
enum SharedSignersText {
  /// A line for each organization that may be listed, those of most letters first, then by name.
  static func csv(_ shared: SharedSigners, letters: [String]) -> [UInt8] {
    var csv = DelimitedWriter(isFormulaSafe: true)
    csv.write(["organization_id", "organization", "country_code", "country", "letters"] + letters)
    let listed = shared.signers.filter { !$0.name.isEmpty }
    for count in stride(from: letters.count, through: 1, by: -1) {
      for signer in listed where signer.letters == count {
        csv.write(
          [signer.id, signer.name, signer.country?.description ?? "", signer.homeName, String(count)]
            + letters.indices.map { signer.signed($0) ? "1" : "0" })
      }
    }
    return csv.bytes
  }
}
