/// The driver: runs one model over the blocks of one population.
import Basics

/// State, coefficients and arrivals of a population of `M`, and the loop over them.
///
/// Named with a concrete model in `Catalogue`, it is specialised there: the three phases inline into one loop.
final class ModelPopulation<M: NeuronModel>: NeuronPopulation, @unchecked Sendable {
  let count: Int
  let blocks: Int
  private let dt: Double
  private let state: LaneBuffer<M.State>
  private var initial: LaneBuffer<M.State>?
  /// One for all blocks while all neurons are equal, otherwise one for each.
  private var coefficients: LaneBuffer<M.Coefficients>
  private var ring: ArrivalRing<M.L>
  private var currents: LaneBuffer<M.L>?
  private var poked: [Int] = []

  init(count: Int, parameters: ParameterTable, dt: Double) {
    self.count = count
    self.dt = dt
    blocks = (count + M.L.width - 1) / M.L.width
    state = LaneBuffer(count: blocks, repeating: M.rest)
    let first = BlockParameters<M.L>(table: parameters, neurons: 0..<1)
    coefficients = LaneBuffer(count: 1, repeating: M.coefficients(first, dt: dt))
    ring = ArrivalRing(blocks: blocks, receptors: M.receptors, longestDelay: 0)
    apply(parameters, touching: nil)
  }

  var neuronsPerBlock: Int { M.L.width }
  var arrivals: any ArrivalTray { ring }

  var memory: Int {
    let lanes = blocks * (ring.slots * M.receptors + (currents == nil ? 0 : 1)) * MemoryLayout<M.L>.stride
    let states = blocks * (initial == nil ? 1 : 2) * MemoryLayout<M.State>.stride
    return lanes + states + coefficients.count * MemoryLayout<M.Coefficients>.stride
  }

  func makeArrivals(longestDelay: Int) {
    ring = ArrivalRing(blocks: blocks, receptors: M.receptors, longestDelay: longestDelay)
  }

  // MARK: Parameters and input

  func apply(_ parameters: ParameterTable, touching ranges: [ClosedRange<Int>]?) {
    if parameters.isUniform {
      let all = M.coefficients(BlockParameters(table: parameters, neurons: 0..<1), dt: dt)
      if coefficients.count == 1 { coefficients[0] = all } else { coefficients = LaneBuffer(count: 1, repeating: all) }
      return
    }
    let areSeparate = coefficients.count == blocks && blocks > 1
    if !areSeparate { coefficients = LaneBuffer(count: blocks, repeating: coefficients[0]) }
    for block in touchedBlocks(areSeparate ? ranges : nil) {
      let neurons = block * M.L.width..<min(count, (block + 1) * M.L.width)
      coefficients[block] = M.coefficients(BlockParameters(table: parameters, neurons: neurons), dt: dt)
    }
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

  func poke(_ neuron: Int) { poked.append(neuron) }
  func forgetPokes() { poked.removeAll() }

  // MARK: The step

  func advance(tick: Int, blocks range: Range<Int>, spikes: inout [UInt32]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= blocks, "blocks \(range) of \(blocks)")
    let arriving = unsafe ring.row(ring.slot(tick: tick))
    let separate = coefficients.count > 1
    for block in range {
      var neurons = state[block]
      let input = unsafe takeInput(block, from: arriving)
      let c = coefficients[separate ? block : 0]
      M.charge(&neurons, input, c)
      var fired = M.fires(neurons, c)
      if !poked.isEmpty { addPokes(to: &fired, block: block) }
      M.reset(&neurons, where: fired, c)
      state[block] = neurons
      if fired.any { collect(fired, block: block, into: &spikes) }
    }
  }

  /// What arrives at a block now; its place in the ring is free again afterwards.
  @inline(__always)
  private func takeInput(_ block: Int, from arriving: UnsafeMutablePointer<M.L>) -> BlockInput<M.L> {
    let cells = unsafe arriving + block * M.receptors
    let excitatory = unsafe cells[0]
    unsafe cells[0] = .zero
    var inhibitory = M.L.zero
    if M.receptors == 2 {
      inhibitory = unsafe cells[1]
      unsafe cells[1] = .zero
    }
    return BlockInput(excitatory: excitatory, inhibitory: inhibitory, current: currents.map { $0[block] } ?? .zero)
  }

  /// Rare against the steps in which nobody fires, so kept out of the loop's code.
  @inline(never)
  private func collect(_ fired: M.L.Mask, block: Int, into spikes: inout [UInt32]) {
    let first = block * M.L.width
    for lane in 0..<min(M.L.width, count - first) where fired[lane] {
      spikes.append(UInt32(truncatingIfNeeded: first + lane))
    }
  }

  @inline(never)
  private func addPokes(to fired: inout M.L.Mask, block: Int) {
    for neuron in poked where neuron / M.L.width == block { fired[neuron % M.L.width] = true }
  }

  // MARK: State

  func value(_ variable: Int, of neuron: Int) -> Double {
    let place = unsafe scalar(variable, of: neuron)
    return unsafe Double(place.pointee)
  }

  func setValue(_ variable: Int, of neuron: Int, to value: Double) {
    let place = unsafe scalar(variable, of: neuron)
    unsafe place.pointee = M.L.Scalar(value)
  }

  /// A state is nothing but lanes, so a variable is found by arithmetic, whatever the model.
  private func scalar(_ variable: Int, of neuron: Int) -> UnsafeMutablePointer<M.L.Scalar> {
    precondition(neuron >= 0 && neuron < count && variable >= 0 && variable < Self.variables, "no such variable")
    let scalars = unsafe UnsafeMutableRawPointer(state.pointer).assumingMemoryBound(to: M.L.Scalar.self)
    return unsafe scalars + (neuron / M.L.width * Self.variables + variable) * M.L.width + neuron % M.L.width
  }

  private static var variables: Int { MemoryLayout<M.State>.stride / MemoryLayout<M.L>.stride }

  func rememberInitial() {
    let copy = initial ?? LaneBuffer(count: blocks, repeating: M.rest)
    copy.copy(from: state)
    initial = copy
  }

  func restoreInitial() {
    guard let initial else { return }
    state.copy(from: initial)
    ring.clear()
  }

  func hash(into hash: inout StateHash, tick: Int) {
    for variable in 0..<Self.variables {
      for neuron in 0..<count { hash.add(value(variable, of: neuron)) }
    }
    for delay in 0..<ring.slots {
      let cells = unsafe ring.cells(ring.slot(tick: tick, delay: delay))
      for receptor in 0..<M.receptors {
        for neuron in 0..<count {
          let cell = ArrivalRing<M.L>.cell(neuron: neuron, receptor: receptor, receptors: M.receptors)
          let arriving = unsafe cells[cell]
          // Only what is under way counts, so that an unused longer ring changes nothing.
          if arriving != 0 {
            hash.add(delay)
            hash.add(cell)
            hash.add(Double(arriving))
          }
        }
      }
    }
  }
}
