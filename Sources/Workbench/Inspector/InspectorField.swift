/// Typing a value into the inspector.
import Basics
import Terminal

extension WorkbenchState {
  /// Opens the field with `text` in it, if the row under the cursor takes typed values at all.
  mutating func openField(_ text: String) {
    guard let row = inspectorRow else { return complain("there is nothing to set here") }
    if let reason = row.whyNotTyped { return complain(reason.description) }
    inspector.field = TextField(text: text)
  }

  /// A key while the field is open. What is wrong is told, and the field stays as it is.
  mutating func typeInField(_ key: Key) -> [Effect] {
    guard var field = inspector.field else { return [] }
    switch key {
    case .escape:
      inspector.field = nil
    case .enter:
      let text = field.text
      let effects = editRow { (row) throws(EditRefusal) in try row.setting(from: text) }
      if message?.kind != .error { inspector.field = nil }
      return effects
    default:
      if field.edit(key) { inspector.field = field }
    }
    return []
  }
}

extension InspectorRow {
  /// The value as it is put into the field to be changed: exact, in base units, without the unit.
  var editableText: String {
    guard case .number(let number)? = value, number.isFinite, !isEndless else { return "" }
    return NumberText.significant(number, digits: 9)
  }

  fileprivate var whyNotTyped: EditRefusal? {
    switch field {
    case .parameter(let field) where field.kind == .times: .listOfTimes(name)
    case .state(let variable) where !variable.isInitial: .readOnly(name)
    default: nil
    }
  }
}
