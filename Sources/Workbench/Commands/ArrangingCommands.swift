/// Arranging the screen: borders, splits, places. Their keys hold while the screen is being arranged.
import NetworkModel
import Terminal

enum ArrangingCommands {
  static let all =
    [arrange, splitRight, splitBelow, join, even] + Direction.allCases.map(border) + Direction.allCases.map(way)
    + Direction.allCases.map(place)

  static let arrange = Command(
    "arrange", title: "arrange", help: "Arrange the panes: move borders, split, move and join them, until Esc.",
    keys: [.character("W")], section: .panes, footerRank: 40
  ) { state, _ in
    state.overlay = .arranging
    return []
  }

  static let splitRight = split(
    "split-right", .columns, "Divide the pane's frame, with this pane at the right.", [.character("|")], footerRank: 70)
  static let splitBelow = split(
    "split-below", .rows, "Divide the pane's frame, with this pane below.", [.character("-"), .character("_")],
    footerRank: 69)

  static let join = arranging(
    "join-panes", "join", "Put the pane into the frame of the one before it; they take turns there.",
    [.character("t")], footerRank: 50
  ) { state in
    let panes = state.availablePanes
    guard let index = panes.firstIndex(of: state.focus), panes.count > 1 else { return }
    let focus = state.focus
    let other = panes[index == 0 ? 1 : index - 1]
    if state.layout(in: state.size).placement(of: focus)?.tabs.contains(other) == true { return }
    state.rearrange { $0.removing(focus)?.sharing(other, with: focus) ?? $0 }
  }

  static let even = arranging(
    "even-panes", "even", "Give neighbouring panes equal room.", [.character("=")], footerRank: 45
  ) { state in state.rearrange(\.evened) }

  private static func border(_ direction: Direction) -> Command {
    let keys: [Direction: Key] = [.left: .left, .down: .down, .up: .up, .right: .right]
    return arranging(
      CommandID("border-\(direction.rawValue)"), "border",
      "Move the pane's border \(words(direction)) by a cell, or by the number before it.",
      [keys[direction] ?? .enter], footerRank: 80
    ) { state in
      state.moveBorder(direction)
    }
  }

  private static func way(_ direction: Direction) -> Command {
    arranging(
      CommandID("go-\(direction.rawValue)"), "go", "Go to the pane \(words(direction, from: true)).",
      [letter(direction, "hjkl")], footerRank: 75
    ) { state in
      if let next = state.neighbour(direction) { state.focus = next }
    }
  }

  private static func place(_ direction: Direction) -> Command {
    arranging(
      CommandID("move-\(direction.rawValue)"), "move",
      "Exchange the pane with the one \(words(direction, from: true)).", [letter(direction, "HJKL")], footerRank: 74
    ) { state in
      guard let next = state.neighbour(direction) else { return }
      let focus = state.focus
      state.rearrange { $0.swapping(focus, next) }
    }
  }

  /// Letters in the order left, down, up, right.
  private static func letter(_ direction: Direction, _ letters: String) -> Key {
    let index = Direction.allCases.firstIndex(of: direction) ?? 0
    return .character(Array(letters)[index])
  }

  fileprivate static func words(_ direction: Direction, from isSeen: Bool = false) -> String {
    switch direction {
    case .left: isSeen ? "at the left" : "to the left"
    case .right: isSeen ? "at the right" : "to the right"
    case .up: isSeen ? "above" : "up"
    case .down: isSeen ? "below" : "down"
    }
  }

  private static func split(
    _ id: CommandID, _ axis: SplitAxis, _ help: String, _ keys: [Key], footerRank: Int
  ) -> Command {
    Command(
      id, title: "split", help: help, keys: keys, scope: .arranging, section: .panes, argument: "PANE",
      footerRank: footerRank,
      completions: { state, _ in state.choosablePanes.filter { $0 != state.focus }.map(\.rawValue) }
    ) { state, argument in
      guard let pane = state.choosablePanes.first(where: { $0.rawValue == argument }), pane != state.focus else {
        let names = state.choosablePanes.filter { $0 != state.focus }.map(\.rawValue)
        state.complain("there is no other pane \"\(argument)\" · there is \(names.joined(separator: ", "))")
        return []
      }
      let focus = state.focus
      state.rearrange { ($0.removing(pane) ?? $0).splitting(focus, axis, with: pane) }
      state.focus = pane
      return []
    }
  }

  private static func arranging(
    _ id: CommandID, _ title: String, _ help: String, _ keys: [Key], footerRank: Int,
    _ change: @escaping @Sendable (inout WorkbenchState) -> Void
  ) -> Command {
    Command(
      id, title: title, help: help, keys: keys, scope: .arranging, section: .panes, footerRank: footerRank
    ) { state, _ in
      change(&state)
      return []
    }
  }
}

extension WorkbenchState {
  /// The pane in a direction from the focused one; says so where there is none.
  fileprivate mutating func neighbour(_ direction: Direction) -> PaneID? {
    let next = layout(in: size).neighbour(of: focus, direction)?.pane
    if next == nil { inform("there is no pane \(ArrangingCommands.words(direction, from: true))") }
    return next
  }

  /// Moves the focused pane's border along an axis: the one behind it, or before it where it is the last.
  fileprivate mutating func moveBorder(_ direction: Direction) {
    let axis: SplitAxis = direction == .left || direction == .right ? .columns : .rows
    isZoomed = false
    let layout = layout(in: size)
    guard let border = border(of: focus, along: axis, in: layout) else {
      return inform(
        layout.borders.isEmpty
          ? "there is no border to move: the screen has no room for more frames"
          : "\(focus.rawValue) has no border to move \(axis == .columns ? "sideways" : "up or down")")
    }
    let sign = direction == .left || direction == .up ? -1 : 1
    move(border, by: sign * (count ?? 1))
  }

  private func border(of pane: PaneID, along axis: SplitAxis, in layout: PaneLayout) -> PaneBorder? {
    guard let path = layout.path(to: pane) else { return nil }
    // From the innermost split outwards.
    for depth in path.indices.reversed() {
      let here = layout.borders.filter { $0.axis == axis && $0.path == Array(path[..<depth]) }
      if let border = here.first(where: { $0.index == path[depth] }) ?? here.last { return border }
    }
    return nil
  }
}
