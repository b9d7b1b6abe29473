/// The votes of the outputs as bars, the leader marked.
import Charts
import Debugger
import Terminal

enum VoteBars {
  static func draw(_ classifier: ClassifierSnapshot, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let votes = classifier.votes
    guard !votes.isEmpty, area.width > 0, area.height > 0 else { return }
    let finite = votes.filter(\.isFinite)
    // From the least to the greatest vote, but never less than one apart: noise is not blown up.
    let low = min(0, finite.min() ?? 0)
    let scale = Scale(low...max(low + 1, finite.max() ?? 1), places: 1)
    if area.height >= votes.count, area.width >= 20 {
      drawLying(classifier, scale, in: area, on: &canvas, theme: theme)
    } else {
      drawStanding(classifier, scale, in: area, on: &canvas, theme: theme)
    }
  }

  /// A line for each output: `▸7 ██████▉  12.40`
  private static func drawLying(
    _ classifier: ClassifierSnapshot, _ scale: Scale, in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    let labelWidth = String(classifier.votes.count - 1).count + 1
    let decimals = decimals(classifier.votes)
    let width = area.width - labelWidth - 10
    for (index, vote) in classifier.votes.enumerated() {
      let y = area.y + index
      let leads = index == classifier.vote
      let style = theme[leads ? .accent : .curve]
      if leads { canvas[area.x, y] = Mark.selected.cell(theme, theme[.accent]) }
      let label = Digits.padded(String(index), labelWidth - 1)
      canvas.write(label, x: area.x + 1, y: y, width: labelWidth, leads ? theme[.heading] : theme[.faint], theme)
      canvas.lyingBar(scale.fraction(vote), x: area.x + labelWidth + 1, y: y, width: width, style, theme)
      canvas.writeRight(
        Digits.fixed(vote, decimals), end: area.x + area.width, y: y, width: 9, theme[leads ? .heading : .text], theme)
    }
  }

  /// As many as tell: none for counts of spikes, fewer for large numbers. The same for all, so that the points align.
  private static func decimals(_ votes: [Double]) -> Int {
    if votes.allSatisfy({ $0 == $0.rounded() }) { return 0 }
    let greatest = votes.reduce(0) { max($0, abs($1)) }
    return greatest >= 100 ? 1 : 2
  }

  /// A column for each output, its number beneath, the leader's in brackets or with an arrow under it.
  private static func drawStanding(
    _ classifier: ClassifierSnapshot, _ scale: Scale, in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    let pitch = max(1, min(4, area.width / classifier.votes.count))
    let thickness = max(1, pitch - 1)
    let hasArrow = pitch < 4
    let height = area.height - (hasArrow ? 2 : 1)
    guard height > 0 else { return }
    for (index, vote) in classifier.votes.enumerated() where (index + 1) * pitch <= area.width + 1 {
      let x = area.x + index * pitch
      let leads = index == classifier.vote
      let bar = Rect(x: x, y: area.y, width: thickness, height: height)
      canvas.standingBar(scale.fraction(vote), in: bar, theme[leads ? .accent : .curve], theme)
      let middle = x + (thickness - 1) / 2
      let y = area.y + height
      canvas.write(
        String(index % 10), x: middle, y: y, width: pitch, leads ? theme[.heading] : theme[.faint], theme)
      if leads { markLeader(middle, y, hasArrow: hasArrow, on: &canvas, theme: theme) }
    }
  }

  private static func markLeader(
    _ x: Int, _ y: Int, hasArrow: Bool, on canvas: inout Canvas, theme: Theme
  ) {
    if hasArrow {
      canvas[x, y + 1] = Mark.leader.cell(theme, theme[.accent])
    } else {
      canvas[x - 1, y] = Cell("[", style: theme[.accent])
      canvas[x + 1, y] = Cell("]", style: theme[.accent])
    }
  }
}
