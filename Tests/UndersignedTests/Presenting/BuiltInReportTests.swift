import Foundation
import Tabular
import Testing

@testable import Undersigned

@Suite struct BuiltInReportTests {
  private func report(_ summary: Summary) -> String {
    String(decoding: BuiltInReport(.summary).files(for: summary)[0].bytes, as: UTF8.self)
  }

  /// Four organizations with a proposal, a section, a person, a finding.
  private var letter: LetterBuilder {
    var letter = LetterBuilder()
    let dsa = letter.add(
      "Democratic Socialists of America", .at("US"), .politicalParty)
    letter.add("DSA Chicago", .at("US"), .politicalParty, partOf: "Democratic Socialists of America", parent: dsa)
    let cut = letter.add("Central Obrera", .at("CL"), .tradeUnion)
    let other = letter.add("Central Obrera, Chile", .at("CL"), .tradeUnion, strength: .weak)
    letter.propose(
      cut, other, score: 0.87, Evidence("shared-words", 2.5, "'central obrera'"), Evidence("extra-word", -0.5))
    letter.people = [.init(capacity: .individual, country: 0, records: 1200, signatures: 1200)]
    letter.dropped = [.repeated: 1]
    letter.days = [Day(number: 20_779): 3, Day(number: 20_781): 2]
    letter.findings = [
      Finding(
        .warning, "unresolved-country", at: Position(source: "letter.csv", line: 3), "'Xanadu' is no country",
        remedy: "decide it")
    ]
    return letter
  }

