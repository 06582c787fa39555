// Writes country-display-names.tsv: the short name of each country in the languages of reports.
//
// Names come from Foundation's ICU, but for a few whose system data differ from CLDR or have a longer form first: those
// come from CLDR itself (Debian package unicode-cldr-core, or the folder that CLDR_COMMON names). English is in
// countries.tsv.

import Foundation

let languages = ["es", "pt", "fr", "de", "it", "ca", "nl", "tr", "ru", "ar", "el", "zh", "ja", "ko", "hi", "id"]
let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
guard
  let countries = try? String(
    contentsOf: tables.appending(path: "../../Sources/CReferenceTables/Resources/countries.tsv"), encoding: .utf8)
else { exit(66) }
let common = ProcessInfo.processInfo.environment["CLDR_COMMON"] ?? "/usr/share/unicode/cldr/common"
/// Countries whose names are taken from CLDR, in the short form where there is one.
let fromCLDR: Set<String> = ["CN", "HK", "IO", "MM", "MO", "PS"]
/// Where the plain name of one of the two Congos doesn't say which.
var names = ["CG es": "República del Congo"]
for language in languages {
  guard let text = try? String(contentsOfFile: "\(common)/main/\(language).xml", encoding: .utf8) else {
    FileHandle.standardError.write(Data("no CLDR data in \(common): install unicode-cldr-core\n".utf8))
    exit(66)
  }
  for line in text.split(separator: "\n") where line.contains("<territory type=\"") {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    let form = parts.count > 3 ? parts[3] : ""
    let scalars = line.unicodeScalars
    guard fromCLDR.contains(parts[1]), form == "" || form == "short", let start = scalars.firstIndex(of: ">") else {
      continue
    }
    let key = "\(parts[1]) \(language)"
    if form == "short" || names[key] == nil {
      names[key] = String(scalars[scalars.index(after: start)...].prefix { $0 != "<" })
    }
  }
}

print("# source: ICU and Unicode CLDR 41")
print("# licence: Unicode-3.0")
print((["code"] + languages).joined(separator: "\t"))
for line in countries.split(separator: "\n").filter({ !$0.hasPrefix("#") }).dropFirst() {
  let code = String(line.prefix(2))
  let row = languages.map {
    names["\(code) \($0)"] ?? Locale(identifier: $0).localizedString(forRegionCode: code) ?? ""
  }
  print(([code] + row).joined(separator: "\t"))
}
