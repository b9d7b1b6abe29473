/// What a document says about itself, as lines for the screen.
package import Debugger
import Basics

package enum AboutText {
  /// The title, what the document tells, and what was built, broken into lines of at most `width` columns.
  package static func lines(of network: NetworkSummary, width: Int) -> [String] {
    let told = network.about.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var lines = wrap(network.title, width: width)
    if !lines.isEmpty { lines.append("") }
    for paragraph in told { lines += paragraph.isEmpty ? [""] : wrap(paragraph, width: width) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines.append("")
    for fact in facts(of: network) { lines += wrap(fact, width: width) }
    return lines
  }

  private static func facts(of network: NetworkSummary) -> [String] {
    let populations = network.populations.map {
      "\($0.name): \(NumberText.grouped($0.size)) × \($0.model)"
    }
    let projections = network.projections.map {
      "\($0.name): \(NumberText.grouped($0.synapses)) synapses"
    }
    return populations + projections + ["dt \(NumberText.quantity(network.dt.value, .time)), seed \(network.seed)"]
  }

  /// Breaks between words; a word longer than a line is cut.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      if !line.isEmpty, line.count + 1 + rest.count > width {
        lines.append(line)
        line = ""
      }
      while rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line += (line.isEmpty ? "" : " ") + rest
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
