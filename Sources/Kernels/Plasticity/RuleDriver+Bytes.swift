/// What a checkpoint keeps of synapses that learn.

package enum LearningPart: Sendable, CaseIterable {
  case weights
  /// Of both ends, one bank after another.
  case traces
}

extension RuleDriver {
  func size(of part: LearningPart) -> StateBytes.Size {
    switch part {
    case .weights: Self.size(numbers: weights.count)
    case .traces: Self.size(numbers: isUsual ? usualTraces : usualTraces + form.traceCount)
    }
  }

  /// The same where no arrival is lost.
  func usualSize(of part: LearningPart) -> StateBytes.Size {
    part == .weights ? size(of: part) : Self.size(numbers: usualTraces)
  }

  /// Whether `setBytes` takes so many.
  func accepts(_ size: StateBytes.Size, of part: LearningPart) -> Bool {
    size == usualSize(of: part) || (part == .traces && size == Self.size(numbers: unusualTraces))
  }

  private static func size(numbers: Int) -> StateBytes.Size {
    let width = MemoryLayout<R.Scalar>.stride
    return StateBytes.Size(bytes: numbers * width, width: width)
  }

  /// Whether the traces have the form that they have where no arrival is lost.
  private var isUsual: Bool { form.isBySynapse == table.hasMixedDelays }

  private var usualTraces: Int {
    form.pre.count * (table.hasMixedDelays ? table.count : table.rows) + form.post.count * table.chunks.neurons
  }

  /// The other form is told by its size, whatever the numbers of rows and synapses: so much stands before it, unused.
  private var unusualTraces: Int {
    usualTraces + form.pre.count * table.count + form.post.count * table.chunks.neurons
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
    case .traces: (isUsual ? [] : [UInt8](repeating: 0, count: usualSize(of: .traces).bytes)) + form.bytes
    }
  }

  /// - Precondition: `accepts` a size of so many bytes.
  func setBytes(of part: LearningPart, to bytes: [UInt8]) {
    switch part {
    case .weights: weights.setBytes(bytes)
    case .traces: setTraces(bytes)
    }
  }

  /// Of whichever form, into the one that the present losses need.
  private func setTraces(_ bytes: [UInt8]) {
    let usual = usualSize(of: .traces).bytes
    let isUsual = bytes.count == usual
    if isUsual != self.isUsual { take(bySynapse: isUsual == table.hasMixedDelays) }
    form.setBytes(isUsual ? bytes : Array(bytes.dropFirst(usual)))
    lossesChanged()
  }
}

extension LearningForm {
  fileprivate var traceCount: Int { traces.reduce(0) { $0 + $1.values.count } }

  fileprivate var bytes: [UInt8] { traces.flatMap { $0.values.bytes } }

  fileprivate func setBytes(_ bytes: [UInt8]) {
    var rest = bytes[...]
    for bank in traces {
      let count = bank.values.count * MemoryLayout<R.Scalar>.stride
      bank.values.setBytes(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
  }
}
