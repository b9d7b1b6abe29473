/// The histograms in words: what the distribution is like, and where most of it lies.
import Basics
import Debugger
import Workbench

extension IntervalsPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard model.fires, let statistics = model.intervals?.statistics else { return nil }
    let facts = facts(statistics, window: model.window)
    return [PlainLine("\(model.population), intervals between spikes:", isSelected: true)] + facts.map { PlainLine($0) }
  }
}

extension SpreadPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let name = model.name, let spread = model.spread else { return nil }
    let own = model.own.map {
      PlainLine("of the selected neuron \(NumberText.quantity($0, model.dimension, digits: 3))")
    }
    return [
      PlainLine("\(name) of \(model.population):", isSelected: true), PlainLine(words(spread, model.dimension)),
    ] + (own.map { [$0] } ?? [])
  }
}
