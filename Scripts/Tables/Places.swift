// Writes places.tsv: subdivisions of countries, their codes, and big cities, by their compare form.
//
// Reads CLDR's names of subdivisions (Debian package unicode-cldr-core, or the folder that CLDR_COMMON names) in some
// widespread languages and each country's own, Additions/cities.tsv and Additions/places.tsv, which wins. Names that
// countries or regions bear are left out, and so are words of Additions/words.tsv unless they are a whole answer.

import Foundation

let common = ProcessInfo.processInfo.environment["CLDR_COMMON"] ?? "/usr/share/unicode/cldr/common"
let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Sources/CReferenceTables/Resources")
func keys(_ table: String) -> [[Substring]] {
  let text = (try? String(contentsOf: resources.appending(path: table), encoding: .utf8)) ?? ""
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
    $0.split(separator: "\t", omittingEmptySubsequences: false)
  }
}
/// Names of countries and regions win over places inside them.
let taken = Set(
  keys("country-names.tsv").filter { !["answer", "name"].contains($0[3]) || $0[2] == "name" }.map { String($0[0]) }
    + keys("regions.tsv").map { String($0[0]) })
let words = Set(records("words.tsv").flatMap { $0[0].split(separator: " ").map(String.init) })

/// Countries whose subdivisions are well known by their bare names.
let known: Set<String> = [
  "AR", "AT", "AU", "BE", "BR", "CA", "CH", "CL", "CO", "DE", "EC", "ES", "FR", "GB", "ID", "IN", "IT", "KE", "MX",
  "MY", "NG", "NL", "PE", "PH", "PK", "US", "VE", "ZA",
]
/// Countries where the second level is known as well: counties, departments, provinces.
let detailed: Set<String> = ["BE", "ES", "FR", "GB", "IT", "PH"]
let widespread = ["en", "es", "pt", "fr", "de", "it", "nl", "ca"]
var official: [String: Set<String>] = [:]
for identifier in Locale.availableIdentifiers {
  let locale = Locale(identifier: identifier)
  guard let language = locale.language.languageCode?.identifier, let region = locale.region?.identifier else {
    continue
  }
  official[region, default: []].insert(language)
}

/// What a subdivision is called besides its name; taken off, so that both forms are found.
let generic: Set<String> = [
  "province", "region", "district", "state", "county", "prefecture", "department", "governorate", "municipality",
  "oblast", "krai", "raion", "canton", "parish", "division", "island", "islands", "city", "council", "area", "zone",
  "rayon", "okrug", "autonomous", "republic", "territory", "regency", "atoll", "voivodeship", "metropolitan",
]

var places: [String: [String: String]] = [:]  // compare form -> code -> kind
var first: Set<String> = []
if let text = try? String(contentsOfFile: "\(common)/supplemental/subdivisions.xml", encoding: .utf8) {
  for line in text.split(separator: "\n") where line.contains("<subgroup type=\"") {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    if parts[1].count == 2 { first.formUnion(parts[3].split(separator: " ").map(String.init)) }
  }
}
let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(common)/subdivisions")) ?? []
guard !files.isEmpty else {
  FileHandle.standardError.write(Data("no CLDR data in \(common): install unicode-cldr-core\n".utf8))
  exit(66)
}
for file in files.sorted() {
  guard let text = try? String(contentsOfFile: "\(common)/subdivisions/\(file)", encoding: .utf8) else { continue }
  let language = String(file.prefix { $0 != "_" && $0 != "." })
  for line in text.split(separator: "\n") where line.contains("<subdivision type=\"") {
    let id = String(line.split(separator: "\"", omittingEmptySubsequences: false)[1])
    let country = id.prefix(2).uppercased()
    guard let text = content(of: line) else { continue }
    let name = fold(text)
    // Districts within states are too many to be distinctive, but in a few countries they are what people name.
    let isFirst = first.contains(id)
    guard
      isFirst || (detailed.contains(country) && (language == "en" || official[country]?.contains(language) == true)),
      widespread.contains(language) || official[country]?.contains(language) == true
    else { continue }
    let code = "\(country)-\(id.dropFirst(2).uppercased())"
    let bare = name.split(separator: " ").filter { !generic.contains(String($0)) }.joined(separator: " ")
    for key in Set([name, bare]) where key.count >= 4 || !isLatin(key) {
      places[key, default: [:]][code] = "subdivision"
    }
  }
}
for record in records("cities.tsv") {
  let key = fold(record[0])
  // A city that shares its name with the state around it is that place.
  if places[key]?.keys.contains(where: { $0.hasPrefix(record[1]) }) == true { continue }
  if record[2] == "city" {
    places[key, default: [:]][record[1]] = "city"
  } else if places[key]?.values.contains("city") != true, places[key]?.values.contains("subdivision") != true {
    places[key, default: [:]][record[1]] = "town"
  }
}

var lines: Set<String> = []
var settled: Set<String> = []
for record in records("places.tsv") where record.count == 4 {
  settled.insert(fold(record[0]))
  lines.insert("\(fold(record[0]))\t\(record[1].replacingOccurrences(of: ",", with: " "))\t\(record[2])\t\(record[3])")
}
for id in first where id.dropFirst(2).allSatisfy(\.isLetter) && (4...5).contains(id.count) {
  let code = "\(id.prefix(2).uppercased())-\(id.dropFirst(2).uppercased())"
  lines.insert("\(id.prefix(2)) \(id.dropFirst(2))\t\(code)\tcode\tanswer")
}
for (key, codes) in places where !settled.contains(key) && !taken.contains(key) {
  let countries = Set(codes.keys.map { $0.prefix(2) })
  // A name that many countries use says nothing.
  guard countries.count <= 3, !key.contains(where: \.isNumber) else { continue }
  let isCity = codes.values.allSatisfy { $0 == "city" }
  let isKnown = isCity || codes.keys.allSatisfy { known.contains(String($0.prefix(2))) }
  let isWord = words.contains(key) || key.split(separator: " ").allSatisfy { words.contains(String($0)) }
  let isShort = key.count < 5 && isLatin(key)
  let isTown = codes.values.allSatisfy { $0 == "town" }
  let use =
    isWord || (isShort && (isCity || !isKnown))
    ? "answer"
    : isTown ? "part" : isShort || !isKnown || countries.count > 1 ? "placed" : "anywhere"
  // One code where there is one; else the countries.
  let value = codes.count == 1 ? codes.keys.first! : countries.sorted().joined(separator: " ")
  lines.insert("\(key)\t\(value)\t\(isCity || isTown ? "city" : "subdivision")\t\(use)")
}

print("# source: Unicode CLDR 41 (subdivisions), GeoNames (cities), own work (other names)")
print("# licence: Unicode-3.0 (subdivisions), CC-BY-4.0 (cities), Apache-2.0 (own work)")
print("key\tcode\tkind\tuse")
write(lines)
