/// The classifier in words: what it is shown, what it reads, how often it was right.
import Charts
import Debugger
import Workbench

extension ClassifierPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let classifier = model.classifier else { return nil }
    let verdict = classifier.label.map { label in
      "shown \(label), read \(classifier.vote), \(label == classifier.vote ? "right" : "wrong") so far"
    }
    var lines = [PlainLine(verdict ?? "read \(classifier.vote)", isSelected: true)]
    for (output, vote) in classifier.votes.enumerated() {
      lines.append(PlainLine("vote for \(output): \(Digits.fixed(vote, 2))"))
    }
    for (index, step) in classifier.readAt.enumerated() {
      guard let read = classifier.read.element(index), let correct = classifier.correct.element(index), read > 0 else {
        continue
      }
      let share = Digits.fixed(100 * Double(correct) / Double(read), 1)
      lines.append(PlainLine("right after \(step) steps: \(share) % of \(NumberText.count(read, "sample"))"))
    }
    return lines
  }
}
