/// Why a change of structure cannot be made, as facts; the words are here and nowhere else.
import Basics
import Debugger

enum EditProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case noDocument
  case usage(String)
  case nothingNamed(String, nearest: String?)
  case nameTaken(String)
  case badName(String)
  case badSize(String)
  case unknownModel(String, nearest: String?)
  case notUnderstood(String, example: String)
  case neverFires(String, model: String)
  case takesNothing(String, model: String)
  case quantity(QuantityError, what: String)
  case selection(SelectionError)
  case wrongSign(String)
  case sizesDiffer(Int, Int)
  case tooFewPartners(Int, Int)
  case delayTooShort(dt: Double)
  case noSpikeTimes(String, model: String)
  case timesNotAscending(dt: Double)
  case noLabel(String)
  case cannotLearn(String)
  case doesNotLearn(String)
  case neverJoined(String, String)
  case weightOutside(ClosedRange<Double>, Dimension)
  case unknownRule(String, nearest: String?)
  case unknownParameter(String, of: String, nearest: String?)
  case refused(EditRefusal)

  var description: String {
    switch self {
    case .noDocument: "no document is open · :new begins one"
    case .usage(let example): "write it as \(example)"
    case .nothingNamed(let name, let nearest):
      "there is no population and no projection \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .nameTaken(let name): "there is a \"\(name)\" already · choose another name"
    case .badName(let name): "\"\(name)\" is no name · letters, digits, _ and -, with a letter first"
    case .badSize(let text): "\"\(text)\" is no size · write 80, or 8x10 for an image"
    case .unknownModel(let name, let nearest):
      "there is no model \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? " · Tab lists them all")
    case .notUnderstood(let text, let example): "\"\(text)\" is not understood here · write it as \(example)"
    case .neverFires(let name, let model): "nothing can go out from \(name): \(model) never fires"
    case .takesNothing(let name, let model): "nothing can arrive at \(name): \(model) has no membrane"
    case .quantity(let error, let what): "\(what): \(error)"
    case .selection(let error): error.description
    case .wrongSign(let receptor): "a weight on the \(receptor) receptor cannot have this sign"
    case .sizesDiffer(let from, let to): "one to one needs equal sizes, and these are \(from) and \(to)"
    case .tooFewPartners(let from, let to):
      "there are not as many partners: \(NumberText.count(from, "source")) and \(NumberText.count(to, "target"))"
    case .delayTooShort(let dt): "a delay is \(NumberText.quantity(dt, .time)) or more, one step at least"
    case .noSpikeTimes(let name, let model): "\(name) has no list of spike times: its model is \(model)"
    case .timesNotAscending(let dt):
      "spike times ascend, each \(NumberText.quantity(dt, .time)) or more behind the last, the first above 0 ms"
    case .noLabel(let name): "\(name) has no label to take away · write one behind it"
    case .cannotLearn(let name): "\(name) cannot learn: its weights are below 0"
    case .doesNotLearn(let name): "the weights of \(name) do not learn · :learn \(name) has them learn"
    case .neverJoined(let source, let target): "no projection leads from \(source) to \(target)"
    case .weightOutside(let bounds, let dimension):
      "these weights learn between \(NumberText.quantity(bounds.lowerBound, dimension)) and "
        + NumberText.quantity(bounds.upperBound, dimension)
    case .unknownRule(let name, let nearest):
      "there is no rule \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? " · Tab lists them all")
    case .unknownParameter(let name, let owner, let nearest):
      "\(owner) has no parameter \"\(name)\"" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .refused(let refusal): refusal.description
    }
  }
}
