// Writes places.tsv: subdivisions of countries, their codes, and big cities, by their compare form.
//
// Reads CLDR's names of subdivisions (Debian package unicode-cldr-core, or the folder that CLDR_COMMON names) in some
// widespread languages and each country's own, Additions/cities.tsv, Additions/subdivision-words.tsv (what is of a part
// of a country) and Additions/places.tsv, which wins. Adjectives that names of parts hold (`Московская область`) get the
// endings of Additions/inflections.tsv. Names that countries or regions bear are left out, and so are words of
// Additions/words.tsv unless they are a whole answer.

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
/// Words that names of bodies are made of.
let bodyWords = Set(
  ["concepts.tsv", "type-keywords.tsv"].flatMap { table in
    keys(table).flatMap { $0[0].split(separator: " ").map(String.init) }
  })
let words = Set(records("words.tsv").flatMap { $0[0].split(separator: " ").map(String.init) })

/// Countries whose subdivisions are well known by their bare names.
let known: Set<String> = [
  "AR", "AT", "AU", "BE", "BR", "CA", "CH", "CL", "CO", "DE", "EC", "ES", "FR", "GB", "ID", "IN", "IT", "KE", "MX",
  "MY", "NG", "NL", "PE", "PH", "PK", "US", "VE", "ZA",
]
/// Countries where the second level is known as well: counties, departments, provinces.
let detailed: Set<String> = ["BE", "ES", "FR", "GB", "IT", "PH"]
/// Countries whose second level tells something only where the country is known otherwise.
let homely: Set<String> = ["BD", "CZ", "IE", "LK", "MA", "UG"]
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
  "provincia", "província", "provincie", "provinz", "departamento", "departement", "estado", "distrito", "comarca",
  "canto", "kanton", "cantone", "regiao", "comunidad", "autonoma", "autonome", "landkreis", "bezirk", "wojewodztwo",
  "powiat", "kraj", "okres", "zupanija", "megye", "maakunta", "laani", "maakond", "lan", "landsdel", "fylke", "judetul",
  "judet", "apskritis", "novads", "ilcesi", "ili", "tinh", "thanh", "pho", "changwat", "область", "автономная",
  "автономныи", "округ", "краи", "раион", "вобласць", "облысы", "обласць", "области", "област", "жупаниja", "окръг",
  "воеводство", "اوبلاست", "محافظه", "ولايه", "استان", "مقاطعه", "منطقه", "जिला", "प्रदेश", "বিভাগ", "জেলা", "จังหวัด",
  "νομος", "περιφερεια", "επαρχια", "מחוז",
]
/// What stays before a name when the generic word is gone: `de Minas Gerais`.
let connecting: Set<String> = ["de", "del", "of", "do", "da", "di", "du", "d", "des", "dos"]
/// Endings of scripts without spaces that say what sort of part it is.
let undivided = [
  "特别行政区", "自治区", "自治州", "特別市", "特别市", "省", "市", "県", "縣", "县", "府", "都", "区", "區", "道", "특별자치도", "특별자치시", "특별시", "광역시",
]

/// A name without what a subdivision is called besides it.
func bare(_ name: String) -> String {
  let words = name.split(separator: " ").filter { !generic.contains(String($0)) }
  let rest = words.drop(while: { connecting.contains(String($0)) }).joined(separator: " ")
  if let ending = undivided.first(where: { rest.hasSuffix($0) && rest.count >= $0.count + 2 }) {
    return String(rest.dropLast(ending.count))
  }
  return rest.isEmpty ? name : rest
}

/// By language, how an adjective ends in a name of a part, what of it belongs to the stem, and the class of its forms.
let adjectives: [String: [(ending: String, stem: String, forms: String)]] = [
  "ru": [("ская", "ск", "ru"), ("ский", "ск", "ru"), ("цкая", "цк", "ru"), ("цкий", "цк", "ru")],
  "uk": [("ська", "ськ", "uk"), ("цька", "цьк", "uk")], "be": [("ская", "ск", "be"), ("цкая", "цк", "be")],
  "cs": [("ský", "sk", "cs"), ("cký", "ck", "cs")], "sk": [("ský", "sk", "sk"), ("cký", "ck", "sk")],
  "pl": [("skie", "sk", "pl"), ("ckie", "ck", "pl"), ("dzkie", "dzk", "pl")],
  "hr": [("ska", "sk", "hbs"), ("čka", "čk", "hbs"), ("ška", "šk", "hbs")],
]
let inflections = Dictionary(
  records("inflections.tsv").map { ($0[0], $0[1].split(separator: " ").map(String.init)) }, uniquingKeysWith: +)

