/// The grid on which spikes are drawn: neurons down, time to the right, below what is under the cursor.
import Basics
import NetworkModel
import Terminal
import Workbench

enum SpikeGridOverlay {
  /// Columns of a cell, and of the names of neurons.
  private static let cellWidth = 2
  private static let labelWidth = 8

  static func draw(_ grid: SpikeGrid, _ state: WorkbenchState, on canvas: inout Canvas, theme: Theme) {
    guard let population = state.population(of: grid), let dt = state.document?.spec.dt else { return }
    let room = state.spikeGridSize
    let rows = min(room.neurons, population.size)
    let inside = OverlayFrame.draw(
      "Spikes of \(grid.population)",
      details: ["space puts and takes, + - bins, x clears, u undoes, Esc leaves", "space, + -, x, u, Esc"],
      size: Size(columns: labelWidth + room.bins * cellWidth, rows: rows + 4), on: &canvas, theme: theme)
    // Whole pages: the picture stands still while the cursor moves over it.
    let page = Page(
      firstNeuron: grid.neuron / rows * rows, neurons: rows, firstBin: grid.bin / room.bins * room.bins,
      bins: room.bins, dt: dt)
    let area = Rect(x: inside.x + labelWidth, y: inside.y + 1, width: room.bins * cellWidth, height: rows)
    drawTimes(grid, page, now: state.time, above: area, on: &canvas, theme: theme)
    for offset in 0..<rows where page.firstNeuron + offset < population.size {
      drawRow(page.firstNeuron + offset, grid, page, population, y: area.y + offset, area, on: &canvas, theme: theme)
    }
    drawWords(grid, population, page, x: inside.x, y: area.y + rows + 1, width: inside.width, on: &canvas, theme: theme)
  }

  private struct Page {
    let firstNeuron: Int
    let neurons: Int
    let firstBin: Int
    let bins: Int
    let dt: Milliseconds
  }

  /// The time of every tenth bin, and where the run is.
  private static func drawTimes(
    _ grid: SpikeGrid, _ page: Page, now: Milliseconds, above area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    canvas.write("ms", x: area.x - 3, y: area.y - 1, width: 2, theme[.faint], theme)
    for bin in page.firstBin..<page.firstBin + page.bins where (bin + 1).isMultiple(of: 10) || bin == page.firstBin {
      let text = NumberText.significant(grid.time(of: bin, dt: page.dt).value, digits: 6)
      let x = area.x + (bin - page.firstBin) * cellWidth
      canvas.write(text, x: x, y: area.y - 1, width: area.x + area.width - x, theme[.faint], theme)
    }
    let present = grid.bin(of: now, dt: page.dt) - page.firstBin
    if now.value > 0, (0..<page.bins).contains(present) {
      canvas[area.x + present * cellWidth, area.y + area.height] = Cell(
        theme.glyphs == .braille ? "▴" : "^", style: theme[.accent])
    }
  }

  private static func drawRow(
    _ neuron: Int, _ grid: SpikeGrid, _ page: Page, _ population: PopulationSpec, y: Int, _ area: Rect,
    on canvas: inout Canvas, theme: Theme
  ) {
    let isSelected = neuron == grid.neuron
    canvas.writeRight(
      "[\(neuron)]", end: area.x - 1, y: y, width: labelWidth - 1, theme[isSelected ? .heading : .faint], theme)
    var counts = [Int](repeating: 0, count: page.bins)
    for time in population.train(of: neuron) {
      let bin = grid.bin(of: time, dt: page.dt) - page.firstBin
      if counts.indices.contains(bin) { counts[bin] += 1 }
    }
    for (offset, count) in counts.enumerated() {
      let x = area.x + offset * cellWidth
      let isCursor = isSelected && page.firstBin + offset == grid.bin
      let isBeat = (page.firstBin + offset + 1).isMultiple(of: 10)
      let style = isCursor ? theme[.selection] : theme[count > 0 ? .spike : .faint]
      canvas[x, y] = Cell(sign(count, isBeat: isBeat, theme.glyphs), style: style)
      if isCursor {
        canvas[x + 1, y] = Cell(" ", style: style)
        canvas.cursor = Point(x: x, y: y)
      }
    }
  }

  /// One spike, several, or none; every tenth column can be counted from.
  private static func sign(_ count: Int, isBeat: Bool, _ glyphs: GlyphSet) -> Unicode.Scalar {
    switch count {
    case 0: isBeat ? (glyphs == .ascii ? "|" : "┊") : (glyphs == .ascii ? "." : "·")
    case 1: glyphs == .ascii ? "#" : "█"
    case 2...9: Unicode.Scalar(UInt8(48 + count))
    default: "+"
    }
  }

  private static func drawWords(
    _ grid: SpikeGrid, _ population: PopulationSpec, _ page: Page, x: Int, y: Int, width: Int,
    on canvas: inout Canvas, theme: Theme
  ) {
    let end = grid.time(of: grid.bin, dt: page.dt)
    let train = population.train(of: grid.neuron)
    let here = train.count { grid.bin(of: $0, dt: page.dt) == grid.bin }
    let bin = Milliseconds(Double(grid.stepsPerBin) * page.dt.value)
    canvas.write(
      "\(grid.population)[\(grid.neuron)] at \(NumberText.time(end)): \(NumberText.count(here, "spike")) · "
        + "\(NumberText.count(train.count, "spike")) in all · bins of \(NumberText.time(bin))",
      x: x, y: y, width: width, theme[.text], theme)
    let times = train.prefix(20).map { NumberText.significant($0.value, digits: 6) + "ms" }.joined(separator: " ")
    canvas.write(
      ":spikes \(grid.population)[\(grid.neuron)] \(times)\(train.count > 20 ? " …" : "")", x: x, y: y + 1,
      width: width, theme[.faint], theme)
  }
}
