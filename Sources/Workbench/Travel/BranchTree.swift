/// The branches of a run in the order of a tree, each below the one that it left.
package import Debugger

package struct BranchTree: Sendable, Equatable {
  package struct Line: Sendable, Equatable {
    package var branch: TimelineSnapshot.Branch
    /// `│ ├ `: how it hangs on those above.
    package var stem: String
    package var depth: Int
  }

  package private(set) var lines: [Line] = []

  /// - Complexity: O(branches²), of which there are at most 64.
  package init(_ timeline: TimelineSnapshot) {
    let numbers = Set(timeline.branches.map(\.number))
    // One whose parent is not kept any more is a root, too.
    let roots = timeline.branches.filter { $0.parent.map { !numbers.contains($0) } ?? true }
    for root in roots { add(root, timeline.branches, margin: "", joint: "", depth: 0) }
  }

  private mutating func add(
    _ branch: TimelineSnapshot.Branch, _ all: [TimelineSnapshot.Branch], margin: String, joint: String, depth: Int
  ) {
    lines.append(Line(branch: branch, stem: margin + joint, depth: depth))
    let children = all.filter { $0.parent == branch.number }.sorted { $0.fork < $1.fork }
    let below = margin + (joint.isEmpty ? "" : joint == "└ " ? "  " : "│ ")
    for (index, child) in children.enumerated() {
      add(child, all, margin: below, joint: index == children.count - 1 ? "└ " : "├ ", depth: depth + 1)
    }
  }
}
