/// `--plot`: which picture of a run, of what, and into which file.
import Basics
import Debugger
import NetworkModel
import Views
import Workbench

/// `raster`, `rates`, `trace:exc[3].v`, `weights:exc->inh`, `histogram:exc.tau_m`, `intervals:exc`, `state:exc[3]`, `phase-plane:exc[3]`,
/// `membrane:exc`, `energy`; what stands behind
/// the colon may be left out, and is then what the workbench would show first.
struct Plot {
  enum Subject: Equatable {
    /// What the workbench selects by itself.
    case usual
    case variable(NeuronAddress, name: String)
    case projection(Int)
    case quantity(population: Int, name: String)
    case population(Int)
    case neuron(NeuronAddress)
  }

  let pane: AnyPane
  let subject: Subject
  /// Nil for text on standard output.
  let file: String?

  init(parsing text: String, into file: String?, _ spec: NetworkSpec) throws(Failure) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let pane = Self.printed.first(where: { Self.name($0) == parts[0] }) else {
      let known = Self.printed.map(Self.name).joined(separator: ", ")
      let guess = Spelling.nearest(to: parts[0], among: Self.printed.map(Self.name))
      throw Self.failure(
        text, "there is no plot \"\(parts[0])\"", guess.map { "did you mean \($0)?" } ?? "one of \(known)")
    }
    self.pane = pane
    self.file = try file.map { path throws(Failure) in try Self.checked(path) }
    subject = parts.count == 1 ? .usual : try Self.subject(parts[1], of: pane, text, spec)
  }

  /// The panes that can be printed without a workbench: an f-I curve is measured there, on demand.
  static let printed = PaneCatalogue.all.filter { $0.printing != nil && $0.descriptor.id != .firing }

  /// As `--plot` calls a pane: by its title, as one word.
  static func name(_ pane: AnyPane) -> String { pane.descriptor.title.lowercased().replacing(" ", with: "-") }

  /// Selects the subject, as a user would.
  func select(in state: inout WorkbenchState) {
    switch subject {
    case .usual: break
    case .variable(let neuron, let name):
      state.select(neuron)
      state.traceVariable = name
    case .projection(let index): state.weights.projection = index
    case .quantity(let population, let name):
      state.select(NeuronAddress(population: population, index: 0))
      state.spreadName = name
    case .neuron(let neuron): state.select(neuron)
    case .population(let population): state.select(NeuronAddress(population: population, index: 0))
    }
  }

  private static func checked(_ path: String) throws(Failure) -> String {
    guard path.hasSuffix(".svg") else {
      throw Failure(.usage, "ganglion: --out \(path): a plot is written as SVG · name a .svg file")
    }
    guard AtomicFile.canWrite(path) else {
      throw Failure(.usage, "ganglion: --out \(path): nothing can be written there · name a file in another folder")
    }
    return path
  }

  static func failure(_ text: String, _ what: String, _ hint: String) -> Failure {
    Failure(.usage, "ganglion: --plot \(text): \(what) · \(hint)")
  }
}
