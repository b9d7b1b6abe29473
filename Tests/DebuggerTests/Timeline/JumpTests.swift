/// From any step to any other, in any order, the state is that of a run that went straight.
import Basics
import Debugger
import NetworkModel
import Testing

struct JumpTests {
  private static let stride = 50
  private static let steps = 3000

  /// Parameters, states, spikes, undoing, and another network twice, one time with more and one time with fewer neurons.
  private static func edits(of spec: NetworkSpec, seed: UInt64) -> [Int: [EngineCommand]] {
    var numbers = SeededNumbers(seed: seed)
    var edits: [Int: [EngineCommand]] = [:]
    var number = 0
    func add(_ command: EngineCommand, undoable: Bool = false) {
      let tick = Int.random(in: 0...(steps / stride), using: &numbers) * stride
      number += 1
      edits[tick, default: []] += undoable ? [.remember(number), command] : [command]
      if undoable, tick + stride <= steps { edits[tick + stride, default: []].append(.revert(number)) }
    }
    let name = spec.populations[0].name
    for neuron in 0..<3 {
      add(.setState(Selection(name, neuron: neuron), variable: "v", -52))
      add(.poke(NeuronAddress(population: 0, index: neuron)))
      add(.setParameter(Selection(name, neuron: neuron), name: "v_thresh", .number(-55)), undoable: true)
    }
    add(.setParameter(Selection(all: name, size: spec.populations[0].size), name: "tau_m", .number(15)))
    var larger = spec
    larger.populations.append(PopulationSpec(name: "more", shape: [7], model: "IF_curr_exp"))
    edits[steps / 3 / stride * stride, default: []].append(.rebuild(larger, .plain))
    var back = Lineage.plain
    back.isReturn = true
    edits[steps / 2 / stride * stride, default: []].append(.rebuild(spec, back))
    return edits
  }

  private static let networks = [
    Networks.active(), Networks.conductances(), Networks.learning(), Networks.active(seed: 99),
  ]

  @Test(arguments: networks.indices)
  func everyJumpLandsOnTheStraightRun(_ index: Int) throws {
    let spec = Self.networks[index]
    let edits = Self.edits(of: spec, seed: UInt64(index))
    let straight = try StraightRun(spec, steps: Self.steps, stride: Self.stride, edits: edits)
    var session = try straight.recorded(spec)
    #expect(session.stateHash == straight.hash(at: Self.steps))
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<60 {
      let target = Int.random(in: 0...(Self.steps / Self.stride), using: &numbers) * Self.stride
      let events = session.travel(to: .tick(Tick(target)), slice: Int.random(in: 1...900, using: &numbers))
      #expect(session.tick == Tick(target) && events.contains(.stopped(Tick(target))))
      #expect(events.allSatisfy { if case .diverged = $0 { false } else { true } }, "\(events)")
      #expect(session.stateHash == straight.hash(at: target), "at step \(target)")
    }
    #expect(session.timeline.end == Tick(Self.steps) && session.timeline.branches.count == 1)
    #expect(session.timeline.keyframeCount > 5, "without keyframes this says nothing")
  }

  @Test func stepByStepBackwards() throws {
    let straight = try StraightRun(Networks.active(), steps: 400, stride: 1, edits: [:])
    var session = try straight.recorded(Networks.active())
    for tick in (0..<400).reversed() {
      #expect(session.travel(to: .steps(-1)) == [.stopped(Tick(tick))])
      #expect(session.stateHash == straight.hash(at: tick))
    }
    #expect(session.travel(to: .steps(-1)) == [.stopped(.zero)], "before the beginning there is nothing")
    #expect(session.travel(to: .end) == [.stopped(Tick(400))])
    #expect(session.stateHash == straight.hash(at: 400))
  }

  /// A newer command ends a jump where it is, and what follows is right all the same.
  @Test func aJumpCanBeInterrupted() throws {
    let straight = try StraightRun(Networks.active(), steps: 3000, stride: 1, edits: [:])
    var session = try straight.recorded(Networks.active())
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<60 {
      _ = session.apply(.go(.tick(Tick(Int.random(in: 0...3000, using: &numbers)))))
      _ = session.advance(atMost: Int.random(in: 0...100, using: &numbers))
      #expect(session.stateHash == straight.hash(at: session.tick.value))
    }
    _ = session.apply(.pause)
    #expect(session.mode == .paused && session.timeline.end == Tick(3000))
  }

  /// Who goes back and then changes something at once changes it there, and not where the way there has come.
  @Test func aChangeOnTheWayIsMadeAtTheEndOfTheWay() throws {
    let straight = try StraightRun(Networks.active(), steps: 3000, stride: 1, edits: [:])
    var session = try straight.recorded(Networks.active())
    for target in [2990, 1234, 17] {
      _ = session.apply(.go(.tick(Tick(target))))
      #expect(session.apply(.hash) == [.hash(straight.hash(at: target), at: Tick(target))])
      #expect(session.takeReports().contains(.stopped(Tick(target))))
      let place = Tick(target - 7)
      _ = session.apply(.go(.tick(place)))
      _ = session.apply(.poke(NeuronAddress(population: 0, index: 3)))
      #expect(session.tick == place && session.mode == .paused && session.timeline.log.last?.tick == place)
      _ = session.apply(.switchBranch(0))
    }
  }
}
