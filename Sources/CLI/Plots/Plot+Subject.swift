/// What a plot shows, by the names that everything has on the command line.
import Basics
import Debugger
import NetworkModel
import Terminal
import Views
import Workbench

extension Plot {
  static func subject(_ what: String, of pane: AnyPane, _ text: String, _ spec: NetworkSpec) throws(Failure) -> Subject
  {
    switch pane.descriptor.id {
    case .trace: return try variable(what, text, spec)
    case .weights: return try projection(what, text, spec)
    case .spread: return try quantity(what, text, spec)
    case .states, .phase: return .neuron(try neuron(what, of: pane, text, spec))
    case .intervals, .membrane: return .population(try neurons(what, text, spec).population)
    default: throw failure(text, "\(name(pane)) shows the whole network", "leave out \":\(what)\"")
    }
  }

  /// `exc[3]`, or a population for its first neuron.
  private static func neuron(
    _ what: String, of pane: AnyPane, _ text: String, _ spec: NetworkSpec
  ) throws(Failure) -> NeuronAddress {
    let named = try neurons(what, text, spec)
    guard named.isWhole || named.selection.count == 1 else {
      throw failure(text, "it is of one neuron", "e.g. \(name(pane)):\(named.selection.population)[0]")
    }
    return NeuronAddress(population: named.population, index: named.selection.index(at: 0))
  }

  /// `exc[3].v`: one neuron; a name without brackets is its population's first.
  private static func variable(_ what: String, _ text: String, _ spec: NetworkSpec) throws(Failure) -> Subject {
    let (selection, name) = Assignment.parts(of: what)
    let named = try neurons(selection ?? what, text, spec)
    let known = CatalogueModels.named(spec.populations[named.population].model)?.state.map(\.name) ?? []
    guard named.isWhole || named.selection.count == 1 else {
      throw failure(
        text, "a trace is of one neuron", "e.g. trace:\(named.selection.population)[0].\(known.first ?? "v")")
    }
    guard selection != nil, known.contains(name) else {
      throw failure(text, "there is no variable \"\(selection == nil ? "" : name)\"", hint(known))
    }
    let neuron = NeuronAddress(population: named.population, index: named.selection.index(at: 0))
    return .variable(neuron, name: name)
  }

  private static func projection(_ what: String, _ text: String, _ spec: NetworkSpec) throws(Failure) -> Subject {
    if let index = spec.projections.firstIndex(where: { $0.name == what }) { return .projection(index) }
    throw failure(text, "there is no projection \"\(what)\"", hint(spec.projections.map(\.name)))
  }

  private static func quantity(_ what: String, _ text: String, _ spec: NetworkSpec) throws(Failure) -> Subject {
    let (selection, name) = Assignment.parts(of: what)
    let named = try neurons(selection ?? what, text, spec)
    var state = WorkbenchState(outlining: spec)
    state.select(NeuronAddress(population: named.population, index: 0))
    guard named.isWhole else {
      throw failure(text, "a histogram is of a whole population", "leave out the brackets")
    }
    guard selection != nil, state.quantities.contains(name) else {
      throw failure(text, "there is no value \"\(selection == nil ? "" : name)\" to count", hint(state.quantities))
    }
    return .quantity(population: named.population, name: name)
  }

  private static func neurons(_ what: String, _ text: String, _ spec: NetworkSpec) throws(Failure) -> NamedNeurons {
    do {
      return try NamedNeurons(parsing: what, in: NetworkSummary(outlining: spec))
    } catch {
      throw failure(text, "\(error)", "write it as trace:exc[3].v, histogram:exc.v or intervals:exc")
    }
  }

  private static func hint(_ known: [String]) -> String {
    known.isEmpty ? "there is none" : "it has \(known.joined(separator: ", "))"
  }
}
