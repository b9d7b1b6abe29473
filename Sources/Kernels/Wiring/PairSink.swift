/// Where a rule of connection puts the pairs that it makes.

/// Receives pairs of positions in the source and the target selection.
protocol PairSink {
  mutating func add(_ pre: Int, _ post: Int)
  /// Asked now and then, with how much of the rule has been gone through; false means that nobody wants the rest.
  mutating func goesOn(_ fraction: Double) -> Bool
}

/// In which order a rule makes its pairs.
enum PairOrder {
  /// By source, then target: they can be written down as they come.
  case bySource
  /// By target: they have to be counted first, but then come out sorted within each source's row.
  case byTarget
  case none
}

/// Positions in a selection of targets as neurons of their population.
struct TargetNeurons: Sendable {
  private let first: Int
  /// Empty where the selection is one range.
  private let each: [UInt32]

  init(_ ranges: [ClosedRange<Int>]) {
    first = ranges[0].lowerBound
    each = ranges.count == 1 ? [] : ranges.flatMap { $0.map { UInt32($0) } }
  }

  @inline(__always)
  subscript(_ position: Int) -> Int { each.isEmpty ? first &+ position : Int(each[position]) }
}

/// Tells how far the making of synapses has got, and hears whether to go on.
struct WiringProgress {
  private let report: (@Sendable (Double) -> Bool)?
  private var unreported = 0
  private(set) var isCancelled = false
  /// Which part of the whole this pass is.
  private let pass: (first: Double, share: Double)

  init(_ report: (@Sendable (Double) -> Bool)?, from first: Double = 0, share: Double = 1) {
    self.report = report
    pass = (first, share)
  }

  /// Reports once in half a million synapses, or rows: some hundred times a second.
  mutating func goesOn(_ fraction: Double, made: Int) -> Bool {
    if made &- unreported < 1 << 19 { return !isCancelled }
    unreported = made
    if let report, !report(pass.first + pass.share * fraction) { isCancelled = true }
    return !isCancelled
  }
}
