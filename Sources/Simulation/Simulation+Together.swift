/// Steps on several threads, and several steps at once.
import Basics
import Dispatch

extension Simulation {
  /// At least one step and at most so many: as many as the threads can do before they have to meet, which are those that
  /// the shortest delay takes. The result is that of single steps; `spikes(back:)` has the spikes of each.
  /// - Precondition: `most` is 1 or more.
  /// - Returns: how many steps were done.
  package mutating func advance(atMost most: Int) -> Int {
    let steps = stepsAtOnce(most)
    guard steps > 1, let team else {
      step()
      recent.begin()
      return 1
    }
    currents.update(tick: tick.value, network: network)
    recent.begin()
    timed(steps: steps) { simulation, _ in simulation.advanceTogether(team, steps: steps) }
    return steps
  }

  /// The neurons that spiked in the last step but `back`, ascending. - Precondition: it is one of the last `advance`.
  package func spikes(back: Int) -> ArraySlice<UInt32> { back == 0 ? lastSpikes[...] : recent.spikes(back: back) }

  private func stepsAtOnce(_ most: Int) -> Int {
    if data != nil || !pokes.isEmpty || choice?.isTogether == false { return 1 }
    return currents.stepsUntilChange(from: tick.value, most: min(most, schedule.stepsAtOnce))
  }

  /// Tells whoever chooses between one and several threads how long it took.
  mutating func timed(steps: Int, _ body: (inout Simulation, _ isTogether: Bool) -> Void) {
    guard var choice else { return body(&self, true) }
    let start = DispatchTime.now().uptimeNanoseconds
    body(&self, choice.isTogether)
    choice.note(DispatchTime.now().uptimeNanoseconds &- start, steps: steps)
    self.choice = choice
  }

  /// One step: all chunks of all populations, then sources, then what goes into rings.
  mutating func advanceTogether(_ team: WorkerTeam) {
    schedule.beginStep()
    synapticEvents &+= team.advance(tick: tick.value, steps: 1)
    finishStep(team, lag: 0)
  }

  private mutating func advanceTogether(_ team: WorkerTeam, steps: Int) {
    schedule.beginStep()
    synapticEvents &+= team.advance(tick: tick.value, steps: steps)
    for step in 0..<steps {
      if step > 0 {
        recent.add(lastSpikes)
        schedule.beginStep()
      }
      finishStep(team, lag: steps - 1 - step)
      gatherSpikes()
      tick.value += 1
    }
  }

  /// What is left of a step when the chunks are done with it and with `lag` more. Sources come as late as this, for no
  /// spike arrives in its own step.
  private mutating func finishStep(_ team: WorkerTeam, lag: Int) {
    let tick = tick.value
    schedule.stages.forEach { stage in
      if stage.neurons != nil { return }
      synapticEvents &+= stage.advance(tick: tick)
      addSpikes(to: stage)
    }
    team.handOverSpikes(lag: lag)
    if !silent.isEmpty { schedule.stages.forEach { silence($0) } }
    synapticEvents &+= team.deliverToRings(tick: tick)
  }
}

/// The spikes of the steps of one `advance`, but for the last; kept, so that a step allocates nothing in the long run.
struct RecentSpikes {
  private var all: [UInt32] = []
  /// Where each step's end, oldest first.
  private var ends: [Int] = []

  mutating func begin() {
    all.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func add(_ spikes: [UInt32]) {
    all.append(contentsOf: spikes)
    ends.append(all.count)
  }

  /// - Parameter back: 1 is the youngest.
  func spikes(back: Int) -> ArraySlice<UInt32> {
    let step = ends.count - back
    return all[(step == 0 ? 0 : ends[step - 1])..<ends[step]]
  }
}
