/// Made-up courses of a neuron's variables in the shape of a request.
import Basics
import Debugger

extension Fixture {
  /// Spikes at regular intervals: v and m rise and fall at once, h falls and comes back slowly, n the other way round,
  /// everything else falls off after a spike.
  func states(_ request: ObservationRequest.States, _ whole: ObservationRequest) -> [TraceSnapshot] {
    let period = max(8, request.columns / 6)
    return request.variables.map { name in
      let values = (0..<request.columns).map { course(name, Float($0 % period) / Float(period)) }
      return TraceSnapshot(
        neuron: whole.neuron, variable: name, minima: values, maxima: values,
        spiked: (0..<request.columns).map { $0 % period == period / 2 }, end: Tick(tick).time(dt: network.dt),
        window: whole.window)
    }
  }

  /// - Parameter phase: 0 to 1, the spike in the middle.
  private func course(_ name: String, _ phase: Float) -> Float {
    let after = phase < 0.5 ? phase + 0.5 : phase - 0.5
    let falling = 1 / (1 + 40 * after * after)
    return switch name {
    case "v": after < 0.1 ? 40 - 1000 * after : -75 + 25 * after
    case "m": after < 0.1 ? 0.95 - 8 * after : 0.05 + 0.1 * after
    case "h": 0.5 - 0.45 * falling
    case "n": 0.35 + 0.4 * falling
    default: 0.02 * falling
    }
  }

  /// A round in the plane of two variables, as fine as it is asked for.
  func orbit(_ request: ObservationRequest.Orbit, _ whole: ObservationRequest) -> OrbitSnapshot {
    let phases = (0..<request.points).map { Float($0 % 400) / 400 }
    return OrbitSnapshot(
      neuron: whole.neuron, x: request.x, y: request.y, xs: phases.map { course(request.x, $0) },
      ys: phases.map { course(request.y, $0) }, spiked: phases.map { $0 == 0.5 })
  }
}
