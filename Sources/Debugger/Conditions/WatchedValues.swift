/// The numbers that conditions ask about: read after every step, with those of the step before.
import Basics
import Simulation

struct WatchedValues {
  private struct Weight {
    let projection: Int
    let post: Int
    let pre: Int
  }

  private struct Parameters {
    let population: Int
    let field: Int
    let neurons: [Int]
    let first: Int
  }

  private var parameters: [Parameters] = []
  /// Each with its place among the values.
  private var readers: [(reader: StateReader, first: Int)] = []
  private var weights: [(weight: Weight, place: Int)] = []
  private(set) var now: [Double] = []
  private(set) var before: [Double] = []
  /// By plastic projection that is asked about: whether a weight of it moved in the present step.
  private(set) var hasMoved: [Int: Bool] = [:]
  private var relatedVariables: [RelatedVariable] = []
  /// Of the pair that a query looks at; nil where that neuron has no such variable, of which then nothing holds.
  private(set) var related: [Double?] = []

  /// Where the values of these neurons will be.
  mutating func add(_ reader: StateReader) -> Range<Int> {
    let places = room(reader.neurons.count)
    readers.append((reader, places.lowerBound))
    return places
  }

  /// Where this parameter of these neurons will be.
  mutating func add(parameter field: Int, population: Int, _ neurons: [Int]) -> Range<Int> {
    let places = room(neurons.count)
    parameters.append(
      Parameters(population: population, field: field, neurons: neurons, first: places.lowerBound))
    return places
  }

  /// Where this weight will be.
  mutating func add(projection: Int, post: Int, pre: Int) -> Range<Int> {
    let places = room(1)
    weights.append((Weight(projection: projection, post: post, pre: pre), places.lowerBound))
    return places
  }

  /// Where a value comes from, if it is a state variable that lies at hand.
  /// - Returns: a reader of it alone.
  func origin(of place: Int, _ simulation: borrowing Simulation) -> StateReader? {
    for (reader, first) in readers where reader.isAtHand && (first..<first + reader.neurons.count).contains(place) {
      return simulation.reader(
        population: reader.population, variable: reader.variable, neurons: [reader.neurons[place - first]])
    }
    return nil
  }

  /// Looks out for changes of a projection's weights.
  mutating func add(projection: Int) { hasMoved[projection] = false }

  /// Where this variable will be, of every pair that is related to a spike.
  mutating func add(_ variable: RelatedVariable) -> Int {
    if let place = relatedVariables.firstIndex(of: variable) { return place }
    relatedVariables.append(variable)
    related.append(nil)
    return related.count - 1
  }

  private mutating func room(_ count: Int) -> Range<Int> {
    let first = now.count
    now += Array(repeating: .nan, count: count)
    before = now
    return first..<first + count
  }

  /// More than these in one step need not be looked at: one that moved is enough.
  private static let mostChanges = 4096

  /// To be called before the first step, and with `false` after the last.
  func listen(_ isOn: Bool, _ simulation: borrowing Simulation) {
    for projection in hasMoved.keys {
      simulation.keepWeightChanges(of: projection, atMost: isOn ? Self.mostChanges : nil)
    }
  }

  /// The same values of another network were these after the step before.
  mutating func goOn(from former: WatchedValues) {
    if former.now.count == now.count { before = former.now }
  }

  /// Reads what hangs on who fired, for a neuron that did and a partner of it.
  mutating func relate(_ pair: SpikePair, _ simulation: borrowing Simulation) {
    for place in relatedVariables.indices { related[place] = relatedVariables[place].value(pair, simulation) }
  }

  /// Reads everything after a step. - Complexity: O(values + synapses of the sources of weights).
  mutating func read(_ simulation: borrowing Simulation) {
    swap(&now, &before)
    read(readers.indices, simulation)
    for list in parameters {
      for (offset, neuron) in list.neurons.enumerated() {
        now[list.first + offset] = simulation.number(
          population: list.population, field: list.field, index: neuron)
      }
    }
    for (weight, place) in weights {
      now[place] = simulation.synapse(of: weight.projection, post: weight.post, pre: weight.pre)?.weight ?? .nan
    }
    for projection in hasMoved.keys {
      hasMoved[projection] = simulation.hasWeightMoved(of: projection)
    }
  }

  /// Reads some state variables alone, where nobody asks what they were before.
  /// - Parameter chosen: of the readers, in the order in which they were added.
  mutating func read(_ chosen: Range<Int>, _ simulation: borrowing Simulation) {
    for number in chosen { simulation.read(readers[number].reader, into: &now, from: readers[number].first) }
  }

  /// How many readers there are, and how many values that are no state variables.
  var readerCount: Int { readers.count }
  var otherCount: Int { parameters.count + weights.count }
}

extension Simulation {
  /// A parameter as a number; of a choice, its place among the words.
  fileprivate func number(population: Int, field: Int, index: Int) -> Double {
    switch parameter(population: population, field: field, index: index) {
    case .number(let value): return value
    case .times(let times): return Double(times.count)
    case .choice(let word):
      guard case .choice(let words) = populations[population].descriptor.parameters[field].kind else { return .nan }
      return words.firstIndex(of: word).map(Double.init) ?? .nan
    }
  }
}
