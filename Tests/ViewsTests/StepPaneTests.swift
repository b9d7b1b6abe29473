/// A step taken apart, phase by phase, on screens of every size and without colours.
import Basics
import Debugger
import Kernels
import Support
import Terminal
import Testing
import Views
import Workbench

struct StepPaneTests {
  /// A leaky neuron that comes over its threshold.
  private static let report: StepReport = {
    var parameters: [String: ParameterSetting] = [:]
    let own = ["cm": 0.2, "tau_m": 20, "v_rest": -49, "v_reset": -60, "v_thresh": -50, "tau_refrac": 5]
    for field in Catalogue.neuron("IF_curr_exp")?.descriptor.parameters ?? [] {
      switch field.kind {
      case .number(let usual, _, _): parameters[field.name] = .number(own[field.name] ?? usual)
      case .choice(let words): parameters[field.name] = .choice(words[0])
      case .times: break
      }
    }
    return StepReport(
      neuron: NeuronAddress(population: 0, index: 17), name: "exc[17]", model: "IF_curr_exp", tick: Tick(12_345),
      dt: Milliseconds(0.1), parameters: parameters, before: [-50.01, 0.0312, -0.0208, 0, 0],
      charged: [-49.9998, 0.0467, -0.0204, 0, 0], reset: [-60, 0.0467, -0.0204, 5, 0], arrivals: [0.0162, 0],
      current: 0, hasFired: true, isPoked: false, targets: 79, firstArrival: Tick(12_346), lastArrival: Tick(12_365),
      plastic: 81, moved: 1,
      learned: [StepReport.Learned(source: "inh[3]", target: "exc[17]", before: -0.09, after: -0.0912, unit: "nA")])
  }()

  private func state(_ size: Size, phase: Int) -> WorkbenchState {
    var state = Fixture.cuba.state(size)
    state.step = Self.report
    state.phase = phase
    state.tick = Tick(12_345)
    state.views.append(.step)
    state.focus = .step
    state.isZoomed = true
    return state
  }

  @Test(arguments: [0, 2], ScreenTests.sizes)
  func `In braille and true colour, 16 colours, and ASCII without colour`(_ phase: Int, _ size: Size) {
    for (theme, name) in TestThemes.all {
      expectScreen(
        Fixture.cuba.screen(state(size, phase: phase), theme),
        "view.step.\(StepWords.names[phase]).\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test func wordsForScreenReadersNameThePhase() {
    let model = StepPane.model(state(Size(columns: 80, rows: 24), phase: 1), nil)
    let words = StepPane.words(model)
    #expect(words?.filter { $0.isSelected }.map(\.text) == ["fire: v \u{2265} threshold: a spike at 1.2346 s"])
    #expect(words?.count == 5 + 2)
  }
}
