/// `--record`: what is taken down, and into which file.
import Basics
import Debugger
import Foundation
import NetworkModel
import Simulation
import Workbench

/// `exc.spikes=spikes.csv`, `exc[0..9].v=v.npy`, `predictions=answers.csv`, `drive.weights=w.npy`.
struct Recording {
  enum Form { case csv, npy }

  enum Subject {
    case spikes(NamedNeurons)
    /// A state variable, by its position in the model's descriptor.
    case state(NamedNeurons, variable: Int)
    case predictions
    /// The synapses of a projection, by its position, at the end of the run.
    case weights(projection: Int)
  }

  let subject: Subject
  let file: RecordFile

  /// More than this is not kept in memory [bytes].
  private static let mostBytes = 2_000_000_000

  init(parsing text: String, _ plan: HeadlessRun) throws(Failure) {
    guard let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex else {
      throw Self.failure(text, "the file is missing", "write it as exc.spikes=spikes.csv")
    }
    let what = String(text[..<equals])
    file = try RecordFile(path: String(text[text.index(after: equals)...]), text)
    if what.hasSuffix(".weights") {
      subject = try Self.weights(of: String(what.dropLast(".weights".count)), text, plan.spec)
    } else if what == "predictions" {
      subject = try Self.predictions(text, plan.spec, file.form)
    } else {
      subject = try Self.neurons(what, text, plan)
    }
  }

  func recorder() -> any Recorder {
    switch subject {
    case .spikes(let neurons): SpikeRecorder(neurons, file)
    case .state(let neurons, let variable): StateRecorder(neurons, variable: variable, file)
    case .predictions: PredictionRecorder(file)
    case .weights(let projection): WeightsRecorder(projection: projection, file)
    }
  }

  private static func weights(of name: String, _ text: String, _ spec: NetworkSpec) throws(Failure) -> Subject {
    if let index = spec.projections.firstIndex(where: { $0.name == name }) { return .weights(projection: index) }
    let known = spec.projections.map(\.name).joined(separator: ", ")
    throw failure(
      text, "there is no projection \"\(name)\"", known.isEmpty ? "the network has none" : "it has \(known)")
  }

  private static func predictions(_ text: String, _ spec: NetworkSpec, _ form: Form) throws(Failure) -> Subject {
    guard spec.readout != nil, spec.presentation != nil else {
      throw failure(text, "this network answers nothing", "predictions need data and a readout")
    }
    guard form == .csv else { throw failure(text, "predictions are a table", "name a .csv file") }
    return .predictions
  }

  private static func neurons(_ what: String, _ text: String, _ plan: HeadlessRun) throws(Failure) -> Subject {
    let outline = NetworkSummary(outlining: plan.spec)
    let (selection, name) = Assignment.parts(of: what)
    let neurons: NamedNeurons
    do {
      neurons = try NamedNeurons(parsing: selection ?? name, in: outline)
    } catch {
      throw failure(text, "\(error)", "write it as exc.spikes=FILE or 'exc[0..9].v=FILE'")
    }
    if selection != nil, name == "spikes" { return .spikes(neurons) }
    let model = CatalogueModels.named(outline.populations[neurons.population].model)
    guard selection != nil, let variable = model?.state.firstIndex(where: { $0.name == name }) else {
      let known = (["spikes"] + (model?.state.map(\.name) ?? [])).joined(separator: ", ")
      throw failure(text, "there is nothing called \"\(name)\" to record", "it has \(known)")
    }
    let bytes = Double(plan.warmupSteps + plan.steps) * Double(neurons.selection.count) * 8
    if bytes > Double(mostBytes) {
      throw failure(text, "that is \(Int(bytes / 1e6)) MB", "record fewer neurons or a shorter time")
    }
    return .state(neurons, variable: variable)
  }

  static func failure(_ text: String, _ what: String, _ hint: String) -> Failure {
    Failure(.usage, "ganglion: --record \(text): \(what) · \(hint)")
  }
}

/// Where a recording goes; the ending says in which form.
struct RecordFile {
  let path: String
  let form: Recording.Form

  init(path: String, _ text: String) throws(Failure) {
    self.path = path
    if path.hasSuffix(".csv") {
      form = .csv
    } else if path.hasSuffix(".npy") {
      form = .npy
    } else {
      throw Recording.failure(text, "\"\(path)\" is of no known form", "name a .csv or .npy file")
    }
    // Found out now rather than after an hour of simulation.
    guard AtomicFile.canWrite(path) else {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      throw Recording.failure(text, "nothing can be written into \(folder)", "name a file in another folder")
    }
  }

  /// All or nothing: a file that was there before stays until the new one is complete.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(WriteTrouble) {
      try AtomicFile.write(bytes, to: path, shownAs: path)
    } catch {
      throw Failure(.failed, "ganglion: \(error.text)")
    }
  }
}
