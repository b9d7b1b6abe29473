/// What files say of a projection, as the `:` line names them: `file=synapses.csv`, `matrix=w.npy`, `file(w.npy,pA)`.
import Basics
package import NetworkModel

/// Synapses of which files say a part: to be read outside, for a reducer reads no files.
package struct FileConnection: Sendable, Equatable {
  /// What is known without the files.
  package var projection: ProjectionSpec
  /// By `connect`, `weight` and `delay` what a document has in braces there.
  package var files: [String: [String: String]]
  /// The network in which it is to be.
  package var spec: NetworkSpec
  /// The name under which the document was opened: the files are beside it.
  package var origin: String
  /// `connect exc → inh by synapses.csv`
  package var words: String
}

enum FileText {
  /// The entries of a connector; nil where the word is none that is in a file.
  static func connector(_ word: String, _ dimension: Dimension) throws(EditProblem) -> [String: String]? {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let descriptor = ConnectorDescriptor.named(parts[0]), descriptor.isOfFile else {
      return nil
    }
    var values = ConnectorText.arguments(parts[1])
    let example = "\(descriptor.word)=\(descriptor.parameters[0].usual)"
    guard !values[0].isEmpty, values.count <= descriptor.parameters.count else {
      throw .notUnderstood(word, example: example)
    }
    values += Array(repeating: "", count: descriptor.parameters.count - values.count)
    let unit = values.last.flatMap { $0.isEmpty ? nil : $0 } ?? dimension.baseUnit
    var entries = [descriptor.id: values[0]]
    let hasUnit = dimension != .none
    if descriptor.id == "matrix" {
      entries["layout"] = values[1].isEmpty ? "post_pre" : values[1]
      if hasUnit { entries["unit"] = unit }
    } else {
      entries["delay_unit"] = "ms"
      if hasUnit { entries["weight_unit"] = unit }
    }
    return entries
  }

  /// The entries of weights or delays, one for each synapse, and whether they are delays: their unit says it.
  static func values(_ word: String, _ dimension: Dimension) -> (entries: [String: String], isTime: Bool)? {
    guard word.hasPrefix("file("), word.last == ")" else { return nil }
    let values = ConnectorText.arguments(String(word.dropFirst("file(".count).dropLast()))
    guard (1...2).contains(values.count), !values[0].isEmpty else { return nil }
    let isTime = values.count > 1 && Unit.named(values[1])?.dimension == .time
    let unit = values.count > 1 ? values[1] : dimension.baseUnit
    return (dimension == .none && !isTime ? ["file": values[0]] : ["file": values[0], "unit": unit], isTime)
  }
}

extension WorkbenchState {
  /// The files have been read, or cannot be.
  mutating func take(connected request: FileConnection, _ result: Result<ProjectionSpec, LoadFailure>) -> [Effect] {
    switch result {
    case .failure(let failure):
      complain(failure.text)
      return []
    case .success(let projection):
      return rebuild(request.words) { spec in
        // Another connector for one that there is, or a new one.
        if let index = spec.projections.firstIndex(where: { $0.name == projection.name }) {
          spec.projections[index] = projection
        } else {
          spec.projections.append(projection)
        }
      }
    }
  }
}
