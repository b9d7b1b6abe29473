/// Which projection the weights pane shows, and the synapse under its cursor.
import Basics
import Debugger
import Terminal

enum ProjectionCommands {
  static let next = Command(
    "next-projection", title: "next projection", help: "Show the weights of the next projection.",
    keys: [.character(")")], section: .selection, footerRank: 25, disabledReason: Requirement.projection
  ) { state, _ in state.moveProjection(by: state.count ?? 1) }

  static let previous = Command(
    "previous-projection", title: "previous projection", help: "Show the weights of the previous projection.",
    keys: [.character("(")], section: .selection, disabledReason: Requirement.projection
  ) { state, _ in state.moveProjection(by: -(state.count ?? 1)) }

  static let projection = Command(
    "projection", title: "projection", help: "Show the weights of the projection with this name.",
    section: .selection, argument: "NAME", disabledReason: Requirement.projection,
    completions: { state, _ in state.network?.projections.map(\.name) ?? [] }
  ) { state, argument in
    let names = state.network?.projections.map(\.name) ?? []
    guard let index = names.firstIndex(of: argument) else {
      let nearest = Spelling.nearest(to: argument, among: names)
      state.complain(
        "there is no projection \"\(argument)\"" + (nearest.map { " · did you mean \($0)?" } ?? ""))
      return []
    }
    return state.show(projection: index)
  }

  static let synapse = Command(
    "synapse", title: "synapse", help: "Put the cursor on the synapse from one neuron to another, by their numbers.",
    section: .selection, argument: "FROM TO", disabledReason: Requirement.projection
  ) { state, argument in
    let numbers = argument.split(separator: " ").map { Int($0) }
    guard let shown = state.selectedProjection, numbers.count == 2, let pre = numbers[0], let post = numbers[1],
      (0..<shown.sourceCount).contains(pre), (0..<shown.targetCount).contains(post)
    else {
      let (sources, targets) = (state.selectedProjection?.sourceCount ?? 0, state.selectedProjection?.targetCount ?? 0)
      state.complain("write two numbers, from 0 to \(sources - 1) and from 0 to \(targets - 1)")
      return []
    }
    state.weights.pre = pre
    state.weights.post = post
    return []
  }

  static let up = cursor("cursor-up", .up, "one target up", post: -1, pre: 0)
  static let down = cursor("cursor-down", .down, "one target down", post: 1, pre: 0, footerRank: 85)
  static let left = cursor("cursor-left", .left, "one source to the left", post: 0, pre: -1)
  static let right = cursor("cursor-right", .right, "one source to the right", post: 0, pre: 1, footerRank: 86)

  private static func cursor(
    _ id: CommandID, _ key: Key, _ way: String, post: Int, pre: Int, footerRank: Int = 0
  ) -> Command {
    Command(
      id, title: post == 0 ? "source" : "target",
      help: "Move the cursor over the weights \(way); a number before it moves that far.",
      keys: [key], scope: .panes([.weights]), section: .selection, footerRank: footerRank,
      disabledReason: Requirement.projection
    ) { state, _ in
      let distance = state.count ?? 1
      state.moveCursor(post: post * distance, pre: pre * distance)
      return []
    }
  }
}

extension WorkbenchState {
  fileprivate mutating func moveProjection(by distance: Int) -> [Effect] {
    let count = network?.projections.count ?? 1
    return show(projection: (weights.projection + distance).wrapped(to: count))
  }

  fileprivate mutating func show(projection index: Int) -> [Effect] {
    selectProjection(index)
    if let shown = selectedProjection {
      inform("\(shown.name): \(NumberText.count(shown.synapses, "synapse"))")
    }
    return []
  }
}
