/// The inspector: what is selected can be seen, whatever the height.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct InspectorPaneTests {
  private var state: WorkbenchState {
    var state = Fixture.cuba.state(Size(columns: 120, rows: 36))
    state.focus = .inspector
    return state
  }

  private func snapshot() -> Snapshot {
    Fixture.cuba.snapshot(for: ObservationRequest(neuron: state.neuron, window: state.window), state)
  }

  @Test func `The selected row is in view at every height, and the cursor on it`() throws {
    for rows in 4...40 {
      for row in 0..<15 {
        var state = state
        state.inspector.row = row
        let canvas = try drawn(.inspector, state, snapshot(), columns: 30, rows: rows).canvas
        let name = try #require(state.inspectorRow?.name)
        let line = try #require(canvas.lines.first { $0.hasPrefix("▸") }, "row \(row) at \(rows) rows")
        #expect(line.contains(name))
        #expect(canvas.cursor?.y == canvas.lines.firstIndex(of: line))
      }
    }
  }

  @Test func `Every parameter and variable has its value and unit`() throws {
    let text = try drawn(.inspector, state, snapshot(), columns: 34, rows: 34).canvas.lines
    for words in ["cm 0.2 nF", "tau_m 20 ms", "v_thresh -50 mV", "reset hard", "v -53.1 mV", "synapses 81 in, 79 out"] {
      #expect(text.contains { $0.split(separator: " ").joined(separator: " ").contains(words) }, "\(words)")
    }
  }

  @Test func `An edit that no snapshot shows yet is shown`() throws {
    var state = state
    var values = try #require(snapshot().neuron)
    values.parameters[1] = .number(15)
    state.neuronSnapshot = values
    let text = try drawn(.inspector, state, snapshot(), columns: 34, rows: 34).canvas.lines.joined(separator: "\n")
    #expect(text.contains("tau_m      15 ms"))
  }

  @Test func `The values of another neuron are not shown`() throws {
    var state = state
    state.neuron.index += 1
    let text = try drawn(.inspector, state, snapshot(), columns: 34, rows: 34).canvas.lines.joined(separator: "\n")
    #expect(text.contains("tau_m      –"))
  }

  @Test func `It says whom an edit concerns`() throws {
    var state = state
    #expect(try drawn(.inspector, state, snapshot(), columns: 34, rows: 20).canvas.lines[1] == " edits all of exc")
    state.inspector.scope = .neuron
    #expect(try drawn(.inspector, state, snapshot(), columns: 34, rows: 20).canvas.lines[1] == " edits exc[17] only")
  }

  @Test func `A long value being typed keeps its cursor in view`() throws {
    var state = state
    for length in 0...60 {
      state.inspector.field = TextField(text: String(repeating: "7", count: length))
      let canvas = try drawn(.inspector, state, snapshot(), columns: 30, rows: 20).canvas
      let cursor = try #require(canvas.cursor)
      #expect(cursor.x >= 12 && cursor.x < 30)
    }
  }

  @Test func `The slider's knob is in the middle at the default and moves with the value to an arrow`() throws {
    func knob(_ value: Double) throws -> Int {
      var snapshot = snapshot()
      snapshot.neuron?.parameters[1] = .number(value)
      let lines = try drawn(.inspector, state, snapshot, columns: 40, rows: 34).canvas.lines
      let line = try #require(lines.first { $0.contains("tau_m") })
      return try #require(Array(line).firstIndex { "◂●▸".contains($0) })
    }
    let middle = try knob(20)
    #expect(try knob(200) == middle + 4)
    #expect(try knob(2) == middle - 4)
    #expect(try knob(1e9) == middle + 4)
  }
}
