/// What a block needs in a step beside its state and arrivals: two ways to get it, so that the usual one costs nothing.

protocol BlockDrive {
  associatedtype Model: NeuronModel
  func coefficients(_ block: Int) -> Model.Coefficients
  /// Injected from outside.
  func current(_ block: Int) -> Model.L
  /// Who is made to spike, whatever its potential.
  func poked(_ block: Int) -> Model.L.Mask
  /// By how much adaptive thresholds are raised now.
  func raise(_ block: Int) -> Model.L
  /// Raises those of the neurons that fired.
  func rise(_ block: Int, from raise: Model.L, where fired: Model.L.Mask)
}

/// Equal neurons without currents from outside: nothing depends on the block.
struct EqualBlocks<Model: NeuronModel>: BlockDrive {
  let coefficients: Model.Coefficients

  @inline(__always) func coefficients(_ block: Int) -> Model.Coefficients { coefficients }
  @inline(__always) func current(_ block: Int) -> Model.L { .zero }
  @inline(__always) func poked(_ block: Int) -> Model.L.Mask { .none }
  /// −0 and not 0: to add it changes no number whatever, so that the compiler leaves the addition out.
  @inline(__always) func raise(_ block: Int) -> Model.L { Model.L(repeating: -0.0) }
  @inline(__always) func rise(_ block: Int, from raise: Model.L, where fired: Model.L.Mask) {}
}

/// Everything else.
struct MixedBlocks<Model: NeuronModel>: BlockDrive {
  /// One for all blocks, or one for each.
  let coefficients: LaneBuffer<Model.Coefficients>
  let currents: LaneBuffer<Model.L>?
  let adaptation: AdaptiveThreshold<Model.L>?
  let poked: [Int]

  @inline(__always)
  func coefficients(_ block: Int) -> Model.Coefficients { coefficients[coefficients.count == 1 ? 0 : block] }

  @inline(__always)
  func current(_ block: Int) -> Model.L { currents?[block] ?? .zero }

  @inline(__always)
  func poked(_ block: Int) -> Model.L.Mask { poked.isEmpty ? .none : mask(block) }

  @inline(__always)
  func raise(_ block: Int) -> Model.L { adaptation?.fallen(block) ?? .zero }

  @inline(__always)
  func rise(_ block: Int, from raise: Model.L, where fired: Model.L.Mask) {
    adaptation?.rise(block, from: raise, where: fired)
  }

  @inline(never)
  private func mask(_ block: Int) -> Model.L.Mask {
    var mask = Model.L.Mask.none
    for neuron in poked where neuron / Model.L.width == block { mask[neuron % Model.L.width] = true }
    return mask
  }
}
