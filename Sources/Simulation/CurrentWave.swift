/// A waveform as a function of the step.
import Basics
import NetworkModel

/// Nothing is stored between steps, so that any step can be run again.
struct CurrentWave {
  private let waveform: Waveform
  private let dt: Double
  private let random: CounterRNG

  init(_ waveform: Waveform, dt: Milliseconds, random: CounterRNG) {
    self.waveform = waveform
    self.dt = dt.value
    self.random = random
  }

  /// Adds what flows in a step to the currents of these neurons. - Complexity: O(neurons), no allocation.
  /// - Parameter step: since the stimulus began.
  func add(step: Int, to currents: inout [Double], _ ranges: [ClosedRange<Int>]) {
    if case .noise(let mean, let deviation, let interval) = waveform {
      let draw = UInt64(step / max(1, Int(steps(interval).rounded())))
      for range in ranges {
        for neuron in range { currents[neuron] += mean + deviation * normal(draw, UInt64(neuron)) }
      }
      return
    }
    let value = value(step: step)
    for range in ranges {
      for neuron in range { currents[neuron] += value }
    }
  }

  /// What flows into all neurons alike; 0 for noise.
  private func value(step: Int) -> Double {
    switch waveform {
    case .step(let times, let amplitudes):
      let past = times.prefix { $0.ticks(dt: Milliseconds(dt)) <= step }.count
      return past == 0 ? 0 : amplitudes[past - 1]
    case .pulses(let amplitude, let width, let period):
      return isOn(step, width: steps(width), period: steps(period)) ? amplitude : 0
    case .sine(let amplitude, let frequency, let phase, let offset):
      let turns = (Double(step) + 0.5) * dt * frequency / 1000 + phase / 360
      // cos(x − π/2) is sin x; whole turns are taken off first, where they would cost digits.
      return offset + amplitude * Elementary.cosine((turns - turns.rounded() - 0.25) * 2 * .pi)
    case .noise: return 0
    case .recorded(let values, let interval):
      let index = Int((Double(step) / steps(interval) + 1e-9).rounded(.down))
      return index < values.count ? values[index] : 0
    }
  }

  private func steps(_ time: Milliseconds) -> Double { time.value / dt }

  /// Pulses begin and end in the steps to which their times are rounded.
  private func isOn(_ step: Int, width: Double, period: Double) -> Bool {
    let number = ((Double(step) + 0.5) / period).rounded(.down)
    let start = (number * period).rounded()
    return Double(step) >= start && Double(step) < (number * period + width).rounded()
  }

  /// A standard normal number by Box and Muller's method.
  private func normal(_ draw: UInt64, _ neuron: UInt64) -> Double {
    let (radius, angle) = random.uniforms(draw, neuron)
    return (-2 * Elementary.logOnePlus(-radius)).squareRoot() * Elementary.cosine(2 * .pi * angle)
  }
}
