/// In which order neurons stand, and which of them are shown: the same in every pane.
import Basics
import Debugger
import Terminal

enum OrderCommands {
  static let sort = Command(
    "sort", title: "sort",
    help: "Sort neurons by index, rate, a variable or a parameter, the greatest first unless up is said.",
    keys: [.character("O")], section: .selection, argument: "[BY [up]]", footerRank: 30,
    disabledReason: Requirement.network,
    completions: { state, _ in state.orderKeys.filter { $0 != "population" } },
    preview: { _, _ in "an order stands still until it is asked for again" }
  ) { state, argument in
    if argument.isEmpty { return state.sortByNext() }
    return state.sort(by: argument)
  }

  static let again = Command(
    "sort-again", title: "sort again", help: "Sort and filter again, by the values that neurons have now.",
    keys: [.character("r")], section: .selection, disabledReason: Requirement.network
  ) { state, _ in [.engine(.arrange(state.wantedOrder))] }

  static let filter = Command(
    "filter", title: "filter", help: "Show only neurons that are so: v > -55 mV and rate < 5 Hz; off shows all again.",
    keys: [.character("E")], section: .selection, argument: "CONDITIONS", footerRank: 28,
    disabledReason: Requirement.network, completions: completions
  ) { state, argument in
    var wanted = state.wantedOrder
    do throws(OrderProblem) {
      wanted.conditions = argument == "off" ? [] : try OrderText.conditions(argument, state)
    } catch {
      state.complain(error.description)
      return []
    }
    return [.engine(.arrange(wanted))]
  }

  @Sendable private static func completions(_ state: WorkbenchState, _ typed: String) -> [String] {
    // Behind an `and` the next name is completed.
    let words = typed.split(separator: " ", omittingEmptySubsequences: false)
    let head = words.lastIndex(of: "and").map { words[...$0].joined(separator: " ") + " " } ?? ""
    return state.orderKeys.map { head + $0 } + (head.isEmpty ? ["off"] : [])
  }
}

extension WorkbenchState {
  fileprivate mutating func sort(by text: String) -> [Effect] {
    do throws(OrderProblem) {
      let (key, isDescending) = try OrderText.sorting(text, self)
      return arranged(by: key, isDescending: isDescending)
    } catch {
      complain(error.description)
      return []
    }
  }

  /// Index, rate and the variables of the selected model, going round.
  fileprivate mutating func sortByNext() -> [Effect] {
    let keys: [OrderRequest.Key] = [.index, .rate] + (selectedModel?.state ?? []).map { .field($0.name) }
    let place = keys.firstIndex(of: wantedOrder.key) ?? -1
    let key = keys[(place + 1).wrapped(to: keys.count)]
    return arranged(by: key, isDescending: key != .index)
  }

  private func arranged(by key: OrderRequest.Key, isDescending: Bool) -> [Effect] {
    var wanted = wantedOrder
    (wanted.key, wanted.isDescending) = (key, isDescending)
    return [.engine(.arrange(wanted))]
  }

  /// In which order neurons are to stand, and which of them are to be shown, if there are any.
  var wantedOrder: OrderRequest { unmetOrder ?? orderRequest }

  /// The engine has sorted and filtered.
  mutating func take(_ request: OrderRequest, _ order: NeuronOrder) {
    guard order.populations == network?.populations.count else { return }
    (orderRequest, unmetOrder) = (request, nil)
    self.order = request == OrderRequest() ? nil : order
    if position(of: neuron) == nil { selectFirstShown() }
    if message == nil { inform(orderWords) }
  }

  /// The first neuron that is shown, of the selected population if there is one.
  private mutating func selectFirstShown() {
    let populations = [neuron.population] + (network?.populations.indices.map(\.self) ?? [])
    guard let population = populations.first(where: { shownCount(of: $0) > 0 }) else { return }
    select(neuron(at: 0, of: population))
  }

  /// `120 of 4 000 neurons, v > -55 mV, by rate ↓ as it was at 1.2 s`
  private var orderWords: String {
    guard order != nil, let network else { return "all neurons, by index" }
    let shown = network.populations.indices.reduce(0) { $0 + shownCount(of: $1) }
    let filter = OrderText.filter(orderRequest, self)
    let parts = [
      filter.isEmpty ? "all neurons" : "\(NumberText.grouped(shown)) of \(NumberText.count(network.neurons, "neuron"))",
      filter, OrderText.sorting(orderRequest),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ") + " at \(NumberText.time(time)) · r sorts again"
  }
}
