/// What `--record projection.weights=FILE` keeps: the synapses as they are when the run ends.
import Formats
import Simulation

/// One row a synapse, by source and then target: pre and post as positions in the selections, weight in base units.
struct WeightsRecorder: Recorder {
  private let projection: Int
  private let file: RecordFile
  /// [synapses × 3].
  private var values: [Double] = []

  init(projection: Int, _ file: RecordFile) {
    self.projection = projection
    self.file = file
  }

  mutating func record(_ simulation: borrowing Simulation, _ readout: Readout?) {}

  mutating func finish(_ simulation: borrowing Simulation) {
    var values: [Double] = []
    values.reserveCapacity(simulation.projections[projection].synapseCount * 3)
    for source in 0..<simulation.projections[projection].sourceCount {
      simulation.forEachSynapse(of: projection, fromSource: source) { target, weight, _ in
        values += [Double(source), Double(target), weight]
      }
    }
    self.values = values
  }

  func write() throws(Failure) {
    switch file.form {
    case .csv: try file.write(CSVFile.weights(values))
    case .npy: try file.write(NPYFile.encode(NPYArray(shape: [values.count / 3, 3], values: values)))
    }
  }
}
