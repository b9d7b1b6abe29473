/// Messages about stimuli and the readout.
import Basics

extension Complaint {
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

  static func oneCourse(_ courses: [String]) -> Complaint {
    Complaint(
      courses.isEmpty ? "a current needs a course" : "a current has one course, not \(list(courses))",
      hint: "one of \(list(CurrentReader.courses))")
  }

  static func stepsNotAscending(_ time: Double, after last: Double) -> Complaint {
    Complaint("the step at \(number(time)) ms comes after the one at \(number(last)) ms", hint: "write times ascending")
  }

  static func periodTooShort(_ period: Double, width: Double, dt: Double) -> Complaint {
    Complaint(
      "a period of \(number(period)) ms is too short for pulses of \(number(width)) ms",
      hint: "it is as long as a pulse at least, and not below dt, which is \(number(dt)) ms")
  }

  static func recordingNotFlat(_ shape: [Int]) -> Complaint {
    Complaint(
      "a recorded current is a row of numbers, but the file has the shape \(shape)", hint: "one value for each interval"
    )
  }

  static let secondDataStimulus = Complaint(
    "more than one stimulus with data is not supported yet by this version", hint: "keep one of them")

  static func unknownData(_ name: String, known: [String]) -> Complaint {
    Complaint(
      "unknown data \(quoted(name))",
      hint: known.isEmpty ? "declare it under `data:`" : suggestion(for: name, among: known))
  }

  static func dataWidth(_ features: Int, neurons: Int, of name: String) -> Complaint {
    Complaint(
      "a sample has \(features) values, but \(name) has \(neurons) neurons to play them", hint: "make them equal")
  }

  static func probabilityClipped(_ value: Double) -> Complaint {
    Complaint(
      "the data holds \(number(value)), which is no probability", hint: "encoder: poisson clips it to 0…1; set `scale`")
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
    Complaint(
      "a vote after \(time) steps is too late: a sample is shown for \(shown)", hint: "read at \(shown) at the latest")
  }

  static func readoutNotAscending(_ time: Int, after last: Int) -> Complaint {
    Complaint("the readout at \(time) comes after the one at \(last)", hint: "write the times ascending")
  }

  static func labelWithoutNeuron(_ label: Int, size: Int, name: String) -> Complaint {
    Complaint(
      "the data has the label \(label), but \(name) has \(size) neurons", hint: "one neuron for each label from 0")
  }
}
