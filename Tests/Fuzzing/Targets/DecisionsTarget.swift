@testable import Tabular
@testable import Undersigned

/// Decisions: read, written and read again they are the same; what is refused has its line.
///
/// Control bytes in a file may be few beside its comments and too many without them, so that it looks like binary data:
/// then nothing is written.
enum DecisionsTarget: FuzzTarget {
  static let name = "decisions"

  static func check(_ bytes: [UInt8]) {
    let places = TextPlaces(bytes)
    let hasPlaces = places.areThoseOfDecodedText
    do throws(PipelineError) {
      let decisions = try DecisionFile.parse(bytes, name: "a")
      if hasPlaces { for decision in decisions { places.check(decision.position, "a decision") } }
      do throws(PipelineError) {
        let written = try DecisionFile.adding(decisions, to: [], name: "b")
        let again = try DecisionFile.parse(written, name: "b")
        require(
          zip(again, decisions).allSatisfy(areSame) && again.count == decisions.count,
          "\(decisions) became \(again)")
        let twice = try DecisionFile.adding(again, to: [], name: "b")
        require(twice == written, "written twice")
      } catch {
        if case .unreadableInput(.binary) = error.kind,
          bytes.contains(where: { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F })
        {
          return
        }
        require(false, "written, it is refused: \(error)")
      }
      if let more = try? DecisionFile.adding(decisions, to: bytes, name: "a") {
        require(more.starts(with: bytes), "what stood there was changed")
        let all = try DecisionFile.parse(more, name: "a")
        require(all.count == 2 * decisions.count, "\(all.count) of \(2 * decisions.count)")
      }
    } catch {
      if hasPlaces { places.check(error.position, "\(error)") }
    }
  }

  private static func areSame(_ left: Decision, _ right: Decision) -> Bool {
    func bytes(_ decision: Decision) -> [[UInt8]] {
      [
        decision.action.rawValue, decision.name, decision.country?.description ?? "", decision.value, decision.by,
        decision.on, decision.why,
      ].map { Array($0.utf8) }
    }
    return bytes(left) == bytes(right)
  }
}

/// The other tables that people keep by hand: aliases, names of countries, ledgers. What is refused has its place.
enum TablesTarget: FuzzTarget {
  static let name = "tables"

  static func check(_ bytes: [UInt8]) {
    let places = TextPlaces(bytes)
    let hasPlaces = places.areThoseOfDecodedText
    do throws(PipelineError) {
      for alias in try AliasFile.parse(bytes, name: "a") where hasPlaces { places.check(alias.position, "an alias") }
    } catch {
      if hasPlaces { places.check(error.position, "\(error)") }
    }
    do throws(PipelineError) {
      _ = try CountryNameFile.parse(bytes, name: "a")
    } catch {
      if hasPlaces { places.check(error.position, "\(error)") }
    }
    do throws(PipelineError) {
      _ = try LedgerFile.parse(bytes, name: "a")
    } catch {
      if hasPlaces { places.check(error.position, "\(error)") }
    }
  }
}
