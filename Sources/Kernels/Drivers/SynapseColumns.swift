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

  /// One decision for a row, then a loop without any.
  @inline(__always)
  func forEach<Scalar: LaneScalar>(in range: Range<Int>, as type: Scalar.Type, _ body: (Int, Scalar) -> Void) {
    switch self {
    case .same(let weight):
      let weight = Scalar(weight)
      for synapse in range { body(synapse, weight) }
    case .single(let weights):
      let weights = unsafe weights.pointer
      for synapse in range { unsafe body(synapse, Scalar(weights[synapse])) }
    case .double(let weights):
      let weights = unsafe weights.pointer
      for synapse in range { unsafe body(synapse, Scalar(weights[synapse])) }
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

/// The arrivals of a population whose precision is known: found out once, when a projection is attached.
enum TypedRing {
  case single(ArrivalRing<FloatLane>)
  case double(ArrivalRing<DoubleLane>)

  init(_ tray: any ArrivalTray) {
    if let ring = tray as? ArrivalRing<FloatLane> {
      self = .single(ring)
    } else if let ring = tray as? ArrivalRing<DoubleLane> {
      self = .double(ring)
    } else {
      preconditionFailure("an arrival ring of single or double precision")
    }
  }

  func cell(neuron: Int, receptor: Int) -> Int {
    switch self {
    case .single(let ring): ArrivalRing<FloatLane>.cell(neuron: neuron, receptor: receptor, receptors: ring.receptors)
    case .double(let ring): ArrivalRing<DoubleLane>.cell(neuron: neuron, receptor: receptor, receptors: ring.receptors)
    }
  }

  func neuron(cell: Int) -> Int {
    switch self {
    case .single(let ring): ArrivalRing<FloatLane>.neuron(cell: cell, receptors: ring.receptors)
    case .double(let ring): ArrivalRing<DoubleLane>.neuron(cell: cell, receptors: ring.receptors)
    }
  }
}
