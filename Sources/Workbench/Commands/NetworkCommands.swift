/// Which network is open, what it says of itself, and the fingerprint of its state.
import Debugger
import Terminal

enum NetworkCommands {
  static let presets = Command(
    "presets", title: "presets", help: "Choose one of the networks that come with the program.",
    keys: [.character("P")], section: .network, footerRank: 45,
    disabledReason: { $0.presets.isEmpty ? "there are no presets · :open FILE opens a document" : nil }
  ) { state, _ in
    let current = state.presets.firstIndex { $0.name == state.documentName }
    state.overlay = .presets(selected: current ?? 0)
    return []
  }

  static let open = Command(
    "open", title: "open", help: "Open a preset by its name, or a document by its file.", keys: [.character("o")],
    section: .network, argument: "NAME|FILE", completions: { state, _ in state.presets.map(\.name) }
  ) { state, argument in state.open(argument) }

  static let about = Command(
    "about", title: "about", help: "Read what the document says about itself.", keys: [.character("A")],
    section: .network, footerRank: 28, disabledReason: Requirement.network
  ) { state, _ in
    state.overlay = .about(firstLine: 0)
    return []
  }

  static let hash = Command(
    "hash", title: "hash", help: "Show the fingerprint of the network's state: equal states have equal ones.",
    section: .network, disabledReason: Requirement.network
  ) { _, _ in [.engine(.hash)] }
}
