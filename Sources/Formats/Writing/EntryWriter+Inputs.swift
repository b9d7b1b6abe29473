/// `stimuli:`, `data:`, `readout:`, `without:`, `notes:` and `workbench:` as they are written.
import Basics
import NetworkModel

extension EntryWriter {
  func stimulus(_ stimulus: StimulusSpec, number: Int) -> Written {
    let into = Written.Entry("into", selection(stimulus.target))
    let model = model(of: stimulus.target.population)
    let dimension: Dimension = model?.isDimensionless == true ? .none : .current
    switch stimulus.kind {
    case .current(let amplitude, let from, let to):
      return current(into, [Written.Entry("dc", word(amplitude, dimension))], from, to)
    case .waveform(let waveform, let from, let to):
      return current(into, [course(waveform, dimension, number: number)], from, to)
    case .poisson(let rate, let weight, let receptor):
      let entries = [
        Written.Entry("rate", word(rate, .rate)),
        Written.Entry("weight", word(weight, model?.weightDimension ?? .none)),
        Written.Entry("receptor", .word(receptor.rawValue)),
      ]
      return .map([into, Written.Entry("poisson", .map(entries))])
    case .data(let data):
      return .map([
        into, Written.Entry("data", .word(data.dataset)), Written.Entry("encoder", .word(data.encoder.rawValue)),
        Written.Entry("present", word(Double(data.presentSteps), .steps)),
        Written.Entry("between", .word(data.between.rawValue)), Written.Entry("order", .word(data.order.rawValue)),
      ])
    }
  }

  private func current(
    _ into: Written.Entry, _ course: [Written.Entry], _ from: Milliseconds, _ to: Milliseconds?
  ) -> Written {
    var entries = course
    if from.value != 0 { entries.append(Written.Entry("from", time(from))) }
    if let to { entries.append(Written.Entry("to", time(to))) }
    return .map([into, Written.Entry("current", .map(entries))])
  }

  private func course(_ waveform: Waveform, _ dimension: Dimension, number: Int) -> Written.Entry {
    func entry(_ key: String, _ value: Double) -> Written.Entry { Written.Entry(key, word(value, dimension)) }
    switch waveform {
    case .step(let times, let amplitudes):
      let amplitudes = Written.Entry("amplitudes", .list(amplitudes.map { word($0, dimension) }))
      return Written.Entry("step", .map([Written.Entry("times", .list(times.map(time))), amplitudes]))
    case .pulses(let amplitude, let width, let period):
      let times = [Written.Entry("width", time(width)), Written.Entry("period", time(period))]
      return Written.Entry("pulses", .map([entry("amplitude", amplitude)] + times))
    case .sine(let amplitude, let frequency, let phase, let offset):
      var entries = [entry("amplitude", amplitude), Written.Entry("frequency", word(frequency, .rate))]
      if phase != 0 { entries.append(Written.Entry("phase", word(phase, .none))) }
      if offset != 0 { entries.append(entry("offset", offset)) }
      return Written.Entry("sine", .map(entries))
    case .noise(let mean, let deviation, let interval):
      let interval = Written.Entry("interval", time(interval))
      return Written.Entry("noise", .map([entry("mean", mean), entry("deviation", deviation), interval]))
    case .recorded(let values, let interval):
      let file = file(files.add([values.count], values, as: "current\(number + 1)"), dimension)
      return Written.Entry("recorded", .map(file.entries + [Written.Entry("interval", time(interval))]))
    }
  }

  /// A table beside the document: a column for the label, one that says which rows are shown, one for each value.
  func dataset(_ data: Dataset) -> Written {
    let hasLabels = !data.labels.isEmpty
    let shown = Set(data.presentedRows)
    let hasSplit = shown.count < data.sampleCount
    var text = (hasLabels ? "label," : "") + (hasSplit ? "split," : "")
    text += (0..<data.featureCount).map { "p\($0)" }.joined(separator: ",") + "\n"
    for row in 0..<data.sampleCount {
      if hasLabels { text += "\(data.labels[row])," }
      if hasSplit { text += shown.contains(row) ? "test," : "train," }
      let values = data.values[row * data.featureCount..<(row + 1) * data.featureCount]
      text += values.map { QuantityWriter.number(Double($0)) }.joined(separator: ",") + "\n"
    }
    var entries = [Written.Entry("file", .word(files.add(Array(text.utf8), as: data.name + ".csv")))]
    if hasLabels { entries.append(Written.Entry("label", .word("label"))) }
    if hasSplit { entries += [Written.Entry("split", .word("split")), Written.Entry("held_out", .word("test"))] }
    return .map(entries + [Written.Entry("values", .word("p*"))])
  }

