/// A rule of connection, gone through to make the rows of a projection.
package import Basics

/// Rules as positions in two selections.
package enum PairRule: Sendable {
  case everyPair
  case oneToOne
  /// Every pair independently with this probability.
  case bernoulli(Double)
  /// Every target draws so many sources.
  case sourcesOfEachTarget(Int, withReplacement: Bool)
  /// Every source draws so many targets.
  case targetsOfEachSource(Int, withReplacement: Bool)
  /// So many random pairs.
  case total(Int, withReplacement: Bool)
  /// Every pair independently with a probability that depends on its distance.
  case distance(DistanceWiring)
  /// A ring of neighbours, of which each is exchanged for a random target with this probability.
  case smallWorld(degree: Int, rewiring: Double)
  case listed([Pair])

  package struct Pair: Sendable {
    let pre: Int
    let post: Int

    package init(pre: Int, post: Int) {
      self.pre = pre
      self.post = post
    }
  }
}

/// Makes rows of synapses. Time and memory grow with the synapses that are made; the memory is that of the result.
package struct Wiring: Sendable {
  let rule: PairRule
  let preCount: Int
  let postCount: Int
  /// Of every target position, its own neuron's position among the sources, or -1; empty where nobody is left out.
  let own: [Int32]
  let random: CounterRNG
  private let targets: [ClosedRange<Int>]

  /// - Parameters:
  ///   - targets: the ranges of the target selection.
  ///   - own: see the property.
  package init(
    _ rule: PairRule, preCount: Int, postCount: Int, targets: [ClosedRange<Int>], own: [Int32], random: CounterRNG
  ) {
    self.rule = rule
    self.preCount = preCount
    self.postCount = postCount
    self.targets = targets
    self.own = own
    self.random = random
  }

  /// - Parameters:
  ///   - expected: how many synapses there will be, about.
  ///   - report: hears how far it has got, and says whether to go on.
  /// - Returns: nil where it was told to stop.
  package func rows(
    _ chunks: NeuronChunks, expected: Double, report: (@Sendable (Double) -> Bool)? = nil
  ) -> SynapseRows? {
    let neurons = TargetNeurons(targets)
    if order == .bySource {
      // Eight deviations more than the mean: what is not written costs nothing.
      let capacity = Int(min(expected + 8 * expected.squareRoot() + 64, Double(preCount) * Double(postCount)))
      var sink = OrderedSink(
        rows: preCount, chunks: chunks, neurons: neurons, capacity: capacity, progress: WiringProgress(report))
      emit(into: &sink)
      return sink.progress.isCancelled ? nil : sink.finish()
    }
    var counting = CountingSink(
      rows: preCount, chunks: chunks, neurons: neurons, progress: WiringProgress(report, share: 0.4))
    emit(into: &counting, expected)
    precondition(counting.count <= SynapseRows.most, "more synapses than a table can number")
    if counting.progress.isCancelled { return nil }
    counting.sumUp()
    var placing = PlacingSink(counting, progress: WiringProgress(report, from: 0.4, share: 0.6))
    emit(into: &placing, expected)
    if placing.progress.isCancelled { return nil }
    let rows = placing.finish(rows: preCount)
    if order == .none { rows.sort() }
    return rows
  }

  private var order: PairOrder {
    switch rule {
    case .everyPair, .oneToOne, .bernoulli, .total(_, withReplacement: false): .bySource
    case .sourcesOfEachTarget: .byTarget
    case .targetsOfEachSource, .total, .distance, .smallWorld, .listed: .none
    }
  }

  /// In bands of sources where the table is large and pairs come from anywhere.
  private func emit<S: PairSink>(into sink: inout S, _ expected: Double) {
    if preCount < Self.manyRows || !isScattered { return emit(into: &sink) }
    var banded = BandedSink(sink, rows: preCount, expected: expected)
    emit(into: &banded)
    banded.handOn()
    sink = banded.base
  }

  private var isScattered: Bool {
    switch rule {
    case .sourcesOfEachTarget, .total(_, withReplacement: true), .listed: true
    default: false
    }
  }

  /// The beginnings of so many rows fill the processor's second cache.
  private static let manyRows = 65_536

  /// The same pairs every time.
  private func emit<S: PairSink>(into sink: inout S) {
    switch rule {
    case .everyPair: everyPair(&sink)
    case .oneToOne: for position in 0..<preCount where !isOwn(position, position) { sink.add(position, position) }
    case .bernoulli(let probability): bernoulli(probability, &sink)
    case .sourcesOfEachTarget(let number, let again): sourcesOfEachTarget(number, again, &sink)
    case .targetsOfEachSource(let number, let again): targetsOfEachSource(number, again, &sink)
    case .total(let number, let again): total(number, again, &sink)
    case .distance(let wiring): distance(wiring, &sink)
    case .smallWorld(let degree, let rewiring): smallWorld(degree, rewiring, &sink)
    case .listed(let pairs): for pair in pairs { sink.add(pair.pre, pair.post) }
    }
  }

  @inline(__always)
  func isOwn(_ pre: Int, _ post: Int) -> Bool { !own.isEmpty && Int(own[post]) == pre }

  /// Of every source position, its own neuron's position among the targets, or -1.
  func ownTargets() -> [Int32] {
    if own.isEmpty { return [] }
    var targets = Array(repeating: Int32(-1), count: preCount)
    for (post, pre) in own.enumerated() where pre >= 0 { targets[Int(pre)] = Int32(post) }
    return targets
  }
}
