/// The rate that a formula gives for the neuron of a measured f-I curve.
import Basics
import Debugger

struct FiringFormula {
  let theory: FiringTheory
  /// The neuron that was measured.
  private let values: NeuronValues
  /// A step of a model in discrete time [ms]; 1 where intervals are in milliseconds anyway.
  private let unitOfTime: Double

  /// Nil where the model has no formula, or it says nothing of these values.
  init?(_ curve: FiringCurve, _ descriptor: ModelDescriptor) {
    let values = Self.values(curve.request, descriptor)
    guard let theory = descriptor.firing, let greatest = curve.currents.last, theory.interval(greatest, values) != nil
    else { return nil }
    self.theory = theory
    self.values = values
    unitOfTime = descriptor.isDimensionless ? curve.request.dt.value : 1
  }

  /// At a constant current [Hz]; NaN where the formula has no answer.
  func rate(_ current: Double) -> Double {
    guard let interval = theory.interval(current, values) else { return .nan }
    return 1000 / (interval * unitOfTime)
  }

  private static func values(_ request: FiringCurveRequest, _ descriptor: ModelDescriptor) -> NeuronValues {
    let settings = descriptor.parameters.map { field -> ParameterSetting in
      if let setting = request.parameters[field.name] { return setting }
      return switch field.kind {
      case .number(let standard, _, _): .number(standard)
      case .choice(let words): .choice(words.first ?? "")
      case .times: .times([])
      }
    }
    return NeuronValues(descriptor, parameters: settings, state: [])
  }
}
