/// From the values of a network to what is written: one function for each part of a document.
import Basics
import NetworkModel

/// What every part is written with. The keys come in the order in which people read them.
struct EntryWriter {
  let models: [ModelDescriptor]
  let rules: [RuleDescriptor]
  let spec: NetworkSpec
  let files: CompanionFiles

  func model(of population: String) -> ModelDescriptor? {
    guard let model = spec.population(population)?.model else { return nil }
    return models.first { $0.id == model }
  }

  func word(_ value: Double, _ dimension: Dimension) -> Written { .word(QuantityWriter.text(value, dimension)) }

  func time(_ time: Milliseconds) -> Written { word(time.value, .time) }

  /// One value, a distribution, or one value for each.
  func values(_ source: ValueSource, _ dimension: Dimension, as name: String) -> Written {
    func text(_ value: Double) -> String { QuantityWriter.text(value, dimension) }
    switch source {
    case .constant(let value): return word(value, dimension)
    case .uniform(let low, let high): return .word("uniform(\(text(low)), \(text(high)))")
    case .normal(let mean, let deviation, let min, let max):
      var arguments = [text(mean), text(deviation)]
      if let min { arguments.append("min: " + text(min)) }
      if let max { arguments.append("max: " + text(max)) }
      return .word("normal(\(arguments.joined(separator: ", ")))")
    case .lognormal(let mu, let sigma):
      return .word("lognormal(\(QuantityWriter.number(mu)), \(QuantityWriter.number(sigma)))")
    case .values(let values):
      if values.count <= CompanionFiles.longestList { return .list(values.map { word($0, dimension) }) }
      return file(files.add([values.count], values, as: name), dimension)
    }
  }

  /// `{file: x.npy, unit: mV}`.
  func file(_ name: String, _ dimension: Dimension) -> Written {
    let hasUnit = dimension != .none && dimension != .steps
    return .map(
      [Written.Entry("file", .word(name))] + (hasUnit ? [Written.Entry("unit", .word(dimension.baseUnit))] : []))
  }

  /// A population's name where all of it is meant; otherwise with indices. Two of these in an image would be a row and a
  /// column, so that a range is written in two parts there.
  func selection(_ selection: Selection) -> Written {
    guard let population = spec.population(selection.population) else { return .word(selection.text) }
    if selection.ranges == [0...(population.size - 1)] { return .word(selection.population) }
    guard population.shape.count == 2, selection.ranges.count == 2,
      let long = selection.ranges.firstIndex(where: { $0.count > 1 })
    else { return .word(selection.text) }
    var parts = selection.ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
    let range = selection.ranges[long]
    parts[long] = "\(range.lowerBound),\(range.lowerBound + 1)..\(range.upperBound)"
    return .word("\(selection.population)[\(parts.joined(separator: ","))]")
  }
}
