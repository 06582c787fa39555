import ArgumentParser
import Undersigned

/// How the figures of `evaluate` are written.
enum EvaluationFormat: String, EnumerableFlag {
  case text
  case json
  case csv

  static func help(for value: EvaluationFormat) -> ArgumentHelp? {
    switch value {
    case .text: "Print tables for people."
    case .json: "Print JSON."
    case .csv: "Print CSV: file,group,figure,value,low,high."
    }
  }

  /// All files in this format, with a line end.
  func written(_ judged: [JudgedFile]) -> [UInt8] {
    switch self {
    case .text: Array((Terminal.inert(JudgedFile.text(judged)) + "\n").utf8)
    case .json: Array((JSONText.array(judged.map(\.json)).description + "\n").utf8)
    case .csv: Figure.csv(judged.map { ($0.path, $0.figures) })
    }
  }
}
