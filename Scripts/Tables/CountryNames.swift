// Writes country-names.tsv: names, codes, demonyms and flags of countries, by their compare form.
//
// Names in every language come from Foundation's ICU, their short and other forms from CLDR (Debian package
// unicode-cldr-core, or the folder that CLDR_COMMON names), the rest from Additions/country-names.tsv, which wins over
// what ICU says of the same key, Additions/demonyms.tsv, and Additions/country-words.tsv with the endings that its
// languages take in Additions/inflections.tsv.

import Foundation

let common = ProcessInfo.processInfo.environment["CLDR_COMMON"] ?? "/usr/share/unicode/cldr/common"
let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Sources/CReferenceTables/Resources/countries.tsv")
guard let countries = try? String(contentsOf: resources, encoding: .utf8) else { exit(66) }
let rows = countries.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
  $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
}
let codes = rows.map { $0[0] }

/// Languages whose names of countries are expected inside names anywhere.
let major = ["en", "es", "pt", "fr", "de", "it", "nl", "ca"]

struct Key: Hashable {
  var key: String
  var code: String
}

var kinds: [Key: String] = [:]
var languages: [Key: Set<String>] = [:]
var official: [String: Set<String>] = [:]
for identifier in Locale.availableIdentifiers {
  let locale = Locale(identifier: identifier)
  guard let language = locale.language.languageCode?.identifier, let region = locale.region?.identifier else {
    continue
  }
  official[region, default: []].insert(language)
}

@MainActor func add(_ name: String, _ code: String, _ kind: String, _ language: String) {
  let key = Key(key: fold(name), code: code)
  guard !key.key.isEmpty else { return }
  kinds[key] = kinds[key] == "name" ? "name" : kind
  languages[key, default: []].insert(language)
}

/// A name and how else it is written: without what stands in brackets, with `and` for `&`, with `Saint` for `St.`.
func variants(_ name: String, _ language: String) -> [String] {
  var all = [name]
  let and = ["en": "and", "es": "y", "fr": "et", "pt": "e", "de": "und", "it": "e", "nl": "en", "ca": "i"][language]
  if name.contains("&"), let and { all.append(name.replacingOccurrences(of: "&", with: and)) }
  for saint in ["St. ", "St "] where name.hasPrefix(saint) {
    all += all.map { $0.replacingOccurrences(of: saint, with: "Saint ") }
  }
  return all
}

for identifier in Locale.availableIdentifiers.sorted() {
  let locale = Locale(identifier: identifier)
  let language = locale.language.languageCode?.identifier ?? identifier
  for code in codes {
    guard let name = locale.localizedString(forRegionCode: code), fold(name) != code.lowercased() else { continue }
    for name in variants(name, language) { add(name, code, "name", language) }
  }
}
let main = (try? FileManager.default.contentsOfDirectory(atPath: "\(common)/main")) ?? []
for file in main.sorted() {
  guard let text = try? String(contentsOfFile: "\(common)/main/\(file)", encoding: .utf8) else { continue }
  let language = String(file.prefix { $0 != "_" && $0 != "." })
  for line in text.split(separator: "\n") where line.contains("<territory type=\"") {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard let name = content(of: line), codes.contains(String(parts[1])) else { continue }
    guard name != "↑↑↑", fold(name).count > 2 || !isLatin(fold(name)) else { continue }
    for name in variants(name, language) { add(name, String(parts[1]), "name", language) }
  }
}

let words = Set(records("words.tsv").flatMap { $0[0].split(separator: " ").map(String.init) })

var lines: Set<String> = []
var settled: Set<String> = []
for record in records("country-names.tsv") where record.count == 4 {
  let key = fold(record[0])
  settled.insert(key)
  lines.insert("\(key)\t\(record[1].replacingOccurrences(of: ",", with: " "))\t\(record[2])\t\(record[3])\t")
}
// What is a part of a country in its own language is no other country's name in a smaller one.
for record in records("places.tsv") where record.count == 4 && record[2] == "subdivision" && record[3] == "anywhere" {
  settled.insert(fold(record[0]))
}

for row in rows {
  let flag = String(String.UnicodeScalarView(row[0].unicodeScalars.map { Unicode.Scalar(0x1F1E6 + $0.value - 65)! }))
  lines.insert("\(flag)\t\(row[0])\tflag\tanywhere\t")
  if !settled.contains(fold(row[0])) { lines.insert("\(fold(row[0]))\t\(row[0])\tcode\tanswer\t") }
  if !row[1].isEmpty, !settled.contains(fold(row[1])) { lines.insert("\(fold(row[1]))\t\(row[0])\tcode\tanswer\t") }
  add(row[3], row[0], "name", "en")
}

