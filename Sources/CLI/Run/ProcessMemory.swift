/// How much memory this process has held at most.
import Foundation

enum ProcessMemory {
  /// The peak resident set [MiB].
  static var peakMebibytes: Double {
    var usage = rusage()
    guard unsafe getrusage(Self.thisProcess, &usage) == 0 else { return 0 }
    return Double(usage.ru_maxrss) * bytesPerUnit / 1_048_576
  }

  /// `RUSAGE_SELF`, whose imported type differs from system to system.
  private static let thisProcess: Int32 = 0

  /// Linux counts in kibibytes, Darwin in bytes.
  private static var bytesPerUnit: Double {
    #if os(Linux)
      1024
    #else
      1
    #endif
  }
}
