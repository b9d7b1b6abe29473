/// What `ganglion run` says at the end: one object for programs, a table for people.
import Foundation

/// The JSON of the contract.
struct RunReport: Encodable, Equatable {
  var document: String
  var seed: UInt64
  var threads: Int
  var precision: String
  var dtMilliseconds: Double
  /// Without the warm-up, as all that follows.
  var steps: Int
  var simulatedMilliseconds: Double
  var buildSeconds: Double
  var wallSeconds: Double
  var realtimeFactor: Double
  var neurons: Int
  var synapses: Int
  var spikes: [String: Int]
  var rates: [String: Double]
  /// Null where no neuron has five intervals.
  var cvs: [String: Double?]
  var synapticEvents: Int
  var stateHash: String
  var peakMemory: Double
  var presented: Int?
  /// Percent of the samples presented, at the last time of the readout.
  var accuracy: Double?
  var accuracyAt: [String: Double]?
  /// Plots as text, for people alone.
  var pictures: [String] = []

  enum CodingKeys: String, CodingKey {
    case document, seed, threads, precision, steps, neurons, synapses, spikes, presented, accuracy
    case dtMilliseconds = "dt_ms"
    case simulatedMilliseconds = "simulated_ms"
    case buildSeconds = "build_s"
    case wallSeconds = "wall_s"
    case realtimeFactor = "realtime_factor"
    case rates = "rates_hz"
    case cvs = "cv_isi"
    case synapticEvents = "synaptic_events"
    case stateHash = "state_hash"
    case peakMemory = "peak_rss_mib"
    case accuracyAt = "accuracy_at"
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension RunReport {
  /// For people.
  /// - Parameter populations: names in the order of the document.
  func text(populations: [String]) -> String {
    var lines = [
      "\(document): \(count(neurons, "neuron")), \(count(synapses, "synapse")), \(precision) precision, seed \(seed), "
        + count(threads, "thread"),
      "simulated \(number(simulatedMilliseconds)) ms in \(number(wallSeconds * 1000)) ms, "
        + "\(number(realtimeFactor)) times real time; built in \(number(buildSeconds * 1000)) ms",
      "",
      row("population", "spikes", "rate", "CV of intervals"),
    ]
    for name in populations {
      let cv = cvs[name].flatMap { $0 }
      lines.append(
        row(name, "\(spikes[name] ?? 0)", number(rates[name] ?? 0) + " Hz", cv.map { number($0) } ?? "–"))
    }
    lines += accuracyLines
    return (lines + ["", "state hash \(stateHash)"] + pictures.flatMap { ["", $0] }).joined(separator: "\n")
  }

  private var accuracyLines: [String] {
    guard let presented, let accuracyAt else { return [] }
    let times = accuracyAt.keys.compactMap(Int.init).sorted()
    let header = ["", "\(presented) samples presented; right after", ""]
    return header
      + times.map { time in
        let percent = String(format: "%.1f %%", accuracyAt["\(time)"] ?? 0)
        return row(count(time, "step"), percent, "", "")
      }
  }

  private func row(_ first: String, _ rest: String...) -> String {
    let columns = rest.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }
    let line = first + String(repeating: " ", count: max(1, 16 - first.count)) + columns.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Four significant digits.
  private func number(_ value: Double) -> String { String(format: "%.4g", value) }
}
