/// A network without the places in a file where it was said.

extension NetworkSpec {
  /// For comparing what two documents say, however they are laid out.
  package var withoutPlaces: NetworkSpec {
    var spec = self
    for index in spec.populations.indices { spec.populations[index].location = .none }
    for index in spec.projections.indices { spec.projections[index].location = .none }
    for index in spec.stimuli.indices { spec.stimuli[index].location = .none }
    for index in spec.datasets.indices { spec.datasets[index].location = .none }
    for index in spec.without.indices { spec.without[index].location = .none }
    for index in spec.notes.indices { spec.notes[index].location = .none }
    spec.readout?.location = .none
    return spec
  }
}
