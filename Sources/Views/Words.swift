/// Words for quantities and advice, the same in every pane.
import Basics
import Charts
import Debugger
import Workbench
import Terminal

enum Words {
  /// With a fixed number of decimals, for values that change as one looks.
  static func steady(_ value: Double, _ dimension: Dimension) -> String {
    let unit = dimension.baseUnit
    return Digits.fixed(value, decimals(dimension)) + (unit.isEmpty ? "" : " " + unit)
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
      ? NumberText.significant(span.value / 1000) + " s" : NumberText.significant(span.value) + " ms"
  }

  /// `P chooses one of the presets`, with whatever key the command has.
  static func advice(_ command: CommandID, _ words: String) -> String {
    let key = CommandCatalogue.command(command)?.keys.first?.label ?? ":" + command.name
    return "\(key) \(words)"
  }

  static let openSomething = advice("presets", "lists the presets to choose from, a adds a population.")

  /// Digits behind the point of seconds that tell two steps apart, 3…6.
  static func decimals(ofStep dt: Milliseconds) -> Int {
    var step = dt.value
    var decimals = 3
    while decimals < 6, abs(step - step.rounded()) > 1e-6 {
      step *= 10
      decimals += 1
    }
    return decimals
  }
}

extension WorkbenchState {
  /// The selected neuron's values: the state's own copy, which knows of edits under way, before the snapshot's.
  func values(_ snapshot: Snapshot?) -> NeuronSnapshot? {
    [neuronSnapshot, snapshot?.neuron].compactMap(\.self).first { $0.address == neuron }
  }
}
