/// Every command, one line each, in the order in which help lists them.
package import Terminal

package enum CommandCatalogue {
  package static let all: [Command] =
    [
      RunCommands.runPause,
      RunCommands.run,
      RunCommands.pause,
      RunCommands.step,
      RunCommands.runTo,
      RunCommands.restart,
      PhaseCommands.next,
      WhyCommands.why,
      WhyCommands.up,
      WhyCommands.down,
      WhyCommands.further,
      WhyCommands.back,
      WhyCommands.visit,
      WhatIfCommands.ask,
      WhatIfCommands.compare,
      WhatIfCommands.other,
    ] + TravelCommands.all + ChangeCommands.all + MarkCommands.all + QueryCommands.all + [
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
      OrderCommands.sort,
      OrderCommands.filter,
      OrderCommands.again,
      RasterCommands.next,
      RasterCommands.raster,
      TraceCommands.next,
      TraceCommands.previous,
      TraceCommands.trace,
      ScopeCommands.trigger,
      ScopeCommands.level,
      ScopeCommands.edge,
      ScopeCommands.raise,
      ScopeCommands.lower,
      ScopeCommands.cursors,
      ScopeCommands.other,
      ScopeCommands.earlier,
      ScopeCommands.later,
      ScopeCommands.muchEarlier,
      ScopeCommands.muchLater,
      ProjectionCommands.next,
      ProjectionCommands.previous,
      ProjectionCommands.projection,
      ProjectionCommands.up,
      ProjectionCommands.down,
      ProjectionCommands.left,
      ProjectionCommands.right,
      ProjectionCommands.synapse,
      WeightsCommands.next,
      WeightsCommands.weights,
      WeightsCommands.visit,
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
      PopulationBuilding.add,
      PopulationBuilding.remove,
      PopulationBuilding.rename,
      PopulationBuilding.resize,
      PopulationBuilding.model,
      PopulationBuilding.duplicate,
      ProjectionBuilding.connect,
      ProjectionBuilding.reconnect,
      SynapseBuilding.weight,
      SynapseBuilding.edit,
      StrengthBuilding.scale,
      StrengthBuilding.silence,
      StrengthBuilding.lesion,
      LearningBuilding.learn,
      LearningBuilding.freeze,
      LearningBuilding.keepWeights,
      StrengthBuilding.inject,
      SpikeBuilding.spikes,
      SpikeBuilding.draw,
      LabelBuilding.label,
      DocumentCommands.title,
      DocumentCommands.undo,
      DocumentCommands.redo,
      PaneCommands.next,
      PaneCommands.previous,
      PaneCommands.focus,
      PaneCommands.zoom,
      ViewCommands.views,
      ViewCommands.close,
      ViewCommands.earlier,
      ViewCommands.later,
      ViewCommands.usual,
      SpreadCommands.next,
      SpreadCommands.previous,
      SpreadCommands.histogram,
      FiringCommands.measure,
      LogCommands.earlier,
      LogCommands.later,
      WindowCommands.shorter,
      WindowCommands.longer,
      WindowCommands.window,
      NetworkCommands.presets,
      NetworkCommands.open,
      DocumentCommands.new,
      DocumentCommands.save,
      DocumentCommands.saveOver,
      DocumentCommands.recover,
      NetworkCommands.about,
      NetworkCommands.hash,
      ProgramCommands.help,
      ProgramCommands.command,
      CaptureCommands.screenshot,
      CaptureCommands.plot,
      CaptureCommands.cast,
      ProgramCommands.redraw,
      ProgramCommands.mouse,
      AppearanceCommands.theme,
      AppearanceCommands.glyphs,
      AppearanceCommands.plain,
      ProgramCommands.suspend,
      ProgramCommands.quit,
    ] + ArrangingCommands.all

  package static func command(_ id: CommandID) -> Command? { all.first { $0.id == id } }

  /// What the footer offers now: commands whose keys apply to the focus and that are not disabled, best first.
  package static func hints(for state: WorkbenchState) -> [Command] {
    all.filter { $0.footerRank > 0 && !state.keys(of: $0).isEmpty && $0.disabledReason(state) == nil }
      .sorted { $0.footerRank > $1.footerRank }
  }
}

extension WorkbenchState {
  /// The keys that give a command now: while the screen is being arranged, those of arranging alone.
  package func keys(of command: Command) -> [Key] {
    if overlay == .arranging { return command.scope == .arranging ? command.keys : [] }
    if case .choices(let id) = overlay {
      return choices(after: id).contains { $0.id == command.id } ? command.keys : []
    }
    let own = command.keys(in: focus)
    if bindings.isEmpty { return own }
    let given = bindings.filter { $0.value == command.id }.keys.sorted { $0.label < $1.label }
    return given + own.filter { bindings[$0] == nil }
  }
}
