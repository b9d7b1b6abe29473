/// `i`: a constant current into some neurons, for some time.
import Basics
import Debugger
import NetworkModel

enum InjectForm {
  static let definition = FormDefinition { state, form in
    let populations = (state.document?.spec.populations ?? []).filter { state.model($0.model)?.kind == .neuron }
    let into = form.choice(
      "into", usual: state.selectedPopulation?.name, help: "Which population it flows into.",
      populations.map { FormChoice($0.name, help: "\(Names.sizeText($0.shape)), \($0.model)") })
    let isSelected = state.selectedPopulation?.name == into
    let neurons = form.text(
      "only", usual: isSelected ? "\(state.neuron.index)" : "",
      help: "Which of its neurons: 17, or 0..9,12; nothing for all.")
    let model = populations.first { $0.name == into }.flatMap { state.model($0.model) }
    let unit: Dimension = model?.isDimensionless == true ? .none : .current
    let current = form.text(
      "current", usual: NumberText.quantity(0.3, unit), help: "How much; below 0 it holds the neuron back.")
    let from = form.text("from", usual: "", help: "When it begins; nothing for the beginning of the run.")
    let to = form.text("to", usual: "", help: "When it ends; nothing for never.")
    let times = (from.isEmpty ? "" : " from \(from)") + (to.isEmpty ? "" : " to \(to)")
    return "\(into)\(neurons.isEmpty ? "" : "[\(neurons)]") \(current)\(times)"
  }
}
