/// Which populations can spike at all.
import Basics
import NetworkModel
import Simulation

extension Simulation {
  /// By population. An input that plays analog values never spikes, nor does a model that only integrates.
  var firingPopulations: [Bool] {
    let shown = spec.presentation
    let analog = shown?.stimulus.encoder == .current ? shown?.target.population : nil
    return populations.map { $0.descriptor.fires && $0.name != analog }
  }
}
