/// The sections of a document, in the order in which they depend on one another.
import Basics
import NetworkModel

struct NetworkReader {
  private static let sections = [
    "populations", "projections", "stimuli", "data", "readout", "without", "notes", "workbench",
  ]

  private var scope: Scope

  init(_ scope: Scope) { self.scope = scope }

  /// The network, as far as it is sound; what is not has been told to the scope.
  func read(_ syntax: Syntax) -> NetworkSpec {
    var spec = NetworkSpec()
    var scope = scope
    let known = Scope.headerKeys + Self.sections
    guard let document = Fields(syntax, of: "a document", known: known, planned: PlannedWords.sections, scope) else {
      return spec
    }
    if let dt = scope.timeStep(document) { scope.dt = dt }
    scope.header(document, into: &spec)
    var declared: [String: DeclaredPopulation] = [:]
    if let populations = document.required("populations", example: "populations: {exc: {size: 100, model: lif}}") {
      (spec.populations, declared) = PopulationsReader(populations, scope).read()
    }
    let projections = document["projections"].map { ProjectionsReader(scope, populations: declared).read($0) } ?? []
    spec.projections = projections.map(\.spec)
    readInputs(document, declared, scope, into: &spec)
    if let without = document["without"] {
      spec.without = WithoutReader(scope, populations: declared, spec).read(without)
    }
    if let notes = document["notes"] {
      spec.notes = scope.notes(notes, populations: declared, projections: spec.projections)
    }
    if let workbench = document["workbench"] {
      spec.workbench = scope.workbench(workbench, populations: declared)
    }
    checkDelays(projections, spec, scope)
    return spec
  }

  private func readInputs(
    _ document: Fields, _ declared: [String: DeclaredPopulation], _ scope: Scope, into spec: inout NetworkSpec
  ) {
    var names: [String] = []
    if let data = document["data"] { (spec.datasets, names) = DataReader(scope).read(data) }
    var stimuliAreSound = true
    if let stimuli = document["stimuli"] {
      let reader = StimuliReader(scope, populations: declared, datasets: spec.datasets, dataNames: names)
      spec.stimuli = reader.read(stimuli)
      stimuliAreSound = spec.stimuli.count == stimuli.elements.count
    }
    if let readout = document["readout"] {
      spec.readout = ReadoutReader(scope, populations: declared).read(
        readout, stimuli: spec.stimuli, datasets: spec.datasets, stimuliAreSound: stimuliAreSound)
    }
  }

  /// No circle without delay; and analog values, which are sums and not spikes, all arrive at once.
  private func checkDelays(
    _ projections: [(spec: ProjectionSpec, delayPlace: SourceLocation)], _ spec: NetworkSpec, _ scope: Scope
  ) {
    if let (index, path) = DelayCycles.find(in: projections.map(\.spec)) {
      scope.error(at: projections[index].delayPlace, .circleWithoutDelay(path))
    }
    guard let (stimulus, target, _) = spec.presentation, stimulus.encoder == .current else { return }
    for (projection, place) in projections where projection.source.population == target.population {
      if projection.plasticity != nil { scope.error(at: projection.location, .analogInputCannotLearn(projection.name)) }
      var isMixed = projection.delay.single == nil
      if case .list(let synapses) = projection.connector { isMixed = Set(synapses.map(\.delay)).count > 1 || isMixed }
      if isMixed { scope.error(at: place, .mixedDelaysOfAnalogInput(projection.name)) }
    }
  }
}
