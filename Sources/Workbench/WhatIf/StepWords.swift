/// A step taken apart, phase by phase, in formulas, numbers and words.
package import Basics
package import Debugger

package struct StepWords: Sendable, Equatable {
  package struct Phase: Sendable, Equatable {
    package var name: String
    /// What it comes to, in a few words.
    package var summary: String
    /// How, line by line.
    package var lines: [String]
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

  private static func minus(_ text: String) -> String { String(text.map { $0 == "-" ? "\u{2212}" : $0 }) }

  private struct Writer {
    let report: StepReport
    let descriptor: ModelDescriptor?
    let account: StepAccount?

    private func quantity(_ value: Double, _ dimension: Dimension) -> String {
      StepWords.minus(NumberText.quantity(value, dimension, digits: 6))
    }

    private func time(_ tick: Tick) -> String { NumberText.time(tick.time(dt: report.dt)) }

    /// `v ← v_inf + … = −49 + … = −53.05 mV`
    private func text(_ line: StepAccount.Line) -> String {
      let sign = line.before == nil || line.name.hasPrefix("d") && line.name.hasSuffix("/dt") ? "=" : "\u{2190}"
      let numbers = line.numbers == line.formula ? "" : " = \(line.numbers)"
      let slope = line.name.hasSuffix("/dt")
      let result = slope ? " /ms; then \(line.name.dropFirst().dropLast(3)) = " : " = "
      if line.numbers.hasPrefix("held") {
        return "\(line.name) stays \(quantity(line.value, line.dimension)): refractory"
      }
      return "\(line.name) \(sign) \(line.formula)\(numbers)\(result)\(quantity(line.value, line.dimension))"
    }

    /// The first variable, which for every model is v.
    private func change(_ from: [Double], _ to: [Double]) -> String {
      guard let variable = descriptor?.state.first, let before = from.first, let after = to.first else { return "" }
      return "\(variable.name) \(StepWords.number(before)) \u{2192} \(quantity(after, variable.dimension))"
    }

    var charge: Phase {
      guard let account else {
        return Phase(name: "charge", summary: "\(report.model) has no state", lines: ["it fires by a rule of its own"])
      }
      var lines = account.helpers.map(text) + account.charge.map(text)
      if account.substeps > 1 { lines.append("in \(account.substeps) sub-steps; the numbers are those of the first") }
      lines += account.arrivals.filter { $0.before != $0.value }.map { "then what arrives: " + text($0) }
      return Phase(name: "charge", summary: change(report.before, report.charged), lines: lines)
    }

    var fire: Phase {
      guard let account, let threshold = account.threshold, let v = report.charged.first, let descriptor else {
        let words = report.hasFired ? "it spikes" : "no spike"
        return Phase(name: "fire", summary: words, lines: [words])
      }
      let dimension = descriptor.state.first?.dimension ?? .none
      let isAbove = report.parameters["fires"] == .choice("above")
      let formula = descriptor.step?.threshold?.shown ?? ""
      let comparison = "v = \(quantity(v, dimension)) against \(formula) = \(quantity(threshold, dimension))"
      let sign = isAbove ? "above" : "at or above"
      let verdict: String
      if report.isPoked {
        verdict = "it was made to spike, at \(time(Tick(report.tick.value + 1)))"
      } else if report.hasFired {
        verdict = "\(sign) it: a spike at \(time(Tick(report.tick.value + 1)))"
      } else if account.isHeld {
        verdict = "refractory: no spike, whatever v is"
      } else {
        verdict = "\(quantity(threshold - v, dimension)) are missing: no spike"
      }
      return Phase(name: "fire", summary: verdict, lines: [comparison, verdict])
    }

    var reset: Phase {
      guard report.hasFired, let account else {
        return Phase(name: "reset", summary: "no spike, nothing to reset", lines: ["no spike, nothing to reset"])
      }
      var lines = account.reset.map(text)
      if let refractory = account.afterReset["refractory"], refractory > 0 {
        lines.append("refractory for \(quantity(refractory, descriptor?.isDimensionless == true ? .steps : .time))")
      }
      return Phase(name: "reset", summary: change(report.charged, report.reset), lines: lines)
    }

    var deliver: Phase {
      guard report.hasFired else {
        return Phase(name: "deliver", summary: "no spike, nothing to send", lines: ["no spike, nothing to send"])
      }
      let stamp = time(Tick(report.tick.value + 1))
      guard report.targets > 0 else {
        let words = "its spike of \(stamp) goes to nobody"
        return Phase(name: "deliver", summary: words, lines: [words])
      }
      // A spike stamped with the end of the step arrives its delay later.
      let (first, last) = (Tick(report.firstArrival.value + 1), Tick(report.lastArrival.value + 1))
      let when = first == last ? "at \(time(first))" : "from \(time(first)) to \(time(last))"
      let words = "to \(NumberText.count(report.targets, "synapse")), arriving \(when)"
      return Phase(name: "deliver", summary: words, lines: ["the spike of \(stamp) goes \(words)"])
    }

    var learn: Phase {
      guard report.plastic > 0 else {
        let words = "none of its synapses learns"
        return Phase(name: "learn", summary: words, lines: [words])
      }
      let words =
        "\(NumberText.grouped(report.moved)) of its \(NumberText.count(report.plastic, "synapse")) that learn \(report.moved == 1 ? "moves" : "move")"
      let lines = report.learned.map {
        "\($0.source) -> \($0.target)  \(NumberText.significant($0.before, digits: 6)) \u{2192} "
          + "\(NumberText.significant($0.after, digits: 6)) \($0.unit)"
      }
      return Phase(name: "learn", summary: words, lines: [words] + lines)
    }
  }
}
