/// The spike trains of a population within the window, kept up to date spike by spike.
import Analysis
import Basics

/// Of the neurons that are shown, or of every so many-th of them.
struct TrainWindow {
  let population: Int
  let window: Int
  /// The number of the population's first neuron over the whole network.
  private let firstNeuron: Int
  /// By index in the population: the place of its train, -1 for a neuron that is not looked at.
  private let places: [Int32]
  private var trains: SlidingTrains
  /// The first step that was not given to the trains yet.
  private var nextStep = 0

  /// - Parameters:
  ///   - neurons: the population's, by their numbers over the whole network.
  ///   - stride: every how many-th of those that are shown is looked at.
  ///   - window: in steps.
  init(population: Int, neurons: Range<Int>, _ order: NeuronOrder, stride: Int, window: Int, dt: Milliseconds) {
    self.population = population
    self.window = window
    firstNeuron = neurons.lowerBound
    var places = Array(repeating: Int32(-1), count: neurons.count)
    var count = 0
    for position in Swift.stride(from: 0, to: order.count(of: population), by: stride) {
      places[order.index(at: position, of: population)] = Int32(count)
      count += 1
    }
    self.places = places
    trains = SlidingTrains(neurons: count, window: window, dt: dt)
  }

  /// - Complexity: O(new steps + new spikes), of the window at most.
  mutating func update(_ history: SpikeHistory) {
    let end = history.endStep
    let first = max(nextStep, history.firstStep, end - window)
    if first > nextStep { trains.begin(at: first) }
    history.forEachSpike(inSteps: first..<end) { number, step in
      let index = Int(number) - firstNeuron
      guard places.indices.contains(index), places[index] >= 0 else { return }
      trains.add(Int(places[index]), step: step)
    }
    trains.move(to: end)
    nextStep = end
  }

  func statistics(bins: Int) -> TrainStatistics { trains.statistics(bins: bins) }
}
