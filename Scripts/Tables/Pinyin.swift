// Writes pinyin.tsv: the Mandarin reading of the Han characters of the main block, without tones, by ICU's transform of
// CLDR, which is Unihan's kMandarin.

import Foundation

print("# source: Han-Latin of Unicode CLDR (Unihan kMandarin), by way of ICU; Scripts/tables pinyin")
print("# licence: Unicode-3.0")
print("letter\tlatin")
write(
  letters(0x4E00...0x9FFF).compactMap { scalar in
    romanize(String(scalar), by: "Han-Latin").map { "\(scalar)\t\($0)" }
  })
