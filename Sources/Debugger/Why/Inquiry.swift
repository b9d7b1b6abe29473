/// A question that is being looked into: its stretch of the past is run once more, some steps at a time.
import Basics
import Simulation

/// What is needed for an answer is gathered where the session is; the answer itself is worked out beside it, by
/// `WhyEvidence`. A class, so that what it has gathered is never copied, nor looked through by whoever moves a session.
final class Inquiry {
  /// What is to be found out about a neuron, by what is recorded of it.
  enum Aim: Sendable, Equatable {
    /// Why it fired at the end of a step; where it did not, why it was silent in `otherwise`.
    case spike(step: Int, horizon: Milliseconds, steps: Int, otherwise: Range<Int>)
    case silence(Range<Int>)

    /// The step at whose end v is looked at first, which all that counts there has to be recorded for.
    var step: Int {
      switch self {
      case .spike(let step, _, _, _): step
      case .silence(let steps): steps.lowerBound
      }
    }

    /// The step after the last that has to be recorded.
    var end: Int {
      switch self {
      case .spike(let step, _, let steps, _): step + 1 + steps
      case .silence(let steps): steps.upperBound
      }
    }
  }

  let question: WhyQuestion
  /// Where the session stands meanwhile.
  let home: Keyframe
  /// The present network runs in these steps.
  let reach: Range<Int>
  let neuron: NeuronAddress
  /// Of the neuron, by its parameters where the session stands.
  let memory: Memory
  /// How long a spike may be under way to it [steps].
  let delay: Int
  private(set) var aim: Aim
  /// So many steps before the one that is looked at are recorded.
  var span = 0
  var recorder: NeuronRecorder?
  var walk: ShareWalk?
  var ledger: LedgerWriter?
  /// What is run now.
  var stretch = 0..<0

  init(
    _ question: WhyQuestion, home: Keyframe, reach: Range<Int>, neuron: NeuronAddress, memory: Memory, delay: Int,
    _ aim: Aim
  ) {
    (self.question, self.home, self.reach, self.neuron) = (question, home, reach, neuron)
    (self.memory, self.delay, self.aim) = (memory, delay, aim)
  }

  /// What is looked for turns out not to be there.
  func turn(to aim: Aim, span: Int) { (self.aim, self.span) = (aim, span) }

  /// From 0 to 1.
  func progress(at tick: Tick) -> Double {
    // To sum up takes much less long than to record, for most models.
    if let walk { return 0.8 + 0.2 * walk.progress }
    let done = Double(tick.value - stretch.lowerBound) / Double(max(1, stretch.count))
    return (ledger == nil ? 0.8 : 1) * min(1, max(0, done))
  }
}

extension Simulation {
  /// How long a spike may be under way to a population [steps].
  func longestDelay(onto population: Int) -> Int {
    projections.indices.filter { projections[$0].targetPopulation == population }
      .compactMap { delayRange(projection: $0)?.upperBound }.max() ?? 0
  }
}
