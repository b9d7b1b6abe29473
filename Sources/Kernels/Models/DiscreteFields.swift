/// Parameters and state that the models in discrete time share.
import Basics

enum DiscreteFields {
  static var bias: ParameterField {
    ParameterField("bias", .none, default: 0, doc: "Added to the input in every step.")
  }

  static var parameters: [ParameterField] {
    [bias]
      + Threshold<DoubleLane>.fields(
        .none, thresh: 1, reset: 0,
        refractory: ParameterField(
          "tau_refrac", .steps, default: 0, in: 0...1e6, doc: "Steps for which v is held after a spike."))
  }

  static var v: StateVariable { StateVariable("v", .none, doc: "Membrane potential.") }

  static var state: [StateVariable] {
    [v] + Threshold<DoubleLane>.state(.none, .steps)
  }
}
