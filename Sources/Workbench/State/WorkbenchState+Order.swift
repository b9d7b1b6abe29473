/// Where neurons stand in the one order that every pane shows.
package import Debugger

extension WorkbenchState {
  /// How many neurons of a population are shown. - Complexity: O(1), as are the two below.
  package func shownCount(of population: Int) -> Int {
    if let order, population < order.populations { return order.count(of: population) }
    return network?.populations[population].size ?? 0
  }

  /// Where a neuron stands among those of its population that are shown; nil where it is not.
  package func position(of address: NeuronAddress) -> Int? {
    guard let order, address.population < order.populations else { return address.index }
    return order.position(of: address.index, in: address.population)
  }

  /// The neuron at a position. - Precondition: `position` is less than `shownCount`.
  package func neuron(at position: Int, of population: Int) -> NeuronAddress {
    guard let order, population < order.populations else {
      return NeuronAddress(population: population, index: position)
    }
    return NeuronAddress(population: population, index: order.index(at: position, of: population))
  }
}
