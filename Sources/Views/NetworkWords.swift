/// Words for parts of a network, the same in every pane.
import Basics
import Charts
import Debugger
import NetworkModel
import Workbench

extension WorkbenchState {
  /// The selected neuron's population; nil while no network is open.
  var selectedPopulation: NetworkSummary.Population? { network?.populations.element(neuron.population) }

  /// What the model of a population says of itself.
  func descriptor(of population: NetworkSummary.Population) -> ModelDescriptor? {
    models.first { $0.id == population.model }
  }

  var selectedDescriptor: ModelDescriptor? { selectedPopulation.flatMap { descriptor(of: $0) } }

  /// `exc[17]`.
  var neuronName: String { selectedPopulation.map { "\($0.name)[\(neuron.index)]" } ?? "" }

  /// The selected neuron's values: the state's own copy, which knows of edits under way, before the snapshot's.
  func values(_ snapshot: Snapshot?) -> NeuronSnapshot? {
    [neuronSnapshot, snapshot?.neuron].compactMap(\.self).first { $0.address == neuron }
  }
}

/// Words for quantities.
enum Words {
  /// With up to `digits` digits that count, in the base unit: `-49 mV`, `0.0162 nA`, `12`.
  static func quantity(_ value: Double, _ dimension: Dimension, digits: Int = 4) -> String {
    withUnit(Digits.significant(value, digits), dimension)
  }

  /// With a fixed number of decimals, for values that change as one looks.
  static func steady(_ value: Double, _ dimension: Dimension) -> String {
    withUnit(Digits.fixed(value, decimals(dimension)), dimension)
  }

  /// Decimals that matter to people for a changing value of this dimension.
  static func decimals(_ dimension: Dimension) -> Int {
    switch dimension {
    case .voltage, .time, .rate, .resistance: 1
    case .steps: 0
    case .none: 2
    case .current, .capacitance, .conductance: 4
    }
  }

  /// A point in time, as fine as the step: `1.234 5 s`.
  static func time(_ time: Milliseconds, dt: Milliseconds) -> String {
    Digits.seconds(milliseconds: time.value, decimals: decimals(ofStep: dt)) + " s"
  }

  /// A span of time: `500 ms`, `2 s`.
  static func span(_ span: Milliseconds) -> String {
    span.value >= 1000
      ? Digits.significant(span.value / 1000) + " s" : Digits.significant(span.value) + " ms"
  }

  /// Digits behind the point of seconds that tell two steps apart, 3…6.
  private static func decimals(ofStep dt: Milliseconds) -> Int {
    var step = dt.value
    var decimals = 3
    while decimals < 6, abs(step - step.rounded()) > 1e-6 {
      step *= 10
      decimals += 1
    }
    return decimals
  }

  private static func withUnit(_ number: String, _ dimension: Dimension) -> String {
    dimension.baseUnit.isEmpty ? number : number + " " + dimension.baseUnit
  }
}
