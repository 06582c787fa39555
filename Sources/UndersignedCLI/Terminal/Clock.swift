import Undersigned

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What day it is: the program's only look at the clock.
enum Clock {
  /// Today in UTC.
  static var today: Day { Day(number: Int32(Date().timeIntervalSince1970 / 86_400)) }

  /// The day that `SOURCE_DATE_EPOCH` tells (reproducible-builds.org), for whoever makes the same files again; else
  /// today.
  static var announcementDay: Day {
    sourceEpoch.map { Day(number: Int32($0 / 86_400)) } ?? today
  }

  /// The time that `SOURCE_DATE_EPOCH` tells, by RFC 3339 in UTC; nothing where it tells none, so that files are the
  /// same at any time.
  static var sourceTime: String? {
    guard let epoch = sourceEpoch else { return nil }
    let parts = [epoch % 86_400 / 3_600, epoch % 3_600 / 60, epoch % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(Day(number: Int32(epoch / 86_400)))T\(parts.joined(separator: ":"))Z"
  }

  /// Seconds from 1970, up to the year 9999.
  private static var sourceEpoch: Int? {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    return epoch.flatMap { (0...253_402_300_799).contains($0) ? $0 : nil }
  }
}
