/// `{list: [[pre, post, weight, delay]]}` and `{file: synapses.csv}` — synapses one by one.
import Basics
import NetworkModel

struct ListedSynapsesReader {
  private let scope: Scope
  private let source: ReadSelection?
  private let target: ReadSelection
  private let receptor: Receptor?

  init(_ scope: Scope, _ source: ReadSelection?, _ target: ReadSelection, _ receptor: Receptor?) {
    self.scope = scope
    self.source = source
    self.target = target
    self.receptor = receptor
  }

  private var dimension: Dimension { target.population.descriptor?.weightDimension ?? .none }

  func list(_ syntax: Syntax) -> [ListedSynapse]? {
    guard case .sequence(let rows) = syntax.kind, !rows.isEmpty else {
      scope.error(at: syntax.location, .expected("a list of [pre, post, weight, delay]", for: "list", found: syntax))
      return nil
    }
    let synapses = rows.compactMap { synapse($0) }
    return synapses.count == rows.count ? synapses : nil
  }

  /// `[[pre, post, weight, delay]]` of synapses that the connector makes: each has one of the two, or both.
  /// - Parameter bounds: between which weights learn, where they do.
  func exceptions(_ syntax: Syntax, within bounds: ClosedRange<Double>?) -> [ListedSynapse] {
    guard case .sequence(let rows) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a list of [pre, post, weight, delay]", for: "except", found: syntax))
      return []
    }
    return rows.compactMap { row in
      guard let synapse = synapse(row) else { return nil }
      if synapse.weight == nil, synapse.delay == nil {
        scope.error(at: row.location, .exceptionWithoutValue)
      } else if let weight = synapse.weight, let bounds, !bounds.contains(weight) {
        scope.error(at: row.location, .outOfRange(weight, bounds, dimension, what: "weight"))
      } else if synapse.delay?.value == 0 {
        scope.error(at: row.location, .exceptionWithinStep(dt: scope.dt.value))
      }
      return synapse
    }
  }

  private func synapse(_ syntax: Syntax) -> ListedSynapse? {
    guard case .sequence(let items) = syntax.kind, (2...4).contains(items.count) else {
      scope.error(at: syntax.location, .badListedSynapse)
      return nil
    }
    let pre = index(items[0], "pre", count: source?.count)
    let post = index(items[1], "post", count: target.count)
    var weight: Double?
    if items.count > 2, !items[2].isNull {
      guard let value = scope.quantity(items[2], dimension, "weight") else { return nil }
      scope.checkSign(of: .constant(value), dimension, receptor, at: items[2].location)
      weight = value
    }
    var delay: Double?
    if items.count > 3 {
      guard let value = scope.quantity(items[3], .time, "delay"),
        scope.checkDelay(.constant(value), at: items[3].location)
      else { return nil }
      delay = value
    }
    guard let pre, let post else { return nil }
    return ListedSynapse(pre: pre, post: post, weight: weight, delay: delay.map { Milliseconds($0) })
  }

  private func index(_ syntax: Syntax, _ what: String, count: Int?) -> Int? {
    scope.integer(syntax, what, in: 0...(count ?? .max) - 1)
  }

  // MARK: Files

  /// A `.csv` table or `.npy` array with two to four columns: pre, post, weight, delay.
  func file(_ syntax: Syntax, _ fields: Fields) -> [ListedSynapse]? {
    let isTable = syntax.text?.lowercased().hasSuffix(".csv") == true
    guard let array = isTable ? table(syntax) : scope.numpyArray(syntax, "file") else { return nil }
    guard array.shape.count == 2, (2...4).contains(array.shape[1]) else {
      scope.error(at: syntax.location, .synapseFileShape(array.shape))
      return nil
    }
    let columns = array.shape[1]
    guard let weightScale = columns < 3 ? 1 : scope.unitScale(fields, dimension, "file", key: "weight_unit"),
      let delayScale = columns < 4 ? 1 : scope.unitScale(fields, .time, "file", key: "delay_unit")
    else { return nil }
    var synapses: [ListedSynapse] = []
    for row in 0..<array.shape[0] {
      let values = array.values[row * columns..<(row + 1) * columns]
      guard let synapse = synapse(Array(values), weightScale, delayScale, row: row, at: syntax.location) else {
        return nil
      }
      synapses.append(synapse)
    }
    return synapses
  }

  private func table(_ syntax: Syntax) -> NPYArray? {
    guard let (bytes, shown) = scope.fileBytes(syntax, "file") else { return nil }
    do {
      return try SynapseTable.read(bytes)
    } catch {
      scope.error(at: SourceLocation(file: shown, line: error.line, column: error.column), .table(error.kind))
      return nil
    }
  }

  private func synapse(
    _ values: [Double], _ weightScale: Double, _ delayScale: Double, row: Int, at place: SourceLocation
  ) -> ListedSynapse? {
    guard let pre = Int(exactly: values[0]), let post = Int(exactly: values[1]), pre >= 0, post >= 0,
      pre < source?.count ?? .max, post < target.count ?? .max
    else {
      scope.error(at: place, .synapseOutside(row: row, pre: values[0], post: values[1]))
      return nil
    }
    let weight = values.count > 2 ? values[2] * weightScale : nil
    let delay = values.count > 3 ? values[3] * delayScale : nil
    if let weight { scope.checkSign(of: .constant(weight), dimension, receptor, at: place) }
    if let delay, !scope.checkDelay(.constant(delay), at: place) { return nil }
    return ListedSynapse(pre: pre, post: post, weight: weight, delay: delay.map { Milliseconds($0) })
  }
}
