/// What a snapshot brings into the state: the time, the speed, and the selected neuron's values.
import Basics
package import Debugger

extension WorkbenchState {
  /// Called once for every new snapshot, before the frame is drawn. - Complexity: O(fields of the model).
  package mutating func take(_ snapshot: Snapshot) {
    tick = snapshot.tick
    realTimeFactor = snapshot.realTimeFactor
    follow(snapshot.timeline, at: snapshot.tick)
    take(snapshot.fan)
    cursorSynapse = weightsMode.isFan ? synapse(under: snapshot.fan) : synapse(under: snapshot.weights)
    // A snapshot may be older than the last key, or than the network: what does not fit waits for the next one.
    guard var values = snapshot.neuron, values.address == neuron, let model = selectedModel,
      values.parameters.count == model.parameters.count, values.state.count == model.state.count
    else { return }
    pendingEdits = pendingEdits.compactMap { edit in
      guard edit.patience > 0, values.setting(row: edit.row) != edit.value else { return nil }
      values.set(edit.value, row: edit.row)
      return PendingEdit(row: edit.row, value: edit.value, patience: edit.patience - 1)
    }
    neuronSnapshot = values
  }

  /// The cursor stays on a synapse that there is.
  private mutating func take(_ fan: FanSnapshot?) {
    guard let fan, fan.neuron == neuron, fan.isOutgoing == (weightsMode == .fanOut) else { return fanPartner = nil }
    if fan.progress == 1 { fanRow = max(0, min(fanRow, fan.total - 1)) }
    let place = fanRow - fan.first
    fanPartner = fan.synapses.indices.contains(place) ? fan.synapses[place].partner : nil
  }

  private func synapse(under fan: FanSnapshot?) -> CursorSynapse? {
    guard let fan, fanPartner != nil else { return nil }
    let synapse = fan.synapses[fanRow - fan.first]
    return CursorSynapse(
      projection: synapse.projection, source: fan.isOutgoing ? fan.neuron : synapse.partner,
      target: fan.isOutgoing ? synapse.partner : fan.neuron, weight: synapse.weight, delay: synapse.delay)
  }

  private func synapse(under snapshot: WeightsSnapshot?) -> CursorSynapse? {
    guard let snapshot, snapshot.projection == weights.projection, let weight = snapshot.cursorWeight,
      let delay = snapshot.cursorDelay, let sources = shownSources, let targets = shownTargets
    else { return nil }
    return CursorSynapse(
      projection: snapshot.projection, source: sources.neuron(at: weights.pre),
      target: targets.neuron(at: weights.post), weight: weight, delay: delay)
  }

  /// Shows an edit at once and keeps it over older snapshots, so that repeated keys add up.
  mutating func anticipate(_ value: ParameterSetting, row: Int) {
    guard let model = selectedModel else { return }
    neuronSnapshot?.set(value, row: row)
    // A parameter stays as it was set; a running neuron's state moves on at once.
    let patience = row < model.parameters.count ? 30 : 1
    pendingEdits.removeAll { $0.row == row }
    pendingEdits.append(PendingEdit(row: row, value: value, patience: patience))
  }
}

extension NeuronSnapshot {
  /// The value in a row of the inspector: parameters first, then state variables.
  func setting(row: Int) -> ParameterSetting? {
    if parameters.indices.contains(row) { return parameters[row] }
    let index = row - parameters.count
    return state.indices.contains(index) ? .number(state[index]) : nil
  }

  mutating func set(_ value: ParameterSetting, row: Int) {
    if parameters.indices.contains(row) {
      parameters[row] = value
    } else if case .number(let number) = value, state.indices.contains(row - parameters.count) {
      state[row - parameters.count] = number
    }
  }
}
