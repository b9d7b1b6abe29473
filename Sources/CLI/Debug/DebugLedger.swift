/// All that changed a weight, as an object.
import Basics
import Debugger
import Workbench

struct DebugLedger: Encodable {
  struct Entry: Encodable {
    let timeMs: Double
    let cause: String
    /// Of the presynaptic spike that arrived.
    let spikeMs: Double?
    /// t_post − t_arrival of the closest pair.
    let deltaMs: Double?
    let before: Double
    let after: Double
    let change: Double
    let preTrace: Double
    let postTrace: Double
    let isClipped: Bool
  }

  let from: String
  let to: String
  let projection: String
  let rule: String
  let sinceMs: Double
  let untilMs: Double
  let start: Double
  let end: Double
  let entries: [Entry]

  init(_ ledger: WeightLedger, _ writer: WhyWriter) {
    from = writer.name(ledger.from)
    to = writer.name(ledger.to)
    projection = writer.projection(ledger.projection)
    rule = ledger.rule
    (sinceMs, untilMs) = (writer.milliseconds(ledger.since), writer.milliseconds(ledger.until))
    (start, end) = (ledger.start, ledger.end)
    entries = ledger.entries.map { entry in
      var stamp: Double?
      if case .arrival(let tick) = entry.cause { stamp = writer.milliseconds(tick) }
      return Entry(
        timeMs: writer.milliseconds(entry.tick), cause: stamp == nil ? "spike" : "arrival", spikeMs: stamp,
        deltaMs: entry.interval.map { writer.milliseconds(Tick($0)) }, before: entry.before,
        after: entry.after, change: entry.change, preTrace: entry.preTrace, postTrace: entry.postTrace,
        isClipped: entry.isClipped)
    }
  }
}
