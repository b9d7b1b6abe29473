/// A question about what has been run, and its answer as a table.
package import Basics
import NetworkModel

/// `spikes of exc where v(post) > -52 mV from 100 ms to 300 ms`: which steps, spikes, or spikes with a partner are listed.
struct Query: Sendable, Equatable {
  enum Subject: Sendable, Equatable {
    /// Steps in which the condition holds or happens.
    case steps
    /// Spikes of these neurons; nil for all.
    case spikes([Selection]?)
  }

  var subject: Subject
  /// Nil where everything is listed.
  var condition: Condition?
  /// Listed is what happened after the one and up to the other; nil for as far back as is kept, and for the end.
  var from: Milliseconds?
  var to: Milliseconds?

  /// The side of the synapses at which partners are listed beside each spike; nil where the condition names none.
  var partners: Relation? { condition?.relations.first { $0 != .own } }
}

/// Whose variable a condition of a query means, seen from a spike.
package enum Relation: String, Sendable, CaseIterable {
  /// The neuron that fired.
  case own = "self"
  /// A neuron that it has a synapse onto, and one that has a synapse onto it.
  case post, pre
}

/// What a query found.
package struct QueryAnswer: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// The step at whose end it happened.
    package var tick: Tick
    /// Who fired; nil where steps are listed.
    package var neuron: NeuronAddress?
    package var partner: NeuronAddress?
    /// One for each of the answer's variables, in base units.
    package var values: [Double]

    package init(tick: Tick, neuron: NeuronAddress? = nil, partner: NeuronAddress? = nil, values: [Double] = []) {
      self.tick = tick
      self.neuron = neuron
      self.partner = partner
      self.values = values
    }
  }

  package struct Variable: Sendable, Equatable {
    /// `v(post)`
    package var name: String
    package var dimension: Dimension

    package init(name: String, dimension: Dimension) {
      self.name = name
      self.dimension = dimension
    }
  }

  /// As it was asked.
  package var text: String
  /// The branch that was gone through, after the one tick and up to the other.
  package var branch: Int
  package var from: Tick
  package var to: Tick
  package var partners: Relation?
  package var variables: [Variable]
  /// In the order in which it happened.
  package var rows: [Row]
  /// Whether there is more than is listed: the last tick that was looked at is then before `to`.
  package var isCut: Bool

  package init(
    text: String, branch: Int, from: Tick, to: Tick, partners: Relation? = nil, variables: [Variable] = [],
    rows: [Row] = [], isCut: Bool = false
  ) {
    self.text = text
    self.branch = branch
    self.from = from
    self.to = to
    self.partners = partners
    self.variables = variables
    self.rows = rows
    self.isCut = isCut
  }

  /// More rows than these nobody reads, and they must not fill the memory.
  package static let mostRows = 100_000
}

extension Condition {
  /// Whether it asks for a change of a variable of who fired, or of a partner: between two spikes there is none.
  var followsRelated: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.followsRelated)
    case .not(let part): part.followsRelated
    case .change(.related), .crossing(.related, _, _), .range(.related, _, _): true
    case .spike, .weightChange, .change, .crossing, .range, .comparison, .notANumber: false
    }
  }

  /// Whose variables it mentions, each once.
  var relations: [Relation] {
    var found: [Relation] = []
    for case .related(let relation, _) in terms where !found.contains(relation) { found.append(relation) }
    return found
  }

  /// All terms, in the order in which they are written.
  var terms: [Term] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    case .not(let part): part.terms
    case .spike, .weightChange: []
    case .change(let term), .crossing(let term, _, _), .range(let term, _, _), .notANumber(let term): [term]
    case .comparison(let left, _, let right): [left, right]
    }
  }
}
