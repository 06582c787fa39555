import Tabular
import Undersigned

/// A labelled set as a file.
struct LabelledFile: Sendable {
  /// Its path, as it was given.
  let path: String
  /// Its rows, understood.
  let mentions: LabelledMentions
  /// The pipeline that is judged.
  let pipeline: StandardPipeline

  /// Reads a file.
  init(path: String) throws(PipelineError) {
    let document: TabularDocument
    let table: EncodedTable
    do {
      document = try TabularDocument.open(path: path)
      table = try document.encode(fields: Array(document.fields.indices))
    } catch {
      throw PipelineError(error)
    }
    let records = (0..<table.recordCount).lazy.map { record in table.columns.map { $0.string(record) } }
    let set: LabelledSet
    do {
      set = try LabelledSet(header: document.fields.map(\.name), records: records, source: path)
    } catch {
      guard case .noSuchHeader(let missing, _) = error.kind else { throw error }
      throw PipelineError(.notLabelled(missing: missing), at: error.position)
    }
    self.path = path
    pipeline = StandardPipeline(title: Path.name(path))
    mentions = try LabelledMentions(set, name: Path.name(path), understand: pipeline.understand)
  }

  /// Its name in tables.
  var name: String { Path.name(path) }

  /// Links, counts and scores it.
  func evaluation() throws(PipelineError) -> Evaluation {
    try Evaluation(mentions, link: pipeline.link, classify: ClassifyTypes(), count: pipeline.count)
  }
}
