/// The argument of `:set`: `exc.tau_m 15 ms`, `exc[3..9].v_thresh=-52mV`, or `tau_m 15 ms` for the selection.
import Basics
import Debugger

package enum Assignment {
  /// Finds out what is to be set, where, and to what.
  package static func edit(parsing text: String, in state: WorkbenchState) throws(EditRefusal) -> Edit {
    let (target, valueText) = split(text)
    guard !target.isEmpty, !valueText.isEmpty else { throw .malformed(text) }
    let (neuronsText, name) = parts(of: target)
    let neurons = try neurons(named: neuronsText, in: state)
    guard let model = state.model(ofPopulation: neurons.population) else {
      throw .unknownName(name, model: neurons.text, nearest: nil)
    }
    let rows = InspectorRow.rows(of: model, showing: nil)
    guard let index = rows.firstIndex(where: { $0.name == name }) else {
      throw .unknownName(name, model: model.id, nearest: Spelling.nearest(to: name, among: rows.map(\.name)))
    }
    return Edit(
      neurons: neurons, row: index, field: rows[index].field, value: try rows[index].setting(from: valueText))
  }

  /// Before and behind the first `=`, or else the first space that stands outside brackets.
  private static func split(_ text: String) -> (target: String, value: String) {
    var isInBrackets = false
    for index in text.indices {
      let character = text[index]
      if character == "[" { isInBrackets = true }
      if character == "]" { isInBrackets = false }
      guard !isInBrackets, character == "=" || character.isWhitespace else { continue }
      let value = text[text.index(after: index)...].drop { $0.isWhitespace || $0 == "=" }
      return (String(text[..<index]), String(value))
    }
    return (text, "")
  }

  /// `exc[3..9].v` → `exc[3..9]` and `v`; a name alone has no neurons.
  package static func parts(of target: String) -> (neurons: String?, name: String) {
    let start = target.lastIndex(of: "]") ?? target.startIndex
    guard let dot = target[start...].firstIndex(of: ".") else { return (nil, target) }
    return (String(target[..<dot]), String(target[target.index(after: dot)...]))
  }

  private static func neurons(named text: String?, in state: WorkbenchState) throws(EditRefusal) -> NamedNeurons {
    guard let network = state.network else { throw .malformed(text ?? "") }
    guard let text else {
      guard let target = state.inspectorTarget else { throw .malformed("") }
      return target
    }
    do {
      return try NamedNeurons(parsing: text, in: network)
    } catch {
      throw .selection(error)
    }
  }
}
