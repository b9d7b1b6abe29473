/// A step worked out by the formulas of its model, with the numbers of one neuron in them.
package import Basics

package struct StepAccount: Sendable, Equatable {
  /// One formula: what it gives, and how that comes about.
  package struct Line: Sendable, Equatable {
    package var name: String
    package var formula: String
    /// The same with its numbers; empty where they change within the step.
    package var numbers: String
    /// What the variable was; nil for a helper.
    package var before: Double?
    package var value: Double
    package var dimension: Dimension
  }

  package private(set) var helpers: [Line] = []
  package private(set) var charge: [Line] = []
  package private(set) var arrivals: [Line] = []
  package private(set) var threshold: Double?
  package private(set) var reset: [Line] = []
  /// By state variable, after charge and after reset, as the formulas have it.
  package private(set) var charged: [String: Double]
  package private(set) var afterReset: [String: Double]
  /// What functions in the formulas stand for.
  package private(set) var notes: [String] = []
  /// Into how many sub-steps the step is cut.
  package private(set) var substeps = 1
  package private(set) var isHeld = false

  private let report: StepReport
  private let equations: StepEquations
  private let descriptor: ModelDescriptor
  private var numbers: [String: Double] = [:]

  /// Nil for a model without formulas.
  /// - Parameter digits: writes a number.
  package init?(_ report: StepReport, _ descriptor: ModelDescriptor, digits: @escaping (Double) -> String) {
    guard let equations = descriptor.step, report.before.count == descriptor.state.count else { return nil }
    (self.report, self.equations, self.descriptor) = (report, equations, descriptor)
    (charged, afterReset) = ([:], [:])
    for (name, setting) in report.parameters { if case .number(let number) = setting { numbers[name] = number } }
    for (variable, value) in zip(descriptor.state, report.before) { numbers[variable.name] = value }
    isHeld = (numbers["refractory"] ?? 0) > 1e-9
    substeps = max(1, Int((numbers["substeps"] ?? 1).rounded()))
    numbers["dt"] = report.dt.value
    numbers["step"] = report.dt.value / Double(substeps)
    numbers["I"] = report.current
    numbers["s"] = 0
    if report.arrivals.count == 2 {
      (numbers["in_exc"], numbers["in_inh"]) = (report.arrivals[0], report.arrivals[1])
    } else {
      numbers["x"] = report.arrivals.first ?? 0
    }
    chargeNeuron(digits)
    letFire(digits)
    collectNotes()
  }

  // MARK: Charge

  private mutating func chargeNeuron(_ digits: @escaping (Double) -> String) {
    let start = numbers
    for step in 0..<substeps {
      work(out: equations.helpers, digits: step == 0 ? digits : nil)
      let before = numbers
      switch equations.method {
      case .formulas: advance(before)
      case .rungeKutta(let top, let clips): advance(before, top: StepFormula(top), clips: clips)
      }
    }
    for line in equations.charge + equations.decays where holds(line) {
      charge.append(shown(line, start, isSlope: isSlope(line), digits))
    }
    fall(start, digits)
    let moved = numbers
    for line in equations.arrivals where holds(line) {
      let value = line.formula.value { moved[$0] } ?? .nan
      numbers[line.name] = value
      arrivals.append(
        Line(
          name: line.name, formula: line.formula.shown, numbers: line.formula.filled({ moved[$0] }, format: digits),
          before: moved[line.name], value: value, dimension: line.dimension))
    }
    if let left = numbers["refractory"] { numbers["refractory"] = max(0, left - unit) }
    charged = numbers
  }

  /// Steps are counted where there is no time.
  private var unit: Double { descriptor.isDimensionless ? 1 : report.dt.value }

  private func holds(_ line: StepEquations.Line) -> Bool {
    guard let condition = line.condition else { return true }
    return report.parameters[condition.field] == .choice(condition.word)
  }

  private func isSlope(_ line: StepEquations.Line) -> Bool {
    if case .rungeKutta = equations.method { equations.charge.contains(line) } else { false }
  }

  private func stands(_ name: String) -> Bool { isHeld && equations.held.contains(name) }

  private mutating func work(out lines: [StepEquations.Line], digits: ((Double) -> String)?) {
    for line in lines where holds(line) {
      let known = numbers
      let value = line.formula.value { known[$0] } ?? .nan
      numbers[line.name] = value
      guard let digits else { continue }
      helpers.append(
        Line(
          name: line.name, formula: line.formula.shown, numbers: line.formula.filled({ known[$0] }, format: digits),
          before: nil, value: value, dimension: line.dimension))
    }
  }

  private mutating func advance(_ before: [String: Double]) {
    for line in equations.charge where holds(line) && !stands(line.name) {
      numbers[line.name] = line.formula.value { before[$0] } ?? .nan
    }
  }

  /// The classical method for all slopes at once; who has got to the top waits there.
  private mutating func advance(_ before: [String: Double], top: StepFormula, clips: Bool) {
    let length = before["step"] ?? 0
    let limit = top.value { before[$0] } ?? .infinity
    func slopes(_ added: [String: Double], _ share: Double, at time: Double) -> [String: Double] {
      var stage = before
      for (name, slope) in added { stage[name, default: 0] += slope * length * share }
      if clips { stage["v"] = min(stage["v"] ?? 0, limit) }
      stage["s"] = length * time
      for line in equations.helpers where holds(line) { stage[line.name] = line.formula.value { stage[$0] } }
      var found: [String: Double] = [:]
      for line in equations.charge where holds(line) {
        found[line.name] = stands(line.name) ? 0 : line.formula.value { stage[$0] } ?? .nan
      }
      return found
    }
    let first = slopes([:], 0, at: 0)
    let second = slopes(first, 0.5, at: 0.5)
    let third = slopes(second, 0.5, at: 0.5)
    let fourth = slopes(third, 1, at: 1)
    for (name, slope) in first where (before["v"] ?? 0) < limit {
      let middle = (second[name] ?? 0) + (third[name] ?? 0)
      numbers[name, default: 0] += length / 6 * (slope + 2 * middle + (fourth[name] ?? 0))
    }
    for line in equations.decays { numbers[line.name] = line.formula.value { before[$0] } ?? .nan }
  }

  private func shown(
    _ line: StepEquations.Line, _ start: [String: Double], isSlope: Bool, _ digits: (Double) -> String
  ) -> Line {
    // With several sub-steps, and for the formulas of slopes, the numbers are those of the first.
    var known = start
    for helper in helpers { known[helper.name] = helper.value }
    let filled = line.formula.filled({ known[$0] }, format: digits)
    return Line(
      name: isSlope ? "d\(line.name)/dt" : line.name, formula: line.formula.shown,
      numbers: stands(line.name) ? "held: refractory" : filled, before: start[line.name],
      value: numbers[line.name] ?? .nan, dimension: line.dimension)
  }

  /// A threshold that has risen falls back.
  private mutating func fall(_ start: [String: Double], _ digits: (Double) -> String) {
    guard let theta = start["theta"], let tau = start["tau_theta"] else { return }
    let formula = StepFormula(descriptor.isDimensionless ? "theta*exp(-1/tau_theta)" : "theta*exp(-dt/tau_theta)")
    let value = formula.value { start[$0] } ?? theta
    numbers["theta"] = value
    guard theta != 0, tau > 0 else { return }
    charge.append(
      Line(
        name: "theta", formula: formula.shown, numbers: formula.filled({ start[$0] }, format: digits), before: theta,
        value: value, dimension: descriptor.stateVariable("theta")?.dimension ?? .none))
  }

  // MARK: Fire and reset

  private mutating func letFire(_ digits: (Double) -> String) {
    let known = numbers
    threshold = equations.threshold.flatMap { $0.value { known[$0] } }
    afterReset = numbers
    guard report.hasFired else { return }
    for line in equations.reset where holds(line) {
      let value = line.formula.value { known[$0] } ?? .nan
      afterReset[line.name] = value
      reset.append(
        Line(
          name: line.name, formula: line.formula.shown, numbers: line.formula.filled({ known[$0] }, format: digits),
          before: known[line.name], value: value, dimension: line.dimension))
    }
    if let jump = known["theta_plus"], jump != 0, let theta = known["theta"] {
      afterReset["theta"] = theta + jump
    }
    if let time = known["tau_refrac"], known["refractory"] != nil {
      afterReset["refractory"] = (time / unit).rounded() * unit
    }
  }

  private mutating func collectNotes() {
    let texts = (equations.helpers + equations.charge + equations.decays).filter(holds).map(\.formula.text)
    for function in StepFunction.allCases where texts.contains(where: { $0.contains(function.rawValue + "(") }) {
      if let note = function.note { notes.append(note) }
    }
  }
}
