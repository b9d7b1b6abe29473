/// What a checkpoint keeps of synapses that learn.

package enum LearningPart: Sendable, CaseIterable {
  case weights
  /// Of both ends, one bank after another.
  case traces
}

extension RuleDriver {
  func size(of part: LearningPart) -> StateBytes.Size {
    let width = MemoryLayout<R.Scalar>.stride
    let numbers =
      switch part {
      case .weights: weights.count
      case .traces: traces.reduce(0) { $0 + $1.values.count }
      }
    return StateBytes.Size(bytes: numbers * width, width: width)
  }

  /// Multiplies every weight, and cuts it to the bounds.
  func scaleWeights(by factor: Double, within bounds: ClosedRange<Double>) {
    for synapse in 0..<weights.count {
      let weight = R.Scalar(min(max(Double(weights[synapse]) * factor, bounds.lowerBound), bounds.upperBound))
      weights[synapse] = weight
    }
  }

  func bytes(of part: LearningPart) -> [UInt8] {
    switch part {
    case .weights: weights.bytes
    case .traces: traces.flatMap { $0.values.bytes }
    }
  }

  /// - Precondition: as many bytes as `size(of:)` says.
  func setBytes(of part: LearningPart, to bytes: [UInt8]) {
    switch part {
    case .weights: weights.setBytes(bytes)
    case .traces:
      var rest = bytes[...]
      for bank in traces {
        bank.values.setBytes(Array(rest.prefix(bank.values.count * MemoryLayout<R.Scalar>.stride)))
        rest = rest.dropFirst(bank.values.count * MemoryLayout<R.Scalar>.stride)
      }
    }
  }
}
