/// A step taken apart.
package import Basics
import Kernels

extension Simulation {
  /// Does a step and says what one neuron was between its phases; nil for what has no membrane.
  ///
  /// What arrives in the step is all in it, wherever it was added.
  package mutating func stepTakingDown(population: Int, index: Int) -> StepPhases? {
    guard let neurons = network.populations[population].body.neurons else {
      step()
      return nil
    }
    neurons.watch(index)
    step()
    var phases = neurons.phases
    neurons.watch(nil)
    guard neurons.addsArrivalsToState, let taken = phases else { return phases }
    for (receptor, variable) in neurons.arrivalVariables.enumerated() {
      let after = neurons.value(variable, of: index, tick: tick.value)
      phases?.arrivals[receptor] = after - taken.reset[variable]
      phases?.charged[variable] += after - taken.reset[variable]
      phases?.reset[variable] = after
    }
    return phases
  }
}
