/// What could stand behind `:connect`: populations, then ways to connect.
import NetworkModel

enum ConnectCompletions {
  @Sendable static func all(_ state: WorkbenchState, _ typed: String) -> [String] {
    guard let spec = state.document?.spec else { return [] }
    let front = typed.prefix(upTo: typed.lastIndex(of: " ").map { typed.index(after: $0) } ?? typed.startIndex)
    let done = Words.split(String(front)).count
    let words = done < 2 ? spec.populations.map(\.name) : ConnectorText.examples
    return words.map { front + $0 }
  }
}