/// The forms of an adjective in the name of a part, in that language.
func adjectiveForms(_ name: String, _ language: String) -> [String] {
  for word in name.lowercased().split(separator: " ") {
    for rule in adjectives[language] ?? [] where word.hasSuffix(rule.ending) && word.count > rule.ending.count + 2 {
      let stem = word.dropLast(rule.ending.count) + rule.stem
      return (inflections[rule.forms] ?? []).map { $0.replacingOccurrences(of: "~", with: stem) }
    }
  }
  return []
}

var places: [String: [String: String]] = [:]  // compare form -> code -> kind
var demonyms: [String: Set<String>] = [:]
/// Names of parts that are as well known as their capitals, which bear the same.
var bigCities: Set<String> = []
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
    // An elided article is a word of its own: `Province d’Arta` without its generic word is `Arta`.
    let name = fold(text.replacing(/\b([dDlL])['’]/) { "\($0.output.1) " })
    // Districts within states are too many to be distinctive, but in a few countries they are what people name.
    let isFirst = first.contains(id)
    guard
      isFirst
        || (detailed.union(homely).contains(country)
          && (language == "en" || official[country]?.contains(language) == true)),
      widespread.contains(language) || official[country]?.contains(language) == true
    else { continue }
    let code = "\(country)-\(id.dropFirst(2).uppercased())"
    let bare = bare(name)
    // `Estado Libre` is no reason to take every `libre` for a part of South Africa.
    let isName = bare.split(separator: " ").contains { !bodyWords.contains(String($0)) }
    for key in Set([name, isName ? bare : name]) where key.count >= 4 || (!isLatin(key) && key.count >= 2) {
      places[key, default: [:]][code] = "subdivision"
    }
    guard official[country]?.contains(language) == true else { continue }
    for form in adjectiveForms(text, language) { demonyms[fold(form), default: []].insert(code) }
  }
}
for record in records("cities.tsv").sorted(by: { $0[2] < $1[2] }) {
  let key = fold(record[0])
  // A city that shares its name with the state around it is that place.
  if places[key]?.keys.contains(where: { $0.hasPrefix(record[1]) }) == true {
    if record[2] == "city", places[key]?.count == 1, !bodyWords.contains(key) { bigCities.insert(key) }
    continue
  }
  if record[2] == "city" {
    places[key, default: [:]][record[1]] = "city"
  } else if places[key]?.values.contains("city") != true, places[key]?.values.contains("subdivision") != true {
    places[key, default: [:]][record[1]] = "town"
  }
}

let classes: [String: [String]] = [
  "o": ["o", "a", "os", "as", "i", "e"], "es": ["és", "esa", "eses", "esas", "ese", "esi"], "e": ["e", "es", "i"],
  "isch": ["isch", "ische", "ischer", "isches", "ischen"], "s": ["", "s"], "k": ["ki", "ka", "kie", "kiego", "kiej"],
  "z": ["z"], "y": ["y", "i", "a", "e", "o", "eho", "ej", "og", "oj", "ih"], "ienn": ["en", "enne"], "c": ["c"],
]
/// German words as they are written where there are no umlauts.
func spelledOut(_ word: String, _ code: String) -> String {
  guard ["DE", "AT", "CH"].contains(code.prefix(2)) else { return word }
  return word.replacingOccurrences(of: "ä", with: "ae").replacingOccurrences(of: "ö", with: "oe")
    .replacingOccurrences(of: "ü", with: "ue")
}
/// What is of a part, with what stands before it (`!`, `?`) and its codes.
var wordsOf: [String: (mark: Character?, codes: Set<String>)] = [:]
for record in records("subdivision-words.tsv") where record.count == 2 {
  for word in record[1].split(separator: " ") {
    let mark = word.first.flatMap { "!?".contains($0) ? $0 : nil }
    let parts = word.drop { $0 == mark }.split(separator: "+")
    let stem = parts[0].replacingOccurrences(of: "_", with: " ")
    for ending in parts.count == 2 ? classes[String(parts[1])] ?? [String(parts[1])] : [""] {
      for key in Set([fold(stem + ending), fold(spelledOut(stem + ending, record[0]))]) {
        var entry = wordsOf[key] ?? (mark, [])
        // Most are of a city or valley inside the part, which makes the part's code no sign of the same place.
        entry.codes.insert(String(record[0].prefix(2)))
        wordsOf[key] = entry
      }
    }
  }
}
/// What is of a city in German, Swedish, Norwegian, Danish, Dutch and Hungarian: `Kölner`, `Stockholms`, `Gentse`, `pécsi`.
for record in records("cities.tsv") where isLatin(fold(record[0])) && !record[0].contains(" ") {
  let name = record[0].lowercased()
  let forms: [String] =
    switch record[1] {
    case "DE", "AT", "CH":
      name.hasSuffix("en")
        ? ["\(name)er", "\(name.dropLast(2))er", "\(name.dropLast(2))ner"]
        : name.hasSuffix("e") ? ["\(name)r"] : ["\(name)er"]
    case "SE", "NO", "DK": ["\(name)s"]
    case "NL": ["\(name)se", "\(name)s"]
    case "HU": ["\(name)i"]
    default: []
    }
  for form in forms where form.count >= 6 {
    for key in Set([fold(form), fold(spelledOut(form, record[1]))]) where wordsOf[key] == nil {
      wordsOf[key] = ("?", [record[1]])
    }
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
  let isKnown = isCity || bigCities.contains(key) || codes.keys.allSatisfy { known.contains(String($0.prefix(2))) }
  let isWord = words.contains(key) || key.split(separator: " ").allSatisfy { words.contains(String($0)) }
  let isShort = key.count < 5 && isLatin(key)
  let isTown = codes.values.allSatisfy { $0 == "town" }
  let isSmall = codes.keys.allSatisfy { code in
    homely.contains(String(code.prefix(2))) && !first.contains(code.lowercased().filter { $0 != "-" })
  }
  let use =
    isWord || (isShort && (isCity || !isKnown))
    ? "answer"
    : isTown || (isSmall && !isCity && !bigCities.contains(key))
      ? "part" : isShort || !isKnown || countries.count > 1 ? "placed" : "anywhere"
  // One code where there is one; else the countries.
  let value = codes.count == 1 ? codes.keys.first! : countries.sorted().joined(separator: " ")
  lines.insert(
    "\(key)\t\(value)\t\(isCity || isTown ? "city" : bigCities.contains(key) ? "city-region" : "subdivision")\t\(use)")
}

for (key, entry) in wordsOf
where !settled.contains(key) && !taken.contains(key) && places[key] == nil && key.count >= 4 && !words.contains(key) {
  let use = entry.mark == "!" ? "placed" : entry.mark == "?" ? "part" : "anywhere"
  lines.insert("\(key)\t\(entry.codes.sorted().joined(separator: " "))\tdemonym\t\(use)")
  settled.insert(key)
}
for (key, codes) in demonyms
where !settled.contains(key) && !taken.contains(key) && places[key] == nil && key.count >= 5 && !words.contains(key) {
  let countries = Set(codes.map { $0.prefix(2) }).sorted()
  guard countries.count <= 3 else { continue }
  let value = codes.count == 1 ? codes.first! : countries.joined(separator: " ")
  lines.insert("\(key)\t\(value)\tdemonym\t\(countries.count == 1 ? "anywhere" : "part")")
}

print("# source: Unicode CLDR 41 (subdivisions), GeoNames (cities), own work (other names)")
print("# licence: Unicode-3.0 (subdivisions), CC-BY-4.0 (cities), Apache-2.0 (own work)")
print("key\tcode\tkind\tuse")
write(lines)
