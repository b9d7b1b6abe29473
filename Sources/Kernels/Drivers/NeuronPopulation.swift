/// A population as the simulation sees it, whatever its model and precision.
package import Basics

/// One call a step does a whole population, so that behind it everything can be concrete.
package protocol NeuronPopulation: AnyObject, Sendable {
  var count: Int { get }
  /// How many blocks; the unit by which threads share the work.
  var blocks: Int { get }
  var neuronsPerBlock: Int { get }
  /// Bytes of state, coefficients and arrivals.
  var memory: Int { get }
  /// The in-tray that projections onto this population deliver into.
  var arrivals: any ArrivalTray { get }

  /// Makes room for delays up to this many steps. Called once, before the first step.
  func makeArrivals(longestDelay: Int)
  /// Derives coefficients from the parameters: of all neurons, or of the blocks that hold these.
  func apply(_ parameters: ParameterTable, touching ranges: [ClosedRange<Int>]?)
  /// The currents from outside, one for each neuron, or none.
  func setCurrents(_ currents: [Double]?)
  /// Charge, fire and reset for some blocks in one pass; appends the neurons that spiked, ascending.
  func advance(tick: Int, blocks: Range<Int>, spikes: inout [UInt32])
  /// Has the neuron spike in the next step.
  func poke(_ neuron: Int)
  /// To be called after a step that had pokes, once for all threads.
  func forgetPokes()

  /// A state variable by its position in the descriptor; those that count time down are kept in steps.
  func value(_ variable: Int, of neuron: Int) -> Double
  func setValue(_ variable: Int, of neuron: Int, to value: Double)
  /// Keeps the present state as the one that `restoreInitial` brings back.
  func rememberInitial()
  func restoreInitial()
  /// State and spikes under way.
  func hash(into hash: inout StateHash, tick: Int)
}

/// Where spikes under way to a population are kept.
package protocol ArrivalTray: AnyObject, Sendable {
  var receptors: Int { get }
}

extension ArrivalRing: ArrivalTray {}
