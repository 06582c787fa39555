import ArgumentParser
import Tabular
import Undersigned

/// The exit statuses that scripts may rely on, after `sysexits.h`.
extension ExitCode {
  /// An input that can't be understood.
  static let badData = ExitCode(65)
  /// An input that isn't there.
  static let noInput = ExitCode(66)
  /// An output that can't be written.
  static let cannotCreate = ExitCode(73)
  /// Reading failed half-way.
  static let inputOutput = ExitCode(74)
  /// A pipeline file or setting that is wrong.
  static let badConfiguration = ExitCode(78)

  /// The status for an error.
  init(_ error: PipelineError) {
    switch error.kind {
    case .unreadableInput(.noSuchFile), .unreadableInput(.isDirectory), .noExports: self = .noInput
    case .unreadableInput(.unreadable), .unreadableInput(.changed): self = .inputOutput
    case .unreadableInput, .noOrganizationField, .signersElsewhere, .malformedTally, .notLabelled: self = .badData
    case .malformedDecision, .contradictoryDecisions, .malformedAlias: self = .badData
    case .malformedLedger, .malformedAudit: self = .badData
    case .noSuchHeader, .badConfiguration, .malformedTemplate: self = .badConfiguration
    case .unwritable: self = .cannotCreate
    }
  }
}
