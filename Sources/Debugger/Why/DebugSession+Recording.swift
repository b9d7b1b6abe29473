/// Running a stretch of the past once more, to write down what happened to one neuron.
import Basics
import Simulation

extension DebugSession {
  /// Leaves for the beginning of what has to be recorded.
  /// - Returns: whether it can be run again with the present network.
  mutating func begin(_ question: WhyQuestion, _ neuron: NeuronAddress, _ aim: Inquiry.Aim) -> Bool {
    let now = Inquiry(
      question, home: keyframe(), reach: reachOfNetwork, neuron: neuron, memory: Memory(simulation, neuron),
      delay: simulation.longestDelay(onto: neuron.population), aim)
    now.span = now.memory.span(since: aim.step - lastSpike(of: neuron, before: aim.step))
    return leave(for: now)
  }

  /// - Returns: false, with the session where it stood, where there is nothing to record.
  private mutating func leave(for now: Inquiry) -> Bool {
    let first = max(0, now.aim.step - now.span)
    let end = min(now.aim.end, now.reach.upperBound)
    isAway = true
    mode = .scouting
    guard let start = start(ofRecording: first, delay: now.delay, in: now.reach), start.tick.value < end, place(start)
    else {
      comeHome(to: now.home)
      return false
    }
    // What is on its way when a network begins at a later tick is known only when it has arrived.
    now.recorder = NeuronRecorder(now.neuron, from: max(first, start.tick.value), simulation)
    now.stretch = start.tick.value..<end
    now.walk = nil
    inquiry = now
    return true
  }

  /// Some more steps of it.
  mutating func inquireOn(atMost limit: Int) -> Advance {
    guard let now = inquiry else { return Advance(steps: 0, event: nil) }
    if now.ledger != nil { return writeOn(now, atMost: limit) }
    if now.walk != nil { return walkOn(now, atMost: limit) }
    return recordOn(now, atMost: limit)
  }

  private mutating func recordOn(_ now: Inquiry, atMost limit: Int) -> Advance {
    // Taken out of it meanwhile, so that nothing is copied.
    guard var recorder = now.recorder.take() else { return Advance(steps: 0, event: nil) }
    var done = 0
    while done < limit, tick.value < now.stretch.upperBound {
      recorder.before(simulation)
      simulation.step()
      recorder.after(simulation)
      let position = timeline.position
      repeatCommands()
      if timeline.position != position { recorder.changeModel(simulation) }
      done += 1
    }
    if tick.value < now.stretch.upperBound {
      now.recorder = recorder
      return Advance(steps: done, event: nil)
    }
    return Advance(steps: done, event: judge(recorder.finished(), now))
  }

  /// What has been recorded: whether it shows what is looked for.
  private mutating func judge(_ recording: NeuronRecording, _ now: Inquiry) -> EngineEvent? {
    let step = now.aim.step
    let holds = !recording.steps.isEmpty && recording.first <= step && step < recording.end
    if case .spike(_, _, _, let silence) = now.aim, !holds || !recording[step].fired {
      let first = silence.lowerBound
      now.turn(
        to: .silence(silence), span: now.memory.span(since: first - lastSpike(of: now.neuron, before: first)))
      return leave(for: now) ? nil : .why(now.question, .nothing(Self.wasAnother))
    }
    guard holds,
      let v = simulation.populations[now.neuron.population].descriptor.state.firstIndex(where: { $0.name == "v" })
    else {
      comeHome(to: now.home)
      return .why(now.question, .nothing(Self.wasAnother))
    }
    now.walk = ShareWalk(StepMaps(recording, v: v), at: step)
    return nil
  }

  /// Sums up; where what was before the recording still counts, it has to begin earlier.
  private mutating func walkOn(_ now: Inquiry, atMost limit: Int) -> Advance {
    guard var walk = now.walk.take() else { return Advance(steps: 0, event: nil) }
    let done = walk.advance(atMost: limit)
    guard let shares = walk.shares else {
      now.walk = walk
      return Advance(steps: done, event: nil)
    }
    let isClipped = walk.maps.recording.first > now.aim.step - now.span
    if !shares.isComplete, !isClipped, now.span < Memory.most {
      now.span = min(2 * now.span, Memory.most)
      if leave(for: now) { return Advance(steps: done, event: nil) }
      return Advance(steps: done, event: .why(now.question, .nothing(Self.wasAnother)))
    }
    comeHome(to: now.home)
    let evidence = WhyEvidence(
      now.question, now.aim, walk.maps, shares, lastSpike: lastSpike(of: now.neuron, before: now.aim.step))
    return Advance(steps: done, event: .gathered(evidence))
  }

  /// Back to where the session stands, with every number in it the same.
  mutating func comeHome(to home: Keyframe) {
    inquiry = nil
    _ = place(home)
    isAway = false
    mode = .paused
    look()
  }

  /// Says so, for somebody waits for an answer.
  mutating func giveUpInquiry() {
    guard let inquiry else { return }
    if inquiry.ledger != nil { stopLedger(inquiry) }
    comeHome(to: inquiry.home)
    reports.append(.why(inquiry.question, .givenUp))
  }

  /// A keyframe of the present network, so early that all spikes are seen that arrive in the first step or later; where
  /// there is none, the first of this network.
  /// - Parameter reach: the steps in which it runs.
  func start(ofRecording first: Int, delay: Int, in reach: Range<Int>) -> Keyframe? {
    let wanted = max(reach.lowerBound, first - delay)
    func fits(_ keyframe: Keyframe) -> Bool {
      keyframe.network == networks.current && keyframe.tick.value >= reach.lowerBound
    }
    if let keyframe = timeline.keyframe(atOrBefore: Tick(wanted)), fits(keyframe) { return keyframe }
    var next = timeline.keyframe(after: Tick(wanted))
    while let keyframe = next, !fits(keyframe) { next = timeline.keyframe(after: keyframe.tick) }
    return next
  }

  /// The steps around the present tick in which the present network runs, as far as the log says.
  var reachOfNetwork: Range<Int> {
    let rebuilds = timeline.log.filter(\.isRebuilding).map(\.tick.value)
    let first = max(timeline.earliest.value, rebuilds.last { $0 <= tick.value } ?? 0)
    return first..<max(first, rebuilds.first { $0 > tick.value } ?? .max)
  }
}
