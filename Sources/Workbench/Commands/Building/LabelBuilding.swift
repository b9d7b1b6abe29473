/// Labels: what somebody wants to say about neurons, a population or a projection.
import Basics
import Debugger
import NetworkModel
import Terminal

enum LabelBuilding {
  static let label = Command.building(
    "label", title: "label",
    help: "Say something about neurons or a projection, kept as a note; nothing takes it away.",
    argument: "NEURONS|PROJECTION [TEXT]", completions: NameCompletions.both
  ) { state, spec, words throws(EditProblem) in
    guard let name = words.first else { throw .usage("label exc[3] the pacemaker") }
    let text = words.dropFirst().joined(separator: " ")
    let (subject, shown) = try subject(name, state, spec)
    let known = spec.notes.firstIndex { $0.subject == subject }
    if text.isEmpty {
      guard let known else { throw .noLabel(shown) }
      return PlannedEdit(words: "no label on \(shown)") { $0.notes.remove(at: known) }
    }
    return PlannedEdit(words: "label on \(shown): \(text)") { spec in
      if let known { spec.notes[known].text = text } else { spec.notes.append(NoteSpec(on: subject, text)) }
    }
  }

  private static func subject(
    _ name: String, _ state: WorkbenchState, _ spec: NetworkSpec
  ) throws(EditProblem) -> (NoteSpec.Subject, String) {
    if spec.population(name) == nil, spec.projections.contains(where: { $0.name == name }) {
      return (.projection(name), name)
    }
    let neurons = try Names.neurons(name, in: state)
    return (.neurons(neurons.selection), neurons.text)
  }
}
