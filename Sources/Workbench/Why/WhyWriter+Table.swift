/// The table of shares, and how things are called in it.
package import Basics
package import Debugger

extension WhyWriter {
  /// What rounds to nothing.
  private static var least: Double { 0.0005 }

  /// What has no spike comes first, then spikes by size; those that are too many are one row.
  func table(_ potential: WhyPotential, rows limit: Int?) -> WhySheet {
    var sheet = WhySheet(headline: "", level: potential.level, unit: unit(potential))
    var sum = 0.0
    var (others, count) = (0.0, 0)
    for share in potential.shares {
      let isTold = limit.map { sheet.rows.count < $0 } ?? true
      if share.cause != .rest, !share.isCausal, !isTold || abs(share.value) < Self.least {
        others += share.value
        count += 1
        continue
      }
      sum += share.value
      sheet.rows.append(row(share.cause, value: share.value, sum: sum, isExact: potential.isExact))
    }
    if count > 0 {
      sum += others
      let label = "\(NumberText.count(count, "smaller share")) together"
      sheet.rows.append(WhySheet.Row(label: label, value: others, sum: sum))
    }
    return sheet
  }

  /// Of the causal set those that came after the spike: they have no share in it, but would have made another one.
  func late(_ fired: WhyFired) -> [WhySheet.Row] {
    let sum = fired.potential.shares.reduce(0) { $0 + $1.value }
    return fired.causes.filter { $0.arrival > fired.potential.tick }.map { arrival in
      var row = row(.arrival(arrival), value: 0, sum: sum)
      row.detail += ", after the spike: would make one"
      return row
    }
  }

  private func row(_ cause: WhyShare.Cause, value: Double, sum: Double, isExact: Bool = true) -> WhySheet.Row {
    var row = WhySheet.Row(label: label(cause, isExact: isExact), value: value, sum: sum)
    if case .arrival(let arrival) = cause {
      row.isCausal = arrival.isCausal
      row.spike = WhySheet.Spike(neuron: arrival.neuron, stamp: arrival.stamp)
      row.detail = detail(arrival)
    }
    return row
  }

  private func label(_ cause: WhyShare.Cause, isExact: Bool) -> String {
    switch cause {
    case .rest: "rest"
    case .drift: isExact ? "its own constant current" : "all that it does by itself"
    case .reset(let tick): "left of the reset at \(time(tick))"
    case .current: "currents from outside"
    case .noise: "noise"
    case .edit(let tick): "set by hand at \(time(tick))"
    case .restart(let tick): tick == .zero ? "left of the start" : "left of the new sample at \(time(tick))"
    case .before(let tick): "left of all before \(time(tick))"
    case .arrival(let arrival): "\(name(arrival.neuron)) fired at \(time(arrival.stamp))"
    case .values(let neuron): "\(name(neuron)) sent values"
    }
  }

  private func detail(_ arrival: WhyArrival) -> String {
    let projection = network.projections[arrival.projection]
    var words = [
      "arrived at \(time(arrival.arrival))", NumberText.quantity(arrival.weight, projection.weightDimension),
    ]
    switch arrival.effect {
    case .some(.none): words.append("without it: the same")
    case .moved(let steps):
      let span = NumberText.quantity(Double(abs(steps)) * network.dt.value, .time)
      words.append("without it: \(span) \(steps > 0 ? "later" : "earlier")")
    case .prevented: words.append("without it: no spike")
    case nil: break
    }
    return words.joined(separator: ", ")
  }

  // MARK: Names

  package func name(_ neuron: NeuronAddress) -> String {
    network.name(of: neuron) ?? ""
  }

  package var dt: Milliseconds { network.dt }

  package func projection(_ place: Int) -> String { network.projections[place].name }

  package func time(_ tick: Tick) -> String { NumberText.time(tick.time(dt: network.dt)) }

  func dimension(_ potential: WhyPotential) -> Dimension {
    model(potential)?.stateVariable("v")?.dimension ?? .voltage
  }

  func unit(_ potential: WhyPotential) -> String { dimension(potential) == .none ? "" : dimension(potential).baseUnit }

  func volts(_ value: Double, _ potential: WhyPotential) -> String {
    NumberText.quantity(value, dimension(potential), digits: 6)
  }
}

extension WhyShare {
  /// Whether it belongs to the causal set.
  fileprivate var isCausal: Bool { if case .arrival(let arrival) = cause { arrival.isCausal } else { false } }
}
