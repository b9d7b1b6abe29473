/// Commands that ask why.
import Basics
import Debugger
import Workbench

extension DebugVerbs {
  static let why: [DebugVerb] = [
    DebugVerb(
      name: "why", usage: "NEURON [at TIME] [horizon TIME]", help: "Explain its last spike, or its silence."
    ) { (walk, text) throws(DebugProblem) in try walk.why(text) },
    DebugVerb(
      name: "why-silent", usage: "NEURON from TIME [to TIME]", help: "Explain why it did not fire between two times."
    ) { (walk, text) throws(DebugProblem) in
      guard text.contains(" from ") || text.contains(" to ") else {
        throw DebugProblem("two times are wanted · e.g. why-silent exc[17] from 80 ms to 90 ms")
      }
      try walk.why(text)
    },
    DebugVerb(
      name: "why-weight", usage: "NEURON -> NEURON [of PROJECTION] [from TIME] [to TIME]",
      help: "List all that changed the weight."
    ) { (walk, text) throws(DebugProblem) in
      guard text.contains("->") else {
        throw DebugProblem("a synapse is wanted · e.g. why-weight inh[3] -> exc[17] from 80 ms to 90 ms")
      }
      try walk.why(text)
    },
  ]
}

extension DebugWalk {
  /// Answers a question in words, and with all that there is in the object.
  mutating func why(_ text: String) throws(DebugProblem) {
    let summary = session.summary
    let question: WhyQuestion
    do throws(WhyProblem) {
      question = try WhyQuestion(parsing: text, in: summary, now: session.tick)
    } catch {
      throw DebugProblem(error.text, column: error.column)
    }
    let answer = session.why(question)
    if case .refused(let words) = answer { throw DebugProblem(words) }
    let writer = WhyWriter(summary, models: CatalogueModels.all)
    for line in writer.sheet(answer).lines() { tell(line) }
    fill { $0.why = DebugWhy(answer, writer) }
  }
}
