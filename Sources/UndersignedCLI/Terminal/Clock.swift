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
}
