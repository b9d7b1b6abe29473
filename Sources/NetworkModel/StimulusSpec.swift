/// What drives a network from outside, and what is read from it.
package import Basics

/// A stimulus into a selection of neurons.
package struct StimulusSpec: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A constant current [nA], or, onto a dimensionless model, a number added to its input x in every step;
    /// acts in steps with from ≤ t < to.
    case current(amplitude: Double, from: Milliseconds, to: Milliseconds?)
    /// A current that changes by itself, with from ≤ t < to.
    case waveform(Waveform, from: Milliseconds, to: Milliseconds?)
    /// An independent Poisson train for each neuron, several arrivals a step possible.
    case poisson(rate: Double, weight: Double, receptor: Receptor)
    /// Samples of a table, one after another.
    case data(DataStimulus)
  }

  package var target: Selection
  package var kind: Kind
  package var location: SourceLocation

  package init(into target: Selection, _ kind: Kind, location: SourceLocation = .none) {
    self.target = target
    self.kind = kind
    self.location = location
  }
}

/// How the samples of a data set are played into an `Input` population.
package struct DataStimulus: Sendable, Equatable {
  package enum Encoder: String, Sendable, Codable, CaseIterable {
    /// The value itself, constant through the presentation.
    case current
    /// In every step a spike with probability equal to the value (clipped to 0…1).
    case poisson
  }
  package enum Between: String, Sendable, Codable, CaseIterable {
    /// Every neuron goes back to its initial state, and spikes under way are dropped.
    case reset
    /// The state is carried over.
    case keep
  }
  package enum Order: String, Sendable, Codable, CaseIterable {
    case file
    /// A random order drawn from the seed.
    case shuffled
  }

  package var dataset: String
  package var encoder: Encoder
  /// How many steps a sample is shown.
  package var presentSteps: Int
  package var between: Between
  package var order: Order

  package init(
    dataset: String, encoder: Encoder, presentSteps: Int, between: Between = .reset, order: Order = .file
  ) {
    self.dataset = dataset
    self.encoder = encoder
    self.presentSteps = presentSteps
    self.between = between
    self.order = order
  }
}

/// A table of labelled samples, already scaled.
package struct Dataset: Sendable, Equatable {
  package var name: String
  /// [samples × features], row-major.
  package var values: [Float]
  package var featureCount: Int
  /// One for each sample; empty where the data has no labels.
  package var labels: [Int]
  /// The rows that are presented: the held-out part, in the order of the file, or all rows where there is no split.
  package var presentedRows: [Int]
  package var location: SourceLocation

  package init(
    name: String, values: [Float], featureCount: Int, labels: [Int], presentedRows: [Int],
    location: SourceLocation = .none
  ) {
    self.name = name
    self.values = values
    self.featureCount = featureCount
    self.labels = labels
    self.presentedRows = presentedRows
    self.location = location
  }

  package var sampleCount: Int { featureCount == 0 ? 0 : values.count / featureCount }
}

/// How a classifier's answer is read.
package struct ReadoutSpec: Sendable, Equatable {
  package enum Vote: String, Sendable, Codable, CaseIterable {
    /// The neuron with the highest membrane potential wins.
    case potential
    /// The neuron with the most spikes since the sample began wins.
    case spikes
  }

  package var population: String
  package var vote: Vote
  /// The steps of a presentation after which the vote is read, ascending; the last gives `accuracy`.
  package var at: [Int]
  package var location: SourceLocation

  package init(population: String, vote: Vote, at: [Int], location: SourceLocation = .none) {
    self.population = population
    self.vote = vote
    self.at = at
    self.location = location
  }
}
