/// `--set`: what a run changes in its document.
import Basics
import Debugger
import Foundation
import Kernels
import NetworkModel
import Terminal
import Workbench

/// Understands the same words as the workbench's `:set`, and how data is played: `input.encoder=poisson`,
/// `input.present=128`, `readout.at=8,32,128`.
struct Override {
  /// Changes of single neurons, which no document can say: to be made before the first step.
  private(set) var edits: [EngineCommand] = []

  /// Changes of whole populations go into the spec, as if the document said so.
  mutating func apply(_ text: String, to spec: inout NetworkSpec) throws(Failure) {
    if try applyToData(text, &spec) { return }
    let edit: Edit
    do {
      edit = try Assignment.edit(parsing: text, in: WorkbenchState(outlining: spec))
    } catch {
      throw Failure(.usage, "ganglion: --set \(text): \(error)")
    }
    guard edit.neurons.isWhole else { return edits.append(edit.command) }
    switch (edit.field, edit.value) {
    case (.parameter(let field), .number(let value)):
      spec.populations[edit.neurons.population].parameters[field.name] = .number(.constant(value))
    case (.parameter(let field), .choice(let word)):
      spec.populations[edit.neurons.population].parameters[field.name] = .choice(word)
    case (.state(let variable), .number(let value)):
      spec.populations[edit.neurons.population].initial[variable.name] = .constant(value)
    default: edits.append(edit.command)
    }
  }

  // MARK: How data is played

  /// Whether the text was about data. - Throws: when it was, and is wrong.
  private func applyToData(_ text: String, _ spec: inout NetworkSpec) throws(Failure) -> Bool {
    let sides = text.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard sides.count == 2 else { return false }
    if sides[0] == "readout.at", spec.readout != nil {
      let at = try times(sides[1], text)
      spec.readout?.at = at
      return true
    }
    for index in spec.stimuli.indices {
      guard case .data(var data) = spec.stimuli[index].kind else { continue }
      let name = spec.stimuli[index].target.population
      switch sides[0] {
      case "\(name).encoder": data.encoder = try choice(sides[1], text)
      case "\(name).between": data.between = try choice(sides[1], text)
      case "\(name).order": data.order = try choice(sides[1], text)
      case "\(name).present": data.presentSteps = try StepCount.positive(sides[1], text)
      default: continue
      }
      spec.stimuli[index].kind = .data(data)
      return true
    }
    return false
  }

  private func choice<Choice: CaseIterable & RawRepresentable>(
    _ word: String, _ text: String
  ) throws(Failure) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(.usage, "ganglion: --set \(text): there is no \"\(word)\" · one of \(words)")
  }

  private func times(_ list: String, _ text: String) throws(Failure) -> [Int] {
    var times: [Int] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      times.append(try StepCount.positive(String(part), text))
    }
    guard times == Array(Set(times)).sorted() else {
      throw Failure(.usage, "ganglion: --set \(text): the steps must ascend, as in readout.at=8,32,128")
    }
    return times
  }
}
