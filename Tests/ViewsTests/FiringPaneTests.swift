/// The f-I curve as it is drawn: points on the line of the formula, what is marked, and what is said without a curve.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct FiringPaneTests {
  private let lif = Fixture.lif.state(Size(columns: 80, rows: 24))

  /// Exactly what the formula says of the defaults: 15 mV to the threshold, 20 MΩ, 20 ms, 0.1 ms of refractory time.
  private func curve(_ state: WorkbenchState, shiftedBy shift: Double = 0) throws -> FiringCurve {
    var known = state
    known.neuronSnapshot = Fixture.lif.neuron(state.neuron)
    let request = try #require(known.firingCurveRequest)
    let currents = (0...40).map { Double($0) / 20 }
    let rates = currents.map { current in
      current > 0.75 ? 1000 / (0.1 + 20 * Elementary.log(20 * current / (20 * current - 15))) + shift : 0
    }
    return FiringCurve(request: request, currents: currents, rates: rates, rheobase: 0.75)
  }

  private func snapshot(_ change: (inout NeuronSnapshot) -> Void = { _ in }) -> Snapshot {
    var snapshot = Snapshot()
    snapshot.neuron = Fixture.lif.neuron(lif.neuron)
    snapshot.neuron.map { neuron in
      var neuron = neuron
      neuron.state = neuron.state.map { _ in 0 }
      change(&neuron)
      snapshot.neuron = neuron
    }
    return snapshot
  }

  @Test func `Points of a neuron that obeys lie on the line`() throws {
    var state = lif
    let accent = TestThemes.trueColor[.accent]
    var covered: [Int] = []
    for shift in [0.0, 40] {
      state.firingCurve = try curve(lif, shiftedBy: shift)
      let canvas = try drawn(.firing, state, snapshot(), columns: 70, rows: 24).canvas
      // A point stands in the place of the line's own cell where both agree; beside it where they do not.
      covered.append(canvas.cells.count { $0.style == accent && $0.scalar >= 0x2800 })
    }
    #expect(covered[0] < covered[1])
  }

  @Test func `Rheobase and present drive are marked and told`() throws {
    var state = lif
    state.firingCurve = try curve(lif)
    let now = snapshot { neuron in
      neuron.current = 1.5
      neuron.rate = 33.4
    }
    let lines = try drawn(.firing, state, now, columns: 70, rows: 24).canvas.lines
    #expect(lines[0].contains("rheobase") && lines[1].contains("now"))
    #expect(lines.joined().contains("rheobase 0.75 nA · now 1.5 nA, 33.4 Hz · ● measured"))
    #expect(lines.joined().contains("Dayan & Abbott 2001, eq. 5.11"))
    let column = try #require(Array(lines[1]).firstIndex(of: "n"))
    #expect(lines.contains { Array($0).count >= column && Array($0)[column - 1] == "▲" })
  }

  @Test func `A neuron that has changed since is told from the one that was measured`() throws {
    var state = lif
    state.neuronSnapshot = Fixture.lif.neuron(lif.neuron)
    state.firingCurve = try curve(lif)
    #expect(try drawn(.firing, state, nil, columns: 70, rows: 24).details.first == "cell[0] · Hz against nA")
    let tau = try #require(state.selectedModel?.parameters.firstIndex { $0.name == "tau_m" })
    state.neuronSnapshot?.parameters[tau] = .number(10)
    let (canvas, details) = try drawn(.firing, state, nil, columns: 90, rows: 24)
    #expect(details.first == "cell[0] · Hz against nA · of other values")
    #expect(canvas.lines.joined().contains("F measures again"))
    // Another drive is another place on the same curve.
    let drive = try #require(state.selectedModel?.parameters.firstIndex { $0.name == "i_offset" })
    state.neuronSnapshot?.parameters[tau] = .number(20)
    state.neuronSnapshot?.parameters[drive] = .number(1.2)
    #expect(try drawn(.firing, state, nil, columns: 70, rows: 24).details.first == "cell[0] · Hz against nA")
  }

  @Test func `Without a curve it says how to get one, or why there is none`() throws {
    var state = lif
    state.firingCurve = nil
    let empty = try drawn(.firing, state, nil, columns: 60, rows: 10).canvas.lines.joined(separator: " ")
    #expect(empty.contains("F measures cell[0]."))
    state.network?.populations[0].model = "SpikeSourcePoisson"
    let source = try drawn(.firing, state, nil, columns: 60, rows: 10).canvas.lines.joined(separator: " ")
    #expect(source.contains("SpikeSourcePoisson takes no current to fire at."))
  }
}