let endings: [String: [String]] = [
  "o": ["o", "a", "os", "as", "i", "e"], "es": ["es", "esa", "eses", "esas", "ese", "esi"],
  "isch": ["isch", "ische", "ischer", "isches", "ischen"], "ais": ["ais", "aise", "aises"],
  "ien": ["ien", "ienne", "iens", "iennes"], "en": ["en", "enne", "ens", "ennes"],
  "ain": ["ain", "aine", "ains", "aines"], "ense": ["ense", "enses"], "an": ["an", "ans"], "ois": ["ois", "oise"],
  "e": ["", "e", "s", "es"], "s": ["", "s"],
]
var demonyms: [String: Set<String>] = [:]
for record in records("demonyms.tsv") where record.count == 2 {
  for word in record[1].split(separator: " ") {
    let parts = word.split(separator: "+")
    let stem = parts[0].replacingOccurrences(of: "_", with: " ")
    for ending in parts.count == 2 ? endings[String(parts[1])] ?? [String(parts[1])] : [""] {
      demonyms[fold(stem + ending), default: []].insert(record[0])
    }
  }
}

/// Cases of names and adjectives of the countries' own languages and their neighbours': kind and codes by compare form.
var inflected: [String: (isName: Bool, codes: Set<String>)] = [:]
let inflections = Dictionary(
  records("inflections.tsv").map { ($0[0], $0[1].split(separator: " ").map(String.init)) }, uniquingKeysWith: +)
for record in records("country-words.tsv") where record.count == 4 {
  for word in record[3].split(separator: " ") {
    let parts = word.split(separator: "+").map(String.init)
    guard let endings = parts.count == 1 ? ["~"] : inflections[parts[1]] else {
      FileHandle.standardError.write(Data("no such class of words: \(word)\n".utf8))
      exit(65)
    }
    for ending in endings {
      let key = fold(ending.replacingOccurrences(of: "~", with: parts[0]).replacingOccurrences(of: "_", with: " "))
      var entry = inflected[key] ?? (false, [])
      entry.isName = entry.isName || record[1] == "name"
      entry.codes.insert(record[0])
      inflected[key] = entry
    }
  }
}

let codesOfKey = Dictionary(grouping: kinds.keys.filter { !settled.contains($0.key) }, by: \.key)
for (key, found) in codesOfKey {
  let spoken = found.reduce(into: Set<String>()) { $0.formUnion(languages[$1] ?? []) }
  let isExpected = found.allSatisfy { entry in
    !(languages[entry] ?? []).isDisjoint(with: Set(major).union(official[entry.code] ?? []))
  }
  let length = key.count
  let isPhrase = key.contains(" ")
  let isInflected = inflected[key]?.codes == Set(found.map(\.code))
  let isUsed =
    !words.contains(key)
    && (!isLatin(key) || isInflected || (isExpected && length >= 4) || length >= (isPhrase ? 8 : 6))
  let listed = major.filter(spoken.contains) + spoken.subtracting(major).sorted()
  let all = found.map(\.code).sorted().joined(separator: " ")
  lines.insert("\(key)\t\(all)\tname\t\(isUsed ? "anywhere" : "answer")\t\(listed.prefix(3).joined(separator: " "))")
}
for (key, found) in demonyms where !settled.contains(key) && codesOfKey[key] == nil && key.count >= 4 {
  let use = words.contains(key) ? "answer" : "anywhere"
  lines.insert("\(key)\t\(found.sorted().joined(separator: " "))\tdemonym\t\(use)\t")
}
// A form that a country's name has in any language is no other country's.
for (key, entry) in inflected where !settled.contains(key) && codesOfKey[key] == nil && demonyms[key] == nil {
  guard key.count >= 4 || !isLatin(key) else { continue }
  let kind = entry.isName && entry.codes.count == 1 ? "name" : "demonym"
  let use = words.contains(key) ? "answer" : "anywhere"
  lines.insert("\(key)\t\(entry.codes.sorted().joined(separator: " "))\t\(kind)\t\(use)\t")
}

print("# source: Unicode CLDR 41 and ICU (names in all languages); flags, codes, demonyms, names and forms: own work")
print("# licence: Unicode-3.0 (data), Apache-2.0 and CC0-1.0 (own work)")
print("key\tcodes\tkind\tuse\tlanguages")
write(lines)
