/// A step taken apart, phase by phase, in formulas, numbers and words.
package import Basics
package import Debugger

package struct StepWords: Sendable, Equatable {
  package struct Phase: Sendable, Equatable {
    package var name: String
    /// What it comes to, in a few words.
    package var summary: String
    /// Of what it moves: before → after, number below number.
    package var changes: [StepChange] = []
    /// How that comes about.
    package var formulas: [StepFormulaText] = []
    package var remarks: [String] = []

    /// All of it, line by line.
    package var lines: [String] {
      let all = StepChange.aligned(changes) + formulas.map(\.text) + remarks
      return all.isEmpty ? [summary] : all
    }
  }

  /// `exc[17]  80 → 80.1 ms`
  package let title: String
  /// Charge, fire, reset, deliver, learn.
  package let phases: [Phase]
  package let notes: [String]

  package static let names = ["charge", "fire", "reset", "deliver", "learn"]

  /// - Parameter models: of the catalogue.
  package init(_ report: StepReport, models: [ModelDescriptor]) {
    let descriptor = models.first { $0.id == report.model }
    let account = descriptor.flatMap { StepAccount(report, $0) { Self.number($0) } }
    let end = Tick(report.tick.value + 1)
    title =
      "\(report.name)  \(report.model)  \(NumberText.time(report.tick.time(dt: report.dt))) \u{2192} "
      + NumberText.time(end.time(dt: report.dt))
    notes = account?.notes ?? []
    let writer = Writer(report: report, descriptor: descriptor, account: account)
    phases = [writer.charge, writer.fire, writer.reset, writer.deliver, writer.learn]
  }

  /// With the minus sign of formulas.
  static func number(_ value: Double) -> String { minus(NumberText.significant(value, digits: 5)) }

  static func minus(_ text: String) -> String { String(text.map { $0 == "-" ? "\u{2212}" : $0 }) }

  private struct Writer {
    let report: StepReport
    let descriptor: ModelDescriptor?
    let account: StepAccount?

    private func quantity(_ value: Double, _ dimension: Dimension) -> String {
      StepWords.minus(NumberText.quantity(value, dimension, digits: 6))
    }

    private func time(_ tick: Tick) -> String { NumberText.time(tick.time(dt: report.dt)) }

    /// `v ← v_inf + …`, `= −49 + …`, `= −53.05 mV`
    private func text(_ line: StepAccount.Line, _ opening: String = "") -> StepFormulaText {
      let result = quantity(line.value, line.dimension)
      if line.numbers.hasPrefix("held") {
        return StepFormulaText(parts: ["\(opening)\(line.name) stays \(result): refractory"])
      }
      let isSlope = line.name.hasPrefix("d") && line.name.hasSuffix("/dt")
      let sign = line.before == nil || isSlope ? "=" : "\u{2190}"
      var parts = ["\(opening)\(line.name) \(sign) \(line.formula)"]
      let isTold = line.numbers == line.formula || line.numbers == StepWords.number(line.value)
      if !isTold || isSlope { parts.append("= \(line.numbers)" + (isSlope ? " /ms" : "")) }
      parts.append(isSlope ? "then \(line.name.dropFirst().dropLast(3)) = \(result)" : "= \(result)")
      return StepFormulaText(parts: parts)
    }

    /// Of every variable; refractory time and a threshold that rises only where there is something of them.
    private func changes(_ from: [Double], _ to: [Double], movedOnly: Bool) -> [StepChange] {
      guard let descriptor, from.count == to.count else { return [] }
      return descriptor.state.indices.compactMap { index in
        let variable = descriptor.state[index]
        let isQuiet = from[index] == 0 && to[index] == 0 && ["refractory", "theta"].contains(variable.name)
        if isQuiet || movedOnly && from[index] == to[index] { return nil }
        let isCounted = variable.dimension == .time && descriptor.isDimensionless
        return StepChange(
          name: variable.name, before: from[index], after: to[index],
          unit: isCounted ? "steps" : variable.dimension.baseUnit)
      }
    }

    var charge: Phase {
      guard let account else {
        return Phase(
          name: "charge", summary: "\(report.model) has no state", remarks: ["it fires by a rule of its own"])
      }
      var formulas = account.helpers.map { text($0) } + account.charge.map { text($0) }
      formulas += account.arrivals.filter { $0.before != $0.value }.map { text($0, "then what arrives: ") }
      let changes = changes(report.before, report.charged, movedOnly: false)
      return Phase(
        name: "charge", summary: changes.first?.text ?? "", changes: changes, formulas: formulas,
        remarks: account.substeps > 1 ? ["in \(account.substeps) sub-steps; the numbers are those of the first"] : [])
    }

    var fire: Phase {
      guard let account, let threshold = account.threshold, let v = report.charged.first, let descriptor else {
        let words = report.hasFired ? "it spikes" : "no spike"
        return Phase(name: "fire", summary: words)
      }
      let dimension = descriptor.state.first?.dimension ?? .none
      let isAbove = report.parameters["fires"] == .choice("above")
      let formula = descriptor.step?.threshold?.shown ?? ""
      let comparison = "v = \(quantity(v, dimension)) against \(formula) = \(quantity(threshold, dimension))"
      let sign = isAbove ? ">" : "\u{2265}"
      let verdict: String
      if report.isPoked {
        verdict = "it was made to spike, at \(time(Tick(report.tick.value + 1)))"
      } else if report.hasFired {
        verdict = "v \(sign) threshold: a spike at \(time(Tick(report.tick.value + 1)))"
      } else if account.isHeld {
        verdict = "refractory: no spike, whatever v is"
      } else {
        verdict = "v is \(quantity(threshold - v, dimension)) below the threshold: no spike"
      }
      return Phase(name: "fire", summary: verdict, remarks: [comparison, verdict])
    }

    var reset: Phase {
      guard report.hasFired, let account else { return Phase(name: "reset", summary: "no spike, nothing to reset") }
      let changes = changes(report.charged, report.reset, movedOnly: true)
      var phase = Phase(
        name: "reset", summary: changes.first { $0.name != "refractory" }?.text ?? "v stays as it is", changes: changes,
        formulas: account.reset.map { text($0) })
      if let refractory = account.afterReset["refractory"], refractory > 0 {
        let span = quantity(refractory, descriptor?.isDimensionless == true ? .steps : .time)
        phase.summary += ", refractory for \(span)"
      }
      return phase
    }

    var deliver: Phase {
      guard report.hasFired else {
        return Phase(name: "deliver", summary: "no spike, nothing to send")
      }
      let stamp = time(Tick(report.tick.value + 1))
      guard report.targets > 0 else {
        return Phase(name: "deliver", summary: "its spike of \(stamp) goes to nobody")
      }
      // A spike stamped with the end of the step arrives its delay later.
      let (first, last) = (Tick(report.firstArrival.value + 1), Tick(report.lastArrival.value + 1))
      let when = first == last ? "at \(time(first))" : "from \(time(first)) to \(time(last))"
      let words = "to \(NumberText.count(report.targets, "synapse")), arriving \(when)"
      return Phase(
        name: "deliver", summary: words, remarks: ["the spike bears the time \(stamp), and arrives its delay later"])
    }

    var learn: Phase {
      guard report.plastic > 0 else {
        return Phase(name: "learn", summary: "none of its synapses learns")
      }
      let words =
        "\(NumberText.grouped(report.moved)) of its \(NumberText.count(report.plastic, "synapse")) that learn \(report.moved == 1 ? "moves" : "move")"
      let changes = report.learned.map {
        StepChange(name: "\($0.source) -> \($0.target)", before: $0.before, after: $0.after, unit: $0.unit)
      }
      return Phase(name: "learn", summary: words, changes: changes, remarks: [words])
    }
  }
}