  @Test func theWholeReport() throws {
    #expect(
      report(try letter.summary()) == """
        # A letter

        **4 organizations from 2 countries** (at least 3, at most 4). A country is any country or territory of ISO \
        3166-1, and Kosovo.

        *At least* leaves out 1 that 1 open proposal can still join to others.

        Signed from 2026-11-22 to 2026-11-24.

        ## By country

        | Country | Organizations | At least | At most | Share |
        | --- | ---: | ---: | ---: | ---: |
        | Chile | 2 | 1 | 2 | 50.0% |
        | United States | 2 | 2 | 2 | 50.0% |
        | **Total** | **4** | **3** | **4** | **100.0%** |

        ## By region

        Regions of the United Nations' standard M49.

        | Region | Organizations | At least | At most | Share |
        | --- | ---: | ---: | ---: | ---: |
        | Americas | 4 | 3 | 4 | 100.0% |
        | **Total** | **4** | **3** | **4** | **100.0%** |

        ## By sub-region

        | Sub-region | Organizations | At least | At most | Share |
        | --- | ---: | ---: | ---: | ---: |
        | Latin America and the Caribbean | 2 | 1 | 2 | 50.0% |
        | Northern America | 2 | 2 | 2 | 50.0% |
        | **Total** | **4** | **3** | **4** | **100.0%** |

        ## By type

        1 type is a weak guess, left out of *at least*.

        | Type | Organizations | At least | At most | Share |
        | --- | ---: | ---: | ---: | ---: |
        | Political party | 2 | 2 | 2 | 50.0% |
        | Trade union | 2 | 1 | 2 | 50.0% |
        | **Total** | **4** | **3** | **4** | **100.0%** |

        ## By scope

        | Scope | Organizations | At least | At most | Share |
        | --- | ---: | ---: | ---: | ---: |
        | Country | 4 | 3 | 4 | 100.0% |
        | **Total** | **4** | **3** | **4** | **100.0%** |

        ## Charts

        ![Organizations by country. In all: 4. Chile 2 (at least 1, at most 2); United States 2.](charts/by-country.svg)
        ![Organizations by type. In all: 4. Political party 2; Trade union 2 (at least 1, at most 2).](charts/by-type.svg)
        ![Organizations by country and type. In all: 4. Chile 2; United States 2; Political party 2; Trade union 2.]\
        (charts/by-country-and-type.svg)

        ![Organizations around the world. In all: 4. Chile 2 (at least 1, at most 2); United States 2.]\
        (charts/world-map.svg)

        ## By country and type

        | Country | Political party | Trade union | Total |
        | --- | ---: | ---: | ---: |
        | Chile |  | 2 | 2 |
        | United States | 2 |  | 2 |
        | **Total** | **2** | **2** | **4** |

        ## What *at least* leaves out

        | Figure | Counted | Open proposals | Weak guesses | Links that no name shows | At least |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | Organizations | 4 | -1 |  |  | 3 |
        | Country: Chile | 2 | -1 |  |  | 1 |
        | Region: Americas | 4 | -1 |  |  | 3 |
        | Type: Trade union | 2 | -1 |  |  | 1 |

        ## Sections

        4 organizations, of which 1 is a section of 1 parent.

        ## Signatures

        People are counted, not listed, and no organization's count contains them.

        | Who signed | Records | Signatures |
        | --- | ---: | ---: |
        | Organizations | 4 | 4 |
        | People, with an affiliation for identification only | 0 | 0 |
        | People | 1,200 | 1,200 |
        | **Total** | **1,204** | **1,204** |

        ## Counting rules

        The headline under the choices that could be made; a dash where exports would have to be read anew \
        that are very large, or tallies.

        | Rule | Choice | Here | Organizations | Countries |
        | --- | --- | --- | ---: | ---: |
        | What counts as a country | any country or territory of ISO 3166-1, and Kosovo | yes | 4 | 2 |
        | What counts as a country | a member of the United Nations or an observer state |  | 4 | 2 |
        | What counts as a country | a member of the United Nations |  | 4 | 2 |
        | Where a territory that is no country goes | stands for itself | yes | 4 | 2 |
        | Where a territory that is no country goes | counts with its state |  | 4 | 2 |
        | Where a territory that is no country goes | counts with no country |  | 4 | 2 |
        | What countries are called | as Unicode's CLDR does | yes | 4 | 2 |
        | What countries are called | as the United Nations do |  | 4 | 2 |
        | What countries are called | as ISO 3166-1 does |  | 4 | 2 |
        | Sections | count as organizations | yes | 4 | 2 |
        | Sections | count with their parents |  | 3 | 2 |
        | Open proposals | none accepted | yes | 4 | 2 |
        | Open proposals | all accepted |  | 3 | 2 |
        | Who signs beside a person's name | the organization | yes | 4 | 2 |
        | Who signs beside a person's name | the person |  | – | – |
        | Who signs beside a person's name | the organization, and any affiliation as well |  | – | – |
        | A country that nobody stated and nothing else tells | is unresolved, with a guess at the scope for each record \
        | yes | 4 | 2 |
        | A country that nobody stated and nothing else tells | is unresolved |  | 4 | 2 |
        | A country that nobody stated and nothing else tells | is international |  | 4 | 2 |
        | Unverified signatures | left out | yes | 4 | 2 |
        | Unverified signatures | counted |  | – | – |
        | Links that no name shows | none, as reported | yes | 4 | 2 |

        ## Every record

        1,205 records read = 4 as organizations + 1,200 as people + 1 left out: signed again.

        | Input | Records |
        | --- | ---: |
        | letter.csv | 1,205 |
        | **Total** | **1,205** |

        ## Data quality

        Each finding is a line of `findings.csv`.

        | Severity | Finding | Times | For example | What to do |
        | --- | --- | ---: | --- | --- |
        | warning | unresolved-country | 1 | 'Xanadu' is no country | decide it |

        ## What needs a decision

        1 proposal, the most effective first.

        1. **Central Obrera** (Chile) and **Central Obrera, Chile** (Chile): score 0.87; organizations -1
           - shared-words +2.50 ('central obrera')
           - extra-word -0.50

        Paste what holds into `decisions.csv`, with `apart` for `same` where they are two:

        ```csv
        action,name,country,value,by,on,why
        same,Central Obrera,CL,"Central Obrera, Chile",,,
        ```

        ## How to read this

        - *Organizations* is the count with all merges and decisions applied. *At least* and *at most* hold whatever is decided about the open proposals; they are not an estimate of other errors.
        - *At least* also allows for names of one organization that nothing in them shows to be one: 1.5% of the \
        organizations, to the nearest whole one (policy `invisible-links`). Each row bears its part, rounded up, but \
        never its last organization; countries bear none.
        - *At least* of a type leaves out organizations whose type is a weak guess.
        - Bounds of rows don't sum to those of the total: what leaves one row stands in another.
        - International and regional bodies, organizations of several countries and unresolved ones stand apart, and are never counted as countries.
        - “Over N organizations” is true when N is below *at least*.
        - `organizations.csv` lists the organizations, `variants.csv` every way in which each was written and why it is the same one.

        """)
  }

  @Test func nobodySigned() throws {
    let text = report(try LetterBuilder().summary(title: ""))
    #expect(
      text.hasPrefix(
        """
        # Signatures

        **0 organizations from 0 countries** (no proposal is open).

        No organization has been counted; the section “Every record” says what became of the records.

        ## Signatures

        """))
    #expect(text.contains("\n0 records read.\n"))
    #expect(!text.contains("## By country"))
  }

  @Test func oneIsSingular() throws {
    var letter = LetterBuilder()
    letter.add("Testa Union", .at("BE"), .tradeUnion)
    letter.days = [Day(number: 0): 1]
    let text = report(try letter.summary())
    #expect(text.contains("**1 organization from 1 country** (no proposal is open). A country is any country"))
    #expect(text.contains("\n\nSigned on 1970-01-01.\n"))
    #expect(text.contains("\n1 record read = 1 as organizations.\n"))
  }

  @Test func rareTypesShareAColumn() throws {
    var letter = LetterBuilder()
    for (index, type) in OrganizationType.allCases.enumerated() {
      for number in 0...index { letter.add("\(type) \(number)", .at("BE"), type) }
    }
    let text = report(try letter.summary())
    let lines = text.split(separator: "\n").map(String.init)
    let header = try #require(lines.first { $0.hasPrefix("| Country | ") && $0.contains("Other types") })
    #expect(header.split(separator: "|").count == 11)
    #expect(lines.contains("| Belgium | 24 | 23 | 22 | 21 | 20 | 19 | 18 | 17 | 136 | 300 |"))
  }

  @Test func hostileNamesStayInTheirCells() throws {
    let names = [
      "| a | b |", "<script>alert(1)</script>", "](javascript:alert(1))", "![x](http://example.org/x.png)", "@everyone",
      "#1", "two\nlines", "\u{202E}drow", "```\n# Heading", "=cmd|' /C calc'!A0", "1. first", "- item", "**bold**",
      "www.example.org", "</table>", "&lt;b&gt;", String(repeating: "long ", count: 2000), "a\\|b", "\u{2028}line",
    ]
    var letter = LetterBuilder()
    for name in names { letter.add(name, .at("BE"), .ngo) }
    for index in 1..<names.count { letter.propose(index - 1, index, score: 0.5, Evidence("name", 1, names[index])) }
    letter.findings = names.map {
      Finding(.warning, "unclassified", at: Position(source: $0), "\($0) has no type", remedy: $0)
    }
    var facts = LetterBuilder.facts
    facts.name = { _ in "Bel|gium<b>" }
    let summary = try Summarize(letter: names.joined(), countries: facts).run(letter.table)
    let text = BuiltInReport(.summary).files(for: summary)
      .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let outside = text.components(separatedBy: "````csv")[0].replacing(/\\./, with: "")
    let live = ["<script", "</table", "](", "![", "@everyone", "#1", "://", "www.", "\u{202E}", "\u{2028}"]
    for forbidden in live {
      #expect(!outside.contains(forbidden), "\(forbidden)")
    }
    var width: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\\\", with: "").replacing("\\|", with: "").split(separator: "|").count
      if let width { #expect(cells == width, "\(line)") }
      width = cells
    }
    #expect(text.components(separatedBy: "\n```").count == 3)
  }

  @Test(arguments: 0..<20) func theOrderOfRecordsChangesNoByte(seed: Int) throws {
    var letter = self.letter
    letter.add(
      [.init(name: "Testa"), .init(name: "TESTA", score: 0.9), .init(name: "Tésta", score: 0.9)], .at("BE"), .ngo)
    letter.findings.append(
      Finding(.note, "unclassified", at: Position(source: "letter.csv", line: 5), "'Testa' is what?"))
    var random = SplitMix64(seed: UInt64(seed))
    let formats: [any ReportFormat] = [CSVReport(), BuiltInReport(.summary)]
    let before = try letter.summary()
    let after = try Summarize(letter: "A letter", countries: LetterBuilder.facts)
      .run(letter.shuffledTable(using: &random))
    for format in formats { #expect(format.files(for: before) == format.files(for: after)) }
  }
}
