/// Two branches laid over each other, from where they part.
package import Basics

package struct BranchComparison: Sendable, Equatable {
  package enum Side: Sendable, Equatable { case a, b }

  /// A branch, as it is called, and what it was made for.
  package struct Line: Sendable, Equatable {
    package var number: Int
    package var name: String
    package var reason: String?

    package init(number: Int, name: String, reason: String? = nil) {
      self.number = number
      self.name = name
      self.reason = reason
    }
  }

  package struct Population: Sendable, Equatable {
    package var name: String
    /// Where the branches have it in two sizes, the greater one; and those of either at the end.
    package var size: Int
    package var sizeA: Int
    package var sizeB: Int
    package var firstNeuron: Int
    /// Spikes in both branches, of the same neuron in the same step; and in one of them alone.
    package var both = 0
    package var onlyA = 0
    package var onlyB = 0

    package init(name: String, size: Int, firstNeuron: Int) {
      self.name = name
      (self.size, sizeA, sizeB) = (size, size, size)
      self.firstNeuron = firstNeuron
    }

    package var spikesA: Int { both + onlyA }
    package var spikesB: Int { both + onlyB }
  }

  /// A spike by the tick of its stamp and the number of its neuron in the network.
  package struct Spike: Sendable, Equatable {
    package var tick: Tick
    package var neuron: UInt32
    /// Nil where it is in both.
    package var side: Side?

    package init(tick: Tick, neuron: UInt32, side: Side? = nil) {
      self.tick = tick
      self.neuron = neuron
      self.side = side
    }
  }

  /// What a variable of a neuron is in either branch, in its base unit.
  package struct Difference: Sendable, Equatable {
    package var tick: Tick
    package var neuron: UInt32
    package var variable: String
    package var unit: String
    package var a: Double
    package var b: Double
    /// How many neurons differ in this variable then.
    package var neurons: Int

    package init(tick: Tick, neuron: UInt32, variable: String, unit: String, a: Double, b: Double, neurons: Int) {
      self.tick = tick
      self.neuron = neuron
      self.variable = variable
      self.unit = unit
      self.a = a
      self.b = b
      self.neurons = neurons
    }
  }

  package struct Neuron: Sendable, Equatable {
    package var neuron: UInt32
    package var spikesA: Int
    package var spikesB: Int
    /// Spikes that the other branch has not, of both.
    package var alone: Int

    package init(neuron: UInt32, spikesA: Int, spikesB: Int, alone: Int) {
      self.neuron = neuron
      self.spikesA = spikesA
      self.spikesB = spikesB
      self.alone = alone
    }
  }

  /// The weights of a projection that learns, at the end.
  package struct Weights: Sendable, Equatable {
    package var projection: String
    package var synapses: Int
    package var changed: Int
    /// By how much they differ at most [base units].
    package var greatest: Double
  }

  package var a: Line
  package var b: Line
  package var dt: Milliseconds
  /// Until there both are the same.
  package var parting: Tick
  /// As far as they were compared.
  package var end: Tick
  package var populations: [Population]
  /// The first spikes that only one branch has, of neurons that are in both, all of the same step; empty where there
  /// are none.
  package var firstSpikes: [Spike] = []
  /// The first variable of a neuron that differs.
  package var firstDifference: Difference?
  /// From there on the states differ in anything at all, spikes under way among it; nil where they never do.
  package var parted: Tick?
  /// Ascending by tick, then by neuron. Beyond `mostSpikes` there are no more, and `spikesEnd` is before `end`.
  package var spikes: [Spike] = []
  package var spikesEnd: Tick
  /// Those with the most spikes of their own in one branch, most first.
  package var neurons: [Neuron] = []
  package var weights: [Weights] = []
  /// In what the networks differ by themselves, or why it ends before it was asked to; nil where neither is so.
  package var note: String?

  package init(
    a: Line, b: Line, dt: Milliseconds, parting: Tick, end: Tick, populations: [Population], spikesEnd: Tick
  ) {
    self.a = a
    self.b = b
    self.dt = dt
    self.parting = parting
    self.end = end
    self.populations = populations
    self.spikesEnd = spikesEnd
  }

  /// Takes over who there is.
  mutating func take(_ roster: ComparisonRoster) {
    for (place, known) in roster.populations.enumerated() {
      (populations[place].sizeA, populations[place].sizeB) = (known.sizeA, known.sizeB)
    }
  }

  /// 4 MB; ten seconds of 4,000 neurons at 6 Hz.
  package static let mostSpikes = 1 << 18
  /// More nobody reads.
  package static let mostNeurons = 64

  /// Between the parting and the end.
  package var span: Milliseconds { Milliseconds(Double(end.value - parting.value) * dt.value) }

  /// Mean rate of a population in one branch [Hz].
  package func rate(of population: Population, _ side: Side) -> Double {
    let seconds = span.value / 1000
    let size = side == .a ? population.sizeA : population.sizeB
    guard seconds > 0, size > 0 else { return 0 }
    return Double(side == .a ? population.spikesA : population.spikesB) / seconds / Double(size)
  }

  /// The population that a neuron is of.
  package func population(of neuron: UInt32) -> Population? { populations.last { $0.firstNeuron <= Int(neuron) } }

  /// `exc[17]`
  package func name(of neuron: UInt32) -> String {
    guard let population = population(of: neuron) else { return "neuron \(neuron)" }
    return "\(population.name)[\(Int(neuron) - population.firstNeuron)]"
  }

  /// Whether nothing whatever differs.
  package var isSame: Bool { parted == nil && note == nil && firstSpikes.isEmpty && firstDifference == nil }
}

/// What is to be compared.
package struct ComparisonRequest: Sendable, Equatable {
  /// The numbers of the branches; nil for the one that the session is in, and for the one that it left.
  package var a: Int?
  package var b: Int?
  /// How far from where they part; nil for as far as the session stands, or, before that, as both have been run.
  package var span: Milliseconds?

  package init(a: Int? = nil, b: Int? = nil, span: Milliseconds? = nil) {
    self.a = a
    self.b = b
    self.span = span
  }
}
