/// What the engine reports, and what documents on their way to it do to the state.
import Basics
import Debugger
package import NetworkModel

extension WorkbenchState {
  /// To be called when a network was handed to the engine: its name, speed and window hold once it is built.
  package mutating func expect(_ name: String, _ spec: NetworkSpec) {
    opening = Opening(name: name, hints: spec.workbench, spec: spec, file: Self.isFile(name) ? name : nil)
  }

  /// Presets are called by bare names, and are not written over.
  private static func isFile(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  mutating func take(document name: String, _ result: Result<NetworkSpec, LoadFailure>) -> [Effect] {
    switch result {
    case .failure(let failure):
      complain(failure.text)
      return []
    case .success(let spec):
      expect(name, spec)
      inform("building \(name) …")
      return [.engine(.load(spec))]
    }
  }

  mutating func take(_ event: EngineEvent) -> [Effect] {
    switch event {
    case .loaded(let summary):
      takeCompletion()
      return enter(summary)
    case .rebuilt(let summary):
      takeCompletion()
      return enterRebuilt(summary)
    case .rebuildRefused(let reason, let present):
      travel.trail.giveUpWaiting()
      takeBack(to: present, reason)
    case .stopped(let tick):
      stop(at: tick)
      return compareOnArrival() + dissectOnArrival()
    case .hash(let hash, let tick):
      self.tick = tick
      inform("state hash \(StateHash.text(hash)) at \(NumberText.time(time))")
    case .weights(let name, let synapses, let delay): return keep(weights: synapses, of: name, delay)
    case .arranged(let request, let order): take(request, order)
    case .changed(let text):
      // A command that has told what it does, with the old value and the new, is not told again.
      if message == nil { inform(text) }
    case .firingCurve(let curve): firingCurve = curve
    case .gathered(let evidence): return take(evidence)
    case .why(let question, let answer): return take(answer, to: question)
    case .changeFound(let words): tell(found: words)
    case .breakpoints(let list): travel.breakpoints = list
    case .bookmarks(let list): travel.bookmarks = list
    case .badCondition(let problem): take(badCondition: problem)
    case .hit(let numbers, let tick): take(hit: numbers, at: tick)
    case .branched(_, let name): inform((message.map { $0.text + " · " } ?? "") + "what comes is \(name)")
    case .varied(let variation): take(variation)
    case .compared(let comparison): take(comparison)
    case .dissected(let report): take(report)
    case .logged(let command, let branch, let tick):
      // What is overwritten is kept beforehand; that alone changes nothing.
      if case .remember = command { break }
      // The step that was taken apart is not the one that comes now.
      step = nil
      travel.trail.take(command, at: Place(branch: branch, tick: tick), present: document)
    case .restarted: travel.restart(document)
    case .progress(let part): travel.progress = part
    case .passed(let tick): travel.passed = tick
    case .queried(let answer): return take(answer)
    case .notFound(let text): take(notFound: text)
    case .diverged(let tick, let parts):
      complain(
        "run again, step \(tick.value) is not what it was: \(parts.joined(separator: ", ")) · please report this")
    case .refused(let text):
      pendingEdits = []
      (askedWhatIf, comparesFrom) = (nil, nil)
      travel.trail.giveUpWaiting()
      complain(text)
    }
    return []
  }

  /// A new network stands at its beginning: it is selected sensibly, and it runs.
  private mutating func enter(_ summary: NetworkSummary) -> [Effect] {
    network = summary
    why = WhyState()
    (order, orderRequest, unmetOrder) = (nil, OrderRequest(), nil)
    tick = .zero
    errand = nil
    resetSelection()
    guard let opening else { return [] }
    documentName = opening.name
    document = OpenDocument(spec: opening.spec, origin: opening.name, file: opening.file)
    travel = TravelState()
    travel.trail.begin(document)
    if opening.isRecovered, let number = document?.nextNumber() { document?.revision = number }
    self.opening = nil
    window = Self.window(opening.hints.window ?? Milliseconds(500))
    pace = Self.pace(opening.hints.speed ?? 1)
    if let wanted = opening.hints.select { select(wanted) }
    message = nil
    let wanted = show(opening.hints)
    let keeping = keepMarks(opening.hints)
    let asShown = hints(inOrder: wanted)
    if opening.file != nil, !opening.isRecovered { document?.savedHints = asShown }
    unmetOrder = wanted == OrderRequest() ? nil : wanted
    let arranging: [Effect] = (unmetOrder.map { [.engine(.arrange($0))] } ?? []) + keeping
    if summary.populations.isEmpty {
      isRunning = false
      inform("\(documentTitle) is empty · a adds a population, c connects, u undoes, S saves")
      return [.engine(.setPace(pace)), .engine(.pause)] + arranging
    }
    isRunning = true
    let size = "\(NumberText.count(summary.neurons, "neuron")), \(NumberText.count(summary.synapses, "synapse"))"
    // What is wrong with the order of neurons is told instead.
    if message == nil { inform("\(documentTitle): \(size)") }
    return [.engine(.setPace(pace)), .engine(.run)] + arranging
  }

  /// A document may ask for what cannot be shown: the nearest that can is meant.
  private static func window(_ asked: Milliseconds) -> Milliseconds {
    Milliseconds(min(max(asked.value, WindowCommands.allowed.lowerBound), WindowCommands.allowed.upperBound))
  }

  private static func pace(_ speed: Double) -> Pace {
    guard speed.isFinite else { return .asFastAsPossible }
    return .realTime(min(max(speed, PaceText.allowed.lowerBound), PaceText.allowed.upperBound))
  }

  /// The neuron that the document wants to be looked at first.
  private mutating func select(_ wanted: Selection) {
    guard let population = network?.populations.firstIndex(where: { $0.name == wanted.population }),
      wanted.index(at: 0) < network?.populations[population].size ?? 0
    else { return }
    select(NeuronAddress(population: population, index: wanted.index(at: 0)))
  }

  /// The first population that can fire, for that is where most is to be seen: a classifier's hidden layer.
  private mutating func resetSelection() {
    let kinds = (network?.populations ?? []).indices.map { model(ofPopulation: $0) }
    let population =
      kinds.firstIndex { $0?.kind == .neuron && $0?.fires == true } ?? kinds.firstIndex { $0?.kind == .neuron } ?? 0
    neuron = NeuronAddress(population: population, index: 0)
    neuronSnapshot = nil
    pendingEdits = []
    inspector = InspectorState()
    placeCursor(inProjection: network?.projections.firstIndex { $0.target == population } ?? 0)
    traceVariable = nil
    firingCurve = nil
    if !availablePanes.contains(focus) { focus = availablePanes[0] }
  }

  /// The engine stops by itself only after an errand; a report that comes after the user has run on is out of date.
  private mutating func stop(at tick: Tick) {
    self.tick = tick
    guard let errand else { return }
    // The end of a step that was made before the run began is not the run's.
    if case .runTo(let target) = errand, target != tick { return }
    if case .asking = errand { return }
    endErrand()
    switch errand {
    case .asking: break
    case .going(_, let words):
      let found = travel.found
      travel.found = nil
      inform(found ?? (words.isEmpty ? "" : words + " · ") + "at \(NumberText.time(time))")
    case .runTo: inform("stopped at \(NumberText.time(time))")
    case .steps(let count): inform("\(NumberText.grouped(count)) steps, now at \(NumberText.time(time))")
    }
  }
}
