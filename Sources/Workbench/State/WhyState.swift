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
  /// Whether the past has been looked into, and only the answer has to be worked out.
  package var isWorkingOut = false

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
    why.isWorkingOut = false
    travel.progress = nil
    // To look at the past, time has to stand still.
    isRunning = false
    errand = nil
    openAnswer(in: .why)
    return [.engine(.why(question))]
  }

  /// What the answer hangs on is known: it is worked out while everything else goes on.
  mutating func take(_ evidence: WhyEvidence) -> [Effect] {
    guard evidence.question == why.waiting else { return [] }
    why.isWorkingOut = true
    travel.progress = nil
    return [.job(.explain(evidence))]
  }

  mutating func take(_ answer: WhyAnswer, to question: WhyQuestion) -> [Effect] {
    guard question == why.waiting, let network else { return [] }
    endQuestion()
    if answer == .givenUp {
      inform("the question was given up")
      return []
    }
    let sheet = WhyWriter(network, models: models).sheet(answer)
    if !why.goesOn { why.trail = [] }
    why.trail.append(WhyState.Place(question: question, sheet: sheet))
    // Where the answer can be read, its first line is not said twice: the footer says what can be done with it.
    if layout(in: size).placement(of: .why) == nil { inform(sheet.headline) }
    return []
  }

  /// Esc: nobody waits for the answer any more.
  mutating func giveUpQuestion() -> [Effect] {
    endQuestion()
    inform("the question was given up")
    return [.engine(.pause), .job(.explain(nil))]
  }

  private mutating func endQuestion() {
    why.waiting = nil
    why.isWorkingOut = false
    travel.progress = nil
  }

  /// What is being done about a question, and how far that is.
  package var questionWords: String? {
    guard why.waiting != nil else { return nil }
    if why.isWorkingOut { return "working it out … Esc gives up" }
    return "looking back\(goingPercent.map { " \($0) %" } ?? "") … Esc gives up"
  }

  /// Back to the question before.
  mutating func askedBefore() {
    why.trail.removeLast()
    if case .neuron(let neuron, _, _) = why.place?.question { select(neuron) }
  }
}
