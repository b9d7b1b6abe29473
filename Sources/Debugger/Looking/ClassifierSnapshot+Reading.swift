/// Reads the sample that is shown and the answer to it.
import NetworkModel
import Simulation

extension ClassifierSnapshot {
  /// A snapshot of nothing, to be written into.
  static var empty: Self {
    ClassifierSnapshot(
      row: -1, presentation: 0, sampleCount: 0, picture: [], pictureColumns: 1, label: nil, votes: [], vote: 0, step: 0,
      presentSteps: 1, readAt: [], read: [], correct: [])
  }

  mutating func write(_ simulation: borrowing Simulation, shown: PresentationState, readout: Readout) {
    guard let (stimulus, target, dataset) = simulation.spec.presentation else { return }
    row = shown.row
    presentation = shown.presentation
    sampleCount = dataset.presentedRows.count
    label = dataset.labels.indices.contains(shown.row) ? dataset.labels[shown.row] : nil
    picture.removeAll(keepingCapacity: true)
    picture.append(contentsOf: dataset.values[row * dataset.featureCount..<(row + 1) * dataset.featureCount])
    pictureColumns = Self.columns(simulation, target: target, features: dataset.featureCount)
    votes.refill(from: readout.votes)
    vote = readout.vote
    step = shown.step
    presentSteps = stimulus.presentSteps
    readAt = readout.at
    read.refill(from: readout.read)
    correct.refill(from: readout.correct)
  }

  /// As the input population is shaped, where the sample fills it; otherwise in one row.
  private static func columns(_ simulation: borrowing Simulation, target: Selection, features: Int) -> Int {
    guard let index = simulation.populationIndex(target.population) else { return features }
    let info = simulation.populations[index]
    return info.shape.count == 2 && info.size == features ? info.shape[1] : max(1, features)
  }
}
