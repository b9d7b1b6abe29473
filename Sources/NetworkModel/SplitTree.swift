/// How panes divide a screen: frames, beside and above one another, as deep as one likes.

/// How the parts of a split stand: `columns` beside one another, `rows` above one another.
package enum SplitAxis: String, Sendable, CaseIterable {
  case columns, rows
}

/// `Pane` is what is shown: a name in a document, something better in the workbench.
package indirect enum SplitTree<Pane: Hashable & Sendable>: Sendable, Hashable {
  /// One of the parts that a split divides its room into.
  package struct Part: Sendable, Hashable {
    package var tree: SplitTree
    /// Of the room, relative to those of the other parts; 1 or more.
    package var share: Int
    package init(_ tree: SplitTree, share: Int = 1) {
      self.tree = tree
      self.share = share
    }
  }

  /// Panes that share one frame, of which one at a time is in front.
  case frame([Pane])
  case split(SplitAxis, [Part])

  /// Every pane, in the order in which one reads.
  package var panes: [Pane] {
    switch self {
    case .frame(let panes): panes
    case .split(_, let parts): parts.flatMap { $0.tree.panes }
    }
  }

  /// The same tree of other panes; those that become nil are left out, and with them what is empty without them. nil
  /// where nothing is left.
  package func compactMap<Other>(_ transform: (Pane) -> Other?) -> SplitTree<Other>? {
    switch self {
    case .frame(let panes):
      let kept = panes.compactMap(transform)
      return kept.isEmpty ? nil : .frame(kept)
    case .split(let axis, let parts):
      let kept = parts.compactMap { part in
        part.tree.compactMap(transform).map { SplitTree<Other>.Part($0, share: part.share) }
      }
      return kept.count > 1 ? .split(axis, kept) : kept.first?.tree
    }
  }
}
