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

  /// The day that `SOURCE_DATE_EPOCH` tells (reproducible-builds.org), for whoever makes the same files again; else today.
  static var announcementDay: Day {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int32($0) }
    return epoch.map { Day(number: $0 / 86_400) } ?? today
  }
}
