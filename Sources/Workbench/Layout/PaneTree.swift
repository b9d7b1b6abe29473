/// The panes of the workbench as a tree of splits: what can be done to it.
package import NetworkModel

package typealias PaneTree = SplitTree<PaneID>

extension SplitTree {
  /// The tree without a pane; nil where nothing is left.
  func removing(_ pane: Pane) -> SplitTree? { compactMap { $0 == pane ? nil : $0 } }

  /// The tree with two panes in each other's place.
  func swapping(_ one: Pane, _ other: Pane) -> SplitTree {
    compactMap { $0 == one ? other : $0 == other ? one : $0 } ?? self
  }

  /// The tree with `new` behind the frame that shows `pane`, each with half of that frame's room.
  func splitting(_ pane: Pane, _ axis: SplitAxis, with new: Pane) -> SplitTree {
    switch self {
    case .frame(let panes):
      return panes.contains(pane) ? .split(axis, [Part(self), Part(.frame([new]))]) : self
    case .split(let own, let parts):
      let isHere = own == axis && parts.contains { $0.tree.isFrame(with: pane) }
      return .split(
        own,
        parts.flatMap { part in
          if isHere, part.tree.isFrame(with: pane) {
            return [part, Part(.frame([new]), share: part.share)]
          }
          // Half of one share is a whole share where the others count twice.
          return [
            Part(part.tree.splitting(pane, axis, with: new), share: isHere ? 2 * part.share : part.share)
          ]
        }
      ).reduced
    }
  }

  /// The tree with `new` as another tab of the frame that shows `pane`.
  func sharing(_ pane: Pane, with new: Pane) -> SplitTree {
    switch self {
    case .frame(let panes): panes.contains(pane) ? .frame(panes + [new]) : self
    case .split(let axis, let parts):
      .split(axis, parts.map { Part($0.tree.sharing(pane, with: new), share: $0.share) })
    }
  }

  /// The tree with other shares in the split that lies at `path`: the numbers of parts that lead there.
  func setting(shares: [Int], at path: ArraySlice<Int>) -> SplitTree {
    guard case .split(let axis, var parts) = self else { return self }
    if let first = path.first {
      guard parts.indices.contains(first) else { return self }
      parts[first].tree = parts[first].tree.setting(shares: shares, at: path.dropFirst())
    } else if shares.count == parts.count {
      for (index, share) in shares.enumerated() { parts[index].share = max(1, share) }
    }
    return .split(axis, parts).reduced
  }

  /// The tree with equal parts wherever it is divided.
  var evened: SplitTree {
    guard case .split(let axis, let parts) = self else { return self }
    return .split(axis, parts.map { Part($0.tree.evened) })
  }

  /// The tree with the smallest shares that mean the same.
  var reduced: SplitTree {
    guard case .split(let axis, let parts) = self else { return self }
    let divisor = parts.reduce(0) { Self.greatestCommonDivisor($0, $1.share) }
    return .split(axis, parts.map { Part($0.tree.reduced, share: $0.share / max(1, divisor)) })
  }

  /// The way to the frame that shows a pane: the numbers of parts from the root on; nil where it is not in the tree.
  func path(to pane: Pane) -> [Int]? {
    switch self {
    case .frame(let panes): return panes.contains(pane) ? [] : nil
    case .split(_, let parts):
      for (index, part) in parts.enumerated() {
        if let rest = part.tree.path(to: pane) { return [index] + rest }
      }
      return nil
    }
  }

  private func isFrame(with pane: Pane) -> Bool {
    if case .frame(let panes) = self { panes.contains(pane) } else { false }
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
