/// The in-tray of a population: where projections and stimuli put what arrives at it.

/// Arrivals of single or double precision. The few who deliver decide once a call which of the two it is, and then run
/// a loop that is specialised for it.
package enum ArrivalTray: Sendable {
  case single(TypedTray<FloatLane>)
  case double(TypedTray<DoubleLane>)

  /// - Precondition: `tray` is of single or double lanes; there are no others.
  init<L: Lane>(_ tray: TypedTray<L>) {
    if let tray = tray as? TypedTray<FloatLane> {
      self = .single(tray)
    } else if let tray = tray as? TypedTray<DoubleLane> {
      self = .double(tray)
    } else {
      preconditionFailure("a tray of single or double precision")
    }
  }

  /// The receptor that really takes what is sent to `receptor`: models with one sum up all that arrives.
  func receptor(_ receptor: Int) -> Int {
    switch self {
    case .single(let tray): min(receptor, tray.ring.receptors - 1)
    case .double(let tray): min(receptor, tray.ring.receptors - 1)
    }
  }
}

/// Where arrivals wait for their step, or the state to which they are added in that step.
package final class TypedTray<L: Lane>: Sendable {
  let ring: ArrivalRing<L>
  /// Nil where they wait in the ring.
  let state: StateCells<L>?

  init(ring: ArrivalRing<L>, state: StateCells<L>?) {
    self.ring = ring
    self.state = state
  }
}

extension TypedTray {
  /// Where what is sent to a receptor is added.
  func landing(receptor: Int) -> Landing<L.Scalar> {
    if let state {
      return unsafe Landing(cells: state.cells(receptor: receptor), spread: state.variables - 1, slots: 1, stride: 0)
    }
    return unsafe Landing(
      cells: ring.cells(0, receptor: receptor), spread: 0, slots: ring.slots,
      stride: ring.receptors * ring.blocks * L.width)
  }
}

/// The cells of one receptor, as plain addresses: to hand them on counts no references. Kept only beside their tray.
@safe struct Landing<Scalar: LaneScalar>: BitwiseCopyable {
  /// Of slot 0.
  let cells: UnsafeMutablePointer<Scalar>
  let spread: Int
  let slots: Int
  /// From slot to slot.
  let stride: Int

  init(cells: UnsafeMutablePointer<Scalar>, spread: Int, slots: Int, stride: Int) {
    unsafe self.cells = cells
    self.spread = spread
    self.slots = slots
    self.stride = stride
  }

  /// Of slot 0, from the first neuron of a chunk of 2^`shift` on.
  @inline(__always)
  func cells(of chunk: Int, shift: Int) -> UnsafeMutablePointer<Scalar> {
    unsafe cells + (chunk &<< shift) &* (spread &+ 1)
  }

  /// Where what arrives at the end of a step is added.
  @inline(__always)
  func now(_ cells: UnsafeMutablePointer<Scalar>, tick: Int) -> UnsafeMutablePointer<Scalar> {
    unsafe slots == 1 ? cells : cells + tick % slots &* stride
  }

  /// Where neuron n of block b stands, b as wide as a lane: n + spread · width · b.
  @inline(__always)
  static func place(of neuron: Int, spread: Int) -> Int {
    neuron &+ spread &* (neuron & -(64 / MemoryLayout<Scalar>.size))
  }
}

/// The state variables that take the arrivals of a population, as numbers.
///
/// Unchecked, for it is written between the phases of a step, each thread onto its own blocks.
@safe struct StateCells<L: Lane>: @unchecked Sendable {
  /// Variables in a state.
  let variables: Int
  private let firstReceptor: Int
  private let lastReceptor: Int
  private let scalars: UnsafeMutablePointer<L.Scalar>
  private let owner: AnyObject

  /// - Parameter ofReceptor: the variable that takes the arrivals of each of the one or two receptors.
  init<State>(_ state: LaneBuffer<State>, ofReceptor: [Int]) {
    variables = MemoryLayout<State>.stride / MemoryLayout<L>.stride
    firstReceptor = ofReceptor[0]
    lastReceptor = ofReceptor[ofReceptor.count - 1]
    unsafe scalars = UnsafeMutableRawPointer(state.pointer).assumingMemoryBound(to: L.Scalar.self)
    owner = state
  }

  /// The number of neuron n is at n + (variables − 1) · (n rounded down to a whole block).
  @inline(__always)
  func cells(receptor: Int) -> UnsafeMutablePointer<L.Scalar> {
    unsafe scalars + (receptor == 0 ? firstReceptor : lastReceptor) * L.width
  }
}
