/// Work that is done beside a session, on networks of its own: it neither sees nor changes the one that is open.
import Simulation

package enum JobRequest: Sendable, Equatable {
  /// How fast a neuron fires under constant currents. Answered by `EngineEvent.firingCurve`.
  case firingCurve(FiringCurveRequest)
  /// Works out the answer to a question; nil for who does not want to know any more. Answered by `EngineEvent.why`.
  case explain(WhyEvidence?)

  /// Of which only the newest job is wanted.
  package enum Kind: Sendable, CaseIterable { case firingCurve, answer }

  package var kind: Kind {
    switch self {
    case .firingCurve: .firingCurve
    case .explain: .answer
    }
  }
}

extension JobRequest {
  /// Does the work, on the calling thread.
  /// - Parameter isWanted: asked every few milliseconds; once it says no, nothing comes out.
  package func run(isWanted: () -> Bool) -> [EngineEvent] {
    switch self {
    case .firingCurve(let request):
      do throws(SessionError) {
        return [.firingCurve(try request.measure(isWanted: isWanted))]
      } catch {
        return error == .interrupted ? [] : [.refused("no f-I curve: \(error.description)")]
      }
    case .explain(let evidence):
      guard let evidence, let answer = evidence.answer(isWanted: isWanted) else { return [] }
      return [.why(evidence.question, answer)]
    }
  }
}
