/// The sections of a projection that learns: its weights, and the traces that change them.
import Kernels

struct LearningSection {
  let synapses: LearningSynapses
  let part: LearningPart
  let bytes: [UInt8]

  /// - Throws: when the section is not of this size.
  init(
    _ section: Checkpoint.Section, _ part: LearningPart, _ synapses: LearningSynapses, of projection: String
  ) throws(CheckpointError) {
    guard synapses.accepts(StateBytes.Size(bytes: section.bytes.count, width: section.width), of: part) else {
      throw .impossible(part: "the \(part.sectionName) of \(projection)")
    }
    self.synapses = synapses
    self.part = part
    bytes = section.bytes
  }

  static func sections(of synapses: LearningSynapses) -> [Checkpoint.Section] {
    LearningPart.allCases.map {
      Checkpoint.Section(name: $0.sectionName, bytes: synapses.bytes(of: $0), width: synapses.size(of: $0).width)
    }
  }
}

extension LearningPart {
  var sectionName: String {
    switch self {
    case .weights: "weights"
    case .traces: "traces"
    }
  }
}
