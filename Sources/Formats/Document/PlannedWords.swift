/// Words of the document format that this version does not carry out yet. They are refused with that reason, so that
/// nobody takes a typing error for a missing feature, or a missing feature for a typing error.

enum PlannedWords {
  static let sections = ["lesson", "recorders"]
  static let ruleChoices = ["multiplicative", "power_law"]
  static let encoders = ["bernoulli", "latency", "phase", "delta", "population", "learned"]
}
