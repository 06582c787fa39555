// Writes countries.tsv: every territory of ISO 3166-1 and Kosovo with its codes, regions and standing.
//
// Reads CLDR's supplemental data (Debian package unicode-cldr-core, or the folder that CLDR_COMMON names) for codes,
// containment and the members of the United Nations, Foundation for the English names, and
// Additions/territories.tsv for what CLDR doesn't say: parent states, observers and short names.

import Foundation

let common = ProcessInfo.processInfo.environment["CLDR_COMMON"] ?? "/usr/share/unicode/cldr/common"
guard let supplemental = try? String(contentsOfFile: "\(common)/supplemental/supplementalData.xml", encoding: .utf8)
else {
  FileHandle.standardError.write(Data("no CLDR data in \(common): install unicode-cldr-core\n".utf8))
  exit(66)
}

func attribute(_ name: String, of line: Substring) -> String? {
  guard let start = line.range(of: " \(name)=\"") else { return nil }
  return String(line[start.upperBound...].prefix { $0 != "\"" })
}

var alpha3: [String: String] = [:]
var numeric: [String: String] = [:]
var region: [String: String] = [:]
var members: Set<String> = []
for line in supplemental.split(separator: "\n") {
  if line.contains("<territoryCodes "), let code = attribute("type", of: line), code.count == 2 {
    alpha3[code] = attribute("alpha3", of: line)
    numeric[code] = attribute("numeric", of: line)
  }
  if line.contains("<group "), let code = attribute("type", of: line), let contains = attribute("contains", of: line),
    attribute("status", of: line) == nil
  {
    if code == "UN" { members.formUnion(contains.split(separator: " ").map(String.init)) }
    guard code.count == 3, code != "003", code != "202", code != "419" else { continue }
    for part in contains.split(separator: " ") where part.count == 2 { region[String(part)] = code }
  }
}

let english = Locale(identifier: "en")
var names: [String: String] = [:]
var parents: [String: String] = [:]
var observers: Set<String> = []
for record in records("territories.tsv") where record.count == 3 {
  switch record[0] {
  case "name": names[record[1]] = record[2]
  case "parent": parents[record[1]] = record[2]
  case "observer": observers.insert(record[1])
  default: break
  }
}

let middle: [String: String] = [
  "005": "419", "013": "419", "029": "419", "011": "202", "014": "202", "017": "202", "018": "202",
]
let continent: [String: String] = [
  "015": "002", "202": "002", "419": "019", "021": "019", "030": "142", "034": "142", "035": "142", "143": "142",
  "145": "142", "039": "150", "151": "150", "154": "150", "155": "150", "053": "009", "054": "009", "057": "009",
  "061": "009",
]

print("# source: Unicode CLDR 41 (codes, containment, members of the UN), ICU (names); parents and observers: own work")
print("# licence: Unicode-3.0 (data), Apache-2.0 (own work)")
print("code\talpha3\tnumeric\tname\tregion\tsubregion\tintermediate\tstatus\tparent")
let codes = Locale.Region.isoRegions.map(\.identifier).filter { code in
  code.count == 2 && (numeric[code].map { $0 < "900" } ?? false || code == "XK")
    && !["AC", "CP", "CQ", "DG", "EA", "IC", "TA", "QO"].contains(code)
}
for code in Set(codes).sorted() {
  let leaf = region[code].flatMap { $0.count == 3 ? $0 : nil } ?? ""
  let sub = middle[leaf] ?? leaf
  let status = members.contains(code) ? "member" : observers.contains(code) ? "observer" : "none"
  let name = names[code] ?? english.localizedString(forRegionCode: code) ?? code
  // Kosovo has no place in M49; CLDR's own choice of region is not the UN's.
  let inM49 = code != "XK"
  print(
    [
      code, alpha3[code] ?? "", code == "XK" ? "" : numeric[code] ?? "", name, inM49 ? continent[sub] ?? "" : "",
      inM49 ? sub : "", inM49 && middle[leaf] != nil ? leaf : "", status, parents[code] ?? "",
    ].joined(separator: "\t"))
}
