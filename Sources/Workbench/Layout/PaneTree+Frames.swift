/// A tree of panes in a rectangle of the screen.
package import NetworkModel
package import Terminal

/// The border between two parts of a split, which can be moved.
package struct PaneBorder: Sendable, Equatable {
  /// Where the split lies in the tree, and which of its parts stands before the border.
  package let path: [Int]
  package let index: Int
  package let axis: SplitAxis
  /// What all parts of the split take of the screen along the axis, and what they need at least [cells].
  package let extents: [Int]
  let least: [Int]
  /// Both frames' lines, side by side.
  package let lines: Rect

  /// The extents of the parts when the border is moved by some cells, as far as both neighbours allow.
  func moved(by distance: Int) -> [Int] {
    let room = -max(0, extents[index] - least[index])...max(0, extents[index + 1] - least[index + 1])
    let step = min(max(distance, room.lowerBound), room.upperBound)
    var moved = extents
    moved[index] += step
    moved[index + 1] -= step
    return moved
  }
}

/// Where the frames of a tree and the borders between them stand.
struct PaneFrames {
  private(set) var frames: [(panes: [PaneID], rect: Rect)] = []
  private(set) var borders: [PaneBorder] = []

  init(_ tree: PaneTree, in rect: Rect) { add(tree, rect, path: []) }

  private mutating func add(_ tree: PaneTree, _ rect: Rect, path: [Int]) {
    guard case .split(let axis, let parts) = tree else { return frames.append((tree.panes, rect)) }
    let least = parts.map { $0.tree.least.extent(along: axis) }
    let extents = Self.divided(Size(columns: rect.width, rows: rect.height).extent(along: axis), parts, least)
    var start = axis == .columns ? rect.x : rect.y
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let lines =
          axis == .columns
          ? Rect(x: start - 1, y: rect.y, width: 2, height: rect.height)
          : Rect(x: rect.x, y: start - 1, width: rect.width, height: 2)
        borders.append(
          PaneBorder(path: path, index: index - 1, axis: axis, extents: extents, least: least, lines: lines))
      }
      let frame =
        axis == .columns
        ? Rect(x: start, y: rect.y, width: extents[index], height: rect.height)
        : Rect(x: rect.x, y: start, width: rect.width, height: extents[index])
      add(part.tree, frame, path: path + [index])
      start += extents[index]
    }
  }

  /// Whole cells by the shares; whoever gets less than the least is given from the one that has most to spare.
  private static func divided(_ total: Int, _ parts: [PaneTree.Part], _ least: [Int]) -> [Int] {
    let all = max(1, parts.reduce(0) { $0 + $1.share })
    var before = 0
    var extents = parts.map { part -> Int in
      let start = total * before / all
      before += part.share
      return total * before / all - start
    }
    while let poor = extents.indices.first(where: { extents[$0] < least[$0] }),
      let rich = extents.indices.max(by: { extents[$0] - least[$0] < extents[$1] - least[$1] }),
      extents[rich] > least[rich]
    {
      let gift = min(least[poor] - extents[poor], extents[rich] - least[rich])
      extents[poor] += gift
      extents[rich] -= gift
    }
    return extents
  }
}

extension PaneTree {
  /// A frame with something in it that can be read.
  static var leastFrame: Size { Size(columns: 24, rows: 5) }

  /// What the tree needs with every frame in view.
  var least: Size {
    guard case .split(let axis, let parts) = self else { return Self.leastFrame }
    let sizes = parts.map(\.tree.least)
    func sum(_ extent: (Size) -> Int) -> Int { sizes.reduce(0) { $0 + extent($1) } }
    func greatest(_ extent: (Size) -> Int) -> Int { sizes.map(extent).max() ?? 0 }
    return axis == .columns
      ? Size(columns: sum(\.columns), rows: greatest(\.rows))
      : Size(columns: greatest(\.columns), rows: sum(\.rows))
  }

  /// The tree with as few frames joined into one as a size needs; the inspector keeps its own the longest.
  func fitted(to size: Size) -> PaneTree {
    var tree = self
    while true {
      let needed = tree.least
      let axis: SplitAxis? =
        needed.columns > size.columns ? .columns : needed.rows > size.rows ? .rows : nil
      guard let axis,
        let joined = tree.joiningLast(along: axis) ?? tree.joiningLast(along: nil)
      else { return tree }
      tree = joined
    }
  }

  /// Joins the last two neighbouring frames of a split along the axis, or of any split; nil where there are none.
  private func joiningLast(along axis: SplitAxis?) -> PaneTree? {
    guard case .split(let own, var parts) = self else { return nil }
    for index in parts.indices.reversed() {
      guard let joined = parts[index].tree.joiningLast(along: axis) else { continue }
      parts[index].tree = joined
      return .split(own, parts)
    }
    guard axis == nil || axis == own else { return nil }
    let isLast = parts.count == 2
    let frames = parts.indices.filter { index in
      if case .frame(let panes) = parts[index].tree { isLast && axis == nil || panes != [.inspector] } else { false }
    }
    guard let last = Array(zip(frames, frames.dropFirst())).last(where: { $0 + 1 == $1 }) else { return nil }
    let joined = Part(
      .frame(parts[last.0].tree.panes + parts[last.1].tree.panes), share: parts[last.0].share + parts[last.1].share)
    parts.replaceSubrange(last.0...last.1, with: [joined])
    return parts.count == 1 ? parts[0].tree : .split(own, parts)
  }
}

extension Size {
  func extent(along axis: SplitAxis) -> Int { axis == .columns ? columns : rows }
}
