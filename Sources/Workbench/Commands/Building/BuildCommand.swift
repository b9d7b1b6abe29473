/// How a command that changes the structure is made: one reading of its argument, for what it will do and for doing it.
import Basics
import Debugger
import NetworkModel
import Terminal

/// A change that has been understood.
struct PlannedEdit {
  /// `exc: 80 neurons, IF_curr_exp`
  let words: String
  /// What it costs, in numbers, for whoever has not done it yet; empty where there is nothing to say.
  var details = ""
  var lineage = Lineage.plain
  /// The population that is selected afterwards; nil for the one that is.
  var select: String?
  /// What is to be read first, by whose answer the change is made; then `change` does nothing.
  var files: FileConnection?
  let change: (inout NetworkSpec) -> Void
}

extension Command {
  /// - Parameter plan: reads the argument and says what would be done.
  static func building(
    _ id: CommandID, title: String, help: String, keys: [Key] = [], argument: String, footerRank: Int = 0,
    form: FormDefinition? = nil,
    completions: @escaping @Sendable (WorkbenchState, String) -> [String],
    plan: @escaping @Sendable (WorkbenchState, NetworkSpec, [String]) throws(EditProblem) -> PlannedEdit
  ) -> Command {
    @Sendable func planned(_ state: WorkbenchState, _ argument: String) throws(EditProblem) -> PlannedEdit {
      guard let spec = state.document?.spec else { throw .noDocument }
      return try plan(state, spec, Words.split(argument))
    }
    return Command(
      id, title: title, help: help, keys: keys, section: .building, argument: argument, footerRank: footerRank,
      form: form, disabledReason: WorkbenchState.whyNotEdited, completions: completions,
      preview: { state, argument in
        do throws(EditProblem) {
          let edit = try planned(state, argument)
          return "will do: " + edit.words + (edit.details.isEmpty ? "" : " · " + edit.details)
        } catch {
          return error.description
        }
      }
    ) { state, argument in
      do throws(EditProblem) {
        let edit = try planned(state, argument)
        if let files = edit.files {
          state.inform("reading: \(edit.words) …")
          return [.connect(files)]
        }
        state.wish = edit.select
        return state.rebuild(edit.words, lineage: edit.lineage, edit.change)
      } catch {
        state.complain(error.description)
        return []
      }
    }
  }
}

/// The words of an argument; what stands in brackets is one.
enum Words {
  /// A number and its unit are one, even if they were written apart.
  static func joiningUnits(_ words: [String]) -> [String] {
    words.reduce(into: []) { joined, word in
      let number = joined.last?.split(separator: "=").last
      if Unit.named(word) != nil, let last = joined.last, number.flatMap({ Double($0) }) != nil {
        joined[joined.count - 1] = "\(last) \(word)"
      } else {
        joined.append(word)
      }
    }
  }

  /// Words, and among them those that give a value to a name: `tau_m=15 ms`.
  static func dividingSettings(_ words: [String]) -> (plain: [String], settings: [String]) {
    let words = joiningUnits(words)
    return (words.filter { !$0.contains("=") }, words.filter { $0.contains("=") })
  }

  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var depth = 0
    var word = ""
    for character in text {
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth -= 1 }
      if character.isWhitespace, depth <= 0 {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
