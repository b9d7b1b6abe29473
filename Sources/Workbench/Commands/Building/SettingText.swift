/// Parameters of a model or a rule behind a command, `tau_m=15ms`, and the rows of a form that amount to them.
import Basics
import NetworkModel

enum SettingText {
  /// - Parameter owner: whose fields they are, for what is said of a wrong one.
  static func settings(
    _ words: [String], of owner: String, _ fields: [ParameterField]
  ) throws(EditProblem) -> [String: ParameterSetting] {
    var settings: [String: ParameterSetting] = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw .notUnderstood(word, example: example(fields)) }
      settings[parts[0]] = try setting(parts[0], parts[1], of: owner, fields)
    }
    return settings
  }

  private static func setting(
    _ name: String, _ text: String, of owner: String, _ fields: [ParameterField]
  ) throws(EditProblem) -> ParameterSetting {
    guard let field = fields.first(where: { $0.name == name }) else {
      throw .unknownParameter(name, of: owner, nearest: Spelling.nearest(to: name, among: fields.map(\.name)))
    }
    do throws(EditRefusal) {
      return try InspectorRow(field: .parameter(field), value: nil).setting(from: text)
    } catch {
      throw .refused(error)
    }
  }

  private static func example(_ fields: [ParameterField]) -> String {
    fields.lazy.compactMap { field in usual(field).map { "\(field.name)=\($0)" } }.first ?? "NAME=VALUE"
  }

  /// What a field is where nothing is said, as it is shown; nil for a list, which no line says.
  private static func usual(_ field: ParameterField) -> String? {
    switch field.kind {
    case .number(let standard, _, _): NumberText.quantity(standard, field.dimension)
    case .choice(let words): words.first
    case .times: nil
    }
  }

  /// Adds the row of a field. Returns `tau_m=15ms` where it is not what is usual.
  /// - Parameter present: what it is now, where that is known.
  static func word(_ field: ParameterField, _ present: ParameterSetting?, _ form: inout FormBuilder) -> String? {
    guard let usual = usual(field) else { return nil }
    let (name, now) = ("  " + field.name, present.map { InspectorRow.text($0, field.dimension) })
    let value: String
    if case .choice(let words) = field.kind {
      value = form.choice(name, usual: now, help: field.doc, words.map { FormChoice($0, help: field.doc) })
    } else {
      let help = "\(field.doc) Usually \(usual); \(EditRefusal.allowed(field))."
      value = form.text(name, usual: now ?? usual, help: help)
    }
    return value == usual ? nil : "\(field.name)=\(value.filter { !$0.isWhitespace })"
  }

  /// Fields behind what has been typed, each with what is usual.
  static func completions(_ fields: [ParameterField], behind typed: String) -> [String] {
    let front = typed.prefix(through: typed.lastIndex(of: " ") ?? typed.startIndex)
    return fields.compactMap { field in
      usual(field).map { "\(front)\(field.name)=\($0.filter { !$0.isWhitespace })" }
    }
  }
}
