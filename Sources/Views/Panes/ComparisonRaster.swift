/// The rasters of two branches in one: a sign for each cell says in which of them somebody fired there.
import Basics
import Debugger
import Terminal
import Workbench

struct ComparisonRaster {
  /// What the spikes of a cell are: signs and colours tell them apart.
  enum Kind: UInt8, CaseIterable {
    case both = 1
    case onlyA = 2
    case onlyB = 4
    /// Some of A alone and some of B alone.
    case mixed = 6

    var role: Role {
      switch self {
      case .both: .faint
      case .onlyA: .excitatory
      case .onlyB: .inhibitory
      case .mixed: .warning
      }
    }

    func scalar(_ glyphs: GlyphSet) -> Unicode.Scalar {
      let (rich, console, plain): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) =
        switch self {
        case .both: ("·", "·", ".")
        case .onlyA: ("▲", "▲", "A")
        case .onlyB: ("▼", "▼", "B")
        case .mixed: ("◆", "♦", "X")
        }
      return switch glyphs {
      case .braille, .eighths: rich
      case .blocks: console
      case .ascii: plain
      }
    }

    var words: String {
      switch self {
      case .both: "in both"
      case .onlyA: "in A alone"
      case .onlyB: "in B alone"
      case .mixed: "some in either alone"
      }
    }
  }

  private let comparison: BranchComparison
  private let area: Rect
  /// Right of the names, above times and legend.
  private let plot: Rect
  /// By population: its first row and how many it has.
  private let bands: [(first: Int, rows: Int)]
  private var cells: [UInt8]

  /// - Complexity: O(spikes + cells).
  init(_ comparison: BranchComparison, in area: Rect) {
    self.comparison = comparison
    self.area = area
    let longest = comparison.populations.map { CharacterWidth.columns(of: $0.name) }.max() ?? 0
    let gutter = min(longest, max(3, area.width / 5)) + 3
    plot = Rect(
      x: area.x + gutter, y: area.y, width: max(0, area.width - gutter - 1), height: max(0, area.height - 2))
    let firing = comparison.populations.map { $0.both + $0.onlyA + $0.onlyB > 0 ? $0.size : 0 }
    bands = Self.bands(firing, rows: plot.height)
    cells = Array(repeating: 0, count: plot.width * plot.height)
    guard !cells.isEmpty else { return }
    for spike in comparison.spikes { add(spike) }
  }

  /// Rows in proportion to neurons, at least one for who fires and at most one a neuron.
  private static func bands(_ sizes: [Int], rows: Int) -> [(first: Int, rows: Int)] {
    let total = max(1, sizes.reduce(0, +))
    var left = rows - sizes.count { $0 > 0 }
    var bands: [(first: Int, rows: Int)] = []
    var first = 0
    for size in sizes {
      let wish = size == 0 ? 0 : min(size, 1 + max(0, (rows - sizes.count { $0 > 0 }) * size / total))
      let more = max(0, min(wish - 1, left))
      let count = size == 0 || first >= rows ? 0 : 1 + more
      left -= more
      bands.append((first, count))
      first += count
    }
    return bands
  }

  private mutating func add(_ spike: BranchComparison.Spike) {
    guard let index = comparison.populations.lastIndex(where: { $0.firstNeuron <= Int(spike.neuron) }) else { return }
    let population = comparison.populations[index]
    let band = bands[index]
    guard band.rows > 0, population.size > 0 else { return }
    let row = band.first + (Int(spike.neuron) - population.firstNeuron) * band.rows / population.size
    let steps = max(1, comparison.end.value - comparison.parting.value)
    let column = (spike.tick.value - comparison.parting.value - 1) * plot.width / steps
    guard row < plot.height, (0..<plot.width).contains(column) else { return }
    let kind: Kind = spike.side.map { $0 == .a ? .onlyA : .onlyB } ?? .both
    cells[row * plot.width + column] |= kind.rawValue
  }

  /// A difference hides what both have.
  private func kind(_ bits: UInt8) -> Kind? { Kind(rawValue: bits > 1 ? bits & 6 : bits) }

  func draw(on canvas: inout Canvas, theme: Theme) {
    guard plot.width > 0, plot.height > 0 else { return }
    drawNames(on: &canvas, theme: theme)
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        guard let kind = kind(cells[row * plot.width + column]) else { continue }
        canvas[plot.x + column, plot.y + row] = Cell(kind.scalar(theme.glyphs), style: theme[kind.role])
      }
    }
    drawTimes(on: &canvas, theme: theme)
    drawLegend(on: &canvas, theme: theme)
  }

  private func drawNames(on canvas: inout Canvas, theme: Theme) {
    for (population, band) in zip(comparison.populations, bands) where band.rows > 0 {
      canvas.write(
        population.name, x: area.x + 1, y: plot.y + band.first, width: plot.x - area.x - 2, theme[.heading], theme)
    }
  }

  /// The times at both ends, and a mark where the first spike differs.
  private func drawTimes(on canvas: inout Canvas, theme: Theme) {
    let y = plot.y + plot.height
    let words = ComparisonWords(comparison)
    let start = words.time(comparison.parting)
    canvas.write(start, x: plot.x, y: y, width: plot.width, theme[.faint], theme)
    canvas.writeRight(
      words.time(comparison.end), end: plot.x + plot.width, y: y, width: max(0, plot.width - start.count - 1),
      theme[.faint], theme)
    guard let first = comparison.firstSpikes.first else { return }
    let steps = max(1, comparison.end.value - comparison.parting.value)
    let column = min(plot.width - 1, (first.tick.value - comparison.parting.value - 1) * plot.width / steps)
    guard column > start.count, column < plot.width - 14 else { return }
    canvas.write("^ first", x: plot.x + column, y: y, width: 7, theme[.accent], theme)
  }

  private func drawLegend(on canvas: inout Canvas, theme: Theme) {
    var x = plot.x
    for kind in Kind.allCases {
      let text = "\(kind.scalar(theme.glyphs)) \(kind.words)"
      let width = plot.x + plot.width - x
      guard width >= text.count else { return }
      canvas.write(text, x: x, y: plot.y + plot.height + 1, width: width, theme[kind.role], theme)
      x += text.count + 3
    }
  }
}
