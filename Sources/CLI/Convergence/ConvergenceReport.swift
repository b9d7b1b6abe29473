/// What a run at dt and one at dt/2 have in common, for programs and for people.
import Foundation

struct ConvergenceReport: Encodable, Equatable {
  /// The k-th spike of a neuron in both runs; nil where it did not come.
  struct Pair: Encodable, Equatable {
    let neuron: String
    /// 0 is the neuron's first.
    let spike: Int
    let coarse: Double?
    let fine: Double?

    /// Encoded by hand, so that a spike that did not come is null and not left out.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(neuron, forKey: .neuron)
      try values.encode(spike, forKey: .spike)
      try values.encode(coarse, forKey: .coarse)
      try values.encode(fine, forKey: .fine)
    }

    enum CodingKeys: String, CodingKey {
      case neuron, spike
      case coarse = "time_ms"
      case fine = "time_at_half_ms"
    }

    fileprivate var earliest: Double { min(coarse ?? .infinity, fine ?? .infinity) }
    fileprivate var shift: Double? { coarse.flatMap { coarse in fine.map { $0 - coarse } } }
  }

  let coarse: RunReport
  let fine: RunReport
  /// The first spikes of the whole network, in the order of time.
  private(set) var firstSpikes: [Pair] = []
  /// The first spike that came in one run only, or after an interval that differs by more than dt: rounding to the
  /// grid can do less than that to an interval, and adds up over many. Nil where there is none.
  private(set) var divergence: Pair?
  /// The greatest shift of a spike before that [ms].
  private(set) var largestShift = 0.0
  var notes: [String] = []

  /// How many of the first spikes are told.
  private static let told = 20

  init(coarse: RunReport, fine: RunReport) {
    self.coarse = coarse
    self.fine = fine
  }

  enum CodingKeys: String, CodingKey {
    case notes, divergence
    case coarse = "at_dt"
    case fine = "at_half_dt"
    case firstSpikes = "first_spikes"
    case largestShift = "largest_shift_ms"
  }

  /// - Parameters:
  ///   - trains: of every neuron [ms], those at dt and those at dt/2.
  ///   - end: of both runs [ms]: a spike near it may have its partner behind it.
  mutating func compare(
    _ trains: [[Double]], _ others: [[Double]], dt: Double, end: Double, name: (Int) -> String
  ) {
    var pairs: [(neuron: Int, pair: Pair)] = []
    for (neuron, (train, other)) in zip(trains, others).enumerated() {
      for spike in 0..<max(train.count, other.count) {
        let coarse = spike < train.count ? train[spike] : nil
        let fine = spike < other.count ? other[spike] : nil
        pairs.append((neuron, Pair(neuron: name(neuron), spike: spike, coarse: coarse, fine: fine)))
      }
    }
    pairs.sort { ($0.pair.earliest, $0.neuron) < ($1.pair.earliest, $1.neuron) }
    firstSpikes = pairs.prefix(Self.told).map(\.pair)
    // Rounding of times must not make a whole step of dt more than dt.
    let tolerance = dt * (1 + 1e-6)
    var shifts = Array(repeating: 0.0, count: trains.count)
    for (neuron, pair) in pairs {
      let before = shifts[neuron]
      if let shift = pair.shift, abs(shift - before) <= tolerance {
        shifts[neuron] = shift
        largestShift = max(largestShift, abs(shift))
      } else if pair.shift != nil || pair.earliest < end - tolerance - abs(before) {
        divergence = pair
        return
      }
    }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension ConvergenceReport {
  /// For people.
  /// - Parameter populations: names in the order of the document.
  func text(populations: [String]) -> String {
    var lines = [
      "\(coarse.document): at dt \(number(coarse.dtMilliseconds)) ms and at \(number(fine.dtMilliseconds)) ms, "
        + "\(number(coarse.simulatedMilliseconds)) ms each", "",
      row("population", ["rate", "at dt/2", "CV", "at dt/2"]),
    ]
    for name in populations {
      let cvs = [coarse, fine].map { report in report.cvs[name].flatMap { $0 }.map(number) ?? "–" }
      let rates = [coarse, fine].map { number($0.rates[name] ?? 0) + " Hz" }
      lines.append(row(name, rates + cvs))
    }
    lines += ["", row("first spikes", ["dt", "dt/2", "shift"])]
    lines += firstSpikes.map { pair in
      let shift = pair.shift.map { String(format: "%+.4g ms", $0) } ?? "–"
      return row("\(pair.neuron) #\(pair.spike + 1)", [time(pair.coarse), time(pair.fine), shift])
    }
    return (lines + ["", verdict] + notes.map { "Note: " + $0 + "." }).joined(separator: "\n")
  }

  private var verdict: String {
    let shift = "Spikes move by \(number(largestShift)) ms at most"
    guard let divergence else { return shift + "; none comes or goes." }
    let what =
      divergence.shift.map { "comes \(number(abs($0))) ms \($0 < 0 ? "earlier" : "later")" }
      ?? (divergence.fine == nil ? "is missing at dt/2" : "comes at dt/2 only")
    return shift + " until \(number(divergence.earliest)) ms, when spike \(divergence.spike + 1) of "
      + "\(divergence.neuron) \(what): from there on only statistics can be compared."
  }

  private func row(_ first: String, _ rest: [String]) -> String {
    let columns = rest.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }
    return first + String(repeating: " ", count: max(1, 18 - first.count)) + columns.joined()
  }

  private func time(_ value: Double?) -> String { value.map { String(format: "%.6g ms", $0) } ?? "–" }
  private func number(_ value: Double) -> String { String(format: "%.4g", value) }
}
