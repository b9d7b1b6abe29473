/// Why neurons of a real network fired: the shares add up, and without its causes a spike does not come.
import Foundation
import Testing

@Suite struct WhyTests {
  /// Some here; `GANGLION_WHYS=1000` asks about so many.
  private static let wanted = ProcessInfo.processInfo.environment["GANGLION_WHYS"].flatMap { Int($0) } ?? 50
  private static let milliseconds = 400

  @Test func randomSpikesOfCuba() throws {
    let recorded = try RecordedCuba(milliseconds: Self.milliseconds)
    defer { recorded.remove() }
    let spikes = recorded.spikes(Self.wanted, before: Double(Self.milliseconds - 21))
    let starts = Set(spikes.map(\.neuron)).sorted()
    let answers = try recorded.answers(
      starts.map { "print exc[\($0)].v" } + ["goto \(Self.milliseconds) ms", "hash"]
        + spikes.map { "why exc[\($0.neuron)] at \($0.time) ms horizon 20 ms" } + ["hash"])
    try #require(answers.count == starts.count + spikes.count + 3)
    var potentials: [Int: Double] = [:]
    for (neuron, answer) in zip(starts, answers) {
      let values = (answer["neurons"] as? [[String: Any]])?.first?["values"] as? [String: Double]
      potentials[neuron] = try #require(values?["v"])
    }
    // Asking changes nothing.
    #expect(answers[starts.count + 1]["hash"] as? String == answers[answers.count - 1]["hash"] as? String)
    var prevented = 0
    for (spike, answer) in zip(spikes, answers.dropFirst(starts.count + 2)) {
      let why = try #require(answer["why"] as? [String: Any])
      #expect(why["answer"] as? String == "fired" && why["is_exact"] as? Bool == true)
      let v = try #require(why["v"] as? Double)
      let shares = try #require(why["shares"] as? [[String: Any]])
      let sum = shares.reduce(0) { $0 + ($1["value"] as? Double ?? .nan) }
      #expect(abs(sum - v) < 1e-9 * abs(v), "\(spike)")
      let causes = try #require(why["causes"] as? [[String: Any]])
      let left = Set(
        causes.map { Cause(source: $0["neuron"] as? String ?? "", time: $0["time_ms"] as? Double ?? .nan) })
      let twin = try recorded.twin(of: spike.neuron, v: #require(potentials[spike.neuron]))
      #expect(try twin.fires(at: spike.time, until: spike.time + 0.04, without: []), "the twin is no twin: \(spike)")
      if left.isEmpty { continue }
      #expect(try !twin.fires(at: spike.time, until: spike.time + 20.04, without: left), "\(spike)")
      prevented += 1
    }
    #expect(prevented > 0)
  }
}

/// A spike on its way to the neuron that is asked about.
private struct Cause: Hashable {
  let source: String
  let time: Double
}

/// A run of CUBA in double precision: its spikes and its wiring, as the program writes them down.
private struct RecordedCuba {
  struct Spike {
    let neuron: Int
    let time: Double
  }

  let folder: URL
  private let milliseconds: Int
  /// By population: the times of each neuron.
  private var trains: [String: [Int: [Double]]] = [:]
  /// By population: who ends on each neuron of `exc`.
  private var sources: [String: [Int: [Int]]] = [:]

