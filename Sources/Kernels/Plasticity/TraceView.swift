/// Traces for a loop that must not count references: addresses into a bank.

/// Good as long as the bank; whoever keeps one keeps the bank.
@safe struct TraceView<Scalar: LaneScalar>: BitwiseCopyable {
  let values: UnsafeMutablePointer<Scalar>
  private let growth: UnsafeMutablePointer<Scalar>
  private let decay: UnsafeMutablePointer<Scalar>
  private let count: Int
  private let period: Int
  private let epochDecay: Scalar

  init(
    values: UnsafeMutablePointer<Scalar>, growth: UnsafeMutablePointer<Scalar>, decay: UnsafeMutablePointer<Scalar>,
    count: Int, period: Int, epochDecay: Scalar
  ) {
    unsafe self.values = values
    unsafe self.growth = growth
    unsafe self.decay = decay
    self.count = count
    self.period = period
    self.epochDecay = epochDecay
  }

  /// What a kept number is to be multiplied with to have the trace at the end of step `tick`.
  @inline(__always)
  func factor(tick: Int) -> Scalar { unsafe decay[tick % period] }

  /// What a spike at the end of step `tick` adds to a kept number.
  @inline(__always)
  func increment(tick: Int) -> Scalar { unsafe growth[tick % period] }

  /// To be called at the end of every step. - Complexity: O(1), O(count) once an epoch.
  @inline(__always)
  func endStep(tick: Int) { if (tick &+ 1) % period == 0 { endEpoch() } }

  private func endEpoch() {
    for index in 0..<count {
      let value = unsafe values[index] * epochDecay
      unsafe values[index] = value < Scalar.negligible ? 0 : value
    }
  }
}

/// The one or two traces of one end.
struct TracePair<Scalar: LaneScalar>: BitwiseCopyable {
  let first: TraceView<Scalar>
  /// The same as `first` where there is only one.
  let second: TraceView<Scalar>
  private let hasTwo: Bool

  /// - Precondition: one bank or two.
  init(_ banks: [TraceBank<Scalar>]) {
    precondition((1...2).contains(banks.count), "one trace or two at an end of a synapse")
    first = banks[0].view
    second = banks[banks.count - 1].view
    hasTwo = banks.count == 2
  }

  /// Their values at the end of a step.
  @inline(__always)
  func reader(tick: Int) -> TraceReader<Scalar> {
    unsafe TraceReader(
      first: first.values, second: second.values, firstFactor: first.factor(tick: tick),
      secondFactor: hasTwo ? second.factor(tick: tick) : first.factor(tick: tick))
  }

  /// Spikes at the end of a step, one a call of the closure's argument.
  @inline(__always)
  func add(tick: Int, _ spikes: (_ add: (_ index: Int) -> Void) -> Void) {
    let increment = first.increment(tick: tick)
    let values = unsafe first.values
    spikes { unsafe values[$0] += increment }
    if !hasTwo { return }
    let secondIncrement = second.increment(tick: tick)
    let secondValues = unsafe second.values
    spikes { unsafe secondValues[$0] += secondIncrement }
  }

  @inline(__always)
  func endStep(tick: Int) {
    first.endStep(tick: tick)
    if hasTwo { second.endStep(tick: tick) }
  }
}

/// The traces of one end at one moment.
@safe struct TraceReader<Scalar: LaneScalar>: BitwiseCopyable {
  private let first: UnsafeMutablePointer<Scalar>
  private let second: UnsafeMutablePointer<Scalar>
  private let firstFactor: Scalar
  private let secondFactor: Scalar

  init(
    first: UnsafeMutablePointer<Scalar>, second: UnsafeMutablePointer<Scalar>, firstFactor: Scalar,
    secondFactor: Scalar
  ) {
    unsafe self.first = first
    unsafe self.second = second
    self.firstFactor = firstFactor
    self.secondFactor = secondFactor
  }

  @inline(__always)
  subscript(_ index: Int) -> Traces<Scalar> {
    unsafe Traces(first: first[index] * firstFactor, second: second[index] * secondFactor)
  }
}
