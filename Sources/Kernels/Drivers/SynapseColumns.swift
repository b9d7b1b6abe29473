/// What differs from synapse to synapse is stored for each; what does not, once.
import Basics

/// The targets' indices, two bytes each where the population is small enough: it is their number that fills the cache.
enum SynapseTargets {
  case narrow(LaneBuffer<UInt16>)
  case wide(LaneBuffer<UInt32>)

  /// - Parameter population: neurons in the target population.
  init(count: Int, population: Int) {
    if population <= Int(UInt16.max) + 1 {
      self = .narrow(LaneBuffer(count: count, repeating: 0))
    } else {
      self = .wide(LaneBuffer(count: count, repeating: 0))
    }
  }

  subscript(_ synapse: Int) -> Int {
    get {
      switch self {
      case .narrow(let targets): Int(targets[synapse])
      case .wide(let targets): Int(targets[synapse])
      }
    }
    nonmutating set {
      switch self {
      case .narrow(let targets): targets[synapse] = UInt16(newValue)
      case .wide(let targets): targets[synapse] = UInt32(newValue)
      }
    }
  }

  var count: Int {
    switch self {
    case .narrow(let targets): targets.count
    case .wide(let targets): targets.count
    }
  }

  var memory: Int { if case .narrow = self { count * 2 } else { count * 4 } }
}

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

  private var stored: Int {
    switch self {
    case .same: 1
    case .single(let weights): weights.count
    case .double(let weights): weights.count
    }
  }

  var range: ClosedRange<Double> {
    var low = self[0]
    var high = low
    for synapse in 0..<stored {
      low = min(low, self[synapse])
      high = max(high, self[synapse])
    }
    return low...high
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
    self = .each(delays, shortest: min(shortest, longest), longest: longest)
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
