/// How an f-I curve is measured: a population of equal neurons, each with a current of its own.
import Basics
import NetworkModel
import Simulation

extension FiringCurveRequest {
  /// Currents of the whole range at first: powers of ten and between, both ways from 0.
  private static let scouts: [Double] = {
    let positive = (-20...12).map { Elementary.power10(Double($0) / 4) }
    return positive.reversed().map { -$0 } + [0] + positive
  }()
  /// Where a neuron is taken to fire well, so that the curve goes at least so far [1/s and of all steps].
  private static let lively = (rate: 100.0, ofSteps: 0.5)
  private static let points = 97
  /// Every search for the rheobase cuts its bracket into so many parts.
  private static let parts = 64

  /// - Throws: `interrupted` when it was not wanted any more.
  /// - Complexity: O(steps · 300 neurons): tens of milliseconds at most for a second in steps of 0.1 ms.
  func measure(isWanted: () -> Bool) throws(SessionError) -> FiringCurve {
    let scouted = try rates(at: Self.scouts, isWanted)
    let first = Self.firstFiring(scouted)
    let rheobase = try rheobase(first, isWanted)
    let range = range(scouted, first, rheobase: rheobase)
    let width = range.upperBound - range.lowerBound
    let currents = (0..<Self.points).map { range.lowerBound + width * Double($0) / Double(Self.points - 1) }
    return FiringCurve(
      request: self, currents: currents, rates: try rates(at: currents, isWanted), rheobase: rheobase)
  }

  /// The place of the least scout that fires, nil where none does: looked for from 0 on, for at currents far below it a
  /// model may do what no neuron does.
  private static func firstFiring(_ scouted: [Double]) -> Int? {
    let zero = scouts.count / 2
    guard scouted[zero] > 0 else { return scouted[zero...].firstIndex { $0 > 0 } }
    return (scouted[..<zero].lastIndex { $0 == 0 } ?? -1) + 1
  }

  /// The least current that fires, to a four-thousandth of the distance between two scouts.
  /// - Parameter first: the place of the least scout that does.
  private func rheobase(_ first: Int?, _ isWanted: () -> Bool) throws(SessionError) -> Double? {
    guard let first else { return nil }
    guard first > 0 else { return Self.scouts[0] }
    var (silent, firing) = (Self.scouts[first - 1], Self.scouts[first])
    for _ in 0..<2 {
      let between = (1..<Self.parts).map { silent + (firing - silent) * Double($0) / Double(Self.parts) }
      let next = try rates(at: between, isWanted).firstIndex { $0 > 0 } ?? between.count
      if next > 0 { silent = between[next - 1] }
      if next < between.count { firing = between[next] }
    }
    return firing
  }

  /// From where nothing happens to where the neuron fires well, and to the present drive.
  private func range(_ scouted: [Double], _ first: Int?, rheobase: Double?) -> ClosedRange<Double> {
    let lively = min(Self.lively.rate, Self.lively.ofSteps * 1000 / dt.value)
    let well = first.flatMap { first in scouted[first...].firstIndex { $0 >= lively }.map { Self.scouts[$0] } }
    let least = rheobase ?? 0
    let most = max(well ?? least + 2 * abs(least), least + abs(least), present + abs(present) / 4)
    let low = least > 0 ? min(0, present) : min(least - (most - least) / 4, present)
    return low...max(most, low + 1e-3)
  }

  /// Spikes a second at each of these currents.
  private func rates(at currents: [Double], _ isWanted: () -> Bool) throws(SessionError) -> [Double] {
    var simulation = try Simulation(network(currents))
    var trains = Array(repeating: (first: 0, last: 0, count: 0), count: currents.count)
    for step in 0..<steps {
      // Some thousand neuron steps take less than a millisecond.
      if step % 64 == 0, !isWanted() { throw .interrupted }
      simulation.step()
      if step < steps / 3 { continue }
      for neuron in simulation.lastSpikes.map(Int.init) {
        if trains[neuron].count == 0 { trains[neuron].first = step }
        trains[neuron].last = step
        trains[neuron].count += 1
      }
    }
    return trains.map { $0.count < 2 ? 0 : 1000 * Double($0.count - 1) / (Double($0.last - $0.first) * dt.value) }
  }

  private func network(_ currents: [Double]) -> NetworkSpec {
    var population = PopulationSpec(name: "neuron", shape: [currents.count], model: model)
    for (name, setting) in parameters {
      switch setting {
      case .number(let value): population.parameters[name] = .number(.constant(value))
      case .choice(let word): population.parameters[name] = .choice(word)
      case .times: break
      }
    }
    population.parameters[drive] = .number(.values(currents))
    var spec = NetworkSpec()
    spec.dt = dt
    spec.precision = .double
    spec.populations = [population]
    return spec
  }
}
