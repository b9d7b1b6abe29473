/// Moving the selection: one neuron for all panes, in the one order in which every pane shows them.
import Basics
package import Debugger
import NetworkModel

extension WorkbenchState {
  /// Selects a neuron that exists; what was known of the last one is forgotten.
  package mutating func select(_ address: NeuronAddress) {
    guard address != neuron else { return }
    let changesModel = address.population != neuron.population
    neuron = address
    neuronSnapshot = nil
    pendingEdits = []
    inspector.field = nil
    (fanRow, fanPartner) = (0, nil)
    followNeuron()
    guard changesModel else { return }
    let rowCount = inspectorRows.count
    inspector.row = min(inspector.row, max(0, rowCount - 1))
    if let name = traceVariable, selectedModel?.stateVariable(name) == nil { traceVariable = nil }
  }

  /// `distance` neurons further through all that are shown, population after population, stopping at the ends. From a
  /// neuron that is not shown, the first of its population counts.
  mutating func moveNeuron(by distance: Int) {
    guard let network else { return }
    var first = 0
    var starts: [Int] = []
    for population in network.populations.indices {
      starts.append(first)
      first += shownCount(of: population)
    }
    guard starts.indices.contains(neuron.population), first > 0 else { return }
    let present = starts[neuron.population] + (position(of: neuron) ?? 0)
    let target = min(max(present + distance, 0), first - 1)
    // The last population that begins at or before it; empty ones begin where the next does.
    guard let population = starts.lastIndex(where: { $0 <= target }) else { return }
    select(neuron(at: target - starts[population], of: population))
  }

  /// The first neuron of a population further on or back, going round those of which neurons are shown.
  mutating func movePopulation(by distance: Int) {
    let shown = (network?.populations.indices.map(\.self) ?? []).filter { shownCount(of: $0) > 0 }
    guard !shown.isEmpty else { return }
    let place = shown.firstIndex { $0 >= neuron.population } ?? 0
    select(neuron(at: 0, of: shown[(place + distance).wrapped(to: shown.count)]))
  }

  mutating func selectProjection(_ index: Int) {
    guard index != weights.projection else { return }
    placeCursor(inProjection: index)
  }

  /// Puts the cursor of the weights where something is to be seen: on the selected neuron's weights where it is a target,
  /// and on the middle of the picture where the sources are one, for the corners of pictures are mostly empty.
  mutating func placeCursor(inProjection index: Int) {
    weights = WeightsCursor()
    weights.projection = index
    followNeuron()
    if let shape = fieldShape { weights.pre = shape.rows / 2 * shape.columns + shape.columns / 2 }
  }

  /// Every pane shows the selected neuron: the cursor of the weights goes to its row, where all neurons of its population
  /// have one.
  private mutating func followNeuron() {
    guard let projection = selectedProjection, projection.target == neuron.population else { return }
    if let targets = projection.targets {
      weights.post = targets.position(of: neuron.index) ?? weights.post
    } else {
      weights.post = neuron.index
    }
  }

  /// Moves the cursor over the matrix of weights, stopping at its borders. In a fan down and up go through the synapses,
  /// and right and left through ten of them at a time.
  mutating func moveCursor(post: Int, pre: Int) {
    guard let targets = shownTargets, let sources = shownSources else { return }
    if weightsMode.isFan {
      let total = weightsMode == .fanIn ? neuronSnapshot?.synapsesIn : neuronSnapshot?.synapsesOut
      fanRow = min(max(fanRow + post + 10 * pre, 0), max(0, (total ?? 1) - 1))
      return
    }
    weights.post = targets.position(weights.post, movedBy: post)
    weights.pre = sources.position(weights.pre, movedBy: pre)
  }
}
