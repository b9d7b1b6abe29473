/// Arrivals that do not happen though the spike does: what a network is run without.

/// One spike of a neuron, or all of them; onto one neuron, or onto all.
package struct LostArrival: BitwiseCopyable, Sendable, Equatable {
  /// Of the source population.
  let source: Int
  /// The step at whose end it spikes, or `everything`.
  let step: Int
  /// Of the target population, or `everything`.
  let target: Int

  /// Before all steps and all neurons.
  static let everything = -1

  /// - Parameters:
  ///   - step: nil for every spike.
  ///   - target: nil for all that it reaches.
  package init(from source: Int, step: Int?, to target: Int?) {
    self.source = source
    self.step = step ?? Self.everything
    self.target = target ?? Self.everything
  }

  static func < (a: Self, b: Self) -> Bool { (a.source, a.step, a.target) < (b.source, b.step, b.target) }
}

/// The lost arrivals of one table of synapses. Unchecked, for it is changed between two steps only.
final class LostArrivals: @unchecked Sendable {
  private var sorted = LaneBuffer<LostArrival>(unwritten: 0)
  private let place = LaneBuffer(count: 1, repeating: LostView.nothing)
  /// Whether some are lost of which the same spike has others that arrive.
  private(set) var areSingle = false

  /// For loops; good as long as the table, whatever is set. What a step without losses pays is one look at it.
  var view: UnsafeMutablePointer<LostView> { unsafe place.pointer }

  /// In place of those of before.
  func set(_ arrivals: [LostArrival]) {
    let list = arrivals.sorted(by: <)
    let buffer = LaneBuffer<LostArrival>(unwritten: list.count)
    for (index, arrival) in list.enumerated() { buffer[index] = arrival }
    sorted = buffer
    areSingle = list.contains { $0.target != LostArrival.everything }
    place[0] = list.isEmpty ? .nothing : unsafe LostView(first: sorted.pointer, count: list.count)
  }
}

/// Addresses into a sorted list of lost arrivals.
@safe struct LostView: BitwiseCopyable {
  private let first: UnsafeMutablePointer<LostArrival>?
  private let count: Int

  static var nothing: LostView { unsafe LostView(first: nil, count: 0) }

  init(first: UnsafeMutablePointer<LostArrival>?, count: Int) {
    unsafe self.first = first
    self.count = count
  }

  var isEmpty: Bool { count == 0 }

  subscript(_ index: Int) -> LostArrival { unsafe first.unsafelyUnwrapped[index] }

  /// How many come before this one. - Complexity: O(log of the list).
  func count(before arrival: LostArrival) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) / 2
      if self[middle] < arrival { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
