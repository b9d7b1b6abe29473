/// A network that is being looked at: it steps, keeps what is to be shown, and carries out commands between steps.
package import Basics
package import NetworkModel
package import Simulation

/// How a session builds its networks.
package typealias SessionOptions = BuildOptions
/// Why a session cannot be made.
package typealias SessionError = BuildError

extension SessionOptions {
  /// One thread, and everything else as the document says.
  package static var standard: SessionOptions { BuildOptions() }
}

/// Synchronous, on one thread, without a clock: whoever owns it says how many steps to do and when.
///
/// Looking changes nothing: the run is a function of the spec, the options and the commands in `timeline`, however it is
/// sliced and observed.
package struct DebugSession: ~Copyable {
  let options: SessionOptions
  var simulation: Simulation
  var history: History
  var readout: Readout?
  var pictures = SynapsePictures()
  /// Which neurons are shown, and in which order.
  var order: NeuronOrder
  /// What is to be shown, clamped to the present network.
  var request: ObservationRequest
  /// What was asked for, as it came.
  var asked: ObservationRequest

  package internal(set) var mode = RunMode.paused
  package internal(set) var pace = Pace.realTime(1)
  /// Counts the networks that were loaded, from 1.
  package internal(set) var generation = 1
  package internal(set) var timeline = Timeline()
  /// What edits have overwritten, so that they can be undone.
  var overwritten = Overwritten()
  /// The networks from before structural edits, so that these can be undone.
  var past = Past()

  /// Builds the network; it stands at tick 0, paused.
  package init(_ spec: NetworkSpec, options: SessionOptions = .standard) throws(SessionError) {
    let simulation = try Simulation(spec, options: options)
    self.options = options
    asked = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(500))
    request = asked
    history = History(simulation)
    readout = Readout(simulation)
    order = NeuronOrder(sizes: simulation.populations.map(\.size))
    self.simulation = simulation
    look()
  }

  /// Whether a picture of synapses is too large to have been read at once, so that later snapshots will show more of it
  /// even while nothing runs.
  package var isReading: Bool { pictures.isReading }

  package var tick: Tick { simulation.tick }
  package var dt: Milliseconds { simulation.dt }
  package var stateHash: UInt64 { simulation.stateHash }
  package var summary: NetworkSummary { NetworkSummary(simulation) }

  /// Does at most so many steps, fewer where the mode ends earlier, none when paused.
  package mutating func advance(atMost limit: Int) -> Advance {
    var steps = max(0, limit)
    switch mode {
    case .paused: steps = 0
    case .running: break
    case .until(let target): steps = min(steps, max(0, target.value - tick.value))
    }
    for _ in 0..<steps {
      simulation.step()
      history.record(simulation)
      readout?.observe(simulation)
    }
    guard case .until(let target) = mode, tick >= target else { return Advance(steps: steps, event: nil) }
    mode = .paused
    return Advance(steps: steps, event: .stopped(tick))
  }

  /// Fits what was asked for to the network that there is.
  mutating func look() {
    request = asked.clamped(to: simulation.populations, simulation.projections, order, dt: dt)
    let population = request.neuron.population
    guard simulation.populations.indices.contains(population), simulation.populations[population].size > 0 else {
      return history.follow(nil, variable: nil, simulation)
    }
    let state = simulation.populations[population].descriptor.state
    let variable = request.trace.flatMap { trace in state.firstIndex { $0.name == trace.variable } }
    history.follow(request.neuron, variable: variable, simulation)
  }
}
