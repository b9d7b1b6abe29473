/// The driver: runs one model over the blocks of one population.
import Basics

/// State, coefficients and arrivals of a population of `M`, and the loop over them.
///
/// Named with a concrete model in `Catalogue`, it is specialised there: the three phases inline into one loop.
/// Unchecked, for the simulation that owns it is used by one thread at a time, but for `advance`, in which each thread
/// touches the blocks that it was given and nothing else.
final class ModelPopulation<M: NeuronModel>: @unchecked Sendable {
  let count: Int
  let blocks: Int
  let state: LaneBuffer<M.State>
  var initial: LaneBuffer<M.State>?
  let dt: Double
  /// The position of the state variable that says when refractory time ends; nil where there is none.
  let refractory: Int?
  /// Whether the model knows thresholds that adapt: their variable comes behind those of the state.
  let canAdapt: Bool
  /// Room for the blocks that fire in a step; a thread uses the part that belongs to its own blocks.
  private let firing: LaneBuffer<FiringBlock>

  /// What a step reads and only the time between two steps changes, so that exclusive access need not be checked.
  @exclusivity(unchecked) private var inputs: Inputs

  private struct Inputs {
    var ring: ArrivalRing<M.L>
    /// One for all blocks while all neurons are equal, otherwise one for each.
    var coefficients: LaneBuffer<M.Coefficients>
    var currents: LaneBuffer<M.L>?
    /// Nil while no threshold adapts.
    var adaptation: AdaptiveThreshold<M.L>?
    var poked: [Int] = []
  }

  var ring: ArrivalRing<M.L> { unsafe inputs.ring }

  private var coefficients: LaneBuffer<M.Coefficients> {
    get { unsafe inputs.coefficients }
    set { unsafe inputs.coefficients = newValue }
  }

  private var currents: LaneBuffer<M.L>? {
    get { unsafe inputs.currents }
    set { unsafe inputs.currents = newValue }
  }

  var adaptation: AdaptiveThreshold<M.L>? {
    get { unsafe inputs.adaptation }
    set { unsafe inputs.adaptation = newValue }
  }

  init(count: Int, parameters: ParameterTable, dt: Double) {
    self.count = count
    self.dt = dt
    // A descriptor is made each time that it is asked for, too slowly for every neuron that is looked at.
    let variables = M.descriptor.state
    refractory = variables.firstIndex { $0.name == "refractory" }
    canAdapt = variables.count > Self.variables
    blocks = (count + M.L.width - 1) / M.L.width
    state = LaneBuffer(count: blocks, repeating: M.rest)
    let first = BlockParameters<M.L>(table: parameters, neurons: 0..<1)
    unsafe inputs = Inputs(
      ring: ArrivalRing(blocks: blocks, receptors: M.receptors, slots: 1),
      coefficients: LaneBuffer(count: 1, repeating: M.coefficients(first, dt: dt)))
    firing = LaneBuffer(count: blocks, repeating: FiringBlock(firstNeuron: 0, lanes: 0))
    apply(parameters, touching: nil)
  }

  var memory: Int {
    let currentLanes = currents == nil ? 0 : blocks * MemoryLayout<M.L>.stride
    let states = blocks * (initial == nil ? 1 : 2) * MemoryLayout<M.State>.stride
    let ownCoefficients = coefficients.count * MemoryLayout<M.Coefficients>.stride
    return ring.memory + currentLanes + states + ownCoefficients + (adaptation?.memory ?? 0)
  }

  func memoryOfArrivals(slots: Int) -> Int {
    let plane = blocks * M.receptors * MemoryLayout<M.L>.stride
    let (bytes, overflows) = plane.multipliedReportingOverflow(by: slots)
    return overflows ? .max : bytes
  }

  /// - Parameter slots: of a ring in which arrivals wait; nil where they are added to the state.
  func makeArrivals(slots: Int?) -> ArrivalTray {
    unsafe inputs.ring = ArrivalRing(blocks: blocks, receptors: M.receptors, slots: slots ?? 0)
    if slots != nil { return ArrivalTray(TypedTray(ring: ring, state: nil)) }
    precondition(!M.arrivalVariables.isEmpty, "\(M.descriptor.id) cannot take arrivals into its state")
    return ArrivalTray(TypedTray(ring: ring, state: StateCells(state, ofReceptor: M.arrivalVariables)))
  }

  // MARK: Parameters and input

  func apply(_ parameters: ParameterTable, touching ranges: [ClosedRange<Int>]?) {
    if adaptation == nil, AdaptiveThreshold<M.L>.isNeeded(parameters) { adaptation = AdaptiveThreshold(blocks: blocks) }
    adaptation?.apply(parameters, dt: dt)
    if parameters.isUniform {
      let all = M.coefficients(BlockParameters(table: parameters, neurons: 0..<1), dt: dt)
      if coefficients.count == 1 { coefficients[0] = all } else { coefficients = LaneBuffer(count: 1, repeating: all) }
      return
    }
    // Where all were equal, those that are not touched stay as they were.
    if coefficients.count < blocks { coefficients = LaneBuffer(count: blocks, repeating: coefficients[0]) }
    for block in touchedBlocks(ranges) {
      let neurons = block * M.L.width..<min(count, (block + 1) * M.L.width)
      coefficients[block] = M.coefficients(BlockParameters(table: parameters, neurons: neurons), dt: dt)
    }
  }

