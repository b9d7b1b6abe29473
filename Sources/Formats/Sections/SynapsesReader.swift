/// One projection from one selection onto one other: who is connected, how strongly, how late.
import Basics
import NetworkModel

struct SynapsesReader {
  private let scope: Scope
  private let fields: Fields
  /// Nil where `from` is faulty.
  private let source: ReadSelection?
  private let target: ReadSelection

  init(_ scope: Scope, _ fields: Fields, source: ReadSelection?, target: ReadSelection) {
    self.scope = scope
    self.fields = fields
    self.source = source
    self.target = target
  }

  /// Nil after complaints. Goes on after the first, so that all of a projection's mistakes are told.
  func read(name: String?) -> (spec: ProjectionSpec, delayPlace: SourceLocation)? {
    let receptor = fields["receptor"].map { scope.choice($0, "receptor") ?? Receptor?.none } ?? .excitatory
    let connection = fields.required("connect", example: "connect: all_to_all").flatMap { syntax in
      ConnectorReader(scope, source: source, target: target, receptor: receptor).read(syntax)
    }
    let allowSelf = self.allowSelf(connection)
    let count = synapseCount(connection?.connector, allowSelf: allowSelf)
    let weight = self.weight(connection?.connector, receptor: receptor, count: count)
    let delay = self.delay(connection?.connector, count: count)
    let plasticity = self.plasticity(connection?.connector, receptor: receptor, weight: weight)
    let exceptions =
      fields["except"].map {
        ListedSynapsesReader(scope, source, target, receptor).exceptions($0, within: plasticity?.weights)
      } ?? []
    if let connection, let source, !allowSelf { checkSelf(connection, source) }
    guard let from = source?.selection, let to = target.selection, let receptor, let connection, let weight, let delay,
      target.population.descriptor != nil, plasticity != nil || !fields.has("plasticity")
    else { return nil }
    var spec = ProjectionSpec(
      name: name ?? ProjectionSpec.usualName(from: from.population, to: to.population), from: from, to: to,
      connector: connection.connector,
      receptor: receptor, weight: weight, delay: delay, allowSelf: allowSelf, plasticity: plasticity,
      location: fields.place(of: "connect"))
    spec.exceptions = exceptions
    return (spec, fields["delay"]?.location ?? fields.location)
  }

  private func allowSelf(_ connection: ReadConnector?) -> Bool {
    if connection?.allowSelf != nil, fields.has("allow_self") {
      scope.error(at: fields.place(of: "allow_self"), .duplicateKey("allow_self"))
    }
    return connection?.allowSelf ?? fields["allow_self"].flatMap { scope.boolean($0, "allow_self") } ?? true
  }

  /// A list says itself who is connected; the others must find enough partners without the neuron itself.
  private func checkSelf(_ connection: ReadConnector, _ source: ReadSelection) {
    switch connection.connector {
    case .list: scope.error(at: fields.place(of: "allow_self"), .allowSelfHasNoMeaning)
    case .fixedNumberPre, .fixedNumberPost, .fixedTotalNumber:
      guard source.population.name == target.population.name, let pre = source.count, let post = target.count else {
        return
      }
      connection.checkDraws(pre: pre, post: post, withoutSelf: true, scope)
    default: break
    }
  }

  /// How many synapses there will be where a list of values has an order that its author can know: by source, then
  /// target. Nil for every other connector.
  private func synapseCount(_ connector: Connector?, allowSelf: Bool) -> Int? {
    guard let connector, let pre = source?.count, let post = target.count else { return nil }
    let isRecurrent = source?.population.name == target.population.name
    switch connector {
    case .allToAll where allowSelf || !isRecurrent: return product(pre, post)
    case .oneToOne where allowSelf || !isRecurrent: return pre
    default: return nil
    }
  }

  /// Nil where it is more than an `Int` holds; such a network is refused for its memory.
  private func product(_ a: Int, _ b: Int) -> Int? {
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    return overflows ? nil : product
  }

  // MARK: Weight

  /// Weights onto a source do nothing but learn, and have no dimension.
  private var weightDimension: Dimension? {
    guard let model = target.population.descriptor else { return nil }
    return model.weightDimension ?? (fields.has("plasticity") ? Dimension.none : nil)
  }

  private func plasticity(_ connector: Connector?, receptor: Receptor?, weight: ValueSource?) -> PlasticitySpec? {
    guard let syntax = fields["plasticity"], let dimension = weightDimension else { return nil }
    let reader = PlasticityReader(scope: scope, dimension: dimension, receptor: receptor)
    let spec = reader.read(syntax)
    let place = fields[fields.has("weight") ? "weight" : "connect"]?.location ?? fields.location
    if let spec { reader.check(weight, connector, within: spec.weights, at: place) }
    return spec
  }

  private func weight(_ connector: Connector?, receptor: Receptor?, count: Int?) -> ValueSource? {
    guard let dimension = weightDimension else { return .constant(0) }
    if case .matrix = connector {
      if fields.has("weight") { scope.error(at: fields.place(of: "weight"), .weightWithMatrix) }
      return .constant(1)
    }
    if case .list(let synapses) = connector, synapses.allSatisfy({ $0.weight != nil }), !fields.has("weight") {
      return .constant(1)
    }
    // A faulty connector may have weights and delays of its own: whether they are missing cannot be said.
    if connector == nil, fields.has("connect"), !fields.has("weight") { return nil }
    let example = "weight: " + Complaint.quantity(receptor == .inhibitory ? -0.1 : 0.1, dimension)
    guard let syntax = fields.required("weight", example: example),
      let source = scope.valueSource(syntax, dimension, "weight", count: count)
    else { return nil }
    scope.checkSign(of: source, dimension, receptor, at: syntax.location)
    return source
  }

  // MARK: Delay

  private func delay(_ connector: Connector?, count: Int?) -> ValueSource? {
    if case .list(let synapses) = connector, synapses.allSatisfy({ $0.delay != nil }), !fields.has("delay") {
      return .constant(scope.dt.value)
    }
    if connector == nil, fields.has("connect"), !fields.has("delay") { return nil }
    guard let syntax = fields.required("delay", example: "delay: 1 ms"),
      let source = scope.valueSource(syntax, .time, "delay", count: count)
    else { return nil }
    if source.single == 0 { return source }
    return scope.checkDelay(source, at: syntax.location) ? source : nil
  }
}
