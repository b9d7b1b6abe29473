/// `ganglion models`: what every model is, from its own descriptor.
import ArgumentParser
import Basics
import Kernels

struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "List every model and rule, or explain one: equations, parameters, units.")

  @Argument(help: "A model's standard or plain name, to explain it.") var name: String?

  func run() throws {
    guard let name else {
      for model in Catalogue.descriptors { print(Self.line(model)) }
      print("\nRules of plasticity")
      for rule in Catalogue.rules { print(Self.pad(rule.descriptor.id, 20) + rule.descriptor.summary) }
      return
    }
    if let rule = Catalogue.rule(name) {
      print(Self.explanation(rule.descriptor).joined(separator: "\n"))
      return
    }
    guard let model = Catalogue.descriptors.first(where: { $0.id == name || $0.plainName == name }) else {
      let known = (Catalogue.descriptors.map(\.id) + Catalogue.rules.map(\.descriptor.id)).joined(separator: ", ")
      throw Failure(.usage, "ganglion: there is no model \"\(name)\" · the models are \(known)")
    }
    print(Self.explanation(model).joined(separator: "\n"))
  }

  private static func line(_ model: ModelDescriptor) -> String {
    pad(model.id, 20) + pad(model.plainName, 12) + model.summary
  }

  static func explanation(_ model: ModelDescriptor) -> [String] {
    var lines = ["\(model.id) (\(model.plainName))", model.summary, ""]
    lines += model.equations.map { "    " + $0 }
    if !model.parameters.isEmpty { lines += ["", "Parameters"] + model.parameters.map(parameter) }
    if !model.state.isEmpty { lines += ["", "State"] + model.state.map(variable) }
    if let firing = model.firing {
      lines += ["", "Rate f under a constant drive", "    \(firing.formula)", "    (\(firing.source))"]
    }
    if let dimension = model.weightDimension {
      let unit = dimension.baseUnit
      lines += ["", "Weights onto it: " + (unit.isEmpty ? "numbers without a unit" : "in \(unit)")]
    }
    return lines + ["", "Source: " + model.reference]
  }

  static func explanation(_ rule: RuleDescriptor) -> [String] {
    var lines = [rule.id, rule.summary, ""] + rule.equations.map { "    " + $0 } + ["", "Parameters"]
    lines += rule.parameters.map(parameter)
    lines.append("    " + pad("w_min", 14) + pad("0", 22) + "The least weight, in the unit of weights onto the target.")
    lines.append("    " + pad("w_max", 14) + pad("required", 22) + "The greatest weight.")
    return lines + ["", "Source: " + rule.reference]
  }

  private static func parameter(_ field: ParameterField) -> String {
    let value =
      switch field.kind {
      case .number(let value, _, _): "\(value) \(field.dimension.baseUnit)"
      case .choice(let words): words.joined(separator: " | ")
      case .times: "times"
      }
    return "    " + pad(field.name, 14) + pad(value, 22) + field.doc
  }

  private static func variable(_ variable: StateVariable) -> String {
    "    " + pad(variable.name, 14) + pad(variable.dimension.baseUnit, 22) + variable.doc
  }

  /// At least one space follows, even where the text is longer than its column.
  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
