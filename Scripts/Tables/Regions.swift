// Writes regions.tsv: the regions of M49 by code, and the words for regions, for the world, for the level of a body and
// for answers that name no place, by their compare form.
//
// Names of regions in every language come from Foundation's ICU, all else from Additions/scope-words.tsv, which wins.

import Foundation

/// Region, its parent, its name by the United Nations.
let regions: [(code: String, parent: String, name: String)] = [
  ("001", "", "World"), ("002", "001", "Africa"), ("015", "002", "Northern Africa"),
  ("202", "002", "Sub-Saharan Africa"), ("014", "202", "Eastern Africa"), ("017", "202", "Middle Africa"),
  ("018", "202", "Southern Africa"), ("011", "202", "Western Africa"), ("019", "001", "Americas"),
  ("419", "019", "Latin America and the Caribbean"), ("029", "419", "Caribbean"), ("013", "419", "Central America"),
  ("005", "419", "South America"), ("021", "019", "Northern America"), ("142", "001", "Asia"),
  ("143", "142", "Central Asia"), ("030", "142", "Eastern Asia"), ("035", "142", "South-eastern Asia"),
  ("034", "142", "Southern Asia"), ("145", "142", "Western Asia"), ("150", "001", "Europe"),
  ("151", "150", "Eastern Europe"), ("154", "150", "Northern Europe"), ("039", "150", "Southern Europe"),
  ("155", "150", "Western Europe"), ("009", "001", "Oceania"), ("053", "009", "Australia and New Zealand"),
  ("054", "009", "Melanesia"), ("057", "009", "Micronesia"), ("061", "009", "Polynesia"),
]

var lines: [String] = []
var settled: Set<String> = []
for record in records("scope-words.tsv") where record.count == 3 {
  for word in record[2].split(separator: ";") {
    let key = fold(String(word))
    guard settled.insert(key + "\t" + record[0]).inserted else { continue }
    settled.insert(key)
    lines.append("\(key)\t\(record[0])\t\(record[1])\t\t")
  }
}
for region in regions {
  lines.append("\(region.code)\tcode\t\(region.code)\t\(region.parent)\t\(region.name)")
  for name in [region.name]
    + Locale.availableIdentifiers.sorted().compactMap({
      Locale(identifier: $0).localizedString(forRegionCode: region.code)
    })
  {
    let key = fold(name)
    // In Welsh `de` is south, in most languages it is `of`.
    guard key != region.code, !key.hasPrefix("de "), key.count >= 4 || !isLatin(key), settled.insert(key).inserted
    else { continue }
    lines.append("\(key)\t\(region.code == "001" ? "answer" : "region")\t\(region.code)\t\t")
  }
}

print("# source: UN M49 (codes and English names), ICU (names in other languages), own work (other words)")
print("# licence: Unicode-3.0 (data), Apache-2.0 (own work)")
print("key\tkind\tregion\tparent\tname")
write(lines)
