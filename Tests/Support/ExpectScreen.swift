/// Screens as text files: what is drawn must be what was reviewed.
package import Foundation
package import Terminal
package import Testing

/// Compares a canvas with `Screens/<name>.screen` beside the test's source file. With `GANGLION_RECORD=1` the file is
/// written instead, to be reviewed in the diff.
package func expectScreen(
  _ canvas: Canvas, _ name: String, file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent().appendingPathComponent("Screens")
  expectScreen(canvas, name + ".screen", in: folder, sourceLocation: sourceLocation)
}

/// Compares a canvas with the file `name` in a folder of the caller's choice.
package func expectScreen(
  _ canvas: Canvas, _ name: String, in folder: URL, sourceLocation: SourceLocation = #_sourceLocation
) {
  let place = folder.appendingPathComponent(name)
  let drawn = ScreenText.describe(canvas)
  if ProcessInfo.processInfo.environment["GANGLION_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(drawn.utf8).write(to: place, options: .atomic)
    } catch {
      Issue.record("\(name) could not be recorded: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: place) else {
    Issue.record("\(name) was never recorded: run with GANGLION_RECORD=1 and review it", sourceLocation: sourceLocation)
    return
  }
  let recorded = String(decoding: data, as: UTF8.self)
  if recorded != drawn {
    let difference = lineDifference(from: recorded, to: drawn)
    Issue.record("\(name) is drawn differently:\n\(difference)", sourceLocation: sourceLocation)
  }
}

/// The lines that differ, at most 40 of them, with their number.
private func lineDifference(from recorded: String, to drawn: String) -> String {
  let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
  var report: [String] = []
  for index in 0..<max(old.count, new.count) {
    let before = index < old.count ? old[index] : "(nothing)"
    let after = index < new.count ? new[index] : "(nothing)"
    if before != after { report += ["line \(index + 1)", "- \(before)", "+ \(after)"] }
  }
  return report.prefix(120).joined(separator: "\n")
}
