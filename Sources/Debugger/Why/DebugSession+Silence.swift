/// Answering why a neuron stayed silent.
import Basics
import Simulation

extension DebugSession {
  /// Since when it is silent at a time, as far as the window that is shown reaches.
  func silenceStart(before tick: Tick, _ neuron: NeuronAddress) -> Tick {
    let first = max(0, tick.value - request.windowSteps(dt: dt))
    return Tick(max(first, lastSpike(of: neuron, before: tick.value) + 1))
  }

  mutating func silence(of neuron: NeuronAddress, from: Tick, to: Tick) -> WhyAnswer {
    guard from < to, from >= .zero, to <= max(tick, timeline.end) else {
      return .nothing("a time that has been is wanted, from an earlier to a later one")
    }
    // What counts in the first step of it may count where v was nearest to the threshold.
    guard let known = potential(neuron, step: from.value, until: to.value) else {
      return .nothing("the network was another one then · go there and ask again")
    }
    let recording = known.maps.recording
    if let fired = (from.value..<min(to.value, recording.end)).first(where: { recording[$0].fired }) {
      let time = ChangeWords.number(Tick(fired + 1).time(dt: dt).value)
      return .nothing("it fired at \(time) ms, so it was not silent · ask why it fired then")
    }
    let course = SilentCourse(known.maps, from.value..<min(to.value, recording.end))
    var maps = known.maps
    let shares = Shares(&maps, at: course.nearest)
    let last = (recording.first..<from.value).last { recording[$0].fired } ?? lastSpike(of: neuron, before: from.value)
    return .silent(
      WhySilent(
        from: from, to: Tick(course.steps.upperBound), lastSpike: last < 0 ? nil : Tick(last + 1),
        nearest: WhyPotential(shares, recording), v: course.final.v, level: course.final.level,
        refractorySteps: course.heldSteps, drive: course.drive, neededCurrent: course.neededCurrent,
        neededGain: course.neededGain))
  }
}