  init(milliseconds: Int) throws {
    self.milliseconds = milliseconds
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let preset = try Program.run(["presets", "cuba"]).output
    try Data(preset.replacingOccurrences(of: "precision: single", with: "precision: double").utf8)
      .write(to: folder.appendingPathComponent("cuba.yaml"))
    var arguments = ["run", "cuba.yaml", "--for", "\(milliseconds)ms", "--quiet"]
    for population in ["exc", "inh"] {
      arguments += ["--record", "\(population).spikes=\(population).csv"]
      arguments += ["--record", "\(population)->exc.weights=\(population)-weights.csv"]
    }
    let outcome = try Program.run(arguments, in: folder)
    if outcome.status != 0 { throw Program.Failure(text: outcome.errors) }
    for population in ["exc", "inh"] {
      let spikes = try table("\(population).csv").rows
      trains[population] = Dictionary(grouping: spikes) { Int($0[1]) }.mapValues { $0.map { $0[0] } }
      let synapses = try table("\(population)-weights.csv").rows
      sources[population] = Dictionary(grouping: synapses) { Int($0[1]) }.mapValues { $0.map { Int($0[0]) } }
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func table(_ name: String) throws -> Table {
    Table(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
  }

  /// Spikes of `exc`, in an order that has nothing to do with anything.
  func spikes(_ count: Int, before end: Double) -> [Spike] {
    var state: UInt64 = 20_261_128
    let all = (trains["exc"] ?? [:]).sorted { $0.key < $1.key }
      .flatMap { neuron, times in times.filter { $0 < end }.map { Spike(neuron: neuron, time: $0) } }
    let keyed = all.map { spike -> (UInt64, Spike) in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29), spike)
    }
    return keyed.sorted { $0.0 < $1.0 }.prefix(count).map(\.1)
  }

  func answers(_ script: [String]) throws -> [[String: Any]] {
    try Data(script.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("walk.txt"))
    let outcome = try Program.run(["debug", "cuba.yaml", "--commands", "walk.txt", "--json"], in: folder)
    if outcome.status != 0 { throw Program.Failure(text: outcome.errors) }
    return try outcome.output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// The neuron in a network of its own, into which all others play what they did.
  func twin(of neuron: Int, v: Double) -> Twin {
    var text = """
      ganglion: 1
      dt: 0.1 ms
      precision: double
      populations:
        twin:
          size: 1
          model: IF_curr_exp
          parameters: {cm: 0.2 nF, tau_m: 20 ms, v_rest: -49 mV, v_reset: -60 mV, v_thresh: -50 mV,
                       tau_refrac: 5 ms, tau_syn_E: 5 ms, tau_syn_I: 10 ms, reset: hard}
          initial: {v: \(v) mV}

      """
    var projections = "projections:\n"
    var places: [String: String] = [:]
    for (population, receptor, weight) in [("exc", "excitatory", 0.0162), ("inh", "inhibitory", -0.09)] {
      let firing = (sources[population]?[neuron] ?? []).filter { trains[population]?[$0] != nil }
      if firing.isEmpty { continue }
      let lists = firing.map { source in
        "[" + (trains[population]?[source] ?? []).map { "\($0) ms" }.joined(separator: ", ") + "]"
      }
      text += "  \(population): {size: \(firing.count), model: SpikeSourceArray, "
      text += "parameters: {spike_times: [\(lists.joined(separator: ", "))]}}\n"
      projections += "  - {from: \(population), to: twin, connect: all_to_all, receptor: \(receptor), "
      projections += "weight: \(weight) nA, delay: 0.1 ms}\n"
      for (place, source) in firing.enumerated() {
        places["\(population)[\(source)]"] = "\(population)[\(place)]"
      }
    }
    return Twin(document: text + projections, places: places, folder: folder)
  }

  struct Twin {
    let document: String
    /// By the name of a neuron in the network: its name here.
    let places: [String: String]
    let folder: URL

    /// Whether it fires from a time on in a run in which these do not arrive.
    func fires(at time: Double, until end: Double, without causes: Set<Cause>) throws -> Bool {
      var text = document
      if !causes.isEmpty { text += "without:\n" }
      for cause in causes {
        let source = try #require(places[cause.source])
        text += "  - {arrival: \"\(source) -> twin[0]\", at: \(cause.time) ms}\n"
      }
      try Data(text.utf8).write(to: folder.appendingPathComponent("twin.yaml"))
      let outcome = try Program.run(
        ["run", "twin.yaml", "--for", "\(end) ms", "--record", "twin.spikes=twin.csv", "--quiet"], in: folder)
      if outcome.status != 0 { throw Program.Failure(text: outcome.errors + text) }
      let spikes = Table(try String(contentsOf: folder.appendingPathComponent("twin.csv"), encoding: .utf8))
      return spikes.column("time_ms").contains { $0 > time - 0.04 && $0 < end + 0.01 }
    }
  }
}
