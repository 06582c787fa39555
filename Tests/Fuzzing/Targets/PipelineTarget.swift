import Tabular
import Undersigned

/// Pipeline files: read, or refused at a place in the file.
enum PipelineTarget: FuzzTarget {
  static let name = "pipeline"

  static func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(PipelineError) {
      let file = try PipelineFile(text, name: "a")
      for setting in file.exports + file.templates { require(setting.position.line >= 1, "a setting without a place") }
    } catch {
      require(error.position.source == "a", "no place")
      require(error.position.line <= text.unicodeScalars.count { $0.properties.isWhitespace } + 2, "\(error)")
    }
  }
}
