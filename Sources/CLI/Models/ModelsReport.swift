/// Everything that a document can be made of, as values for programs and for people.
import Basics
import Foundation
import Kernels
import NetworkModel

/// The JSON of `ganglion models --json`: a list for each kind.
struct ModelsReport: Encodable {
  let models: [Entry]
  let rules: [Entry]
  let connectors: [Entry]
  let currents: [Entry]
  let stimuli: [Entry]

  static let everything = ModelsReport(
    models: Catalogue.descriptors.map(Entry.init), rules: Catalogue.rules.map { Entry($0.descriptor) },
    connectors: PartDescriptor.connectors.map(Entry.init), currents: PartDescriptor.currents.map(Entry.init),
    stimuli: PartDescriptor.stimuli.map(Entry.init))

  /// One of them.
  struct Entry: Encodable, Equatable {
    /// What it is told, or has as its state.
    struct Value: Encodable, Equatable {
      let name: String
      /// Null where it has none, or where it is that of something else.
      var unit: String?
      /// Null where it must be given.
      var standard: String?
      /// The words that there are to choose from, or what it takes.
      var takes: String?
      let doc: String

      enum CodingKeys: String, CodingKey {
        case name, unit, takes
        case standard = "default"
        case doc = "explanation"
      }
    }

    let name: String
    var plainName: String?
    let kind: String
    let summary: String
    var equations: [String] = []
    var parameters: [Value] = []
    var state: [Value] = []
    /// Null where nothing may project onto it.
    var weightUnit: String?
    var example: String?
    var reference: String?
    /// The rate under a constant drive, and where the formula stands; null where none is known.
    var firing: Firing?

    struct Firing: Encodable, Equatable {
      let formula: String
      let source: String
    }

    enum CodingKeys: String, CodingKey {
      case name, kind, summary, equations, parameters, state, example, reference, firing
      case plainName = "plain_name"
      case weightUnit = "weight_unit"
    }
  }

  var json: String { get throws { try Self.text(self) } }

  fileprivate static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension ModelsReport.Entry {
  static let all: [ModelsReport.Entry] = {
    let everything = ModelsReport.everything
    return everything.models + everything.rules + everything.connectors + everything.currents + everything.stimuli
  }()

  /// Those with this name, standard or plain; a connector and a current may share one.
  static func named(_ name: String) -> [ModelsReport.Entry] { all.filter { $0.name == name || $0.plainName == name } }

  var json: String { get throws { try ModelsReport.text(self) } }

  init(_ model: ModelDescriptor) {
    self.init(
      name: model.id, plainName: model.plainName, kind: model.kind.rawValue, summary: model.summary,
      equations: model.equations, parameters: model.parameters.map(ModelsReport.Entry.Value.init),
      state: model.state.map { .init(name: $0.name, unit: $0.dimension.baseUnit, doc: $0.doc) },
      weightUnit: model.weightDimension?.baseUnit, reference: model.reference,
      firing: model.firing.map { Firing(formula: $0.formula, source: $0.source) })
  }

  /// The bounds of the weight are every rule's.
  init(_ rule: RuleDescriptor) {
    let bounds: [Value] = [
      .init(name: "w_min", standard: "0", doc: "The least weight, in the unit of weights onto the target."),
      .init(name: "w_max", doc: "The greatest weight."),
    ]
    self.init(
      name: rule.id, kind: "rule", summary: rule.summary, equations: rule.equations,
      parameters: rule.parameters.map(Value.init) + bounds, reference: rule.reference)
  }

  init(_ part: PartDescriptor) {
    self.init(
      name: part.id, kind: part.kind.rawValue, summary: part.summary,
      parameters: part.fields.map { field in
        .init(
          name: field.name, unit: field.dimension?.baseUnit, standard: field.standard, takes: field.takes,
          doc: field.doc)
      }, example: part.example)
  }
}

extension ModelsReport.Entry.Value {
  init(_ field: ParameterField) {
    switch field.kind {
    case .number(let value, _, _):
      self.init(name: field.name, unit: field.dimension.baseUnit, standard: "\(value)", doc: field.doc)
    case .choice(let words):
      self.init(
        name: field.name, standard: words.first, takes: words.joined(separator: " | "), doc: field.doc)
    case .times: self.init(name: field.name, unit: field.dimension.baseUnit, takes: "times", doc: field.doc)
    }
  }
}
