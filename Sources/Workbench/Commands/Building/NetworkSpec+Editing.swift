/// Changes of a description that concern more than one of its parts.
import Basics
import NetworkModel

extension ProjectionSpec {
  func touches(_ population: String) -> Bool { source.population == population || target.population == population }

  /// The same from or to a copy of a population.
  func copied(from old: String, to new: String) -> ProjectionSpec {
    var copy = self
    copy.source = source.moved(from: old, to: new)
    copy.target = target.moved(from: old, to: new)
    copy.location = .none
    copy.name = name == usualName ? copy.usualName : "\(name)-\(new)"
    return copy
  }
}

extension NetworkSpec {
  /// Projections keep their names: their wiring hangs on them.
  mutating func rename(_ old: String, to new: String) {
    func moved(_ selection: Selection) -> Selection { selection.moved(from: old, to: new) }
    for index in populations.indices where populations[index].name == old { populations[index].name = new }
    for index in projections.indices {
      projections[index].source = moved(projections[index].source)
      projections[index].target = moved(projections[index].target)
    }
    for index in stimuli.indices { stimuli[index].target = moved(stimuli[index].target) }
    for index in notes.indices {
      if case .neurons(let selection) = notes[index].subject { notes[index].subject = .neurons(moved(selection)) }
    }
    for index in without.indices {
      without[index].part = without[index].part.mapNeurons { $0.moved(from: old, to: new) }
    }
    if readout?.population == old { readout?.population = new }
    workbench.select = workbench.select.map(moved)
  }

  /// Selections of all stay all, others lose what is no more; lists of single values are filled up with the last.
  mutating func resize(_ name: String, to shape: [Int]) {
    guard let index = populations.firstIndex(where: { $0.name == name }) else { return }
    let (before, size) = (populations[index].size, shape.reduce(1, *))
    func fitted(_ selection: Selection) -> Selection? {
      if selection.population != name { return selection }
      if selection.count == before { return Selection(all: name, size: size) }
      let ranges = selection.ranges.compactMap { range in
        range.lowerBound < size ? range.lowerBound...min(range.upperBound, size - 1) : nil
      }
      return ranges.isEmpty ? nil : Selection(population: name, ranges: ranges)
    }
    populations[index].shape = shape
    populations[index].parameters = populations[index].parameters.mapValues { $0.resized(to: size) }
    populations[index].initial = populations[index].initial.mapValues { $0.resized(to: size) }
    projections = projections.compactMap { projection in
      guard let source = fitted(projection.source), let target = fitted(projection.target) else { return nil }
      var fit = projection
      (fit.source, fit.target) = (source, target)
      fit.exceptions.removeAll { $0.pre >= source.count || $0.post >= target.count }
      return fit.isPossible ? fit : nil
    }
    stimuli = stimuli.compactMap { stimulus in
      fitted(stimulus.target).map { StimulusSpec(into: $0, stimulus.kind, location: stimulus.location) }
    }
    keepMentions(fitted)
    workbench.select = workbench.select.flatMap(fitted)
  }

  /// Notes about what is there, each on what is left of its neurons; nil where nothing is. So it is with what the
  /// network is run without.
  mutating func keepMentions(_ left: (Selection) -> Selection?) {
    without = without.filter { canLeaveOut($0.part, left) }
    let names = Set(projections.map(\.name))
    notes = notes.compactMap { note in
      var note = note
      switch note.subject {
      case .network: break
      case .projection(let name): if !names.contains(name) { return nil }
      case .neurons(let selection):
        guard let left = left(selection) else { return nil }
        note.subject = .neurons(left)
      }
      return note
    }
  }

  private func canLeaveOut(_ part: WithoutSpec.Part, _ left: (Selection) -> Selection?) -> Bool {
    guard part.neurons.allSatisfy({ left($0.selection)?.contains($0.index) == true }) else { return false }
    if part.neurons.count == 1 { return true }
    return projections.contains { $0.joins(part.neurons[0], part.neurons[1]) }
  }

  /// Parameters and initial values that the new model has, too, stay; so do synapses that it can take.
  mutating func change(_ name: String, to model: ModelDescriptor, among models: [ModelDescriptor]) {
    guard let index = populations.firstIndex(where: { $0.name == name }) else { return }
    let old = models.first { $0.id == populations[index].model }
    populations[index].model = model.id
    populations[index].parameters = populations[index].parameters.filter { field, _ in
      guard let new = model.parameter(field), let before = old?.parameter(field) else { return false }
      return new.dimension == before.dimension && new.hasSameKind(as: before)
    }
    populations[index].initial = populations[index].initial.filter { variable, _ in
      guard let new = model.stateVariable(variable), new.isInitial else { return false }
      return new.dimension == old?.stateVariable(variable)?.dimension
    }
    let keepsWeights = model.weightDimension == old?.weightDimension
    projections.removeAll {
      ($0.target.population == name && !keepsWeights) || ($0.source.population == name && !model.fires)
    }
    if !model.fires { without.removeAll { $0.part.neurons[0].population == name } }
    if model.kind != .neuron { stimuli.removeAll { $0.target.population == name } }
    keepMentions { $0 }
  }
}

extension ProjectionSpec {
  /// Whether there are as many partners as its connector wants.
  var isPossible: Bool {
    let own = !allowSelf && source.population == target.population ? 1 : 0
    return switch connector {
    case .oneToOne: source.count == target.count
    case .smallWorld(let degree, _): source.count == target.count && degree <= max(1, target.count - 1)
    case .fixedNumberPre(let number, let again): (again ? min(number, 1) : number) <= source.count - own
    case .fixedNumberPost(let number, let again): (again ? min(number, 1) : number) <= target.count - own
    case .fixedTotalNumber(let number, let again):
      (again ? min(number, 1) : number) <= source.count * target.count - own * min(source.count, target.count)
    case .matrix(let matrix): matrix.preCount == source.count && matrix.postCount == target.count
    case .list(let synapses): synapses.allSatisfy { $0.pre < source.count && $0.post < target.count }
    default: true
    }
  }
}

extension ParameterField {
  fileprivate func hasSameKind(as other: ParameterField) -> Bool {
    switch (kind, other.kind) {
    case (.number, .number), (.times, .times): true
    case (.choice(let words), .choice(let others)): words == others
    default: false
    }
  }
}

extension ParameterSource {
  fileprivate func resized(to size: Int) -> ParameterSource {
    switch self {
    case .number(let source): .number(source.resized(to: size))
    case .spikeTimes(let trains) where trains.count > 1:
      .spikeTimes((0..<size).map { $0 < trains.count ? trains[$0] : [] })
    default: self
    }
  }
}

extension ValueSource {
  fileprivate func resized(to size: Int) -> ValueSource {
    guard case .values(let values) = self, let last = values.last else { return self }
    return .values((0..<size).map { $0 < values.count ? values[$0] : last })
  }
}
