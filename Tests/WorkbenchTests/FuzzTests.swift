/// A thousand restless users: no order of keys, resizes, snapshots and reports may trap or leave nonsense behind.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing
import Workbench

@Suite struct FuzzTests {
  @Test(arguments: 0..<20)
  func randomScriptsNeverTrap(block: UInt64) {
    for script in 0..<50 {
      var random = SplitMix(seed: block * 50 + UInt64(script))
      var store = Store([nil, Networks.cuba, Networks.digits, Networks.single].randomElement(using: &random) ?? nil)
      for _ in 0..<200 {
        let effects = disturb(&store, &random)
        if let fault = fault(in: store.state) ?? fault(of: effects, store.state) {
          Issue.record("\(fault), with seed \(block * 50 + UInt64(script))")
          return
        }
      }
    }
  }

  private func disturb(_ store: inout Store, _ random: inout SplitMix) -> [Effect] {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<2:
      let size = Size(columns: .random(in: 0...300, using: &random), rows: .random(in: 0...100, using: &random))
      return reduce(&store.state, .resize(size))
    case 2..<8:
      let wild = [0, -53.1, .nan, .infinity, -1e308, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
      store.takeSnapshot { values in
        for index in values.state.indices { values.state[index] = wild.randomElement(using: &random) ?? 0 }
      }
      return []
    case 22..<30: return reduce(&store.state, .mouse(mouse(&random), target(&random)))
    case 8..<10: return reduce(&store.state, .engine(event(&random)))
    case 10..<14: return store.type([.escape]) + store.enter(":" + line(&random))
    case 14..<22: return store.type([[.up, .down, .left, .right, .enter, .tab].randomElement(using: &random) ?? .up])
    default: return store.type([key(&random)])
    }
  }

  private func key(_ random: inout SplitMix) -> Key {
    let special: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function(1), .control("l"), .control("z"), .control("u"), .control("w"), .control("k"), .character("µ"),
      .character("\u{301}"), .character("漢"), .character("\n"), .character("🧠"),
    ]
    if Bool.random(using: &random) { return special.randomElement(using: &random) ?? .enter }
    return .character(Character(Unicode.Scalar(UInt8.random(in: 32...126, using: &random))))
  }

  private func mouse(_ random: inout SplitMix) -> Mouse {
    let point = Point(x: .random(in: 0...130, using: &random), y: .random(in: 0...50, using: &random))
    return Mouse(Mouse.Gesture.allCases.randomElement(using: &random) ?? .press, point)
  }

  /// Also of networks, panes and lists that are gone.
  private func target(_ random: inout SplitMix) -> MouseTarget {
    let pane = PaneID.allCases.randomElement(using: &random) ?? .raster
    let number = Int.random(in: 0...5000, using: &random)
    let neuron = NeuronAddress(population: .random(in: 0...5, using: &random), index: number)
    let targets: [MouseTarget] = [
      .nothing, .outside, .pane(pane), .neuron(neuron, in: pane), .row(number % 40, slider: nil),
      .row(number % 40, slider: number % 100..<number % 100 + 9), .synapse(post: number, pre: 5000 - number),
      .line(number % 20), .command(CommandCatalogue.all.randomElement(using: &random)?.id ?? "help"),
    ]
    return targets.randomElement(using: &random) ?? .nothing
  }

  private func event(_ random: inout SplitMix) -> EngineEvent {
    let tick = Tick(.random(in: 0...1_000_000, using: &random))
    let events: [EngineEvent] = [
      .loaded(Networks.cuba), .loaded(Networks.digits), .loaded(Networks.single), .stopped(tick), .hash(7, at: tick),
      .changed("changed"), .refused("refused"),
    ]
    return events.randomElement(using: &random) ?? events[0]
  }

  private func line(_ random: inout SplitMix) -> String {
    let arguments = [
      "", " ", " 1e308 s", " -1", " 99999999999999999999", " exc.tau_m 1e308 ms", " exc[0..3199].v -1e300",
      " reset none",
      " hidden.bias -0", " inh[", " 0 0", " 5 steps", " max", " trace", " v", " exc->exc", " tau_m=nan", " \u{301}",
    ]
    let name = CommandCatalogue.all.randomElement(using: &random)?.id.name ?? ""
    return name + (arguments.randomElement(using: &random) ?? "")
  }

  /// What is inconsistent; nil when everything that is pointed at exists.
  private func fault(in state: WorkbenchState) -> String? {
    if let network = state.network {
      guard network.populations.indices.contains(state.neuron.population),
        (0..<network.populations[state.neuron.population].size).contains(state.neuron.index)
      else { return "the neuron \(state.neuron) does not exist" }
      let rows = state.inspectorRows.count
      if rows > 0, !(0..<rows).contains(state.inspector.row) { return "no inspector row \(state.inspector.row)" }
      if state.pendingEdits.count > rows { return "more edits than rows" }
      if !state.availablePanes.contains(state.focus) { return "the focus is on \(state.focus)" }
      if let fault = fault(of: state.layout(in: state.size), state) { return fault }
      if !network.projections.isEmpty, state.selectedProjection == nil { return "no projection is shown" }
    }
    if !(5...10_000).contains(state.window.value) { return "the window is \(state.window)" }
    if let field = state.inspector.field, !fits(field) { return "the cursor is outside the field" }
    guard case .prompt(let field, let selected) = state.overlay else {
      return state.completionStem == nil ? nil : "a completion is left over"
    }
    if let selected, !state.completions.indices.contains(selected) { return "no completion \(selected)" }
    return fits(field) ? nil : "the cursor is outside the line"
  }

  /// Every open pane stands somewhere once, and frames fill the screen.
  private func fault(of layout: PaneLayout, _ state: WorkbenchState) -> String? {
    guard PaneLayout.fits(state.size) else { return layout.placements.isEmpty ? nil : "panes on a tiny screen" }
    let cells = layout.placements.reduce(0) { $0 + $1.frame.width * $1.frame.height }
    if cells != state.size.columns * (state.size.rows - 2) { return "frames do not fill the screen" }
    let panes = layout.placements.flatMap(\.tabs)
    if Set(panes).count != panes.count { return "a pane stands twice" }
    if !state.isZoomed, Set(panes) != Set(state.availablePanes) { return "\(panes), \(state.availablePanes) are open" }
    if !layout.placements.contains(where: { $0.pane == state.focus }) { return "the focus is behind others" }
    return nil
  }

  private func fits(_ field: TextField) -> Bool { (0...field.text.count).contains(field.cursor) }

  /// What goes to the engine exists there and is finite.
  private func fault(of effects: [Effect], _ state: WorkbenchState) -> String? {
    for case .engine(let command) in effects {
      switch command {
      case .setParameter(let selection, _, .number(let value)), .setState(let selection, _, let value):
        let size = state.network?.populations.first { $0.name == selection.population }?.size ?? 0
        if !value.isFinite || selection.ranges.contains(where: { $0.upperBound >= size }) { return "\(command)" }
      case .step(let count) where count <= 0: return "\(command)"
      case .runTo(let tick) where tick.value < 0: return "\(command)"
      default: break
      }
    }
    return nil
  }
}
