/// What a part of a document that is no model says of itself: connectors, currents and other stimuli.
package import Basics

/// The source of `ganglion models`, and of the words that a document may use.
package struct PartDescriptor: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable { case connector, current, stimulus }

  /// As it is written in a document: `fixed_probability`.
  package let id: String
  package let kind: Kind
  package let summary: String
  package let fields: [PartField]
  /// As it stands in a document.
  package let example: String

  package init(_ id: String, _ kind: Kind, _ summary: String, _ fields: [PartField] = [], example: String) {
    self.id = id
    self.kind = kind
    self.summary = summary
    self.fields = fields
    self.example = example
  }

  /// The names that may stand within its own braces.
  package var inside: [String] { fields.filter { $0.place == .inside }.map(\.name) }
  /// The names that may stand beside its own.
  package var beside: [String] { fields.filter { $0.place == .beside }.map(\.name) }

  /// Connectors, then currents, then other stimuli.
  package static let all = connectors + currents + stimuli

  /// - Precondition: there is such a part.
  package static func named(_ id: String, among parts: [PartDescriptor]) -> PartDescriptor {
    guard let part = parts.first(where: { $0.id == id }) else { preconditionFailure("\(id) is described nowhere") }
    return part
  }
}

/// One thing that a part is told.
package struct PartField: Sendable, Equatable {
  package enum Place: Sendable {
    /// It is what stands behind the part's own name.
    case value
    /// Within the braces behind that name.
    case inside
    /// Beside that name.
    case beside
  }

  package let name: String
  package let place: Place
  /// What it takes, in a few words: `0…1`, `whole number`, `grid or line`.
  package let takes: String
  /// The dimension of a number with a unit; nil where it takes something else.
  package let dimension: Dimension?
  /// What holds where it is left out; nil where it must be given.
  package let standard: String?
  package let doc: String

  package init(
    _ name: String, _ place: Place, _ takes: String, _ dimension: Dimension? = nil, default standard: String? = nil,
    doc: String
  ) {
    self.name = name
    self.place = place
    self.takes = takes
    self.dimension = dimension
    self.standard = standard
    self.doc = doc
  }
}
