/// What somebody wrote about a part of a network: a label.

package struct NoteSpec: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    case network
    case neurons(Selection)
    /// By its name.
    case projection(String)
  }

  package var subject: Subject
  package var text: String
  package var location: SourceLocation

  package init(on subject: Subject, _ text: String, location: SourceLocation = .none) {
    self.subject = subject
    self.text = text
    self.location = location
  }
}

extension NetworkSpec {
  /// What is written about a neuron, otherwise about a selection that it belongs to, the smallest first.
  package func label(of index: Int, in population: String) -> String? {
    var best: (count: Int, text: String)?
    for note in notes {
      guard case .neurons(let selection) = note.subject, selection.population == population, selection.contains(index)
      else { continue }
      if best.map({ selection.count < $0.count }) ?? true { best = (selection.count, note.text) }
    }
    return best?.text
  }
}
