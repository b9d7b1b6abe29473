/// An answer to "why", complete, as an object.
import Basics
import Debugger
import Workbench

struct DebugWhy: Encodable {
  struct Share: Encodable {
    let cause: String
    let value: Double
    var neuron: String?
    var projection: String?
    var timeMs: Double?
    var arrivedMs: Double?
    var weight: Double?
    var isCausal: Bool?
    /// Without it the spike moves by so much; nil where it does not come, or where that was not worked out.
    var movedMs: Double?
    var isPrevented: Bool?
  }

  struct Neuron: Encodable {
    let neuron: String
    let value: Double
    let arrivals: Int
  }

  var answer: String
  var neuron: String?
  var timeMs: Double?
  var v: Double?
  var threshold: Double?
  var isExact: Bool?
  var residual: Double?
  var shares: [Share]?
  var byNeuron: [Neuron]?
  /// What is known of the causal set, and its arrivals, those after the spike included.
  var causalSet: String?
  var causes: [Share]?
  var horizonMs: Double?
  var fromMs: Double?
  var toMs: Double?
  var lastSpikeMs: Double?
  var refractorySteps: Int?
  var rheobase: Double?
  var meanDrive: Double?
  var neededCurrent: Double?
  var neededGain: Double?
  var ledger: DebugLedger?

  init(_ answer: WhyAnswer, _ writer: WhyWriter) {
    switch answer {
    case .nothing(let words), .refused(let words): self.answer = words
    case .givenUp: self.answer = "given up"
    case .fired(let fired):
      self.answer = "fired"
      take(fired.potential, writer)
      causalSet = "\(fired.causal)"
      causes = fired.causes.map { cause in
        let share = fired.potential.shares.first { share in
          if case .arrival(let arrival) = share.cause { arrival.isSame(as: cause) } else { false }
        }
        return Share(share?.cause ?? .arrival(cause), value: share?.value ?? 0, writer)
      }
      horizonMs = Double(fired.horizonSteps) * writer.dt.value
    case .weight(let ledger):
      self.answer = "weight"
      self.ledger = DebugLedger(ledger, writer)
    case .silent(let silent):
      self.answer = "silent"
      take(silent.nearest, writer)
      (fromMs, toMs) = (writer.milliseconds(silent.from), writer.milliseconds(silent.to))
      lastSpikeMs = silent.lastSpike.map(writer.milliseconds)
      refractorySteps = silent.refractorySteps
      (rheobase, meanDrive) = (silent.drive?.rheobase, silent.drive?.mean)
      (neededCurrent, neededGain) = (silent.neededCurrent, silent.neededGain)
    }
  }

  private mutating func take(_ potential: WhyPotential, _ writer: WhyWriter) {
    neuron = writer.name(potential.neuron)
    timeMs = writer.milliseconds(potential.tick)
    (v, threshold, residual, isExact) = (potential.v, potential.level, potential.residual, potential.isExact)
    shares = potential.shares.map { Share($0.cause, value: $0.value, writer) }
    byNeuron = potential.byNeuron.map { Neuron(neuron: writer.name($0.neuron), value: $0.value, arrivals: $0.count) }
  }
}

extension DebugWhy.Share {
  init(_ cause: WhyShare.Cause, value: Double, _ writer: WhyWriter) {
    self.value = value
    switch cause {
    case .rest: self.cause = "rest"
    case .drift: self.cause = "drift"
    case .current: self.cause = "current"
    case .noise: self.cause = "noise"
    case .reset(let tick): (self.cause, timeMs) = ("reset", writer.milliseconds(tick))
    case .edit(let tick): (self.cause, timeMs) = ("edit", writer.milliseconds(tick))
    case .restart(let tick): (self.cause, timeMs) = ("start", writer.milliseconds(tick))
    case .before(let tick): (self.cause, timeMs) = ("before", writer.milliseconds(tick))
    case .values(let neuron): (self.cause, self.neuron) = ("values", writer.name(neuron))
    case .arrival(let arrival):
      self.cause = "arrival"
      neuron = writer.name(arrival.neuron)
      projection = writer.projection(arrival.projection)
      (timeMs, arrivedMs) = (writer.milliseconds(arrival.stamp), writer.milliseconds(arrival.arrival))
      (weight, isCausal) = (arrival.weight, arrival.isCausal)
      switch arrival.effect {
      case .some(.none): movedMs = 0
      case .moved(let steps): movedMs = Double(steps) * writer.dt.value
      case .prevented: isPrevented = true
      case nil: break
      }
    }
  }
}

extension WhyWriter {
  func milliseconds(_ tick: Tick) -> Double { tick.time(dt: dt).written.value }
}
