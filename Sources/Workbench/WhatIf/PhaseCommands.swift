/// One step taken apart, phase by phase.
import Basics
import Debugger
import Terminal

enum PhaseCommands {
  static let next = Command(
    "phase", title: "phase",
    help:
      "Take the next step apart: charge, fire, reset, deliver, learn, with this neuron's numbers.",
    keys: [.character("p")], section: .time, footerRank: 42, disabledReason: Requirement.network
  ) { state, _ in
    let isPausing = state.isRunning
    state.isRunning = false
    state.errand = nil
    guard !isPausing, let report = state.step, report.neuron == state.neuron, report.tick == state.tick else {
      return (isPausing ? [.engine(.pause)] : []) + [.engine(.dissect(state.neuron))]
    }
    state.openAnswer(in: .step)
    if state.phase + 1 < StepWords.names.count {
      state.phase += 1
      return []
    }
    state.dissectsOnArrival = true
    return [.engine(.step(1))]
  }
}

extension WorkbenchState {
  mutating func take(_ report: StepReport) {
    step = report
    phase = 0
    openAnswer(in: .step)
  }

  /// The step that was looked at is made: the next one is looked at.
  mutating func dissectOnArrival() -> [Effect] {
    guard dissectsOnArrival else { return [] }
    dissectsOnArrival = false
    return [.engine(.dissect(neuron))]
  }
}
