/// Measures one network of the table.
import Basics
import Foundation
import NetworkModel
import Simulation

struct BenchRun {
  let network: BenchNetwork
  var threads = 1
  var runs = 7
  /// Of the network's duration: less for a quick look.
  var part = 1.0

  /// Every run starts from the initial state, so that all do the same. The cost of neurons alone is that of the same
  /// populations and stimuli without any synapse, measured in turn; what the whole takes longer is put down to events.
  /// Where there are several threads, the whole on one thread is measured in turn, too, for a machine that others use
  /// changes from one minute to the next.
  /// - Returns: nil when it was stopped.
  func execute(stop: StopSignal) throws(Failure) -> BenchReport? {
    let spec = network.make()
    let steps = max(1, Milliseconds(network.duration * part).ticks(dt: spec.dt))
    let clock = ContinuousClock()
    let start = clock.now
    guard var whole = try build(spec, stop) else { return nil }
    let buildSeconds = (clock.now - start).seconds
    var bare = spec
    bare.projections = []
    guard var neurons = try build(bare, stop), var single = try build(threads > 1 ? spec : bare, stop, threads: 1)
    else {
      return nil
    }
    // Once unmeasured, for caches and clock rates to settle.
    guard whole.measure(steps: steps, stop: stop) != nil, neurons.measure(steps: steps, stop: stop) != nil else {
      return nil
    }
    var walls = BenchWalls()
    for _ in 0..<runs {
      guard let wall = whole.measure(steps: steps, stop: stop), let bareWall = neurons.measure(steps: steps, stop: stop)
      else { return nil }
      walls.whole.append(wall)
      walls.neurons.append(bareWall)
      if threads == 1 { continue }
      guard let singleWall = single.measure(steps: steps, stop: stop) else { return nil }
      walls.oneThread.append(singleWall)
    }
    return BenchReport(network, whole, walls: walls, steps: steps, buildSeconds: buildSeconds)
  }

  /// - Returns: nil when it was stopped.
  private func build(_ spec: NetworkSpec, _ stop: StopSignal, threads: Int? = nil) throws(Failure) -> Simulation? {
    let flag = stop.flag
    let threads = threads ?? self.threads
    let limit = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    do {
      return try Simulation(spec, options: BuildOptions(threads: threads, memoryLimit: limit)) { _ in !flag.isRaised }
    } catch BuildError.interrupted {
      return nil
    } catch {
      throw Failure(.failed, "ganglion: bench \(network.name): \(error)")
    }
  }
}

/// Wall times of every run [s].
struct BenchWalls {
  var whole: [Double] = []
  /// Of the populations without synapses.
  var neurons: [Double] = []
  /// Of the whole on one thread, beside several; otherwise empty.
  var oneThread: [Double] = []
}

extension Simulation {
  /// Wall time of so many steps from the beginning [s]; nil when it was stopped.
  fileprivate mutating func measure(steps: Int, stop: StopSignal) -> Double? {
    restart()
    let clock = ContinuousClock()
    let start = clock.now
    var done = 0
    while done < steps {
      done += advance(atMost: min(128 - done % 128, steps - done))
      if done % 128 == 0, stop.isRaised { return nil }
    }
    return (clock.now - start).seconds
  }
}
