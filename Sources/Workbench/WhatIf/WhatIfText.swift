/// The argument of `:whatif`: what is to be different, as people write it.
import Basics
package import Debugger
import NetworkModel

/// Why a text asks nothing.
package struct WhatIfProblem: Error, Equatable {
  package let text: String
}

/// A question, and the edit of the document that goes with it.
package struct AskedWhatIf: Sendable, Equatable {
  package let question: WhatIf
  package let edit: Edit?
}

package enum WhatIfText {
  package static let examples =
    "without inh[3] at 80.1 ms, without neuron inh[3], spike exc[17] at 80 ms, set exc.tau_m 15 ms at 80 ms"

  /// - Parameter text: `without spike inh[3] at 80.1 ms`, `without edit 2`, `spike exc[17] at 80 ms`, …
  package static func asked(_ text: String, in state: WorkbenchState) throws(WhatIfProblem) -> AskedWhatIf {
    guard let network = state.network else { throw WhatIfProblem(text: "no network is open") }
    let (kind, rest) = firstWord(of: text)
    switch kind {
    case "without" where !rest.isEmpty:
      return AskedWhatIf(question: try without(rest, network), edit: nil)
    case "spike":
      let (name, tick) = try split(rest, network.dt)
      let named = try neurons(name, network)
      let neuron = NeuronAddress(population: named.population, index: try only(named).index)
      // A spike is stamped with the end of its step.
      guard tick > .zero else { throw WhatIfProblem(text: "a spike comes after 0 ms") }
      return AskedWhatIf(question: .with(.poke(neuron), at: Tick(tick.value - 1)), edit: nil)
    case "set":
      let (assignment, tick) = try split(rest, network.dt)
      do throws(EditRefusal) {
        let edit = try Assignment.edit(parsing: assignment, in: state)
        return AskedWhatIf(question: .with(edit.command, at: tick), edit: edit)
      } catch {
        throw WhatIfProblem(text: error.description)
      }
    default: throw WhatIfProblem(text: "\"\(text)\" asks nothing · e.g. \(examples)")
    }
  }

  private static func without(_ text: String, _ network: NetworkSummary) throws(WhatIfProblem) -> WhatIf {
    var (kind, rest) = firstWord(of: text)
    if !["spike", "arrival", "neuron", "synapse", "edit"].contains(kind) { (kind, rest) = ("spike", text) }
    switch kind {
    case "edit":
      if rest == "last" { return .withoutEdit(nil) }
      guard let number = Int(rest) else {
        throw WhatIfProblem(text: "\"\(rest)\" is no number of an edit · e.g. without edit last")
      }
      return .withoutEdit(number)
    case "neuron": return .without(.neuron(try neuron(rest, network)))
    case "synapse":
      let (source, target) = try pair(rest, network)
      return .without(.synapse(from: source, to: target))
    case "arrival":
      let (names, tick) = try split(rest, network.dt)
      let (source, target) = try pair(names, network)
      return .without(.arrival(from: source, to: target, at: tick.time(dt: network.dt).written))
    default:
      let (name, tick) = try split(rest, network.dt)
      return .without(.spike(try neuron(name, network), at: tick.time(dt: network.dt).written))
    }
  }

  // MARK: Parts

  private static func firstWord(of text: String) -> (String, String) {
    let word = text.prefix { !$0.isWhitespace }
    return (String(word), String(text.dropFirst(word.count).drop(while: \.isWhitespace)))
  }

  /// What stands before the last ` at `, and the tick behind it.
  private static func split(_ text: String, _ dt: Milliseconds) throws(WhatIfProblem) -> (String, Tick) {
    guard let place = text.ranges(of: " at ").last else {
      throw WhatIfProblem(text: "a time is missing · e.g. \(examples)")
    }
    let time = String(text[place.upperBound...])
    let quantity = try? Quantity(parsing: time)
    if let quantity, quantity.dimension == nil { throw WhatIfProblem(text: SpanWords.noUnit(time)) }
    guard let quantity, quantity.dimension == .time || quantity.dimension == .steps,
      quantity.value >= 0, quantity.value < 1e12
    else { throw WhatIfProblem(text: "\"\(time)\" is no time · e.g. at 80.1 ms") }
    let steps = quantity.dimension == .time ? quantity.value / dt.value : quantity.value
    return (String(text[..<place.lowerBound]), Tick(Int(steps.rounded())))
  }

  private static func neurons(_ text: String, _ network: NetworkSummary) throws(WhatIfProblem) -> NamedNeurons {
    do throws(SelectionError) {
      return try NamedNeurons(parsing: text, in: network)
    } catch {
      throw WhatIfProblem(text: error.description)
    }
  }

  private static func neuron(_ text: String, _ network: NetworkSummary) throws(WhatIfProblem) -> NeuronPlace {
    try only(try neurons(text, network))
  }

  private static func only(_ named: NamedNeurons) throws(WhatIfProblem) -> NeuronPlace {
    guard named.selection.count == 1 else {
      throw WhatIfProblem(text: "one neuron is wanted, and \(named.text) are more")
    }
    return NeuronPlace(named.selection.population, named.selection.index(at: 0))
  }

  private static func pair(
    _ text: String, _ network: NetworkSummary
  ) throws(WhatIfProblem) -> (NeuronPlace, NeuronPlace) {
    guard let arrow = text.firstRange(of: "->") else {
      throw WhatIfProblem(text: "\"\(text)\" is no synapse · e.g. inh[3] -> exc[17]")
    }
    let source = text[..<arrow.lowerBound].filter { !$0.isWhitespace }
    let target = text[arrow.upperBound...].filter { !$0.isWhitespace }
    return (try neuron(source, network), try neuron(target, network))
  }
}
