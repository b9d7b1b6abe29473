/// State as a block of memory: what a checkpoint keeps of a population.

/// The two blocks of memory that change in a step.
package enum StatePart: Sendable {
  case state
  /// What waits in the ring; empty where arrivals are added to the state.
  case arrivals
}

package enum StateBytes {
  package struct Size: Sendable, Equatable {
    package let bytes: Int
    /// Bytes of a number in it, for machines that keep the big end first.
    package let width: Int

    package init(bytes: Int, width: Int) {
      self.bytes = bytes
      self.width = width
    }
  }
}

extension LaneBuffer {
  /// A copy of the memory.
  var bytes: [UInt8] {
    let size = count * MemoryLayout<Element>.stride
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { copy, initialized in
      let source = unsafe UnsafeRawBufferPointer(start: pointer, count: size)
      unsafe UnsafeMutableRawBufferPointer(copy).copyMemory(from: source)
      initialized = size
    }
  }

  /// - Precondition: as many bytes as the buffer has. Any bytes are numbers, so that nothing worse can happen.
  func setBytes(_ bytes: [UInt8]) {
    let size = count * MemoryLayout<Element>.stride
    precondition(bytes.count == size, "\(bytes.count) bytes for a buffer of \(size)")
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(start: pointer, count: size).copyMemory(from: source)
    }
  }
}

extension ModelPopulation {
  func size(of part: StatePart) -> StateBytes.Size {
    let bytes =
      switch part {
      case .state: state.count * MemoryLayout<M.State>.stride
      case .arrivals: ring.memory
      }
    return StateBytes.Size(bytes: bytes, width: MemoryLayout<M.L.Scalar>.stride)
  }

  func bytes(of part: StatePart) -> [UInt8] {
    switch part {
    case .state: state.bytes
    case .arrivals: ring.lanes.bytes
    }
  }

  func setBytes(of part: StatePart, to bytes: [UInt8]) {
    switch part {
    case .state: state.setBytes(bytes)
    case .arrivals: ring.lanes.setBytes(bytes)
    }
  }
}

/// Thresholds that have risen are no part of the state, for most populations have none and an edit may make some.
extension ModelPopulation {
  var sizeOfThresholds: StateBytes.Size {
    StateBytes.Size(bytes: blocks * MemoryLayout<M.L>.stride, width: MemoryLayout<M.L.Scalar>.stride)
  }

  func setThresholds(_ bytes: [UInt8]?, _ parameters: ParameterTable) {
    guard let bytes else {
      adaptation?.clear()
      return
    }
    let thresholds = adaptation ?? AdaptiveThreshold(blocks: blocks)
    thresholds.apply(parameters, dt: dt)
    thresholds.setBytes(bytes)
    adaptation = thresholds
  }
}
