/// Why a neuron fired: shares that sum to v, against closed forms, and causal sets, against networks of their own.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

@Suite struct WhyFiredTests {
  /// Delta synapses, tau 10 ms: each arrival has decayed by itself.
  private static func worked() -> NetworkSpec {
    var spec = NetworkSpec()
    spec.precision = .double
    func source(_ name: String, _ times: [Double]) -> PopulationSpec {
      // The arrival is one step behind the stamp.
      PopulationSpec(
        name: name, shape: [1], model: "SpikeSourceArray",
        parameters: ["spike_times": .spikeTimes([times.map { Milliseconds($0 - 0.1) }])])
    }
    spec.populations = [
      source("a", [3, 14]), source("b", [9, 15.5]), source("c", [11]),
      PopulationSpec(
        name: "n", shape: [1], model: "IF_curr_delta",
        parameters: [
          "tau_m": .number(.constant(10)), "v_rest": .number(.constant(-65)), "v_reset": .number(.constant(-65)),
          "v_thresh": .number(.constant(-52)),
        ]),
    ]
    spec.projections = [("a", 6.0), ("b", 5), ("c", -2)].map { name, weight in
      ProjectionSpec(
        name: name, from: Selection(all: name, size: 1), to: Selection(all: "n", size: 1), connector: .allToAll,
        receptor: weight < 0 ? .inhibitory : .excitatory, weight: .constant(weight), delay: .constant(0.1))
    }
    return spec
  }

