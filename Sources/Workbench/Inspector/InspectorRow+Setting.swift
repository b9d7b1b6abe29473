/// From what is typed to a value that the row's field allows.
package import Basics

extension InspectorRow {
  /// A number with or without a unit, or one of the field's words.
  package func setting(from text: String) throws(EditRefusal) -> ParameterSetting {
    if case .parameter(let field) = field, case .choice(let words) = field.kind {
      let word = text.filter { !$0.isWhitespace }
      guard words.contains(word) else {
        throw .notAChoice(word, field, nearest: Spelling.nearest(to: word, among: words))
      }
      return .choice(word)
    }
    if case .parameter(let field) = field, field.kind == .times { throw .listOfTimes(name) }
    let value: Double
    do throws(QuantityError) {
      value = try Quantity.value(of: text, expecting: dimension)
    } catch {
      throw .quantity(error, row: name)
    }
    return try checked(value)
  }

  /// `value` as a setting, if the field may have it.
  func checked(_ value: Double) throws(EditRefusal) -> ParameterSetting {
    switch field {
    case .parameter(let field):
      guard field.allows(value) else { throw .outOfRange(field) }
    case .state(let variable):
      guard variable.isInitial else { throw .readOnly(variable.name) }
      guard value.isFinite else { throw .notFinite(variable.name) }
    }
    return .number(value)
  }
}
