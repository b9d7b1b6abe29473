/// What differs from synapse to synapse is stored for each; what does not, once.
import Basics

enum SynapseWeights {
  case same(Double)
  case single(LaneBuffer<Float>)
  case double(LaneBuffer<Double>)

  subscript(_ synapse: Int) -> Double {
    switch self {
    case .same(let weight): weight
    case .single(let weights): Double(weights[synapse])
    case .double(let weights): weights[synapse]
    }
  }

  func set(_ synapse: Int, to weight: Double) {
    switch self {
    case .same: preconditionFailure("one weight for all synapses")
    case .single(let weights): weights[synapse] = Float(weight)
    case .double(let weights): weights[synapse] = weight
    }
  }

  var memory: Int {
    switch self {
    case .same: 0
    case .single(let weights): weights.count * 4
    case .double(let weights): weights.count * 8
    }
  }

  /// 0 where there is one for all.
  var bytesEach: Int {
    switch self {
    case .same: 0
    case .single: 4
    case .double: 8
    }
  }

  private var stored: Int {
    switch self {
    case .same: 1
    case .single(let weights): weights.count
    case .double(let weights): weights.count
    }
  }

  var range: ClosedRange<Double> {
    switch self {
    case .same(let weight): weight...weight
    case .single(let weights): Self.range(weights)
    case .double(let weights): Self.range(weights)
    }
  }

  private static func range<Scalar: LaneScalar>(_ weights: LaneBuffer<Scalar>) -> ClosedRange<Double> {
    var (low, high) = (weights[0], weights[0])
    for synapse in 1..<max(1, weights.count) {
      low = weights[synapse] < low ? weights[synapse] : low
      high = weights[synapse] > high ? weights[synapse] : high
    }
    return Double(low)...Double(high)
  }

  func hash(into hash: inout StateHash) {
    for synapse in 0..<stored { hash.add(self[synapse]) }
  }
}

enum SynapseDelays {
  case same(Int)
  case each(LaneBuffer<UInt16>, shortest: Int, longest: Int)

  init(_ delays: LaneBuffer<UInt16>) {
    var shortest = Int(UInt16.max)
    var longest = 0
    for synapse in 0..<delays.count {
      shortest = min(shortest, Int(delays[synapse]))
      longest = max(longest, Int(delays[synapse]))
    }
    // Delivery of one delay for all is another loop, and needs no ring.
    if shortest >= longest { self = .same(longest) } else { self = .each(delays, shortest: shortest, longest: longest) }
  }

  subscript(_ synapse: Int) -> Int {
    switch self {
    case .same(let delay): delay
    case .each(let delays, _, _): Int(delays[synapse])
    }
  }

  var shortest: Int { if case .each(_, let shortest, _) = self { shortest } else { self[0] } }
  var longest: Int { if case .each(_, _, let longest) = self { longest } else { self[0] } }
  var memory: Int { if case .each(let delays, _, _) = self { delays.count * 2 } else { 0 } }
}
