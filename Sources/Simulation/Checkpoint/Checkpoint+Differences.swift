/// What two checkpoints of the same network do not agree on, for people.

extension Checkpoint {
  /// The names of the parts that differ, in order, each once; empty when the checkpoints are equal.
  package func differences(from other: Checkpoint) -> [String] {
    if self == other { return [] }
    guard header == other.header, sections.count == other.sections.count else { return ["network"] }
    var names: [String] = []
    for (one, two) in zip(sections, other.sections) where one != two && !names.contains(one.name) {
      names.append(one.name)
    }
    return names
  }
}
