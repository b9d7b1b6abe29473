/// A population as the simulation sees it, whatever its model and precision.
package import Basics

/// One call a step does a whole population, so that behind it everything can be concrete.
///
/// Closures and not a protocol: the witnesses of a generic class are never specialised, so that through an existential
/// every operator of a lane would be a call (measured: a hundred times slower). The closures are made where `Catalogue`
/// names the concrete model, and are specialised there. A class, so that to hand it on is one reference and not twelve.
package final class NeuronPopulation: Sendable {
  package let count: Int
  /// How many blocks; the unit by which threads share the work.
  package let blocks: Int
  package let neuronsPerBlock: Int
  /// Whether arrivals can be added to its state in the step in which they arrive, instead of waiting for it.
  package let takesArrivalsIntoState: Bool
  /// For each receptor the variable that arrivals are added to, by its position; empty where they move v itself.
  package let arrivalVariables: [Int]

  private let run: @Sendable (_ tick: Int, _ blocks: Range<Int>, _ spikes: SpikeList) -> Void
  private let setParameters: @Sendable (ParameterTable, [ClosedRange<Int>]?) -> Void
  private let setCurrentLanes: @Sendable ([Double]?) -> Void
  private let makeTray: @Sendable (Int?) -> ArrivalTray
  private let readsNoRing: @Sendable () -> Bool
  private let ringMemory: @Sendable (Int) -> Int
  private let totalMemory: @Sendable () -> Int
  private let read: @Sendable (_ variable: Int, _ neuron: Int, _ tick: Int) -> Double
  private let readInitial: @Sendable (_ variable: Int, _ neuron: Int) -> Double
  private let findPlaces: @Sendable (_ variable: Int, _ neurons: [Int]) -> [Int]?
  private let readPlaces: @Sendable ([Int], inout [Double], Int) -> Void
  private let compare: @Sendable (inout WatchedLevels) -> Void
  private let write: @Sendable (_ variable: Int, _ neuron: Int, _ tick: Int, Double) -> Void
  private let pokes: @Sendable (Int?) -> Void
  private let balance: @Sendable () -> Void
  private let watching: @Sendable (Int?) -> Void
  private let takenDown: @Sendable () -> StepPhases?
  private let remember: @Sendable () -> Void
  private let restore: @Sendable () -> Void
  private let addToHash: @Sendable (inout StateHash, Int) -> Void
  private let sizes: @Sendable (StatePart) -> StateBytes.Size
  private let keep: @Sendable (StatePart) -> [UInt8]
  private let thresholdSize: StateBytes.Size
  private let keepThresholds: @Sendable () -> [UInt8]?
  private let bringBackThresholds: @Sendable ([UInt8]?, ParameterTable) -> Void
  private let bringBack: @Sendable (StatePart, [UInt8]) -> Void

  /// To be called with a concrete model.
  @inline(__always)
  init<M: NeuronModel>(_ population: ModelPopulation<M>) {
    count = population.count
    blocks = population.blocks
    neuronsPerBlock = M.L.width
    takesArrivalsIntoState = !M.arrivalVariables.isEmpty
    arrivalVariables = M.arrivalVariables
    run = { population.advance(tick: $0, blocks: $1, spikes: $2) }
    setParameters = { population.apply($0, touching: $1) }
    setCurrentLanes = { population.setCurrents($0) }
    makeTray = { population.makeArrivals(slots: $0) }
    readsNoRing = { population.ring.slots == 0 }
    ringMemory = { population.memoryOfArrivals(slots: $0) }
    totalMemory = { population.memory }
    read = { population.value($0, of: $1, tick: $2) }
    readInitial = { population.initialValue($0, of: $1) }
    findPlaces = { population.places($0, of: $1) }
    readPlaces = { population.read($0, into: &$1, from: $2) }
    compare = { population.look(at: &$0) }
    write = { population.setValue($0, of: $1, tick: $2, to: $3) }
    pokes = { population.poke($0) }
    balance = { population.settle() }
    watching = { population.watch($0) }
    takenDown = { population.phases }
    remember = { population.rememberInitial() }
    restore = { population.restoreInitial() }
    addToHash = { population.hash(into: &$0, tick: $1) }
    sizes = { population.size(of: $0) }
    keep = { population.bytes(of: $0) }
    thresholdSize = population.sizeOfThresholds
    keepThresholds = { population.adaptation?.bytes }
    bringBackThresholds = { population.setThresholds($0, $1) }
    bringBack = { population.setBytes(of: $0, to: $1) }
  }

  /// Bytes of state, coefficients and arrivals.
  package var memory: Int { totalMemory() }
  /// Bytes that arrivals with so many slots take.
  package func memoryOfArrivals(slots: Int) -> Int { ringMemory(slots) }

  /// Makes room for arrivals up to `slots` − 1 steps after the present one. Called once, before the first step.
  package func makeArrivals(slots: Int) -> ArrivalTray { makeTray(slots) }
  /// Has arrivals added to the state, after `advance` and in the step in which they arrive.
  /// - Precondition: `takesArrivalsIntoState`.
  package func takeArrivalsIntoState() -> ArrivalTray { makeTray(nil) }
  /// Whether it was told to do that.
  package var addsArrivalsToState: Bool { readsNoRing() }
  /// Derives coefficients from the parameters: of all neurons, or of the blocks that hold these.
  package func apply(_ parameters: ParameterTable, touching ranges: [ClosedRange<Int>]?) {
    setParameters(parameters, ranges)
  }
  /// The currents from outside, one for each neuron, or none.
  package func setCurrents(_ currents: [Double]?) { setCurrentLanes(currents) }

  /// Charge, fire and reset for some blocks in one pass; appends the neurons that spiked, ascending.
  @inline(__always)
  package func advance(tick: Int, blocks: Range<Int>, spikes: SpikeList) { run(tick, blocks, spikes) }

  /// The same for all of it.
  package func advance(tick: Int, spikes: SpikeList) { run(tick, 0..<blocks, spikes) }

  /// Has the neuron spike in the next step.
  package func poke(_ neuron: Int) { pokes(neuron) }
  /// To be called after a step that had pokes, once for all threads.
  package func forgetPokes() { pokes(nil) }

  /// A state variable by its position in the descriptor; those that count time down are kept in steps.
  package func value(_ variable: Int, of neuron: Int, tick: Int) -> Double { read(variable, neuron, tick) }
  /// The same as `restoreInitial` would leave it.
  package func initialValue(_ variable: Int, of neuron: Int) -> Double { readInitial(variable, neuron) }
  /// Where a variable of these neurons lies, to be read many times; nil where it has to be worked out each time.
  package func places(of variable: Int, _ neurons: [Int]) -> [Int]? { findPlaces(variable, neurons) }
  /// Reads what lies at these places of this population into `values`, from `first` on.
  package func read(_ places: [Int], into values: inout [Double], from first: Int) {
    readPlaces(places, &values, first)
  }
  /// Notes the values that have left their bands, mostly none.
  package func look(at levels: inout WatchedLevels) { compare(&levels) }
  package func setValue(_ variable: Int, of neuron: Int, tick: Int, to value: Double) {
    write(variable, neuron, tick, value)
  }
  /// Has the next step of a neuron taken down, phase by phase; nil for nobody's.
  package func watch(_ neuron: Int?) { watching(neuron) }
  /// What was taken down since then.
  package var phases: StepPhases? { takenDown() }
  /// Brings what hangs on v, such as gates, into balance with it.
  package func settle() { balance() }
  /// Keeps the present state as the one that `restoreInitial` brings back.
  package func rememberInitial() { remember() }
  /// Back to that state, with nothing under way.
  package func restoreInitial() { restore() }
  /// State and spikes under way.
  package func hash(into hash: inout StateHash, tick: Int) { addToHash(&hash, tick) }
  /// How large a part of what moves is.
  package func size(of part: StatePart) -> StateBytes.Size { sizes(part) }
  /// A copy of it, for a checkpoint. - Complexity: one copy of memory.
  package func bytes(of part: StatePart) -> [UInt8] { keep(part) }
  /// Brings it back. - Precondition: as many bytes as `size(of:)` says.
  package func setBytes(of part: StatePart, to bytes: [UInt8]) { bringBack(part, bytes) }
  /// How large a copy of the adaptive thresholds is.
  package var sizeOfThresholds: StateBytes.Size { thresholdSize }
  /// By how much they have risen; nil where none has.
  package var thresholds: [UInt8]? { keepThresholds() }
  /// Brings that back. - Precondition: as many bytes as `sizeOfThresholds` says.
  package func setThresholds(_ bytes: [UInt8]?, parameters: ParameterTable) { bringBackThresholds(bytes, parameters) }
}