  func readout(_ readout: ReadoutSpec) -> Written {
    .map([
      Written.Entry("from", .word(readout.population)), Written.Entry("vote", .word(readout.vote.rawValue)),
      Written.Entry("at", .list(readout.at.map { .word("\($0)") })),
    ])
  }

  func omission(_ omission: WithoutSpec) -> Written {
    func entry(_ key: String, _ neurons: NeuronPlace...) -> Written.Entry {
      Written.Entry(key, .word(neurons.map(\.selection.text).joined(separator: " -> ")))
    }
    return switch omission.part {
    case .neuron(let neuron): .map([entry("neuron", neuron)])
    case .synapse(let source, let target): .map([entry("synapse", source, target)])
    case .spike(let neuron, let time): .map([entry("spike", neuron), Written.Entry("at", self.time(time))])
    case .arrival(let source, let target, let time):
      .map([entry("arrival", source, target), Written.Entry("at", self.time(time))])
    }
  }

  func note(_ note: NoteSpec) -> Written {
    let subject: [Written.Entry] =
      switch note.subject {
      case .network: []
      case .neurons(let selection): [Written.Entry("on", self.selection(selection))]
      case .projection(let name): [Written.Entry("on", .word(name))]
      }
    return .map(subject + [Written.Entry("text", .word(note.text))])
  }

  func workbench(_ hints: WorkbenchHints) -> Written {
    var entries: [Written.Entry] = []
    if let speed = hints.speed {
      entries.append(Written.Entry("speed", .word(speed.isFinite ? QuantityWriter.number(speed) : "max")))
    }
    if let window = hints.window { entries.append(Written.Entry("window", time(window))) }
    if let select = hints.select { entries.append(Written.Entry("select", selection(select))) }
    if let panes = hints.panes { entries.append(Written.Entry("panes", .list(panes.map { .word($0) }))) }
    if let layout = hints.layout { entries.append(Written.Entry("layout", self.layout(layout))) }
    let words = [("raster", hints.raster), ("weights", hints.weights), ("sort", hints.sort), ("filter", hints.filter)]
    for (key, word) in words { if let word { entries.append(Written.Entry(key, .word(word))) } }
    if !hints.breakpoints.isEmpty {
      entries.append(Written.Entry("breakpoints", .list(hints.breakpoints.map(breakpoint))))
    }
    if !hints.bookmarks.isEmpty { entries.append(Written.Entry("bookmarks", .list(hints.bookmarks.map(bookmark)))) }
    return .map(entries)
  }

  /// The condition alone where there is nothing else to say.
  private func breakpoint(_ hint: BreakpointHint) -> Written {
    var entries = [Written.Entry("when", .word(hint.condition))]
    if hint.isOneShot { entries.append(Written.Entry("once", .word("true"))) }
    if hint.ignore > 0 { entries.append(Written.Entry("ignore", .word("\(hint.ignore)"))) }
    if !hint.isOn { entries.append(Written.Entry("on", .word("false"))) }
    if hint.hits > 0 { entries.append(Written.Entry("met", .word("\(hint.hits)"))) }
    return entries.count == 1 ? .word(hint.condition) : .map(entries)
  }

  private func bookmark(_ hint: BookmarkHint) -> Written {
    var entries = [Written.Entry("name", .word(hint.name)), Written.Entry("at", time(hint.time))]
    if !hint.note.isEmpty { entries.append(Written.Entry("note", .word(hint.note))) }
    if !hint.branch.isEmpty { entries.append(Written.Entry("branch", .word(hint.branch))) }
    return .map(entries)
  }

  /// `{columns: [{rows: [raster, trace], shares: [2, 1]}, [weights, membrane], inspector]}`
  private func layout(_ tree: SplitTree<String>) -> Written {
    switch tree {
    case .frame(let panes): return panes.count == 1 ? .word(panes[0]) : .list(panes.map { .word($0) })
    case .split(let axis, let parts):
      var entries = [Written.Entry(axis.rawValue, .list(parts.map { layout($0.tree) }))]
      if parts.contains(where: { $0.share != 1 }) {
        entries.append(Written.Entry("shares", .list(parts.map { .word("\($0.share)") })))
      }
      return .map(entries)
    }
  }
}
