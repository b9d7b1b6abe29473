/// What a document says about itself, as lines for the screen.
import Basics
package import Debugger
package import NetworkModel

package enum AboutText {
  /// The title, what the document tells, what is noted about its parts, and what was built, broken into lines of at most `width` columns.
  package static func lines(of network: NetworkSummary, notes: [NoteSpec] = [], width: Int) -> [String] {
    var lines = LineBreaking.lines(network.title, width: width)
    for paragraph in paragraphs(network.about) {
      lines += [""] + paragraph.flatMap { LineBreaking.lines($0, width: width) }
    }
    if !notes.isEmpty { lines.append("") }
    for note in notes { lines += LineBreaking.lines(text(of: note), width: width) }
    lines.append("")
    for fact in facts(of: network) { lines += LineBreaking.lines(fact, width: width) }
    return lines
  }

  private static func text(of note: NoteSpec) -> String {
    switch note.subject {
    case .network: note.text
    case .neurons(let selection): "\(selection.text): \(note.text)"
    case .projection(let name): "\(name): \(note.text)"
    }
  }

  /// What the document tells, by paragraphs. Where its author broke a line says nothing of the width here: lines are
  /// joined, but for those that are indented or begin a point of a list.
  package static func paragraphs(_ text: String) -> [[String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split { $0.allSatisfy(\.isWhitespace) }.map { paragraph in
      var groups: [[Substring]] = []
      for line in paragraph {
        if groups.isEmpty || standsAlone(line) { groups.append([line]) } else { groups[groups.count - 1].append(line) }
      }
      return groups.map(LineBreaking.joined)
    }
  }

  private static func standsAlone(_ line: Substring) -> Bool {
    guard let first = line.first else { return true }
    return first.isWhitespace || first == "•" || line.hasPrefix("- ") || line.hasPrefix("* ")
  }

  private static func facts(of network: NetworkSummary) -> [String] {
    let populations = network.populations.map {
      "\($0.name): \(NumberText.grouped($0.size)) × \($0.model)"
    }
    let projections = network.projections.map {
      "\($0.name): \(NumberText.count($0.synapses, "synapse"))"
    }
    return populations + projections + ["dt \(NumberText.quantity(network.dt.value, .time)), seed \(network.seed)"]
  }
}
