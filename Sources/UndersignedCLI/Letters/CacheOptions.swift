import ArgumentParser
import Tabular
import Undersigned

#if !os(Linux)
  import Foundation
#endif

/// Where tallies of exports are kept, so that the next run reads only what has changed.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder that keeps a tally of each export, so that the next run reads only what has changed; what comes out is "
        + "the same. It holds nobody's own data; beyond 1 GiB, what was used last the longest ago goes.",
      valueName: "folder"))
  var cache: String?

  /// The bytes of this program, with all its tables: another build may read otherwise.
  private static var program: ContentHash {
    get throws(PipelineError) {
      #if os(Linux)
        let path = "/proc/self/exe"
      #else
        let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
      #endif
      return try ContentHash(of: path)
    }
  }

  /// The cache; nothing where none is wanted, or none can be had, which is told.
  func open() -> TallyCache? {
    guard let cache else { return nil }
    do {
      return TallyCache(store: try CacheFolder(cache), program: try CacheOptions.program)
    } catch {
      let finding = Finding(
        .warning, "no-cache", at: error.position, "\(error.problem); everything is read", remedy: error.remedy)
      Terminal.message(finding.description)
      return nil
    }
  }
}
