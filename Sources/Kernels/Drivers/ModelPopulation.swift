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
  /// Who fired in a step; a thread uses the part that belongs to its own blocks.
  private let firing: FiringBits

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
    /// Whose step is taken down; nil for nobody.
    var watched: Int?
  }

  /// What was taken down last.
  @exclusivity(unchecked) private var account: StepPhases?

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
    firing = FiringBits(blocks: blocks)
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

  // MARK: Looking into a step

  /// Whose next step is to be taken down, phase by phase; nil for nobody's.
  func watch(_ neuron: Int?) {
    unsafe inputs.watched = neuron
    unsafe account = nil
  }

  /// What was taken down since then.
  var phases: StepPhases? { unsafe account }

  /// Does on a copy of a block what `run` is about to do, and keeps what a neuron is between the phases.
  @inline(never)
  private func takeDown(_ neuron: Int, _ tick: Int, _ clock: Int) {
    let (block, lane) = (neuron / M.L.width, neuron % M.L.width)
    let drive = unsafe MixedBlocks<M>(
      coefficients: coefficients, currents: currents, adaptation: adaptation, poked: inputs.poked)
    let arriving = (0..<M.receptors).map { receptor in
      ring.slots == 0 ? M.L.zero : unsafe ring.plane(ring.slot(tick: tick), receptor: receptor)[block]
    }
    let now = M.L(repeating: M.L.Scalar(clock))
    let own = drive.coefficients(block)
    var neurons = state[block]
    let before = values(neurons, lane, at: clock, theta: adaptation?[neuron] ?? 0)
    let input = BlockInput(
      excitatory: arriving[0], inhibitory: M.receptors == 2 ? arriving[1] : .zero, current: drive.current(block),
      clock: now)
    M.charge(&neurons, input, own)
    let raise = drive.raise(block)
    let theta = Double(raise[lane])
    let charged = values(neurons, lane, at: clock + 1, theta: theta)
    let (reached, poked) = (M.fires(neurons, raise: raise, at: now, own), drive.poked(block))
    let fired = reached .| poked
    if fired.any { M.reset(&neurons, where: fired, at: now, own) }
    let jump = fired[lane] ? adaptation?.jump(of: neuron) ?? 0 : 0
    unsafe account = StepPhases(
      before: before, charged: charged, reset: values(neurons, lane, at: clock + 1, theta: theta + jump),
      arrivals: arriving.map { Double($0[lane]) }, current: Double(drive.current(block)[lane]),
      hasFired: fired[lane], isPoked: poked[lane])
  }

  /// All variables of one neuron of a block, in the order of the descriptor; refractory time in steps.
  private func values(_ block: M.State, _ lane: Int, at clock: Int, theta: Double) -> [Double] {
    unsafe withUnsafeBytes(of: block) { bytes in
      var values = (0..<Self.variables).map { variable in
        let scalar = unsafe bytes.load(
          fromByteOffset: (variable * M.L.width + lane) * MemoryLayout<M.L.Scalar>.stride, as: M.L.Scalar.self)
        return variable == refractory ? max(0, Double(scalar) - Double(clock)) : Double(scalar)
      }
      if canAdapt { values.append(theta) }
      return values
    }
  }

  // MARK: The step

  /// Charge, fire and reset, block by block; appends the neurons that spiked, ascending.
  ///
  /// What is the same for all blocks is decided here, so that the usual loop has no branch but the one for spikes, and
  /// keeps the coefficients of equal neurons in registers.
  func advance(tick: Int, blocks range: Range<Int>, spikes: SpikeList) {
    precondition(range.lowerBound >= 0 && range.upperBound <= blocks, "blocks \(range) of \(blocks)")
    let clock = RefractoryClock.reading(tick: tick)
    if let neuron = unsafe inputs.watched, range.contains(neuron / M.L.width) { takeDown(neuron, tick, clock) }
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

  /// Charges a stretch of blocks, and then lets those fire that were charged before it: a processor guesses wrong at
  /// nearly each spike, and to know better at once would take it the whole length of a block's sums. Those of the last
  /// stretch are no longer on their way to memory, which a reader would have to wait for, and still in the nearest cache.
  private func run<D: BlockDrive, A: BlockArrivals>(
    _ range: Range<Int>, _ clock: Int, _ drive: D, _ arrivals: A, _ spikes: SpikeList
  ) where D.Model == M, A.L == M.L {
    let clock = M.L(repeating: M.L.Scalar(clock))
    var done = range.lowerBound
    var charged = done
    while done < range.upperBound {
      let next = min(charged &+ FiringBits.stretch, range.upperBound)
      charge(charged..<next, clock, drive, arrivals)
      firing.forEach(in: done..<charged) { block, lanes in
        unsafe M.reset(&state.pointer[block], where: M.L.Mask(laneBits: lanes), at: clock, drive.coefficients(block))
        spikes.append(lanes & lanesThatCount(block), after: block &* M.L.width)
      }
      (done, charged) = (charged, next)
    }
  }

  /// Charges blocks and says who fires. A loop that calls nothing, for a call would push the coefficients out of the
  /// registers.
  @inline(__always)
  private func charge<D: BlockDrive, A: BlockArrivals>(_ blocks: Range<Int>, _ clock: M.L, _ drive: D, _ arrivals: A)
  where D.Model == M, A.L == M.L {
    let state = unsafe state.pointer
    let firing = firing
    for block in blocks {
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
      unsafe state[block] = neurons
      firing[block] = fired.laneBits
    }
  }

  /// Without those behind the last neuron, which move like the others.
  @inline(__always)
  private func lanesThatCount(_ block: Int) -> UInt32 {
    let left = count &- block &* M.L.width
    return left >= M.L.width ? .max : 1 &<< UInt32(left) &- 1
  }
}
