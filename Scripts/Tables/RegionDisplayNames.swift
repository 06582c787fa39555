// Writes region-display-names.tsv: the name of each region of M49 in the languages of reports, from Foundation's ICU.
// English is in regions.tsv.

import Foundation

let languages = ["es", "pt", "fr", "de", "it", "ca", "nl", "tr", "ru", "ar", "el", "zh", "ja", "ko", "hi", "id"]
let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
guard
  let regions = try? String(
    contentsOf: tables.appending(path: "../../Sources/CReferenceTables/Resources/regions.tsv"), encoding: .utf8)
else { exit(66) }

print("# source: ICU (names of M49 regions)")
print("# licence: Unicode-3.0")
print((["code"] + languages).joined(separator: "\t"))
for line in regions.split(separator: "\n") {
  let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  guard fields.count > 1, fields[1] == "code" else { continue }
  let row = languages.map { Locale(identifier: $0).localizedString(forRegionCode: fields[0]) ?? "" }
  print(([fields[0]] + row).joined(separator: "\t"))
}
