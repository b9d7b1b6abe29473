/// An answer to "why", in the words and numbers that people read: the same on the screen and without one.
package import Basics
package import Debugger

/// Sentences, and a table of shares whose running sum comes to v.
package struct WhySheet: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package var label: String
    /// What is to be said beside it.
    package var detail = ""
    /// [mV, or the model's own unit]
    package var value: Double
    /// With all rows before it.
    package var sum: Double
    package var isCausal = false
    /// The spike that arrived; nil for what is none.
    package var spike: Spike?
  }

  package struct Spike: Sendable, Equatable {
    package var neuron: NeuronAddress
    package var stamp: Tick
  }

  /// What happened, in one sentence.
  package var headline: String
  /// What there is to say of it.
  package var facts: [String] = []
  package var rows: [Row] = []
  /// The threshold in the table; nil where there is no table.
  package var level: Double?
  package var unit = ""
  /// What stands above values, and above sums.
  package var valueTitle = "share"
  package var sumTitle = "sum"
  /// From where the first row goes; nil where v begins with it.
  package var origin: Double?
  /// With which values are told.
  package var decimals = 3

  /// Rows that are told one by one; what is less is told together.
  package static let usualRows = 16

  /// The title of values, with their unit.
  package var title: String { unit.isEmpty ? valueTitle : "\(valueTitle) \(unit)" }
}

/// Makes sheets of answers about one network.
package struct WhyWriter: Sendable {
  let network: NetworkSummary
  private let models: [String: ModelDescriptor]

  package init(_ network: NetworkSummary, models: [ModelDescriptor]) {
    self.network = network
    self.models = Dictionary(uniqueKeysWithValues: models.map { ($0.id, $0) })
  }

  func model(_ potential: WhyPotential) -> ModelDescriptor? {
    models[network.populations[potential.neuron.population].model]
  }

  /// - Parameter rows: so many shares at most are told one by one; nil for all.
  package func sheet(_ answer: WhyAnswer, rows: Int? = WhySheet.usualRows) -> WhySheet {
    switch answer {
    case .fired(let fired): sheet(fired, rows: rows)
    case .silent(let silent): sheet(silent, rows: rows)
    case .weight(let ledger): sheet(ledger)
    case .nothing(let words), .refused(let words): WhySheet(headline: words)
    case .givenUp: WhySheet(headline: "the question was given up")
    }
  }

  // MARK: Fired

  private func sheet(_ fired: WhyFired, rows: Int?) -> WhySheet {
    let potential = fired.potential
    let name = self.name(potential.neuron)
    let isForced = fired.causal == .forced
    var sheet = table(potential, rows: rows)
    sheet.rows += late(fired)
    sheet.headline =
      "\(name) fired at \(time(potential.tick)): v = \(volts(potential.v, potential)) "
      + (isForced ? "was below" : "reached") + " the threshold of \(volts(potential.level, potential))"
    sheet.facts = [causes(fired)] + honesty(potential)
    return sheet
  }

  private func causes(_ fired: WhyFired) -> String {
    let name = self.name(fired.potential.neuron)
    let span = NumberText.quantity(Double(fired.horizonSteps) * network.dt.value, .time)
    let count = Set(fired.causes.map { "\($0.neuron) \($0.stamp)" }).count
    let spikes = count == 1 ? "this 1 spike" : "these \(count) spikes"
    switch fired.causal {
    case .smallest:
      return "cause *: without \(spikes) it does not fire within \(span), and no fewer would do"
    case .greedy:
      return "cause *: without \(spikes) it does not fire within \(span); found greedily, fewer might do"
    case .firesByItself: return "\(name) fires by itself: with none of its arrivals, too, it fires within \(span)"
    case .forced: return "it was made to fire: its potential had nothing to do with it"
    }
  }

  /// How far the shares can be trusted.
  private func honesty(_ potential: WhyPotential) -> [String] {
    let model = network.populations[potential.neuron.population].model
    let rest = "\(NumberText.significant(potential.residual, digits: 2)) \(unit(potential))"
    if potential.isExact { return ["shares are exact; what is left over is \(rest)"] }
    return [
      "\(model) is not linear: shares are approximate, to first order along its course; "
        + "\"without it\" is exact, by running it again"
    ]
  }

  // MARK: Silent

  private func sheet(_ silent: WhySilent, rows: Int?) -> WhySheet {
    let nearest = silent.nearest
    var sheet = table(nearest, rows: rows)
    let distance = NumberText.quantity(nearest.level - nearest.v, dimension(nearest), digits: 4)
    sheet.headline =
      "\(name(nearest.neuron)) was silent from \(time(silent.from)) to \(time(silent.to)): "
      + "nearest at \(time(nearest.tick)), v = \(volts(nearest.v, nearest)), \(distance) below the threshold"
    var facts: [String] = []
    if let last = silent.lastSpike {
      facts.append("it fired last at \(time(last))")
    }
    if silent.refractorySteps > 0 {
      let share = 100 * Double(silent.refractorySteps) / Double(silent.to.value - silent.from.value)
      facts.append("refractory for \(NumberText.significant(share, digits: 2)) % of the time")
    }
    facts.append(
      "now v = \(volts(silent.v, nearest)), "
        + "\(NumberText.quantity(silent.level - silent.v, dimension(nearest), digits: 4)) below")
    sheet.facts = [facts.joined(separator: ", ")] + wanted(silent) + honesty(nearest)
    return sheet
  }

  private func wanted(_ silent: WhySilent) -> [String] {
    let isDimensionless = dimension(silent.nearest) == .none
    func amount(_ value: Double) -> String {
      isDimensionless ? NumberText.significant(value) + " a step" : NumberText.quantity(value, .current)
    }
    var lines: [String] = []
    if let drive = silent.drive {
      lines.append(
        "to be held at the threshold it takes \(amount(drive.rheobase)); what came was \(amount(drive.mean)) on average"
      )
    }
    var would: [String] = []
    if let current = silent.neededCurrent { would.append("\(amount(current)) more all the time") }
    if let gain = silent.neededGain {
      would.append("excitatory weights \(NumberText.significant(gain)) times as large")
    }
    if !would.isEmpty { lines.append("it would have fired with " + would.joined(separator: ", or with ")) }
    return lines
  }
}
