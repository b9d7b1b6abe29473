/// Plays the samples of a table into an `Input` population, one presentation after another.
import Basics
import Kernels
import NetworkModel

/// Where in the presentation of its data a network is.
package struct PresentationState: Sendable, Equatable {
  /// The row of the data set.
  package let row: Int
  /// How many samples were presented before this one.
  package let presentation: Int
  /// Steps done of this presentation, 0 before the first.
  package let step: Int
}

/// Everything is a function of the step: presentation k takes the steps k·T to (k + 1)·T − 1.
struct DataPlayer {
  private let stimulus: DataStimulus
  private let dataset: Dataset
  private let population: Int
  private let ranges: [ClosedRange<Int>]
  private let size: Int
  private let encoder: BernoulliEncoder
  private let shuffle: CounterRNG
  /// Projections from the input, for analog values.
  private let projections: [Int]
  /// Neurons of the input that send nothing.
  private var silent: Set<Int> = []
  /// What the neurons of the input play now.
  private var values: [Double]
  private var drives: [Int: AnalogDrive] = [:]
  private var row = 0
  private var epochOrder: (epoch: Int, rows: [Int])?

  init(
    _ stimulus: DataStimulus, target: Selection, dataset: Dataset, network: Network, seed: UInt64
  ) throws(BuildError) {
    guard let population = network.populations.firstIndex(where: { $0.info.name == target.population }) else {
      throw .unknownPopulation(target.population, in: "the data stimulus")
    }
    self.stimulus = stimulus
    self.dataset = dataset
    self.population = population
    ranges = target.ranges
    size = network.populations[population].info.size
    encoder = BernoulliEncoder(random: CounterRNG(seed: seed, stream: "data/\(dataset.name)/encoder"))
    shuffle = CounterRNG(seed: seed, stream: "data/\(dataset.name)/order")
    projections = network.projections.indices.filter { network.projections[$0].info.sourcePopulation == population }
    values = Array(repeating: 0, count: size)
    if stimulus.encoder == .current {
      for index in projections {
        let table = network.projections[index].synapses
        if table.shortestDelay != table.longestDelay {
          throw .mixedDelaysOnInput(projection: network.projections[index].info.name)
        }
      }
    }
    row = presentedRow(0)
    show(row)
  }

  func isAnalog(population: Int) -> Bool { population == self.population && stimulus.encoder == .current }

  func value(population: Int, index: Int) -> Double { population == self.population ? values[index] : 0 }

  /// Between two steps the step just done still counts, so that the end of a presentation can be looked at.
  func presentation(tick: Int) -> PresentationState {
    if tick == 0 { return PresentationState(row: presentedRow(0), presentation: 0, step: 0) }
    let presentation = (tick - 1) / stimulus.presentSteps
    return PresentationState(
      row: presentedRow(presentation), presentation: presentation, step: (tick - 1) % stimulus.presentSteps + 1)
  }

  /// Whether this step begins a presentation for which the network is reset.
  func isReset(beforeStep tick: Int) -> Bool {
    tick > 0 && tick % stimulus.presentSteps == 0 && stimulus.between == .reset
  }

  /// Before step `tick`: at the start of a presentation, resets the network and takes up the next sample.
  /// - Returns: whether the network was reset.
  mutating func begin(tick: Int, network: Network) -> Bool {
    guard tick % stimulus.presentSteps == 0 else { return false }
    let isReset = isReset(beforeStep: tick)
    if isReset {
      for case .neurons(let neurons) in network.populations.map(\.body) { neurons.restoreInitial() }
    }
    orderEpoch(of: tick / stimulus.presentSteps)
    row = presentedRow(tick / stimulus.presentSteps)
    show(row)
    if stimulus.encoder == .current { makeDrives(network) }
    return isReset
  }

  /// - Parameter neurons: of any population.
  mutating func silence(_ neurons: [NeuronIndex]) {
    silent = Set(neurons.filter { $0.population == population }.map(\.index))
  }

  mutating func restart() {
    drives = [:]
    row = presentedRow(0)
    show(row)
  }

  /// As it was after `tick` steps: all of it follows from the step.
  mutating func resume(tick: Int, network: Network) {
    let presentation = max(0, tick - 1) / stimulus.presentSteps
    orderEpoch(of: presentation)
    row = presentedRow(presentation)
    show(row)
    drives = [:]
    if stimulus.encoder == .current, tick > 0 { makeDrives(network) }
  }

  /// Spikes of the input in step `tick`, where it is encoded in spikes.
  func emit(population: Int, tick: Int, into spikes: SpikeList) {
    guard population == self.population, stimulus.encoder == .poisson else { return }
    encoder.emit(values, tick: tick, into: spikes)
  }

  /// The analog input that a projection carries in step `tick`.
  func deliver(projection: Int, tick: Int) { drives[projection]?.deliver(tick: tick) }

  private mutating func show(_ row: Int) {
    var feature = row * dataset.featureCount
    for range in ranges {
      for neuron in range {
        values[neuron] = Double(dataset.values[feature])
        feature += 1
      }
    }
  }

  private mutating func makeDrives(_ network: Network) {
    for index in projections {
      drives[index] = network.projections[index].synapses.drive { silent.contains($0) ? 0 : values[$0] }
    }
  }

  private func presentedRow(_ presentation: Int) -> Int {
    let rows = dataset.presentedRows
    let epoch = presentation / rows.count
    if stimulus.order == .file { return rows[presentation % rows.count] }
    let order = epochOrder?.epoch == epoch ? epochOrder?.rows : nil
    return (order ?? shuffled(epoch: epoch))[presentation % rows.count]
  }

  /// Keeps the order of the present pass over the data, so that it is drawn once.
  private mutating func orderEpoch(of presentation: Int) {
    let epoch = presentation / dataset.presentedRows.count
    guard stimulus.order == .shuffled, epochOrder?.epoch != epoch else { return }
    epochOrder = (epoch, shuffled(epoch: epoch))
  }

  /// Fisher and Yates, with the epoch as the counter's upper half.
  private func shuffled(epoch: Int) -> [Int] {
    var rows = dataset.presentedRows
    for last in stride(from: rows.count - 1, to: 0, by: -1) {
      rows.swapAt(last, Int(shuffle.uniform(UInt64(epoch), UInt64(last)) * Double(last + 1)))
    }
    return rows
  }
}
