/// Keys while spikes are drawn: move, put and take, other widths, undo, leave.
import Basics
import NetworkModel
import Terminal

extension WorkbenchState {
  mutating func pressInSpikes(_ key: Key, _ grid: SpikeGrid) -> [Effect] {
    guard let spec = document?.spec, let population = population(of: grid) else {
      overlay = nil
      return []
    }
    switch key {
    case .escape, .enter, .character("q"): overlay = nil
    case .character(" "): return toggle(grid, population, spec.dt)
    case .delete, .character("x"): return setTrain([], grid, population, "no spikes")
    case .character("u"):
      let effects = undo()
      if self.population(of: grid) == nil { overlay = nil }
      return effects
    default: overlay = .spikes(grid.moved(by: key, neurons: population.size, page: spikeGridSize.bins))
    }
    return []
  }

  private mutating func toggle(_ grid: SpikeGrid, _ population: PopulationSpec, _ dt: Milliseconds) -> [Effect] {
    let train = population.train(of: grid.neuron)
    let rest = grid.removing(grid.bin, from: train, dt: dt)
    let time = grid.time(of: grid.bin, dt: dt)
    if rest.count < train.count { return setTrain(rest, grid, population, "no spike at \(NumberText.time(time))") }
    return setTrain(
      (train + [time]).sorted { $0.value < $1.value }, grid, population, "spikes at \(NumberText.time(time))")
  }

  private mutating func setTrain(
    _ train: [Milliseconds], _ grid: SpikeGrid, _ population: PopulationSpec, _ words: String
  ) -> [Effect] {
    rebuild("\(population.name)[\(grid.neuron)]: \(words)") { spec in
      guard let index = spec.populations.firstIndex(where: { $0.name == population.name }) else { return }
      spec.populations[index].setTrain(train) { $0 == grid.neuron }
    }
  }
}

extension SpikeGrid {
  /// More bins than anybody draws on; keeps times within what a run can reach.
  private static let mostBins = 1_000_000

  fileprivate func moved(by key: Key, neurons: Int, page: Int) -> SpikeGrid {
    var grid = self
    switch key {
    case .left, .character("h"): grid.bin -= 1
    case .right, .character("l"): grid.bin += 1
    case .up, .character("k"): grid.neuron -= 1
    case .down, .character("j"): grid.neuron += 1
    case .pageUp: grid.bin -= page
    case .pageDown: grid.bin += page
    case .home: grid.bin = 0
    case .character("+"): grid.rescale(to: Int(Ladder.above(Double(stepsPerBin))))
    case .character("-"): grid.rescale(to: Int(Ladder.below(Double(stepsPerBin))))
    default: break
    }
    grid.neuron = min(max(0, grid.neuron), max(0, neurons - 1))
    grid.bin = min(max(0, grid.bin), Self.mostBins - 1)
    return grid
  }

  /// The cursor stays at its time.
  private mutating func rescale(to steps: Int) {
    let last = (bin + 1) * stepsPerBin
    stepsPerBin = min(max(1, steps), 1_000_000)
    bin = (last - 1) / stepsPerBin
  }
}
