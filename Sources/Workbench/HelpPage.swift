/// Help laid out for a width: the same lines for whoever scrolls them and for whoever draws them.
package import Terminal

package struct HelpPage: Sendable, Equatable {
  /// Columns for keys and for names; no names where the sentences need the room.
  package let keysWidth: Int
  package let nameWidth: Int
  /// A sentence or a name that is too long goes on in an entry without keys. Names are as they are shown, with a colon.
  package let lines: [HelpLine]

  /// - Parameters:
  ///   - bindings: the user's own keys.
  ///   - width: columns in all; between the columns of the page there are two spaces.
  package init(focus: PaneID?, search: String, bindings: [Key: CommandID] = [:], width: Int) {
    let hasNames = width >= Self.leastWidthForNames
    let whole = HelpText.lines(focus: focus, search: search, bindings: bindings).map {
      hasNames ? $0 : Self.namedWhereKeyless($0)
    }
    var keysWidth = 0
    var nameWidth = 0
    for case .entry(let keys, let name, _) in whole {
      keysWidth = max(keysWidth, keys.count)
      nameWidth = max(nameWidth, name.count + 1)
    }
    nameWidth = hasNames ? min(nameWidth, Self.mostForNames) : 0
    self.keysWidth = keysWidth
    self.nameWidth = nameWidth
    let textWidth = width - keysWidth - 2 - (nameWidth > 0 ? nameWidth + 2 : 0)
    let widths = (name: nameWidth, text: max(12, textWidth))
    lines = whole.flatMap { Self.broken($0, widths, width: width) }
  }

  private static let leastWidthForNames = 90
  /// The few with more behind them than this are broken, so that sentences have room.
  private static let mostForNames = 38

  /// Where names have no column, a command without a key shows its name in the column of keys, without what stands behind
  /// it: that would leave the sentences no room.
  private static func namedWhereKeyless(_ line: HelpLine) -> HelpLine {
    guard case .entry("", let name, let help) = line else { return line }
    return .entry(keys: ":" + name.prefix { $0 != " " }, name: name, help: help)
  }

  private static func broken(_ line: HelpLine, _ widths: (name: Int, text: Int), width: Int) -> [HelpLine] {
    switch line {
    case .entry(let keys, let name, let help):
      let names = widths.name == 0 ? [] : LineBreaking.lines(":" + name, width: widths.name)
      let texts = LineBreaking.lines(help, width: widths.text)
      return (0..<max(names.count, texts.count)).map {
        .entry(
          keys: $0 == 0 ? keys : "", name: $0 < names.count ? names[$0] : "", help: $0 < texts.count ? texts[$0] : "")
      }
    case .note(let text): return LineBreaking.lines(text, width: width).map(HelpLine.note)
    case .heading, .blank: return [line]
    }
  }
}

extension WorkbenchState {
  /// What the help overlay shows.
  package var helpPage: HelpPage {
    HelpPage(
      focus: focus, search: helpSearch?.text ?? "", bindings: bindings, width: min(112, max(1, size.columns - 8)))
  }

  /// The columns that the document's own text is broken at.
  package var aboutWidth: Int { min(76, max(1, size.columns - 8)) }

  /// The lines that an overlay of text shows at least: the rest is its frame and what is searched for.
  package var overlayRows: Int { max(1, size.rows - 7) }
}
