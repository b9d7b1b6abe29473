/// Messages about what is left out.
import Basics

extension Complaint {
  static func oneOmission(_ kinds: [String]) -> Complaint {
    Complaint(
      kinds.isEmpty ? "it is not said what is left out" : "one thing is left out at a time, not \(list(kinds))",
      hint: "one of \(list(WithoutReader.kinds))")
  }

  static func omissionForGood(_ kind: String) -> Complaint {
    Complaint(
      "a \(kind) is left out for good, not at a time",
      hint: kind == "neuron" ? "one spike of it: `{spike: …, at: …}`" : "one arrival: `{arrival: …, at: …}`")
  }

  static func notOneNeuron(_ text: String, in population: String) -> Complaint {
    Complaint("\(quoted(text)) is not one neuron", hint: "for example `\(population)[3]`")
  }

  static func noSynapse(_ text: String) -> Complaint {
    Complaint("\(quoted(text)) is no pair of neurons", hint: "for example `inh[3] -> exc[17]`")
  }

  static func neverJoined(_ source: String, _ target: String) -> Complaint {
    Complaint("no projection leads from \(source) to \(target)", hint: "write the sender first")
  }

  static func nothingToLeaveOut(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("there is nothing of \(name) to leave out: \(model.id) never fires")
  }

  static func valuesAreNoSpikes(_ name: String) -> Complaint {
    Complaint("\(name) plays values, and sends no spikes", hint: "leave out the neuron, or take `encoder: poisson`")
  }
}
