/// What was asked about the past, and the way from one cause to the next.
import Basics
package import Debugger

package struct WhyState: Sendable, Equatable {
  /// A question with its answer, and where one stands in it.
  package struct Place: Sendable, Equatable {
    package let question: WhyQuestion
    package let sheet: WhySheet
    /// Of the sheet.
    package var row: Int

    package init(question: WhyQuestion, sheet: WhySheet) {
      self.question = question
      self.sheet = sheet
      row = sheet.rows.firstIndex(where: \.isCausal) ?? sheet.rows.firstIndex { $0.spike != nil } ?? 0
    }
  }

  /// From the first question to the one that is shown.
  package var trail: [Place] = []
  /// A question that is not answered yet, and whether it goes on from the one that is shown.
  package var waiting: WhyQuestion?
  package var goesOn = false

  package init() {}

  package var place: Place? { trail.last }

  /// The spike in the row where one stands.
  package var spike: WhySheet.Spike? {
    guard let place, place.sheet.rows.indices.contains(place.row) else { return nil }
    return place.sheet.rows[place.row].spike
  }
}

extension WorkbenchState {
  /// Asks, and shows what is answered.
  mutating func ask(_ question: WhyQuestion, goesOn: Bool = false) -> [Effect] {
    why.waiting = question
    why.goesOn = goesOn
    // To look at the past, time has to stand still.
    isRunning = false
    errand = nil
    open(.why)
    return [.engine(.why(question))]
  }

  mutating func take(_ answer: WhyAnswer, to question: WhyQuestion) -> [Effect] {
    guard question == why.waiting, let network else { return [] }
    let sheet = WhyWriter(network, models: models).sheet(answer)
    why.waiting = nil
    if !why.goesOn { why.trail = [] }
    why.trail.append(WhyState.Place(question: question, sheet: sheet))
    inform(sheet.headline)
    return []
  }

  /// Back to the question before.
  mutating func askedBefore() {
    why.trail.removeLast()
    if case .neuron(let neuron, _, _) = why.place?.question { select(neuron) }
  }
}
