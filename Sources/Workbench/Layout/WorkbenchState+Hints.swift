/// What a document says of the screen: written from it, and brought back to it.
import Basics
import Debugger
import NetworkModel

extension WorkbenchState {
  /// The open document, with what it says about the screen as that is now.
  package var documentAsShown: OpenDocument? {
    var shown = document
    shown?.spec.workbench = workbenchHints
    return shown
  }

  /// Whether something would be lost without saving. A screen that was arranged counts where there is a file to keep
  /// it: who looks at a preset is not asked.
  package var isUnsaved: Bool {
    guard let document else { return false }
    return document.isChanged || document.savedHints.map { $0 != workbenchHints } ?? false
  }

  private var workbenchHints: WorkbenchHints { hints(inOrder: wantedOrder) }

  /// What there is to say of the screen: all that was said, but for what means something else now.
  func hints(inOrder request: OrderRequest) -> WorkbenchHints {
    var hints = document?.spec.workbench ?? WorkbenchHints()
    hints.raster = Self.hint(rasterMode.rawValue, before: hints.raster, WorkbenchHints.rasterModes)
    hints.weights = Self.hint(weightsMode.rawValue, before: hints.weights, WorkbenchHints.weightsModes)
    hints.sort = OrderText.argument(request)
    hints.filter = request.conditions.isEmpty ? nil : OrderText.filter(request, self)
    (hints.breakpoints, hints.bookmarks) = (breakpointHints, bookmarkHints)
    if let arrangement {
      guard Self.tree(hints.layout) != arrangement else { return hints }
      hints.layout = arrangement.reduced.compactMap(\.rawValue)
      hints.panes = nil
    } else if hints.layout != nil || Self.panes(hints.panes) != views {
      hints.layout = nil
      hints.panes = views == PaneID.usual ? nil : views.map(\.rawValue)
    }
    return hints
  }

  private static func hint(_ word: String, before: String?, _ words: [String]) -> String? {
    word == before ?? words[0] ? before : word
  }

  /// The screen as a document asks for it.
  /// - Returns: the order of neurons that it asks for, which the engine has to work out.
  mutating func show(_ hints: WorkbenchHints) -> OrderRequest {
    arrange(hints)
    rasterMode = hints.raster.flatMap(RasterMode.init(rawValue:)) ?? .automatic
    weightsMode = hints.weights.flatMap(WeightsMode.init(rawValue:)) ?? .matrix
    var request = OrderRequest()
    do throws(OrderProblem) {
      if let text = hints.sort { (request.key, request.isDescending) = try OrderText.sorting(text, self) }
      if let text = hints.filter { request.conditions = try OrderText.conditions(text, self) }
    } catch {
      complain("workbench: \(error)")
    }
    return request
  }

  /// The tree that a document asks for, the inspector beside it where it does not say where that is to stand.
  static func tree(_ layout: SplitTree<String>?) -> PaneTree? {
    guard let tree = layout?.compactMap(PaneID.init(rawValue:)) else { return nil }
    if tree.panes.contains(.inspector) { return tree }
    return .split(.columns, [PaneTree.Part(tree, share: 3), PaneTree.Part(.frame([.inspector]))])
  }

  /// The panes that a list of names opens; the usual ones where there is none.
  static func panes(_ names: [String]?) -> [PaneID] {
    names.map { $0.compactMap(PaneID.init(rawValue:)).filter { $0 != .inspector } } ?? PaneID.usual
  }
}
