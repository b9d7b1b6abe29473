/// Messages about projections: who is connected, how strongly, how late.
import Basics
import NetworkModel

extension Complaint {
  static let exceptionsOfSeveral = Complaint(
    "synapses are set one by one where there is one target", hint: "write an entry for each target")

  static func exceptionWithinStep(dt: Double) -> Complaint {
    Complaint("a delay of 0 ms is for all synapses of a projection or for none", hint: "dt = \(number(dt)) ms or more")
  }

  static let exceptionWithoutValue = Complaint(
    "nothing is said of this synapse", hint: "[pre, post, weight], or [pre, post, ~, delay]")

  static func projectionNameTaken(_ name: String, line: Int) -> Complaint {
    Complaint(
      "there is a projection called \(quoted(name)) already, at line \(line)", hint: "give one of them a `name`")
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
    let values = [
      "fixed_probability": "0.1", "list": "[[0, 1]]", "matrix": "W.npy, layout: post_pre", "file": "synapses.npy",
      "distance_dependent": "{p: \"exp(-d/3)\"}", "small_world": "{degree: 10, rewiring: 0.1}",
    ]
    return Complaint("\(word) needs a value", hint: "for example `{\(word): \(values[word] ?? "10")}`")
  }

  static func sizesDiffer(_ pre: Int, _ post: Int) -> Complaint {
    Complaint(
      "one_to_one needs as many sources as targets, but there are \(pre) and \(post)",
      hint: "select a part with [first..last]")
  }

  static func tooManyPartners(wanted: Int, available: Double) -> Complaint {
    Complaint(
      "\(wanted) different partners are asked for, but there are \(number(available))",
      hint: "ask for fewer, or with_replacement: true")
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

  static let badListedSynapse = Complaint(
    "a synapse is a list of two to four values", hint: "[pre, post, weight, delay]")

  static func synapseFileShape(_ shape: [Int]) -> Complaint {
    Complaint(
      "the array has the shape \(sides(shape))",
      hint: "one row a synapse, two to four columns: pre, post, weight, delay")
  }

  static func synapseOutside(row: Int, pre: Double, post: Double) -> Complaint {
    Complaint("row \(row) connects \(number(pre)) to \(number(post)), which is outside the selections")
  }

  static func wrongSign(_ value: Double, _ source: ValueSource, _ dimension: Dimension, _ receptor: Receptor)
    -> Complaint
  {
    let isNegative = receptor == .inhibitory && dimension != .conductance
    let rule = "a weight on the \(receptor.rawValue) receptor is \(isNegative ? "0 or less" : "0 or more")"
    let shown = value.isFinite ? quantity(value, dimension) : isNegative ? "above 0" : "below 0"
    let isOne = source.single != nil && value.isFinite
    let repair =
      isOne
      ? "write \(quantity(-value, dimension)), or the other receptor" : "bound it with `\(isNegative ? "max" : "min")`"
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
      "projections without delay form a circle: \(path.joined(separator: " -> "))",
      hint: "give one of them a delay of dt or more")
  }

  static func mixedDelaysOfAnalogInput(_ name: String) -> Complaint {
    Complaint(
      "\(name) carries analog values, which all take the same time", hint: "give one delay for all, or encoder: poisson"
    )
  }
}
