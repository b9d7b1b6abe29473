/// `readout:` — how a classifier's answer is read.
import Basics
import NetworkModel

struct ReadoutReader {
  private let scope: Scope
  private let populations: [String: DeclaredPopulation]

  init(_ scope: Scope, populations: [String: DeclaredPopulation]) {
    self.scope = scope
    self.populations = populations
  }

  /// - Parameter stimuli: whether one of them shows data, and how long, decides what can be read.
  func read(_ syntax: Syntax, stimuli: [StimulusSpec], datasets: [Dataset], stimuliAreSound: Bool) -> ReadoutSpec? {
    guard let fields = Fields(syntax, of: "the readout", known: ["from", "vote", "at"], scope) else { return nil }
    let shown = stimuli.lazy.compactMap { if case .data(let data) = $0.kind { data } else { nil } }.first
    if shown == nil, stimuliAreSound { scope.error(at: syntax.location, .readoutWithoutData) }
    let population = fields.required("from", example: "from: output").flatMap { self.population($0) }
    let vote: ReadoutSpec.Vote? = fields.required("vote", example: "vote: potential").flatMap {
      scope.choice($0, "vote")
    }
    let times = fields.required("at", example: "at: [16, 64]").flatMap { self.times($0, shown: shown?.presentSteps) }
    if let population, let vote { check(vote, population, fields) }
    if let population, let size = population.size, let dataset = datasets.first(where: { $0.name == shown?.dataset }),
      let label = dataset.labels.max(), label >= size
    {
      scope.error(at: fields.place(of: "from"), .labelWithoutNeuron(label, size: size, name: population.name))
    }
    guard let population, let vote, let times else { return nil }
    return ReadoutSpec(population: population.name, vote: vote, at: times, location: syntax.location)
  }

  private func population(_ syntax: Syntax) -> DeclaredPopulation? {
    guard let read = scope.selection(syntax, among: populations, "from") else { return nil }
    if let selection = read.selection, selection.count != read.population.size {
      scope.error(at: syntax.location, .readoutOfAPart(read.population.name))
      return nil
    }
    return read.population
  }

  private func check(_ vote: ReadoutSpec.Vote, _ population: DeclaredPopulation, _ fields: Fields) {
    guard let model = population.descriptor else { return }
    switch vote {
    case .potential where model.stateVariable("v") == nil:
      scope.error(at: fields.place(of: "vote"), .noPotential(population.name, model))
    case .spikes where !model.fires:
      scope.error(at: fields.place(of: "vote"), .noSpikes(population.name, model))
    default: break
    }
  }

  private func times(_ syntax: Syntax, shown: Int?) -> [Int]? {
    var times: [Int] = []
    for element in syntax.elements {
      guard let time = scope.integer(element, "at", in: 1...Int.max, steps: true) else { return nil }
      if let shown, time > shown {
        scope.error(at: element.location, .readAfterTheEnd(time, shown: shown))
        return nil
      }
      if let last = times.last, time <= last {
        scope.error(at: element.location, .readoutNotAscending(time, after: last))
        return nil
      }
      times.append(time)
    }
    if times.isEmpty { scope.error(at: syntax.location, .missingValue("at")) }
    return times.isEmpty ? nil : times
  }
}
