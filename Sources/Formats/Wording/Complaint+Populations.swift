/// Messages about the format, populations and selections.
import Basics
import NetworkModel

extension Complaint {
  static func newerFormat(_ version: Int) -> Complaint {
    Complaint("format \(version) is unknown to this version of the program", hint: "it reads `ganglion: 1`")
  }

  // MARK: Populations

  static let noPopulations = Complaint(
    "populations must be a mapping of names", hint: "for example `populations: {exc: {size: 100, model: lif}}`")

  static func badName(_ name: String) -> Complaint {
    Complaint(
      "\(quoted(name)) cannot be a name",
      hint: "a name begins with a letter and has letters, digits, _ and - only, 64 at most")
  }

  static let sizeAndShape = Complaint("a population has a size or a shape, not both", hint: "keep one of them")
  static let badShape = Complaint("a shape has one or two sides", hint: "for example `shape: [8, 8]`")

  static func needsMemory(_ what: String, bytes: Double, limit: Int) -> Complaint {
    Complaint(
      "\(what) would need \(memory(bytes)) of memory, more than the \(memory(Double(limit))) there is",
      hint: "make it smaller")
  }

  static func unknownModel(_ word: String, known: [String]) -> Complaint {
    Complaint("unknown model \(quoted(word))", hint: suggestion(for: word, among: known))
  }

  static func unknownPopulation(_ name: String, known: [String]) -> Complaint {
    Complaint("unknown population \(quoted(name))", hint: suggestion(for: name, among: known))
  }

  static func likeInCircle(_ name: String) -> Complaint {
    Complaint(
      "`like: \(name)` leads back to itself, or through too many others",
      hint: "one population along the way must have a model of its own")
  }

  static func unknownParameter(_ name: String, of model: ModelDescriptor, known: [String]) -> Complaint {
    let hint = known.isEmpty ? "it has none" : suggestion(for: name, among: known)
    return Complaint("\(model.id) has no parameter \(quoted(name))", hint: hint)
  }

  static func unknownVariable(_ name: String, of model: ModelDescriptor, known: [String]) -> Complaint {
    let hint = known.isEmpty ? "it has none" : suggestion(for: name, among: known)
    return Complaint("\(model.id) has no state \(quoted(name)) that can be given at the start", hint: hint)
  }

  static func resetAboveThreshold(_ reset: Double, _ threshold: Double, _ dimension: Dimension) -> Complaint {
    Complaint(
      "v_reset = \(quantity(reset, dimension)) is not below v_thresh = \(quantity(threshold, dimension))",
      hint: "the neuron will fire again as soon as its refractory time ends")
  }

  // MARK: Selections

  static func badSelection(_ text: String) -> Complaint {
    Complaint("\(quoted(text)) is no selection", hint: "for example `exc`, `exc[17]`, `exc[0..99]` or `exc[0,3,8..9]`")
  }

  static func outsidePopulation(_ text: String, index: Int, name: String, shape: [Int], isGrid: Bool) -> Complaint {
    let size = shape.reduce(1, *)
    let extent =
      isGrid
      ? "rows 0 to \(shape[0] - 1) and columns 0 to \(shape[1] - 1)"
      : size == 1 ? "neuron 0 alone" : "neurons 0 to \(size - 1)"
    return Complaint("\(index) in \(quoted(text)) is outside the population", hint: "\(name) has \(extent)")
  }

  static func rangeExchanged(_ text: String) -> Complaint {
    Complaint("a range in \(quoted(text)) ends before it begins", hint: "write the smaller index first")
  }

  static func unsortedSelection(_ text: String) -> Complaint {
    Complaint("the indices of \(quoted(text)) are not ascending", hint: "write each once, from small to great")
  }

  static func selectionInTooManyPieces(limit: Int) -> Complaint {
    Complaint("the selection falls into more than \(limit) pieces", hint: "select whole rows")
  }
}
