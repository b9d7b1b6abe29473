/// Reads the membranes of consecutive neurons.
import Basics
import Simulation

struct BarsReader {
  private let population: Int
  let membrane: Int?
  private let refractory: Int?
  private let threshold: Int?
  private let reset: Int?

  init(_ simulation: borrowing Simulation, population: Int) {
    let descriptor = simulation.populations[population].descriptor
    self.population = population
    // A model without a membrane may still have something to show, such as the value that an input plays.
    membrane = descriptor.state.firstIndex { $0.name == "v" } ?? (descriptor.state.isEmpty ? nil : 0)
    refractory = descriptor.state.firstIndex { $0.name == "refractory" }
    threshold = descriptor.parameters.firstIndex { $0.name == "v_thresh" }
    reset = descriptor.parameters.firstIndex { $0.name == "v_reset" }
  }

  /// What a colour for the membrane is to span: half as far below the reset as the threshold is above it, for what is
  /// inhibited; nil where the model has no such bounds.
  func range(_ simulation: borrowing Simulation, index: Int) -> ClosedRange<Double>? {
    let top = parameter(threshold, simulation, index)
    let bottom = parameter(reset, simulation, index)
    return top > bottom ? (bottom - (top - bottom) / 2)...top : nil
  }

  func bar(_ simulation: borrowing Simulation, index: Int, fired: Bool) -> BarsSnapshot.Bar {
    BarsSnapshot.Bar(
      v: state(membrane, simulation, index) ?? .nan, threshold: parameter(threshold, simulation, index),
      reset: parameter(reset, simulation, index), refractory: state(refractory, simulation, index) ?? 0, fired: fired)
  }

  private func state(_ variable: Int?, _ simulation: borrowing Simulation, _ index: Int) -> Double? {
    guard let variable else { return nil }
    return simulation.state(population: population, variable: variable, index: index)
  }

  private func parameter(_ field: Int?, _ simulation: borrowing Simulation, _ index: Int) -> Double {
    guard let field, case .number(let value) = simulation.parameter(population: population, field: field, index: index)
    else { return .nan }
    return value
  }
}
