/// What a run writes as comma-separated tables.
package import Basics

/// Values to bytes; who writes them where is the caller's.
package enum CSVFile {
  /// `time_ms,neuron`, one line a spike, in the order given.
  package static func spikes(_ spikes: [(time: Milliseconds, neuron: Int)]) -> [UInt8] {
    var bytes = Array("time_ms,neuron\n".utf8)
    bytes.reserveCapacity(bytes.count + spikes.count * 12)
    for spike in spikes { bytes += "\(number(spike.time.value)),\(spike.neuron)\n".utf8 }
    return bytes
  }

  /// `time_ms,0,1,…`: one line a time, one column a neuron, named by its index in the population.
  /// - Parameter values: [times × neurons], row-major, in base units.
  package static func variable(times: [Milliseconds], neurons: [Int], values: [Double]) -> [UInt8] {
    precondition(values.count == times.count * neurons.count, "a table has rows × columns values")
    var bytes = Array((["time_ms"] + neurons.map(String.init)).joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
    for (row, time) in times.enumerated() {
      bytes += number(time.value).utf8
      for column in neurons.indices { bytes += ("," + number(values[row * neurons.count + column])).utf8 }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// `pre,post,weight`, one line a synapse.
  /// - Parameter values: [synapses × 3], row-major, weights in base units.
  package static func weights(_ values: [Double]) -> [UInt8] {
    var bytes = Array("pre,post,weight\n".utf8)
    for synapse in stride(from: 0, to: values.count, by: 3) {
      bytes += line(values[synapse..<synapse + 3].map(Complaint.number))
    }
    return bytes
  }

  /// One answer of a classifier.
  package struct Prediction: Sendable, Equatable {
    /// The row of the data set.
    package let sample: Int
    /// Nil where the data has no labels.
    package let label: Int?
    /// The answer after each time of the readout.
    package let predictions: [Int]
    /// The spikes of each layer up to each time: [times × layers], row-major.
    package let spikes: [Int]

    package init(sample: Int, label: Int?, predictions: [Int], spikes: [Int] = []) {
      self.sample = sample
      self.label = label
      self.predictions = predictions
      self.spikes = spikes
    }
  }

  /// `sample,label,prediction` and `spikes_<layer>` at the last time of the readout, then the same with `_at_<steps>`
  /// for every time.
  package static func predictions(_ rows: [Prediction], at times: [Int], layers: [String]) -> [UInt8] {
    var names = ["sample", "label", "prediction"] + layers.map { "spikes_\($0)" }
    for time in times { names += ["prediction_at_\(time)"] + layers.map { "spikes_\($0)_at_\(time)" } }
    var bytes = line(names)
    for row in rows {
      precondition(row.predictions.count == times.count, "one prediction for each time")
      precondition(row.spikes.count == times.count * layers.count, "one count for each time and layer")
      var fields = ["\(row.sample)", row.label.map(String.init) ?? "", row.predictions.last.map(String.init) ?? ""]
      fields += row.spikes.suffix(layers.count).map(String.init)
      for time in times.indices {
        fields.append("\(row.predictions[time])")
        fields += row.spikes[time * layers.count..<(time + 1) * layers.count].map(String.init)
      }
      bytes += line(fields)
    }
    return bytes
  }

  private static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.map(escaped).joined(separator: ",") + "\n").utf8)
  }

  /// In quotes where a comma, a quote or a line end would be taken for the table's own (RFC 4180).
  private static func escaped(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The shortest text that reads back as the same double; times on a decimal grid lose the noise of their product.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    let isNoise = abs(value) < 1e6 && abs(rounded - value) <= abs(value) * 4 * Double.ulpOfOne
    return Complaint.number(isNoise ? rounded : value)
  }
}
