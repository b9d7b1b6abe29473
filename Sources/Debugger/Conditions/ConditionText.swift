/// A condition in the words of its language, as it was understood: with every unit, and parentheses where they matter.
import Basics
import NetworkModel
import Simulation

struct ConditionText {
  let network: NetworkSummary
  /// Of each population.
  let models: [ModelDescriptor]

  func text(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): parts.map(inner).joined(separator: " and ")
    case .any(let parts):
      parts.map { if case .any = $0 { inner($0) } else { text($0) } }.joined(separator: " or ")
    case .not(let part): "not \(inner(part))"
    case .spike(let neurons): neurons.map { "spike(\(name($0)))" } ?? "spike"
    case .weightChange(let projection): "weight change" + (projection.map { " of \($0)" } ?? "")
    case .change(let term): "\(text(term)) changes"
    case .crossing(let term, let level, let way): "\(text(term)) crosses \(quantity(level, of: term))\(words(way))"
    case .range(let term, let range, let change):
      "\(text(term)) \(change == .leaving ? "leaves" : "enters") "
        + "\(number(range.lowerBound))..\(quantity(range.upperBound, of: term))"
    case .comparison(let left, let comparison, let right):
      "\(text(left, beside: right)) \(comparison.rawValue) \(text(right, beside: left))"
    case .notANumber(let term): "nan(\(text(term)))"
    }
  }

  /// As a part of something that holds tighter.
  private func inner(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(\(text(condition)))"
    default: text(condition)
    }
  }

  private func words(_ way: Crossing) -> String {
    switch way {
    case .either: ""
    case .upwards: " upwards"
    case .downwards: " downwards"
    }
  }

  // MARK: Terms

  /// - Parameter other: says what a number is a number of.
  private func text(_ term: Term, beside other: Term? = nil) -> String {
    switch term {
    case .number(let value): other.map { quantity(value, of: $0) } ?? number(value)
    case .variable(let neurons, let name), .parameter(let neurons, let name): "\(self.name(neurons)).\(name)"
    case .count(let neurons, let steps): "count(\(name(neurons)), \(time(steps)))"
    case .rate(let neurons, let steps): "rate(\(name(neurons)), \(time(steps)))"
    case .synchrony(let neurons, let steps): "synchrony(\(name(neurons)), \(time(steps)))"
    case .related(let relation, let name): "\(name)(\(relation.rawValue))"
    case .weight(let projection, let post, let pre): "weight(\(synapse(projection, post: post, pre: pre)))"
    }
  }

  /// `a[3] -> b[7]`, with its projection where the names of the two are not enough.
  private func synapse(_ name: String, post: Int, pre: Int) -> String {
    guard let projection = network.projections.first(where: { $0.name == name }) else { return name }
    func neuron(_ population: Int, _ selection: Selection?, _ position: Int) -> NeuronAddress {
      NeuronAddress(population: population, index: selection?.index(at: position) ?? position)
    }
    let source = neuron(projection.source, projection.sources, pre)
    let target = neuron(projection.target, projection.targets, post)
    return network.synapse(from: source, to: target, of: name)
  }

  private func name(_ neurons: Selection) -> String {
    let size = network.populations.first { $0.name == neurons.population }?.size
    return size == neurons.count ? neurons.population : neurons.text
  }

  // MARK: Numbers

  private func quantity(_ value: Double, of term: Term) -> String {
    let unit = dimension(of: term).baseUnit
    return unit.isEmpty ? number(value) : "\(number(value)) \(unit)"
  }

  private func dimension(of term: Term) -> Dimension {
    func model(_ neurons: Selection) -> ModelDescriptor? {
      network.populations.firstIndex { $0.name == neurons.population }.map { models[$0] }
    }
    switch term {
    case .variable(let neurons, let name): return model(neurons)?.stateVariable(name)?.dimension ?? .none
    case .parameter(let neurons, let name): return model(neurons)?.parameter(name)?.dimension ?? .none
    case .rate: return .rate
    case .weight(let name, _, _): return network.projections.first { $0.name == name }?.weightDimension ?? .none
    case .related(_, let name): return models.lazy.compactMap { $0.stateVariable(name)?.dimension }.first ?? .none
    case .number, .count, .synchrony: return .none
    }
  }

  private func time(_ steps: Int) -> String { "\(number(Tick(steps).time(dt: network.dt).value)) ms" }

  /// All digits that were written; those that a change of unit has added are none.
  private func number(_ value: Double) -> String {
    let written = abs(value) > 1e-3 && abs(value) < 1e6 ? (value * 1e9).rounded() / 1e9 : value
    return written == written.rounded() && abs(written) < 1e15 ? "\(Int(written))" : "\(written)"
  }
}

extension DebugSession {
  /// What the text of a breakpoint means in the present network; nil where it means nothing.
  package func understood(_ text: String) -> String? {
    let writer = ConditionText(network: summary, models: simulation.populations.map(\.descriptor))
    return (try? condition(text)).map(writer.text)
  }
}
