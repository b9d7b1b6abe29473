/// What snapshots show of the selected neuron's state: variables against time, and one against another.
package import Basics

package struct TraceSnapshot: Sendable, Equatable {
  /// What stands where in the picture.
  package enum Sweep: Sendable, Equatable {
    /// The picture ends now.
    case free
    /// The picture stands still, with the trigger at this time.
    case triggered(at: Milliseconds)
    /// Nothing has triggered yet: the picture is empty.
    case waiting
  }

  /// What a cursor reads.
  package struct Reading: Sendable, Equatable {
    /// That of the nearest step.
    package var time: Milliseconds
    /// NaN where nothing was recorded.
    package var value: Double
    package init(time: Milliseconds, value: Double) {
      self.time = time
      self.value = value
    }
  }

  package var neuron: NeuronAddress
  package var variable: String
  /// The least and greatest value in each column, NaN where nothing was recorded; the newest column is the last.
  package var minima: [Float]
  package var maxima: [Float]
  /// Whether the neuron spiked within the column.
  package var spiked: [Bool]
  package var end: Milliseconds
  package var window: Milliseconds
  package var sweep: Sweep
  /// One for each cursor of the request.
  package var readings: [Reading]

  package init(
    neuron: NeuronAddress, variable: String, minima: [Float], maxima: [Float], spiked: [Bool], end: Milliseconds,
    window: Milliseconds, sweep: Sweep = .free, readings: [Reading] = []
  ) {
    self.neuron = neuron
    self.variable = variable
    self.minima = minima
    self.maxima = maxima
    self.spiked = spiked
    self.end = end
    self.window = window
    self.sweep = sweep
    self.readings = readings
  }
}

/// The way of the selected neuron through the plane of two state variables, oldest place first.
package struct OrbitSnapshot: Sendable, Equatable {
  package var neuron: NeuronAddress
  /// The names of the variables.
  package var x: String
  package var y: String
  package var xs: [Float]
  package var ys: [Float]
  /// Whether the neuron spiked on its way from the place before.
  package var spiked: [Bool]
  package init(neuron: NeuronAddress, x: String, y: String, xs: [Float], ys: [Float], spiked: [Bool]) {
    self.neuron = neuron
    self.x = x
    self.y = y
    self.xs = xs
    self.ys = ys
    self.spiked = spiked
  }
}
