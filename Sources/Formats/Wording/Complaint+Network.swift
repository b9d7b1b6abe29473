/// Messages about populations, projections, stimuli and the readout.
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
      "\(what) would need \(memory(bytes)) of memory, more than the \(memory(Double(limit))) there is", hint: "make it smaller")
  }

  static func unknownModel(_ word: String, known: [String]) -> Complaint {
    Complaint("unknown model \(quoted(word))", hint: suggestion(for: word, among: known))
  }

  static func unknownPopulation(_ name: String, known: [String]) -> Complaint {
    Complaint("unknown population \(quoted(name))", hint: suggestion(for: name, among: known))
  }

  static func likeInCircle(_ name: String) -> Complaint {
    Complaint("`like: \(name)` leads back to itself", hint: "one population along the way must have a model of its own")
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
    let extent = isGrid
      ? "rows 0 to \(shape[0] - 1) and columns 0 to \(shape[1] - 1)" : size == 1 ? "neuron 0 alone" : "neurons 0 to \(size - 1)"
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

  // MARK: Projections

  static func projectionNameTaken(_ name: String, line: Int) -> Complaint {
    Complaint("there is a projection called \(quoted(name)) already, at line \(line)", hint: "give one of them a `name`")
  }

  static func sourceNeverFires(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("\(name) sends nothing: \(model.id) never fires", hint: "project from a model that fires")
  }

  static func nothingProjectsOnto(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("nothing can project onto \(name): \(model.id) takes no input", hint: "project onto neurons")
  }

  static func unknownConnector(_ word: String, known: [String]) -> Complaint {
    Complaint("unknown connector \(quoted(word))", hint: suggestion(for: word, among: known))
  }

  static func connectorNeedsValue(_ word: String) -> Complaint {
    let values = ["fixed_probability": "0.1", "list": "[[0, 1]]", "matrix": "W.npy, layout: post_pre", "file": "synapses.npy"]
    return Complaint("\(word) needs a value", hint: "for example `{\(word): \(values[word] ?? "10")}`")
  }

  static func sizesDiffer(_ pre: Int, _ post: Int) -> Complaint {
    Complaint(
      "one_to_one needs as many sources as targets, but there are \(pre) and \(post)",
      hint: "select a part with [first..last]")
  }

  static func tooManyPartners(wanted: Int, available: Int) -> Complaint {
    Complaint(
      "\(wanted) different partners are asked for, but there are \(available)", hint: "ask for fewer, or with_replacement: true")
  }

  static let allowSelfHasNoMeaning = Complaint("a list says itself who is connected", hint: "leave allow_self out")
  static let weightWithMatrix = Complaint("the matrix has the weights already", hint: "leave `weight` out")

  static func matrixShape(_ shape: [Int], expected: [Int], layout: String) -> Complaint {
    let isTurned = shape.count == 2 && shape == expected.reversed()
    let other = layout == "post_pre" ? "pre_post" : "post_pre"
    return Complaint(
      "the matrix has the shape \(sides(shape)), but \(layout) is \(sides(expected)) here",
      hint: isTurned ? "did you mean `layout: \(other)`?" : "")
  }

  private static func sides(_ shape: [Int]) -> String { "[" + shape.map(String.init).joined(separator: " × ") + "]" }

  static let badListedSynapse = Complaint("a synapse is a list of two to four values", hint: "[pre, post, weight, delay]")

  static func synapseFileShape(_ shape: [Int]) -> Complaint {
    Complaint(
      "the array has the shape \(sides(shape))", hint: "one row a synapse, two to four columns: pre, post, weight, delay")
  }

  static func synapseOutside(row: Int, pre: Double, post: Double) -> Complaint {
    Complaint("row \(row) connects \(number(pre)) to \(number(post)), which is outside the selections")
  }

  static func wrongSign(_ value: Double, _ source: ValueSource, _ dimension: Dimension, _ receptor: Receptor) -> Complaint {
    let isNegative = receptor == .inhibitory && dimension != .conductance
    let rule = "a weight on the \(receptor.rawValue) receptor is \(isNegative ? "0 or less" : "0 or more")"
    let shown = value.isFinite ? quantity(value, dimension) : isNegative ? "above 0" : "below 0"
    let isOne = source.single != nil && value.isFinite
    let repair = isOne ? "write \(quantity(-value, dimension)), or the other receptor" : "bound it with `\(isNegative ? "max" : "min")`"
    return Complaint("the weight \(isOne ? "cannot be" : "could be") \(shown): \(rule)", hint: repair)
  }

  static func delayTooShort(_ value: Double, dt: Double) -> Complaint {
    let what = value.isFinite ? "a delay of \(number(value)) ms" : "a delay without a lower bound"
    return Complaint("\(what) is shorter than a step", hint: "it is dt = \(number(dt)) ms or more, or exactly 0 ms")
  }

  static func delayTooLong(most: Double) -> Complaint {
    Complaint("the delay is too long", hint: "it is \(number(most)) ms at most with this dt")
  }

  static func circleWithoutDelay(_ path: [String]) -> Complaint {
    Complaint(
      "projections without delay form a circle: \(path.joined(separator: " -> "))", hint: "give one of them a delay of dt or more")
  }

  static func mixedDelaysOfAnalogInput(_ name: String) -> Complaint {
    Complaint("\(name) carries analog values, which all take the same time", hint: "give one delay for all, or encoder: poisson")
  }

  // MARK: Stimuli and readout

  static func oneStimulus(_ kinds: [String]) -> Complaint {
    Complaint(
      kinds.isEmpty ? "a stimulus needs a kind" : "a stimulus has one kind, not \(list(kinds))",
      hint: "one of current, poisson and data")
  }

  static func notANeuron(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("\(name) cannot be stimulated: \(model.id) takes no input", hint: "stimulate neurons")
  }

  static func notAnInput(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("\(name) cannot play data: it is \(model.id)", hint: "give it `model: Input`")
  }

  static func endsBeforeItBegins(from: Double, to: Double) -> Complaint {
    Complaint("the current ends at \(number(to)) ms, but begins at \(number(from)) ms", hint: "`to` comes after `from`")
  }

  static let secondDataStimulus = Complaint(
    "more than one stimulus with data is not supported yet by this version", hint: "keep one of them")

  static func unknownData(_ name: String, known: [String]) -> Complaint {
    Complaint("unknown data \(quoted(name))", hint: known.isEmpty ? "declare it under `data:`" : suggestion(for: name, among: known))
  }

  static func dataWidth(_ features: Int, neurons: Int, of name: String) -> Complaint {
    Complaint("a sample has \(features) values, but \(name) has \(neurons) neurons to play them", hint: "make them equal")
  }

  static func probabilityClipped(_ value: Double) -> Complaint {
    Complaint("the data holds \(number(value)), which is no probability", hint: "encoder: poisson clips it to 0…1; set `scale`")
  }

  static let readoutWithoutData = Complaint(
    "a readout needs a stimulus with data", hint: "add one under `stimuli:`, or leave the readout out")

  static func readoutOfAPart(_ name: String) -> Complaint {
    Complaint("a readout reads a whole population", hint: "write `from: \(name)`")
  }

  static func noPotential(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("\(name) has no potential to vote with: it is \(model.id)", hint: "read from neurons")
  }

  static func noSpikes(_ name: String, _ model: ModelDescriptor) -> Complaint {
    Complaint("\(name) cannot vote with spikes: \(model.id) never fires", hint: "did you mean `vote: potential`?")
  }

  static func readAfterTheEnd(_ time: Int, shown: Int) -> Complaint {
    Complaint("a vote after \(time) steps is too late: a sample is shown for \(shown)", hint: "read at \(shown) at the latest")
  }

  static func readoutNotAscending(_ time: Int, after last: Int) -> Complaint {
    Complaint("the readout at \(time) comes after the one at \(last)", hint: "write the times ascending")
  }

  static func labelWithoutNeuron(_ label: Int, size: Int, name: String) -> Complaint {
    Complaint("the data has the label \(label), but \(name) has \(size) neurons", hint: "one neuron for each label from 0")
  }
}
