/// The weights that a network has learned, told one by one.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// - Complexity: O(synapses of the projection).
  func tellWeights(of name: String) -> [EngineEvent] {
    guard let index = simulation.projections.firstIndex(where: { $0.name == name }) else {
      return [.refused("there is no projection \(name)")]
    }
    let delays = simulation.delayRange(projection: index)
    let isSame = delays.map { $0.lowerBound == $0.upperBound } ?? true
    var synapses: [ListedSynapse] = []
    synapses.reserveCapacity(simulation.projections[index].synapseCount)
    for source in 0..<simulation.projections[index].sourceCount {
      simulation.forEachSynapse(of: index, fromSource: source) { target, weight, delay in
        synapses.append(
          ListedSynapse(pre: source, post: target, weight: weight, delay: isSame ? nil : time(delay)))
      }
    }
    return [.weights(of: name, synapses, delay: isSame ? delays.map { time($0.lowerBound) } : nil)]
  }

  private func time(_ ticks: Int) -> Milliseconds { Tick(ticks).time(dt: dt).written }
}
