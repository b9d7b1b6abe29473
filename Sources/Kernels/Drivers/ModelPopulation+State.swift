/// The state of a population as numbers: read, written, kept, brought back, hashed.
import Basics

/// A state is nothing but lanes, so a variable is found by arithmetic, whatever the model.
extension ModelPopulation {
  static var variables: Int { MemoryLayout<M.State>.stride / MemoryLayout<M.L>.stride }

  private func scalar(
    _ variable: Int, of neuron: Int, in buffer: LaneBuffer<M.State>? = nil
  ) -> UnsafeMutablePointer<M.L.Scalar> {
    precondition(neuron >= 0 && neuron < count && variable >= 0 && variable < Self.variables, "no such variable")
    let scalars = unsafe UnsafeMutableRawPointer((buffer ?? state).pointer).assumingMemoryBound(to: M.L.Scalar.self)
    return unsafe scalars + (neuron / M.L.width * Self.variables + variable) * M.L.width + neuron % M.L.width
  }

  /// Beyond the model's own variables there is the one of adaptive thresholds.
  /// - Parameter tick: between the steps, the next one's; of it depends how long refractory time still lasts.
  func value(_ variable: Int, of neuron: Int, tick: Int) -> Double {
    if variable == Self.variables, canAdapt { return adaptation?[neuron] ?? 0 }
    let place = unsafe scalar(variable, of: neuron)
    let value = unsafe Double(place.pointee)
    return variable == refractory ? max(0, value - Double(RefractoryClock.reading(tick: tick))) : value
  }

  /// The same at the start of a run, when no time has been refractory and no threshold raised.
  func initialValue(_ variable: Int, of neuron: Int) -> Double {
    guard let initial, variable < Self.variables else { return 0 }
    return unsafe Double(scalar(variable, of: neuron, in: initial).pointee)
  }

  /// Where the values of a variable lie, for who reads them after every step; nil for those that are worked out.
  func places(_ variable: Int, of neurons: [Int]) -> [Int]? {
    if variable == Self.variables || variable == refractory { return nil }
    let width = M.L.width
    return neurons.map { neuron in
      precondition(neuron >= 0 && neuron < count, "no such neuron")
      return (neuron / width * Self.variables + variable) * width + neuron % width
    }
  }

  /// Reads what lies at these places into `values`, from `first` on. - Complexity: O(places), about 1 ns each.
  func read(_ places: [Int], into values: inout [Double], from first: Int) {
    let scalars = unsafe UnsafeMutableRawPointer(state.pointer).assumingMemoryBound(to: M.L.Scalar.self)
    let end = blocks * Self.variables * M.L.width
    for (offset, place) in places.enumerated() {
      precondition(place < end, "a place of another population")
      values[first + offset] = unsafe Double(scalars[place])
    }
  }

  /// Notes the values that have left their bands, mostly none. - Complexity: O(bands), less than 1 ns each.
  func look(at levels: inout WatchedLevels) {
    precondition(levels.lastPlace < blocks * Self.variables * M.L.width, "places of another population")
    let scalars = unsafe UnsafeMutableRawPointer(state.pointer).assumingMemoryBound(to: M.L.Scalar.self)
    let bands = M.L.Scalar.bands(of: levels)
    // A branch for each: it is hardly ever taken, and costs less than to put comparisons together.
    for (band, limits) in bands.enumerated() where unsafe !limits.contains(scalars[limits.place]) {
      unsafe levels.note(Double(scalars[limits.place]), outside: band)
    }
  }

  func setValue(_ variable: Int, of neuron: Int, tick: Int, to value: Double) {
    if variable == Self.variables, canAdapt {
      adaptation?[neuron] = value
      return
    }
    let place = unsafe scalar(variable, of: neuron)
    let isEnd = variable == refractory
    unsafe place.pointee = M.L.Scalar(isEnd ? value + Double(RefractoryClock.reading(tick: tick)) : value)
  }

  func rememberInitial() {
    let copy = initial ?? LaneBuffer(count: blocks, repeating: M.rest)
    copy.copy(from: state)
    initial = copy
  }

  func restoreInitial() {
    guard let initial else { return }
    state.copy(from: initial)
    adaptation?.clear()
    ring.clear()
  }

  func sweep(_ blocks: Range<Int>) {
    let lanes = unsafe UnsafeMutableRawPointer(state.pointer).assumingMemoryBound(to: M.L.self)
    let first = unsafe lanes + blocks.lowerBound * Self.variables
    unsafe SubnormalSweep.sweep(UnsafeMutableBufferPointer(start: first, count: blocks.count * Self.variables))
    adaptation?.sweep(blocks)
    guard let refractory else { return }
    let interval = M.L(repeating: M.L.Scalar(SubnormalSweep.interval))
    for block in 0..<blocks.count {
      let ends = unsafe first + block * Self.variables + refractory
      unsafe ends.pointee = M.L.maximum(ends.pointee - interval, .zero)
    }
  }

  /// Lanes beyond the last neuron do not count.
  func hash(into hash: inout StateHash, tick: Int) {
    for variable in 0..<Self.variables {
      for neuron in 0..<count { hash.add(value(variable, of: neuron, tick: tick)) }
    }
    adaptation?.hash(into: &hash, neurons: count)
    ring.hash(into: &hash, neurons: count, tick: tick)
  }
}
