/// How a session shows the selected neuron's variables: as a scope does, side by side, and one against another.
import Basics
import Simulation

extension ObservationRequest {
  /// The names of the variables that have to be recorded.
  var tracedVariables: Set<String> {
    var names = Set(states?.variables ?? [])
    if let trace { names.insert(trace.variable) }
    if let orbit { names.formUnion([orbit.x, orbit.y]) }
    return names
  }
}

extension DebugSession {
  /// - Complexity: O(steps of the window) for each variable that is shown.
  mutating func writeTraces(_ snapshot: inout Snapshot, windowSteps: Int) {
    writeTrace(&snapshot.trace, windowSteps: windowSteps)
    writeStates(&snapshot.states, windowSteps: windowSteps)
    writeOrbit(&snapshot.orbit, windowSteps: windowSteps)
  }

  private func track(_ name: String, _ probe: NeuronProbe) -> Track? {
    simulation.populations[probe.address.population].descriptor.state.firstIndex { $0.name == name }
      .flatMap(probe.track)
  }

  private mutating func writeTrace(_ place: inout TraceSnapshot?, windowSteps: Int) {
    guard let wanted = request.trace, let probe = history.probe, let track = track(wanted.variable, probe) else {
      return place = nil
    }
    var next = place.take() ?? .empty
    var window = WindowColumns(steps: windowSteps, columns: wanted.columns)
    next.sweep = .free
    if let trigger = wanted.trigger {
      let lead = windowSteps / 5
      let step = history.triggerStep(trigger, tail: windowSteps - lead, variable: track.variable)
      next.sweep = sweep(step, trigger, windowSteps: windowSteps, lead: lead)
      // The trigger's own value stands at the end of its step.
      if case .triggered = next.sweep, let step {
        window = WindowColumns(steps: windowSteps, columns: wanted.columns, origin: step + 1 - lead)
      }
    }
    write(track, probe, into: &next, window)
    if next.sweep == .waiting { next.clear() }
    next.variable = wanted.variable
    next.readings = wanted.cursors.map { reading(track, before: $0, end: next.end) }
    place = next
  }

  /// What becomes of a picture with a trigger: it stays where the newest is, ends now, or waits.
  private func sweep(
    _ step: Int?, _ trigger: ObservationRequest.Trigger, windowSteps: Int, lead: Int
  ) -> TraceSnapshot.Sweep {
    guard let step else { return trigger.isAutomatic ? .free : .waiting }
    let age = tick.value - (step + 1 - lead + windowSteps)
    if trigger.isAutomatic, age > windowSteps { return .free }
    return .triggered(at: Tick(step + 1).time(dt: dt))
  }

  private func write(_ track: Track, _ probe: NeuronProbe, into trace: inout TraceSnapshot, _ window: WindowColumns) {
    let isStill = if case .triggered = trace.sweep { true } else { false }
    let last = isStill ? window.columns - 1 : window.last(tick: tick.value)
    trace.neuron = probe.address
    trace.end = Milliseconds(window.end(ofColumn: last) * dt.value)
    trace.window = request.window
    probe.write(track, into: &trace, window: window, last: last)
  }

  /// What a cursor so long before the right edge reads: the value of the nearest step.
  private func reading(_ track: Track, before age: Milliseconds, end: Milliseconds) -> TraceSnapshot.Reading {
    let steps = ((end.value - age.value) / dt.value).rounded()
    let step = steps.isFinite && abs(steps) < 1e15 ? Int(steps) : 0
    return TraceSnapshot.Reading(time: Tick(step).time(dt: dt), value: Double(track[step - 1]))
  }

  private func writeStates(_ places: inout [TraceSnapshot], windowSteps: Int) {
    guard let wanted = request.states, let probe = history.probe else { return places.removeAll() }
    let window = WindowColumns(steps: windowSteps, columns: wanted.columns)
    let shown = wanted.variables.compactMap { name in track(name, probe).map { (name, $0) } }
    if places.count > shown.count { places.removeLast(places.count - shown.count) }
    for (index, (name, track)) in shown.enumerated() {
      if index == places.count { places.append(.empty) }
      places[index].variable = name
      write(track, probe, into: &places[index], window)
    }
  }

  private func writeOrbit(_ place: inout OrbitSnapshot?, windowSteps: Int) {
    guard let wanted = request.orbit, let probe = history.probe, let x = track(wanted.x, probe),
      let y = track(wanted.y, probe)
    else { return place = nil }
    var next = place.take() ?? OrbitSnapshot(neuron: probe.address, x: "", y: "", xs: [], ys: [], spiked: [])
    next.begin(probe.address, x: wanted.x, y: wanted.y)
    let first = max(tick.value - windowSteps, x.firstStep, y.firstStep)
    let stride = max(1, (windowSteps + wanted.points - 1) / wanted.points)
    var before = first
    for step in first..<max(first, tick.value) where step % stride == 0 || step == tick.value - 1 {
      next.xs.append(x[step])
      next.ys.append(y[step])
      next.spiked.append(probe.spiked(in: before..<step + 1))
      before = step + 1
    }
    place = next
  }
}

extension TraceSnapshot {
  fileprivate static var empty: Self {
    TraceSnapshot(
      neuron: NeuronAddress(population: 0, index: 0), variable: "", minima: [], maxima: [], spiked: [],
      end: Milliseconds(0), window: Milliseconds(0))
  }

  fileprivate mutating func clear() {
    for index in minima.indices { (minima[index], maxima[index], spiked[index]) = (.nan, .nan, false) }
  }
}

extension OrbitSnapshot {
  /// Forgets the way, and keeps its memory.
  fileprivate mutating func begin(_ neuron: NeuronAddress, x: String, y: String) {
    self.neuron = neuron
    self.x = x
    self.y = y
    xs.removeAll(keepingCapacity: true)
    ys.removeAll(keepingCapacity: true)
    spiked.removeAll(keepingCapacity: true)
  }
}
