/// How the raster shows its neurons: as dots, as density, or with the membrane as colour.
import Basics
import Debugger
import Terminal

enum RasterCommands {
  static let next = Command(
    "next-raster", title: "show as", help: "Show the raster as dots, as density, or as voltage in colour.",
    keys: [.character("v")], scope: .panes([.raster]), section: .panes, footerRank: 52,
    disabledReason: Requirement.network
  ) { state, _ in
    let modes = RasterMode.allCases
    let index = modes.firstIndex(of: state.rasterMode) ?? 0
    return state.showRaster(modes[(index + (state.count ?? 1)).wrapped(to: modes.count)])
  }

  static let raster = Command(
    "raster", title: "raster", help: "Show the raster as dots, density, voltage, or automatic: what suits the network.",
    section: .panes, argument: "MODE", disabledReason: Requirement.network,
    completions: { _, _ in RasterMode.allCases.map(\.rawValue) }
  ) { state, argument in
    guard let mode = RasterMode(rawValue: argument) else {
      state.complain("the raster can be \(RasterMode.allCases.map(\.rawValue).joined(separator: ", "))")
      return []
    }
    state.open(.raster)
    return state.showRaster(mode)
  }
}

extension WorkbenchState {
  fileprivate mutating func showRaster(_ mode: RasterMode) -> [Effect] {
    rasterMode = mode
    inform(mode.words)
    return []
  }
}
