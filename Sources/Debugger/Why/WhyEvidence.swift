/// All that is needed to answer a question about a neuron, once its stretch of the past has been run again.
import Basics

/// To work the answer out takes nothing else: not the session, which goes on, and not its network. A class, for it is
/// handed from one to the next, and two of them are never the same.
package final class WhyEvidence: Sendable {
  package let question: WhyQuestion
  private let aim: Inquiry.Aim
  private let maps: StepMaps
  private let shares: Shares
  /// The step of the last spike before the stretch, as far as that is known.
  private let lastSpike: Int

  init(_ question: WhyQuestion, _ aim: Inquiry.Aim, _ maps: StepMaps, _ shares: Shares, lastSpike: Int) {
    self.question = question
    self.aim = aim
    self.maps = maps
    self.shares = shares
    self.lastSpike = lastSpike
  }

  /// Runs the neuron by itself, again and again: milliseconds, or for models that are not linear up to seconds.
  /// - Parameter isWanted: asked before each of these runs; nil comes out once it says no.
  package func answer(isWanted: () -> Bool) -> WhyAnswer? {
    withoutActuallyEscaping(isWanted) { isWanted in
      do throws(NotWanted) {
        switch aim {
        case .spike(let step, let horizon, let steps, _): return .fired(try fired(step, horizon, steps, isWanted))
        case .silence(let steps): return try silent(steps, isWanted)
        }
      } catch {
        return nil
      }
    }
  }

  private func fired(
    _ step: Int, _ horizon: Milliseconds, _ steps: Int, _ isWanted: @escaping () -> Bool
  ) throws(NotWanted) -> WhyFired {
    let recording = maps.recording
    let v = maps.active[maps.v]
    var search = CausalSearch(maps, spike: step, end: step + 1 + steps, v: v, isWanted: isWanted)
    let causal = try search.result(shares)
    var potential = WhyPotential(shares, recording, causal: Set(causal.arrivals))
    let effects = ArrivalEffects(
      recording, spike: step, end: min(step + 1 + steps, recording.end), v: v, isWanted: isWanted)
    potential.shares = try effects.added(to: potential.shares)
    return WhyFired(
      potential: potential, causal: causal.kind,
      causes: try causal.arrivals.map { (place) throws(NotWanted) in
        try effects.added(to: recording.told(place, isCausal: true))
      }, horizon: horizon, horizonSteps: min(steps, recording.end - 1 - step))
  }

  private func silent(_ steps: Range<Int>, _ isWanted: @escaping () -> Bool) throws(NotWanted) -> WhyAnswer {
    let recording = maps.recording
    let steps = steps.lowerBound..<min(steps.upperBound, recording.end)
    if let fired = steps.first(where: { recording[$0].fired }) {
      let time = ChangeWords.time(Tick(fired + 1), dt: recording.dt)
      return .nothing("it fired at \(time), so it was not silent · ask why it fired then")
    }
    let course = SilentCourse(maps, steps, isWanted: isWanted)
    // What counts in the first step of it may count where v was nearest to the threshold.
    var walk = ShareWalk(maps, at: course.nearest)
    _ = walk.advance(atMost: .max)
    guard let shares = walk.shares else { throw NotWanted() }
    let last = (recording.first..<steps.lowerBound).last { recording[$0].fired } ?? lastSpike
    return .silent(
      WhySilent(
        from: Tick(steps.lowerBound), to: Tick(steps.upperBound), lastSpike: last < 0 ? nil : Tick(last + 1),
        nearest: WhyPotential(shares, recording), v: course.final.v, level: course.final.level,
        refractorySteps: course.heldSteps, drive: course.drive, neededCurrent: try course.neededCurrent(),
        neededGain: try course.neededGain()))
  }
}

extension WhyEvidence: Equatable {
  package static func == (one: WhyEvidence, other: WhyEvidence) -> Bool { one === other }
}

/// Nobody waits for the answer any more.
struct NotWanted: Error {}
