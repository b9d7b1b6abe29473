/// A session that is asked what would be without something of what it has seen, again and again.
import Basics
import Foundation
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct WhatIfTrial: ~Copyable {
  private let spec: NetworkSpec
  private let steps: Int
  private var session: DebugSession
  private var numbers: SeededNumbers
  /// Who spiked at each tick, in the branch in which the session is.
  private var fired: [(tick: Int, neuron: NeuronPlace)] = []
  /// What is left out in it.
  private(set) var without: [WithoutSpec] = []
  /// How many questions made a difference at the end.
  private var changed = 0

  /// How many questions all tests together are to ask: 200 take some minutes.
  static let wanted = ProcessInfo.processInfo.environment["GANGLION_WHAT_IFS"].flatMap { Int($0) } ?? 24

  init(_ spec: NetworkSpec, steps: Int, seed: UInt64) throws {
    // All that can fail comes first: what cannot be copied must not be left half made.
    let fired = try Self.spikes(of: spec, steps: steps)
    session = try DebugSession(spec)
    (self.spec, self.steps, self.fired) = (spec, steps, fired)
    numbers = SeededNumbers(seed: seed)
    _ = session.travel(to: .tick(Tick(steps)))
  }

  private static func spikes(of spec: NetworkSpec, steps: Int) throws -> [(tick: Int, neuron: NeuronPlace)] {
    var simulation = try Simulation(spec)
    var spikes: [(tick: Int, neuron: NeuronPlace)] = []
    for _ in 0..<steps {
      simulation.step()
      for number in simulation.lastSpikes.map(Int.init) {
        guard let info = simulation.populations.last(where: { $0.firstNeuron <= number }) else { continue }
        spikes.append((simulation.tick.value, NeuronPlace(info.name, number - info.firstNeuron)))
      }
    }
    return spikes
  }

  /// Asks a random question, and goes about in the branch that answers it.
  mutating func ask(staysThere: Bool = false) throws {
    let part = try #require(randomPart(), "nobody spikes")
    let before = session.stateHash
    let home = session.timeline.branches[session.timeline.current].number
    let events = session.finish(.whatIf(.without(part)))
    #expect(events.last == .stopped(Tick(steps)) || events.contains(.stopped(Tick(steps))), "\(part.text): \(events)")
    expectNoDifference(events, part)
    var without = spec
    without.without = self.without + [WithoutSpec(part)]
    let fork = part.fork(dt: spec.dt) ?? .zero
    let targets =
      [Int.random(in: 0...fork.value, using: &numbers)]
      + (0..<3).map { _ in Int.random(in: fork.value...steps, using: &numbers) } + [fork.value, steps]
    let straight = try hashes(of: without, at: Set(targets))
    #expect(session.stateHash == straight[steps], "\(part.text)")
    if session.stateHash != before { changed += 1 }
    for target in targets {
      expectNoDifference(session.travel(to: .tick(Tick(target)), slice: 311), part)
      #expect(session.stateHash == straight[target], "\(part.text), at step \(target)")
    }
    if staysThere {
      self.without = without.without
      fired = try Self.spikes(of: without, steps: steps)
      return
    }
    expectNoDifference(session.finish(.switchBranch(home)), part)
    #expect(session.stateHash == before && session.tick == Tick(steps), "back from \(part.text)")
  }

  func expectDifferences() { #expect(changed > 0, "nothing that was left out made a difference") }

  private func expectNoDifference(_ events: [EngineEvent], _ part: WithoutSpec.Part) {
    #expect(events.allSatisfy { if case .diverged = $0 { false } else { true } }, "\(part.text): \(events)")
  }

  private func hashes(of spec: NetworkSpec, at ticks: Set<Int>) throws -> [Int: UInt64] {
    var simulation = try Simulation(spec)
    var hashes: [Int: UInt64] = [:]
    for tick in 0...steps {
      if ticks.contains(tick) { hashes[tick] = simulation.stateHash }
      simulation.step()
    }
    return hashes
  }

  /// A neuron that spiked, its spike, a synapse of it or an arrival from it: each where there is such a thing.
  private mutating func randomPart() -> WithoutSpec.Part? {
    for _ in 0..<1000 {
      guard let spike = fired.randomElement(using: &numbers) else { return nil }
      let time = Milliseconds(Double(spike.tick) * spec.dt.value)
      let part: WithoutSpec.Part
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: part = .spike(spike.neuron, at: time)
      case 1: part = .neuron(spike.neuron)
      case 2:
        guard let target = randomTarget(of: spike.neuron) else { continue }
        part = .synapse(from: spike.neuron, to: target)
      default:
        guard let target = randomTarget(of: spike.neuron) else { continue }
        part = .arrival(from: spike.neuron, to: target, at: time)
      }
      if !without.contains(where: { $0.part == part }) { return part }
    }
    return nil
  }

  private mutating func randomTarget(of neuron: NeuronPlace) -> NeuronPlace? {
    var targets: [NeuronPlace] = []
    for (index, projection) in spec.projections.enumerated() where projection.source.population == neuron.population {
      guard let row = projection.source.position(of: neuron.index) else { continue }
      session.simulation.forEachSynapse(of: index, fromSource: row) { target, _, _ in
        targets.append(NeuronPlace(projection.target.population, projection.target.index(at: target)))
      }
    }
    return targets.randomElement(using: &numbers)
  }
}
