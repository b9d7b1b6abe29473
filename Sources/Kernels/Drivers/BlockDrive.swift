/// What a block needs in a step beside its state and arrivals: two ways to get it, so that the usual one costs nothing.

protocol BlockDrive {
  associatedtype Model: NeuronModel
  func coefficients(_ block: Int) -> Model.Coefficients
  /// Injected from outside.
  func current(_ block: Int) -> Model.L
  /// Who is made to spike, whatever its potential.
  func poked(_ block: Int) -> Model.L.Mask
}

/// Equal neurons without currents from outside: nothing depends on the block.
struct EqualBlocks<Model: NeuronModel>: BlockDrive {
  let coefficients: Model.Coefficients

  @inline(__always) func coefficients(_ block: Int) -> Model.Coefficients { coefficients }
  @inline(__always) func current(_ block: Int) -> Model.L { .zero }
  @inline(__always) func poked(_ block: Int) -> Model.L.Mask { .none }
}

/// Everything else.
struct MixedBlocks<Model: NeuronModel>: BlockDrive {
  /// One for all blocks, or one for each.
  let coefficients: LaneBuffer<Model.Coefficients>
  let currents: LaneBuffer<Model.L>?
  let poked: [Int]

  @inline(__always)
  func coefficients(_ block: Int) -> Model.Coefficients { coefficients[coefficients.count == 1 ? 0 : block] }

  @inline(__always)
  func current(_ block: Int) -> Model.L { currents?[block] ?? .zero }

  @inline(__always)
  func poked(_ block: Int) -> Model.L.Mask { poked.isEmpty ? .none : mask(block) }

  @inline(never)
  private func mask(_ block: Int) -> Model.L.Mask {
    var mask = Model.L.Mask.none
    for neuron in poked where neuron / Model.L.width == block { mask[neuron % Model.L.width] = true }
    return mask
  }
}
