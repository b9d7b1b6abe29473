/// Every command, one line each, in the order in which help lists them.

package enum CommandCatalogue {
  package static let all: [Command] = [
    RunCommands.runPause,
    RunCommands.run,
    RunCommands.pause,
    RunCommands.step,
    RunCommands.runTo,
    RunCommands.restart,
    SpeedCommands.slower,
    SpeedCommands.faster,
    SpeedCommands.fastest,
    SpeedCommands.speed,
    NeuronCommands.next,
    NeuronCommands.previous,
    NeuronCommands.neuron,
    NeuronCommands.nextPopulation,
    NeuronCommands.previousPopulation,
    NeuronCommands.poke,
    TraceCommands.next,
    TraceCommands.previous,
    TraceCommands.trace,
    ProjectionCommands.next,
    ProjectionCommands.previous,
    ProjectionCommands.projection,
    ProjectionCommands.up,
    ProjectionCommands.down,
    ProjectionCommands.left,
    ProjectionCommands.right,
    ProjectionCommands.synapse,
    PaneCommands.edit,
    InspectorCommands.nextRow,
    InspectorCommands.previousRow,
    InspectorCommands.increase,
    InspectorCommands.decrease,
    InspectorCommands.increaseMuch,
    InspectorCommands.decreaseMuch,
    InspectorCommands.value,
    InspectorCommands.scope,
    InspectorCommands.set,
    PaneCommands.next,
    PaneCommands.previous,
    PaneCommands.focus,
    PaneCommands.zoom,
    WindowCommands.shorter,
    WindowCommands.longer,
    WindowCommands.window,
    NetworkCommands.presets,
    NetworkCommands.open,
    NetworkCommands.about,
    NetworkCommands.hash,
    ProgramCommands.help,
    ProgramCommands.command,
    ProgramCommands.redraw,
    ProgramCommands.suspend,
    ProgramCommands.quit,
  ]

  package static func command(_ id: CommandID) -> Command? { all.first { $0.id == id } }

  /// What the footer offers now: commands whose keys apply to the focus and that are not disabled, best first.
  package static func hints(for state: WorkbenchState) -> [Command] {
    all.filter { $0.footerRank > 0 && !$0.keys(in: state.focus).isEmpty && $0.disabledReason(state) == nil }
      .sorted { $0.footerRank > $1.footerRank }
  }
}
