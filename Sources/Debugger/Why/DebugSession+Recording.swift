/// Running a stretch of the past once more, beside the session, to write down what happened to one neuron.
import Basics
import Simulation

extension DebugSession {
  /// What a neuron did in the steps from `first` to before `end`, or in those of them that can be run again with the
  /// present network: from its beginning, and up to where it is rebuilt. Nil where there are none.
  ///
  /// The session stands where it stood when this returns, and every number in it is the same.
  /// - Precondition: nothing is under way: the session is paused.
  /// - Complexity: that of the steps from the keyframe before them.
  mutating func record(_ neuron: NeuronAddress, _ first: Int, until end: Int) -> NeuronRecording? {
    timeline.reach(tick)
    let delay = simulation.longestDelay(onto: neuron.population)
    guard let start = start(ofRecording: first, delay: delay) else { return nil }
    let end = min(end, nextRebuild)
    guard start.tick.value < end else { return nil }
    let home = keyframe()
    guard place(start) else { return nil }
    defer { _ = place(home) }
    // What is on its way when a network begins at a later tick is known only when it has arrived.
    let first = max(first, start.tick.value)
    var recorder = NeuronRecorder(neuron, from: first, simulation)
    while simulation.tick.value < end {
      recorder.before(simulation)
      simulation.step()
      recorder.after(simulation)
      let position = timeline.position
      repeatCommands()
      if timeline.position != position { recorder.changeModel(simulation) }
    }
    let recording = recorder.finished()
    return recording.steps.isEmpty ? nil : recording
  }

  /// A keyframe of the present network, so early that all spikes are seen that arrive in the first step or later; where
  /// there is none, the first of this network.
  func start(ofRecording first: Int, delay: Int) -> Keyframe? {
    let wanted = max(timeline.earliest.value, first - delay)
    if let keyframe = timeline.keyframe(atOrBefore: Tick(wanted)), keyframe.network == networks.current {
      return keyframe
    }
    var next = timeline.keyframe(after: Tick(wanted))
    while let keyframe = next, keyframe.network != networks.current { next = timeline.keyframe(after: keyframe.tick) }
    return next
  }

  /// The tick after the present one at which the recorded future has another network.
  private var nextRebuild: Int {
    timeline.log.first { $0.tick > tick && $0.isRebuilding }?.tick.value ?? .max
  }
}

extension Simulation {
  /// How long a spike may be under way to a population [steps].
  fileprivate func longestDelay(onto population: Int) -> Int {
    projections.indices.filter { projections[$0].targetPopulation == population }
      .compactMap { delayRange(projection: $0)?.upperBound }.max() ?? 0
  }
}