  @Test func theWorkedCase() throws {
    var session = try DebugSession(Self.worked())
    _ = session.travel(to: .tick(Tick(155)))
    guard case .fired(let fired) = session.why(.neuron(NeuronAddress(population: 3, index: 0))) else {
      Issue.record("it fired at 15.5 ms")
      return
    }
    let potential = fired.potential
    #expect(potential.tick == Tick(155) && abs(potential.v + 65 - 13.218249) < 1e-6)
    let arrivals = potential.shares.compactMap { share -> (Tick, Double)? in
      if case .arrival(let arrival) = share.cause { (arrival.arrival, share.value) } else { nil }
    }
    let expected = [30: 1.719, 90: 2.610, 110: -1.275, 140: 5.164, 155: 5]
    #expect(arrivals.count == expected.count)
    for (tick, value) in arrivals { #expect(abs(value - (expected[tick.value] ?? 0)) < 5e-4) }
    let exact = [30: 6 * Elementary.exp(-1.25), 110: -2 * Elementary.exp(-0.45)]
    for (tick, value) in arrivals where exact[tick.value] != nil {
      #expect(abs(value - (exact[tick.value] ?? 0)) < 1e-12)
    }
    #expect(abs(potential.residual) < 1e-12 && potential.isExact)
    #expect(potential.byNeuron.map(\.count) == [2, 2, 1])
    // Each of the three later ones alone is more than it was above the threshold by.
    #expect(fired.causal == .smallest && fired.causes.count == 1)
  }

  /// Networks of every kind of model that fires; each answer is checked against its own recording.
  private static let networks = [
    WhyNetworks.current("IF_curr_exp"), WhyNetworks.current("IF_curr_alpha"), WhyNetworks.current("IF_curr_delta"),
    WhyNetworks.current("IF_curr_exp", words: ["reset": "soft"]),
    WhyNetworks.current("IF_curr_exp", numbers: ["theta_plus": 0.5, "tau_theta": 50]), Networks.conductances(),
    WhyNetworks.izhikevich(), Networks.learning(), WhyNetworks.discrete("LIF_discrete"),
    WhyNetworks.discrete("IF_discrete"),
  ]

  @Test(arguments: networks.indices)
  func sharesSumToV(_ index: Int) throws {
    let spec = Self.networks[index]
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(1500)))
    let hash = session.stateHash
    var random = SeededNumbers(seed: UInt64(index))
    let spikes = session.spikes(of: session.firingNeurons)
    #expect(!spikes.isEmpty, "a network that fires")
    for _ in 0..<3 {
      guard let (neuron, tick) = spikes.randomElement(using: &random) else { break }
      guard case .fired(let fired) = session.why(.neuron(neuron, at: tick)) else {
        Issue.record("\(spec.title) \(index): \(neuron) fired at step \(tick.value)")
        continue
      }
      let potential = fired.potential
      let sum = potential.shares.reduce(0) { $0 + $1.value }
      #expect(abs(sum - potential.v) <= 1e-9 * max(1, abs(potential.v)) + potential.residual.magnitude)
      if spec.precision == .double {
        #expect(potential.residual.magnitude <= 1e-9 * max(1, abs(potential.v)), "\(index): \(potential)")
      } else {
        #expect(potential.residual.magnitude <= 1e-3)
      }
      #expect(potential.v >= potential.level)
    }
    #expect(session.stateHash == hash && session.tick == Tick(1500))
  }

  /// A network of one neuron, and of sources that play what was recorded of all others: without the causal set it does
  /// not fire, and with all but one of it, it does.
  @Test(arguments: [
    WhyNetworks.current("IF_curr_exp", hasNoise: false), WhyNetworks.current("IF_curr_alpha", hasNoise: false),
    Networks.active(),
  ])
  func withoutItsCausesItDoesNotFire(_ network: NetworkSpec) throws {
    var spec = network
    spec.precision = .double
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(1500)))
    let spikes = session.spikes(of: session.firingNeurons).filter { (300..<1200).contains($0.1.value) }
    let trains = session.trains
    var random = SeededNumbers(seed: 11)
    var checked = 0
    for _ in 0..<3 {
      guard let (neuron, tick) = spikes.randomElement(using: &random),
        case .fired(let fired) = session.why(.neuron(neuron, at: tick, horizon: Milliseconds(5)))
      else { continue }
      let twin = Twin(spec, neuron, of: session, trains: trains)
      let end = Tick(tick.value + fired.horizonSteps)
      #expect(try twin.fires(from: tick, through: end, without: []), "as recorded")
      if fired.causal == .firesByItself {
        #expect(try twin.fires(from: tick, through: end, without: twin.arrivals(before: end)))
        continue
      }
      let causes = fired.causes.map { Twin.Arrival(neuron: $0.neuron, stamp: $0.stamp) }
      #expect(try !twin.fires(from: tick, through: end, without: causes))
      for place in causes.indices.prefix(3) {
        var fewer = causes
        fewer.remove(at: place)
        #expect(try twin.fires(from: tick, through: end, without: fewer), "all of them are needed")
      }
      checked += 1
    }
    #expect(checked > 0)
  }

  /// Models that are not linear: the effect of one arrival is that of leaving it out.
  @Test func effectsAreThoseOfLeavingArrivalsOut() throws {
    var spec = Networks.conductances()
    spec.precision = .double
    spec.projections[2].weight = .constant(0.01)
    var session = try DebugSession(spec)
    _ = session.travel(to: .tick(Tick(1500)))
    let spikes = session.spikes(of: session.firingNeurons).filter { (300..<1200).contains($0.1.value) }
    let trains = session.trains
    var random = SeededNumbers(seed: 4)
    var checked = 0
    for _ in 0..<3 {
      guard let (neuron, tick) = spikes.randomElement(using: &random),
        case .fired(let fired) = session.why(.neuron(neuron, at: tick, horizon: Milliseconds(5)))
      else { continue }
      #expect(!fired.potential.isExact)
      let twin = Twin(spec, neuron, of: session, trains: trains)
      let arrivals = fired.potential.shares.compactMap { share -> WhyArrival? in
        if case .arrival(let arrival) = share.cause, arrival.effect != nil { arrival } else { nil }
      }
      for arrival in arrivals.prefix(3) {
        let last = Tick(tick.value + fired.horizonSteps)
        let left = [Twin.Arrival(neuron: arrival.neuron, stamp: arrival.stamp)]
        switch arrival.effect {
        case .prevented: #expect(try !twin.fires(from: tick, through: last, without: left))
        case .moved(let steps):
          let moved = Tick(tick.value + steps)
          #expect(try twin.fires(from: moved, through: moved, without: left))
        default: #expect(try twin.fires(from: tick, through: tick, without: left))
        }
        checked += 1
      }
    }
    #expect(checked > 0)
  }
}

/// Questions that have no answer.
struct WhyNothingTests {
  @Test func whoIsNotThereIsNotAskedAbout() throws {
    let nobody = NeuronAddress(population: 3, index: 0)
    let late = NeuronAddress(population: 0, index: 1_000_000)
    for spec in [NetworkSpec(), Networks.active()] {
      var session = try DebugSession(spec)
      for neuron in [nobody, late] {
        let questions: [WhyQuestion] = [
          .neuron(neuron), .silence(neuron, from: .zero, to: Tick(1)),
          .weight(from: neuron, to: neuron, since: .zero, until: Tick(1)),
        ]
        for question in questions {
          guard case .nothing(let words) = session.why(question) else {
            Issue.record("\(question) has an answer")
            continue
          }
          #expect(words.contains("no such neuron"))
        }
      }
    }
  }
}
