/// What `--record` keeps while a network runs.
import Basics
import Debugger
import Formats
import NetworkModel
import Simulation
import Workbench

/// Spikes of some neurons, with the time at the end of their step.
struct SpikeRecorder: Recorder {
  private let neurons: NamedNeurons
  private let file: RecordFile
  private var spikes: [(time: Milliseconds, neuron: Int)] = []

  init(_ neurons: NamedNeurons, _ file: RecordFile) {
    self.neurons = neurons
    self.file = file
  }

  mutating func record(_ simulation: borrowing Simulation, _ readout: Readout?) {
    let population = simulation.populations[neurons.population]
    let numbers = population.firstNeuron..<population.firstNeuron + population.size
    for spike in simulation.lastSpikes where numbers.contains(Int(spike)) {
      let index = Int(spike) - population.firstNeuron
      if neurons.isWhole || neurons.selection.contains(index) { spikes.append((simulation.time, index)) }
    }
  }

  func write() throws(Failure) {
    switch file.form {
    case .csv: try file.write(CSVFile.spikes(spikes))
    case .npy:
      let values = spikes.flatMap { [$0.time.value, Double($0.neuron)] }
      try file.write(NPYFile.encode(NPYArray(shape: [spikes.count, 2], values: values)))
    }
  }
}

/// A state variable of some neurons after every step.
struct StateRecorder: Recorder {
  private let population: Int
  private let neurons: [Int]
  private let variable: Int
  private let file: RecordFile
  private var times: [Milliseconds] = []
  /// [times × neurons].
  private var values: [Double] = []

  init(_ neurons: NamedNeurons, variable: Int, _ file: RecordFile) {
    population = neurons.population
    self.neurons = neurons.selection.ranges.flatMap { Array($0) }
    self.variable = variable
    self.file = file
  }

  mutating func record(_ simulation: borrowing Simulation, _ readout: Readout?) {
    times.append(simulation.time)
    for neuron in neurons {
      values.append(simulation.state(population: population, variable: variable, index: neuron))
    }
  }

  func write() throws(Failure) {
    switch file.form {
    case .csv: try file.write(CSVFile.variable(times: times, neurons: neurons, values: values))
    case .npy: try file.write(NPYFile.encode(NPYArray(shape: [times.count, neurons.count], values: values)))
    }
  }
}

/// The network's answers, and the spikes of every layer until each time of the readout.
struct PredictionRecorder: Recorder {
  private let file: RecordFile
  private var at: [Int] = []
  private var layers: [PopulationInfo] = []
  private var rows: [CSVFile.Prediction] = []
  /// Of the sample being shown.
  private var spikes: [Int] = []
  private var predictions: [Int] = []
  private var counts: [Int] = []

  init(_ file: RecordFile) { self.file = file }

  mutating func record(_ simulation: borrowing Simulation, _ readout: Readout?) {
    guard let readout, let shown = simulation.presentation else { return }
    if shown.step == 1 { begin(simulation, readout) }
    count(simulation.lastSpikes)
    guard at.contains(shown.step) else { return }
    predictions.append(readout.vote)
    counts += spikes
    guard shown.step == at.last else { return }
    let labels = simulation.spec.presentation?.dataset.labels ?? []
    rows.append(
      CSVFile.Prediction(
        sample: shown.row, label: labels.indices.contains(shown.row) ? labels[shown.row] : nil,
        predictions: predictions, spikes: counts))
  }

  private mutating func begin(_ simulation: borrowing Simulation, _ readout: Readout) {
    at = readout.at
    layers = simulation.populations.filter { $0.descriptor.kind == .neuron && $0.descriptor.fires }
    spikes = layers.map { _ in 0 }
    predictions = []
    counts = []
  }

  private mutating func count(_ lastSpikes: [UInt32]) {
    for spike in lastSpikes {
      for (layer, info) in layers.enumerated()
      where Int(spike) >= info.firstNeuron && Int(spike) < info.firstNeuron + info.size { spikes[layer] += 1 }
    }
  }

  func write() throws(Failure) {
    try file.write(CSVFile.predictions(rows, at: at, layers: layers.map(\.name)))
  }
}
