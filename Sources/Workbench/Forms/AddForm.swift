/// `a`: a population or source, its model chosen from a list that explains each, and
/// that model's parameters.
import Basics
import Debugger
import NetworkModel

enum AddForm {
  static let definition = FormDefinition { state, form in
    let spec = state.document?.spec ?? NetworkSpec()
    let name = form.text("name", usual: freeName(spec), help: "What it is called: letters, digits, _ and -.")
    let size = form.text("size", usual: "100", help: "How many neurons: 100; or 8x10, which is shown as an image.")
    let kind = form.choice("kind", help: "What it does.", kinds)
    let models = state.models.filter { $0.kind.rawValue == kind }
    let model = form.choice(
      "model", usual: state.selectedModel?.id, help: "How it moves.",
      models.map { FormChoice($0.id, note: $0.plainName, help: $0.summary) })
    let fields = models.first { $0.id == model }?.parameters ?? []
    let settings = fields.compactMap { SettingText.word($0, nil, &form) }
    return ([name, size, model] + settings).joined(separator: " ")
  }

  private static let kinds = [
    FormChoice(ModelDescriptor.Kind.neuron.rawValue, help: "Neurons: they have a state, receive and spike."),
    FormChoice(ModelDescriptor.Kind.source.rawValue, help: "Sources: they spike by themselves and receive nothing."),
    FormChoice(ModelDescriptor.Kind.input.rawValue, help: "An input: it plays the data of the document."),
  ]

  private static func freeName(_ spec: NetworkSpec) -> String {
    let usual = ["exc", "inh"] + (1...spec.populations.count + 1).map { "p\($0)" }
    return usual.first { spec.population($0) == nil } ?? ""
  }
}
