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
  package internal(set) var simulation: Simulation
  @OutOfLine var history: History
  /// What it answers about the samples it is shown; nil where it answers nothing.
  package var readout: Readout?
  var pictures = SynapsePictures()
  /// Which neurons are shown, and in which order.
  var order: NeuronOrder
  /// What is to be shown, clamped to the present network.
  @OutOfLine var request: ObservationRequest
  /// What was asked for, as it came.
  @OutOfLine var asked: ObservationRequest

  package internal(set) var mode = RunMode.paused
  package internal(set) var pace = Pace.realTime(1)
  /// Counts the networks that were loaded, from 1.
  package internal(set) var generation = 1
  @OutOfLine package internal(set) var timeline = Timeline()
  /// What edits have overwritten, so that they can be undone.
  var overwritten = Overwritten()
  /// The networks from before structural edits, so that these can be undone.
  var past = Past()
  /// The networks of which there are keyframes.
  var networks: KeptNetworks
  /// Whether the simulation is somewhere else than the session's history, looking for something.
  var isAway = false
  /// Where runs stop; they belong to no branch and to no moment.
  package internal(set) var breakpoints: [Breakpoint] = []
  /// What is looked for forwards, beside breakpoints: the steps end where it is found.
  var search: Condition?
  /// The weight, variable or parameter whose change is looked for, as it was asked.
  var changing: String?
  /// Whether steps are done only to find something.
  var isSearching = false
  /// What is looked for while steps are done; nil where nothing is, and then a step costs what it costs.
  var watching: Watching?
  /// A search backwards that is under way.
  var scout: Scout?
  /// A comparison that is under way.
  var comparing: Comparing?
  /// A query that is under way.
  var survey: Survey?
  /// A question that is being looked into.
  var inquiry: Inquiry?
  /// Where the steps of a jump began.
  var seekStart = Tick.zero
  /// What happened that nobody was told yet.
  var reports: [EngineEvent] = []

  /// Builds the network; it stands at tick 0, paused, and keeps its past.
  package init(_ spec: NetworkSpec, options: SessionOptions = .standard) throws(SessionError) {
    self.init(watching: try Simulation(spec, options: options), options: options)
    timeline.keepsKeyframes = true
    beginTimeline()
  }

  /// Goes on with a simulation as it stands; what comes cannot be gone back to.
  package init(watching simulation: consuming Simulation, options: SessionOptions = .standard) {
    self.options = options
    networks = KeptNetworks(simulation.spec)
    let first = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(500))
    (asked, request) = (first, first)
    history = History(simulation)
    readout = Readout(simulation)
    order = NeuronOrder(sizes: simulation.populations.map(\.size))
    self.simulation = simulation
    timeline.keepsKeyframes = false
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
    case .scouting:
      if inquiry != nil { return inquireOn(atMost: steps) }
      return survey == nil ? scoutOn(atMost: steps) : surveyOn(atMost: steps)
    case .comparing: return compareOn(atMost: steps)
    case .paused: steps = 0
    case .running: break
    case .until(let target), .seeking(let target): steps = min(steps, max(0, target.value - tick.value))
    }
    if watching != nil, !mode.isSeeking { return advanceWatching(steps) }
    for _ in 0..<steps { step() }
    guard let target = mode.target, tick >= target else { return Advance(steps: steps, event: nil) }
    mode = .paused
    return Advance(steps: steps, event: .stopped(tick))
  }

  /// One step of dt, whatever the mode. Returns the number of steps, 1.
  @discardableResult package mutating func step() -> Int {
    simulation.step()
    history.record(simulation)
    readout?.observe(simulation)
    if tick.value >= timeline.nextStop { arrive() }
    return 1
  }

  /// What happened by itself since this was asked last.
  package mutating func takeReports() -> [EngineEvent] {
    if reports.isEmpty { return [] }
    defer { reports = [] }
    return reports
  }

  /// Several steps at once, at most so many and at least one, of which no picture will know: faster, for runs that
  /// nobody looks at. What samples are answered is noted all the same. Returns how many.
  package mutating func skip(atMost limit: Int) -> Int {
    // Where samples are played steps are single.
    let steps = simulation.advance(atMost: limit)
    readout?.observe(simulation)
    return steps
  }

  /// Keeps what variables of a neuron do from now on, whatever else is looked at: a trace asked for later has it all.
  /// - Complexity: O(1) a step.
  package mutating func keep(_ neuron: NeuronAddress, variables: [String]) {
    let state = simulation.populations[neuron.population].descriptor.state
    let indices = state.indices.filter { variables.contains(state[$0].name) }
    if !indices.isEmpty { history.keep(neuron, variables: indices, simulation) }
  }

  /// The most steps of which it keeps what happened; of a network that fires very much it keeps fewer.
  package static var keptSteps: Int { SpikeHistory.usualSteps }

  /// Fits what was asked for to the network that there is.
  mutating func look() {
    request = asked.clamped(to: simulation.populations, simulation.projections, order, dt: dt)
    let population = request.neuron.population
    guard simulation.populations.indices.contains(population), simulation.populations[population].size > 0 else {
      return history.follow(nil, variables: [], simulation)
    }
    let state = simulation.populations[population].descriptor.state
    let names = request.tracedVariables
    history.follow(
      request.neuron, variables: state.indices.filter { names.contains(state[$0].name) }, simulation)
  }
}
