/// Which arrivals of a spike happen, for loops that cost nothing more where all of them do.

/// Asked for every spike that is served, for what it loses; where nothing is ever lost, the question is compiled to
/// nothing.
protocol ArrivalFilter {
  associatedtype Lost: LostTargets
  /// - Parameter step: the one at whose end the neuron spiked.
  func lost(of neuron: Int, step: Int) -> Lost
}

/// Whom one spike does not reach.
protocol LostTargets {
  var isEmpty: Bool { get }
  var isEverybody: Bool { get }
  func contains(_ target: Int) -> Bool
}

struct EverythingArrives: ArrivalFilter {
  struct Nobody: LostTargets {
    @inline(__always) var isEmpty: Bool { true }
    @inline(__always) var isEverybody: Bool { false }
    @inline(__always) func contains(_ target: Int) -> Bool { false }
  }

  @inline(__always) func lost(of neuron: Int, step: Int) -> Nobody { Nobody() }
}

extension LostView: ArrivalFilter {
  struct Targets: LostTargets {
    private let view: LostView
    /// Lost of every spike of the neuron, and of this one.
    private let always: Range<Int>
    private let once: Range<Int>

    fileprivate init(_ view: LostView, always: Range<Int>, once: Range<Int>) {
      self.view = view
      self.always = always
      self.once = once
    }

    var isEmpty: Bool { always.isEmpty && once.isEmpty }
    /// `everything` is sorted before every neuron.
    var isEverybody: Bool { isEverybody(always) || isEverybody(once) }
    func contains(_ target: Int) -> Bool { contains(target, always) || contains(target, once) }

    private func isEverybody(_ range: Range<Int>) -> Bool {
      !range.isEmpty && view[range.lowerBound].target == LostArrival.everything
    }

    private func contains(_ target: Int, _ range: Range<Int>) -> Bool {
      guard let first = range.first else { return false }
      let sought = LostArrival(from: view[first].source, step: view[first].step, to: target)
      let place = view.count(before: sought)
      return range.contains(place) && view[place] == sought
    }
  }

  func lost(of neuron: Int, step: Int) -> Targets {
    let always = range(of: neuron, step: LostArrival.everything)
    return Targets(self, always: always, once: range(of: neuron, step: step))
  }

  private func range(of neuron: Int, step: Int) -> Range<Int> {
    let start = count(before: LostArrival(from: neuron, step: step, to: nil))
    return start..<count(before: LostArrival(from: neuron, step: step &+ 1, to: nil))
  }
}
