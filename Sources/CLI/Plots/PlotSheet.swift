/// All plots of a run: what has to be kept for them while it runs, and the pictures when it is over.
import Basics
import Charts
import Debugger
import Foundation
import NetworkModel
import Simulation
import Terminal
import Views
import Workbench

struct PlotSheet {
  private let plots: [Plot]
  /// Steps at the end of the run that are shown.
  private let windowSteps: Int
  private let document: String

  /// Of a picture in text: what fits on any terminal.
  private static let textSize = Size(columns: 80, rows: 22)

  /// - Parameter window: as `--window` gives it; nil for all that is kept.
  init(_ plots: [Plot], window: Int?, _ plan: HeadlessRun) throws(Failure) {
    self.plots = plots
    document = plan.document
    let kept = DebugSession.keptSteps
    if let window, !(1...kept).contains(window) {
      let most = NumberText.time(Milliseconds(Double(kept) * plan.spec.dt.value))
      throw Failure(.usage, "ganglion: --window: a plot shows one step at least and \(most) at most, with this dt")
    }
    windowSteps = max(1, min(window ?? plan.steps, plan.steps, kept))
  }

  /// To be called before the first step.
  func prepare(_ session: inout DebugSession) {
    for plot in plots {
      let state = state(for: plot, session)
      let names: [String] =
        switch plot.pane.descriptor.id {
        case .trace: [state.shownVariable?.name].compactMap(\.self)
        case .states: state.movingVariables.map(\.name)
        case .phase: state.selectedModel?.plane.map { [$0.x, $0.y] } ?? []
        default: []
        }
      if !names.isEmpty { session.keep(state.neuron, variables: names) }
    }
  }

  /// Writes those that have a file. - Returns: the others as text.
  func draw(_ session: inout DebugSession) throws(Failure) -> [String] {
    var texts: [String] = []
    for plot in plots {
      if let file = plot.file {
        try write(plot, to: file, &session)
      } else {
        texts.append(text(plot, &session))
      }
    }
    return texts
  }

  private func write(_ plot: Plot, to file: String, _ session: inout DebugSession) throws(Failure) {
    var state = state(for: plot, session)
    guard let printing = plot.pane.printing else { return }
    let snapshot = look(plot.pane, &state, size: printing.size, .braille, &session)
    guard let figure = printing.figure(state, snapshot) else {
      throw Failure(.failed, "ganglion: \(file): this network has nothing to show there")
    }
    do throws(WriteTrouble) {
      try AtomicFile.write(Array(SVGFigure.text(figure).utf8), to: file, shownAs: file)
    } catch {
      throw Failure(.failed, "ganglion: \(error.text)")
    }
  }

  private func text(_ plot: Plot, _ session: inout DebugSession) -> String {
    var state = state(for: plot, session)
    let capabilities = ScreenCapabilities(colors: .none, glyphs: Locale.hasUTF8 ? .braille : .ascii)
    let size = Self.textSize
    let inside = Size(columns: size.columns - 2, rows: size.rows - 2)
    let snapshot = look(plot.pane, &state, size: inside, capabilities.glyphs, &session)
    return plot.pane.picture(state, snapshot, size: size, theme: .standard(capabilities)).lines.joined(separator: "\n")
  }

  /// The workbench as it would be with this network open.
  private func state(for plot: Plot, _ session: borrowing DebugSession) -> WorkbenchState {
    var state = WorkbenchState(size: Self.textSize, models: CatalogueModels.all, presets: [])
    state.expect(document, session.simulation.spec)
    // What it would have the engine do, to run, has been done.
    _ = reduce(&state, .engine(.loaded(session.summary)))
    state.window = Milliseconds(Double(windowSteps) * session.dt.value)
    plot.select(in: &state)
    return state
  }

  private func look(
    _ pane: AnyPane, _ state: inout WorkbenchState, size: Size, _ glyphs: GlyphSet, _ session: inout DebugSession
  ) -> Snapshot {
    var request = ObservationRequest(neuron: state.neuron, window: state.window)
    request.showsClassifier = false
    pane.observe(state, size, glyphs, &request)
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    state.take(snapshot)
    return snapshot
  }
}

extension Locale {
  /// Whether the environment says that text is UTF-8.
  static var hasUTF8: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return ["utf-8", "utf8"].contains { locale.lowercased().hasSuffix($0) }
  }
}