  /// Brings what hangs on v into balance with it, in all neurons.
  func settle() {
    for block in 0..<blocks { M.settle(&state[block], coefficients[coefficients.count == 1 ? 0 : block]) }
  }

  private func touchedBlocks(_ ranges: [ClosedRange<Int>]?) -> [Int] {
    guard let ranges else { return Array(0..<blocks) }
    return ranges.flatMap { Array($0.lowerBound / M.L.width...$0.upperBound / M.L.width) }
  }

  func setCurrents(_ values: [Double]?) {
    guard let values else {
      currents = nil
      return
    }
    let lanes = currents ?? LaneBuffer(count: blocks, repeating: .zero)
    for (neuron, value) in values.enumerated() {
      lanes[neuron / M.L.width][neuron % M.L.width] = M.L.Scalar(value)
    }
    currents = lanes
  }

  /// A neuron that is to spike in the next step, or nil to forget all of them.
  func poke(_ neuron: Int?) {
    if let neuron { unsafe inputs.poked.append(neuron) } else { unsafe inputs.poked.removeAll(keepingCapacity: true) }
  }

  // MARK: The step

  /// Charge, fire and reset, block by block; appends the neurons that spiked, ascending.
  ///
  /// What is the same for all blocks is decided here, so that the usual loop has no branch but the one for spikes, and
  /// keeps the coefficients of equal neurons in registers.
  func advance(tick: Int, blocks range: Range<Int>, spikes: SpikeList) {
    precondition(range.lowerBound >= 0 && range.upperBound <= blocks, "blocks \(range) of \(blocks)")
    let clock = RefractoryClock.reading(tick: tick)
    if ring.slots == 0 {
      run(range, clock, NoArrivals(), spikes)
    } else {
      run(range, clock, RingArrivals(ring, slot: ring.slot(tick: tick)), spikes)
    }
    if SubnormalSweep.isDue(tick: tick) { sweep(range) }
  }

  private func run<A: BlockArrivals>(_ range: Range<Int>, _ clock: Int, _ arrivals: A, _ spikes: SpikeList)
  where A.L == M.L {
    if unsafe inputs.coefficients.count == 1 && inputs.currents == nil && inputs.poked.isEmpty
      && inputs.adaptation == nil
    {
      run(range, clock, EqualBlocks<M>(coefficients: coefficients[0]), arrivals, spikes)
    } else {
      let drive = unsafe MixedBlocks<M>(
        coefficients: coefficients, currents: currents, adaptation: adaptation, poked: inputs.poked)
      run(range, clock, drive, arrivals, spikes)
    }
  }

  /// A loop that calls nothing, for a call would push the coefficients out of the registers: blocks in which somebody
  /// fired are noted and gone through afterwards.
  private func run<D: BlockDrive, A: BlockArrivals>(
    _ range: Range<Int>, _ clock: Int, _ drive: D, _ arrivals: A, _ spikes: SpikeList
  ) where D.Model == M, A.L == M.L {
    let state = unsafe state.pointer
    let firing = unsafe firing.pointer
    let clock = M.L(repeating: M.L.Scalar(clock))
    var end = range.lowerBound
    for block in range {
      var neurons = unsafe state[block]
      let input = BlockInput(
        excitatory: arrivals.take(block, receptor: 0),
        inhibitory: M.receptors == 2 ? arrivals.take(block, receptor: 1) : .zero, current: drive.current(block),
        clock: clock)
      let coefficients = drive.coefficients(block)
      M.charge(&neurons, input, coefficients)
      let raise = drive.raise(block)
      let fired = M.fires(neurons, raise: raise, at: clock, coefficients) .| drive.poked(block)
      drive.rise(block, from: raise, where: fired)
      // Before the reset, too, so that what only a reset changes is not written where there is none.
      unsafe state[block] = neurons
      if fired.any {
        M.reset(&neurons, where: fired, at: clock, coefficients)
        unsafe state[block] = neurons
        unsafe firing[end] = FiringBlock(firstNeuron: block &* M.L.width, lanes: fired.laneBits)
        end &+= 1
      }
    }
    for hit in range.lowerBound..<end {
      let block = unsafe firing[hit]
      spikes.append(block.lanes(below: count), after: block.firstNeuron)
    }
  }
}

/// A block with spikes in this step.
struct FiringBlock: BitwiseCopyable {
  let firstNeuron: Int
  /// A bit for each lane that fired.
  let lanes: UInt32

  /// Without the lanes behind the last neuron, which move like the others.
  @inline(__always)
  func lanes(below count: Int) -> UInt32 {
    count &- firstNeuron >= 32 ? lanes : lanes & (1 &<< UInt32(count &- firstNeuron) &- 1)
  }
}
