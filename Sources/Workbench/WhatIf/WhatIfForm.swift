/// `x`: what is to be different, row by row.
import Basics
import Debugger
import NetworkModel

enum WhatIfForm {
  private static let kinds = [
    FormChoice("spike", help: "Its spike reaches nobody, though it resets."),
    FormChoice("arrival", help: "One spike that reached it does not."),
    FormChoice("neuron", help: "It never fires at all."),
    FormChoice("synapse", help: "One synapse carries nothing."),
    FormChoice("edit", help: "Something that was changed in this run was not."),
    FormChoice("one spike more", help: "It fires once where it did not."),
    FormChoice("another value", help: "A parameter or variable is set at an earlier time."),
  ]

  static let definition = FormDefinition { state, form in
    let kind = form.choice("without", usual: "spike", help: "What is to be different.", kinds)
    let neuron = state.neuronText
    let now = NumberText.time(state.time)
    let last = state.neuronSnapshot?.lastSpike.map { NumberText.time($0) } ?? now
    switch kind {
    case "spike":
      let name = form.text("neuron", usual: neuron, help: "Whose spike.")
      return "without spike \(name) at \(form.text("time", usual: last, help: "When it fired: its last spike."))"
    case "arrival":
      let source = form.text("from", usual: "", help: "Who fired, e.g. inh[3].")
      let target = form.text("to", usual: neuron, help: "Whom it does not reach.")
      return "without arrival \(source) -> \(target) at \(form.text("time", usual: now, help: "When it fired."))"
    case "neuron": return "without neuron \(form.text("neuron", usual: neuron, help: "Who never fires."))"
    case "synapse":
      let source = form.text("from", usual: "", help: "Where it begins, e.g. inh[3].")
      return "without synapse \(source) -> \(form.text("to", usual: neuron, help: "Where it ends."))"
    case "edit":
      return "without edit \(form.text("edit", usual: "last", help: "The last, or its number from 1."))"
    case "one spike more":
      let name = form.text("neuron", usual: neuron, help: "Who fires.")
      return "spike \(name) at \(form.text("time", usual: now, help: "When, up to now."))"
    default:
      let value = form.text("value", usual: "", help: "What, e.g. exc.tau_m 15 ms.")
      return "set \(value) at \(form.text("time", usual: now, help: "From when on, up to now."))"
    }
  }
}
