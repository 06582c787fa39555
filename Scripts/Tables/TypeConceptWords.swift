// Writes type-concept-words.tsv: words of concepts that the rules of types ask for and the lexicon of concepts has not.
//
// They are the words of Additions/type-concept-words.tsv, and those of the lexicon in Greek, Cyrillic, Armenian and
// Georgian as registers of parties spell them in Latin letters, by ICU's transforms.

import Foundation

let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Sources/CReferenceTables/Resources").path

/// The records of another table.
func table(_ name: String) -> [[Substring]] {
  let text = (try? String(contentsOfFile: "\(resources)/\(name).tsv", encoding: .utf8)) ?? ""
  return text.split(separator: "\n").drop { $0.hasPrefix("# ") }.dropFirst().map {
    $0.split(separator: "\t", omittingEmptySubsequences: false)
  }
}

let used = Set(table("type-concept-classes").flatMap { $0[1].split(separator: " ") })
var known: [String: Set<String>] = [:]
var added: [String: Set<String>] = [:]
for record in table("concepts") { known[String(record[0])] = Set(record[1].split(separator: " ").map(String.init)) }
for record in records("type-concept-words.tsv") where record.count == 3 {
  for word in record[2].split(separator: " ") {
    added[fold(word.replacingOccurrences(of: "_", with: " ")), default: []].insert(record[1])
  }
}

let transforms: [(script: ClosedRange<UInt32>, names: [String])] = [
  (0x370...0x3FF, ["Greek-Latin/BGN", "Greek-Latin/UNGEGN", "Greek-Latin"]),
  (
    0x400...0x52F,
    [
      "Russian-Latin/BGN", "Ukrainian-Latin/BGN", "Belarusian-Latin/BGN", "Bulgarian-Latin/BGN", "Serbian-Latin/BGN",
      "Macedonian-Latin/BGN", "Cyrillic-Latin",
    ]
  ), (0x531...0x58F, ["Armenian-Latin/BGN", "Armenian-Latin"]),
  (0x10A0...0x10FF, ["Georgian-Latin/BGN", "Georgian-Latin"]),
]
for (word, concepts) in known.merging(added, uniquingKeysWith: { $0.union($1) }) where !word.contains(" ") {
  let wanted = concepts.filter { used.contains(Substring($0)) && $0 != "stop" }
  guard !wanted.isEmpty, let first = word.unicodeScalars.first?.value,
    let names = transforms.first(where: { $0.script.contains(first) })?.names
  else { continue }
  for latin in names.compactMap({ romanize(word, by: $0) }) where latin.count >= 4 {
    added[fold(latin), default: []].formUnion(wanted)
  }
}

print(
  "# source: own work, general knowledge of the languages; Latin spellings by ICU's transforms (BGN/PCGN, UNGEGN, ISO)")
print("# licence: CC0-1.0 (own work), Unicode-3.0 (transforms)")
print("form\tconcepts")
write(
  added.compactMap { word, concepts in
    let more = concepts.subtracting(known[word] ?? [])
    return more.isEmpty || word.isEmpty
      ? nil : "\(word)\t\(concepts.union(known[word] ?? []).sorted().joined(separator: " "))"
  })
