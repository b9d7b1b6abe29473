/// The spike trains of a population within the window, kept up to date spike by spike.
import Analysis
import Basics

struct TrainWindow {
  private let neurons: Range<Int>
  private let stride: Int
  private let window: Int
  private var trains: SlidingTrains
  /// The first step that was not given to the trains yet.
  private var nextStep = 0

  /// - Parameters:
  ///   - neurons: the population's, by their numbers over the whole network.
  ///   - stride: every how many-th of them is looked at.
  ///   - window: in steps.
  init(_ neurons: Range<Int>, stride: Int, window: Int, dt: Milliseconds) {
    self.neurons = neurons
    self.stride = stride
    self.window = window
    trains = SlidingTrains(neurons: (neurons.count + stride - 1) / stride, window: window, dt: dt)
  }

  func fits(_ neurons: Range<Int>, stride: Int, window: Int) -> Bool {
    self.neurons == neurons && self.stride == stride && self.window == window
  }

  /// - Complexity: O(new steps + new spikes), of the window at most.
  mutating func update(_ history: SpikeHistory) {
    let end = history.endStep
    let first = max(nextStep, history.firstStep, end - window)
    if first > nextStep { trains.begin(at: first) }
    history.forEachSpike(inSteps: first..<end) { number, step in
      guard neurons.contains(Int(number)) else { return }
      let (neuron, rest) = (Int(number) - neurons.lowerBound).quotientAndRemainder(dividingBy: stride)
      if rest == 0 { trains.add(neuron, step: step) }
    }
    trains.move(to: end)
    nextStep = end
  }

  func statistics(bins: Int) -> TrainStatistics { trains.statistics(bins: bins) }
}
