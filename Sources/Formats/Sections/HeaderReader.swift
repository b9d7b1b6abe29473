/// The plain keys at the top of a document: title, grid, duration, seed, precision.
import Basics
import NetworkModel

extension Scope {
  static let headerKeys = ["ganglion", "title", "about", "dt", "duration", "seed", "precision"]

  /// Reads dt alone, since every time that follows is measured with it.
  func timeStep(_ document: Fields) -> Milliseconds? {
    guard let syntax = document["dt"], let dt = positiveTime(syntax, "dt") else { return nil }
    if (1e-6...1e6).contains(dt.value) { return dt }
    error(at: syntax.location, .outOfRange(dt.value, 1e-6...1e6, .time, what: "dt"))
    return nil
  }

  func header(_ document: Fields, into spec: inout NetworkSpec) {
    if let version = document["ganglion"] { checkVersion(version) }
    if let title = document["title"] { spec.title = text(title, "title") ?? "" }
    if let about = document["about"] { spec.about = text(about, "about") ?? "" }
    spec.dt = dt
    if let duration = document["duration"] {
      spec.duration = positiveTime(duration, "duration")
      if let time = spec.duration { steps(time.value, "duration", at: duration.location, least: 1) }
    }
    if let seed = document["seed"] { spec.seed = self.seed(seed) ?? 1 }
    if let precision = document["precision"] { spec.precision = choice(precision, "precision") ?? .single }
  }

  /// All 64 bits may be used; above 63 they are no `Int`.
  private func seed(_ syntax: Syntax) -> UInt64? {
    if let text = syntax.text, let seed = UInt64(text) { return seed }
    return integer(syntax, "seed", in: 0...Int.max).map { UInt64($0) }
  }

  private func checkVersion(_ syntax: Syntax) {
    guard let version = integer(syntax, "ganglion", in: 1...Int.max), version != 1 else { return }
    error(at: syntax.location, .newerFormat(version))
  }
}
