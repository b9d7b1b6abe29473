/// A breakpoint as a line: `#2 once ignore 5 spike(exc[17])`.
import Basics
import Debugger
import NetworkModel

struct BreakpointText {
  /// The one that it stands for; nil for a new one.
  private(set) var number: Int?
  private(set) var isOneShot = false
  private(set) var ignore = 0
  private(set) var condition = ""
  /// Where the condition begins, from 1.
  private(set) var column = 1

  init(_ text: String) {
    var rest = Substring(text)
    func take() -> Substring? {
      rest = rest.drop { $0.isWhitespace }
      return rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).first
    }
    while let word = take() {
      if word.first == "#", let number = Int(word.dropFirst()) {
        self.number = number
        rest = rest.dropFirst(word.count)
      } else if word == "once", word.count < rest.count {
        isOneShot = true
        rest = rest.dropFirst(word.count)
      } else if word == "ignore" {
        let before = rest
        rest = rest.dropFirst(word.count)
        guard let times = take(), let count = Int(times), count >= 0 else {
          rest = before
          break
        }
        ignore = count
        rest = rest.dropFirst(times.count)
      } else {
        break
      }
    }
    rest = rest.drop { $0.isWhitespace }
    condition = String(rest)
    column = text.count - rest.count + 1
  }

  /// The line that makes it.
  init(_ breakpoint: Breakpoint) {
    (number, isOneShot, ignore) = (breakpoint.number, breakpoint.isOneShot, breakpoint.ignore)
    condition = breakpoint.text
  }

  var text: String {
    [
      number.map { "#\($0)" }, isOneShot ? "once" : nil, ignore > 0 ? "ignore \(ignore)" : nil, condition,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What is wrong with it, with the place in the line; nil where it can be met.
  func problem(_ state: WorkbenchState) -> String? {
    guard let network = state.network else { return nil }
    let models = network.populations.indices.compactMap { state.model(ofPopulation: $0) }
    guard models.count == network.populations.count else { return nil }
    do throws(ConditionProblem) {
      try Condition.check(condition, in: network, models: models)
      return nil
    } catch {
      return "column \(error.column + column - 1): \(error)"
    }
  }

  func preview(_ state: WorkbenchState) -> String {
    if let problem = problem(state) { return problem }
    let what = number.map { "changes breakpoint \($0): " } ?? ""
    let times = ignore > 0 ? ", not the first \(ignore) times" : ""
    return "\(what)stops \(isOneShot ? "once " : "")where \(condition)\(times)"
  }
}

extension WorkbenchState {
  mutating func set(_ text: BreakpointText) -> [Effect] {
    if let problem = text.problem(self) {
      complain(problem)
      return []
    }
    var breakpoint = Breakpoint(text.condition, isOneShot: text.isOneShot, ignore: text.ignore)
    if let number = text.number {
      guard let before = travel.breakpoints.first(where: { $0.number == number }) else {
        complain("there is no breakpoint \(number) · B lists them")
        return []
      }
      breakpoint.number = number
      (breakpoint.isOn, breakpoint.hits) = (before.isOn, before.hits)
    }
    inform("stops where \(text.condition) · ] b runs there, [ b goes back to the last time")
    return [.engine(.setBreakpoint(breakpoint))]
  }
}
