/// What the raster asks for: all neurons or a page of them, and how fine.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

/// How the rows of a raster are drawn.
enum RasterLook: Equatable, Sendable {
  case dots, density, voltage

  /// Where there is room for all.
  init(_ mode: RasterMode) {
    switch mode {
    case .automatic, .dots: self = .dots
    case .density: self = .density
    case .voltage: self = .voltage
    }
  }

  /// How fine the dots are.
  func dots(_ glyphs: GlyphSet) -> DotSize { self == .dots ? DotSize(glyphs) : .density(glyphs) }

  /// Rows for the legend: dots need none, and in a low pane the neurons need the room more.
  func legendRows(_ height: Int) -> Int { self == .dots || height < 14 ? 0 : 1 }
}

struct RasterPlan {
  let look: RasterLook
  let rows: Int
  /// Nil for all neurons.
  let page: ObservationRequest.Page?

  /// - Parameter height: rows of cells of the pane.
  init(_ state: WorkbenchState, height: Int, _ glyphs: GlyphSet) {
    let mode = state.rasterMode
    let sizes = Self.sizes(state, showsVoltage: mode == .voltage)
    func rows(_ look: RasterLook) -> (count: Int, neuronsPerRow: Int) {
      RasterBands.rows(
        for: sizes, cellRows: Self.cellRows(look, height: height), dotsDown: look.dots(glyphs).down)
    }
    let finest = RasterLook(mode)
    let fit = rows(finest)
    if mode == .density || fit.neuronsPerRow == 1 {
      (look, self.rows, page) = (finest, fit.count, nil)
    } else if mode == .automatic {
      (look, self.rows, page) = (.density, rows(.density).count, nil)
    } else {
      let room = max(1, Self.cellRows(finest, height: height) * finest.dots(glyphs).down)
      page = Self.page(state, sizes, room: room)
      (look, self.rows) = (finest, page?.count ?? 1)
    }
  }

  /// Rows of cells for the neurons: the times, the sum and the legend have theirs.
  static func cellRows(_ look: RasterLook, height: Int) -> Int {
    let plot = plotHeight(look, height: height)
    return plot - ActivityStrip.leastRows(plot)
  }

  /// Rows of cells for neurons and sum.
  static func plotHeight(_ look: RasterLook, height: Int) -> Int {
    height - (height >= 3 ? 1 : 0) - look.legendRows(height)
  }

  /// Neurons that are shown, by population.
  private static func sizes(_ state: WorkbenchState, showsVoltage: Bool) -> [Int] {
    let populations = state.network?.populations ?? []
    return populations.indices.map { index in
      let hasRows =
        showsVoltage ? state.model(ofPopulation: index)?.state.isEmpty == false : populations[index].fires
      return hasRows ? state.shownCount(of: index) : 0
    }
  }

  /// The page that holds the selected neuron; the first one of all where that has no row.
  private static func page(_ state: WorkbenchState, _ sizes: [Int], room: Int) -> ObservationRequest.Page? {
    let population = (sizes.element(state.neuron.population) ?? 0) > 0 ? state.neuron.population : nil
    guard let shown = population ?? sizes.firstIndex(where: { $0 > 0 }) else { return nil }
    let position = population == nil ? 0 : state.position(of: state.neuron) ?? 0
    // The selection may be older than the network.
    let first = min(position, sizes[shown] - 1) / room * room
    return ObservationRequest.Page(population: shown, first: first, count: min(room, sizes[shown] - first))
  }
}
