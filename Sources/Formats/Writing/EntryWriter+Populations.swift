/// `populations:` as it is written.
import Basics
import NetworkModel

extension EntryWriter {
  /// Everything that the description says, in full.
  func population(_ population: PopulationSpec) -> Written {
    var entries = [shape(population), Written.Entry("model", .word(population.model))]
    let parameters = parameters(population)
    let initial = initial(population)
    if !parameters.isEmpty { entries.append(Written.Entry("parameters", .map(parameters))) }
    if !initial.isEmpty { entries.append(Written.Entry("initial", .map(initial))) }
    return .map(entries)
  }

  /// The same with `like` where an earlier population has the same model, parameters and initial state.
  func population(_ population: PopulationSpec, after earlier: [PopulationSpec]) -> Written {
    let twin = earlier.first {
      $0.model == population.model && $0.parameters == population.parameters && $0.initial == population.initial
    }
    guard let twin, !population.parameters.isEmpty else { return self.population(population) }
    return .map([shape(population), Written.Entry("like", .word(twin.name))])
  }

  private func shape(_ population: PopulationSpec) -> Written.Entry {
    if population.shape.count == 1 { return Written.Entry("size", .word("\(population.shape[0])")) }
    return Written.Entry("shape", .list(population.shape.map { .word("\($0)") }))
  }

  private func parameters(_ population: PopulationSpec) -> [Written.Entry] {
    let fields = models.first { $0.id == population.model }?.parameters ?? []
    return fields.compactMap { field in
      population.parameters[field.name].map { source in
        Written.Entry(field.name, parameter(source, field, of: population))
      }
    }
  }

  private func parameter(_ source: ParameterSource, _ field: ParameterField, of population: PopulationSpec) -> Written {
    switch source {
    case .number(let values): self.values(values, field.dimension, as: "\(population.name).\(field.name)")
    case .choice(let word): .word(word)
    case .spikeTimes(let trains):
      trains.count == 1 ? .list(trains[0].map(time)) : .list(trains.map { .list($0.map(time)) })
    }
  }

  private func initial(_ population: PopulationSpec) -> [Written.Entry] {
    let variables = models.first { $0.id == population.model }?.state ?? []
    return variables.compactMap { variable in
      population.initial[variable.name].map {
        Written.Entry(variable.name, values($0, variable.dimension, as: "\(population.name).initial.\(variable.name)"))
      }
    }
  }
}
