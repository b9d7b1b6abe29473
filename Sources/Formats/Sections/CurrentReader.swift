/// `current:` of a stimulus — constant, or with a course of its own.
import Basics
import NetworkModel

struct CurrentReader {
  static let courses = PartDescriptor.currents.map(\.id)

  private let scope: Scope
  private let place: SourceLocation
  /// Nil where the dimension cannot be known, for the model is unknown and that mistake is told.
  private let dimension: Dimension?

  /// - Parameter place: of what the current flows into.
  init(_ scope: Scope, into: ReadSelection?, at place: SourceLocation) {
    self.scope = scope
    self.place = place
    let model = into?.population.descriptor
    if let into, let model, model.kind != .neuron { scope.error(at: place, .notANeuron(into.population.name, model)) }
    dimension = model.map { $0.isDimensionless ? .none : .current }
  }

  func read(_ syntax: Syntax) -> StimulusSpec.Kind? {
    guard let fields = Fields(syntax, of: "a current", known: Self.courses + ["from", "to"], scope) else { return nil }
    let from = fields["from"].map { moment($0, "from") } ?? 0
    let to = fields["to"].map { moment($0, "to") }
    let given = Self.courses.filter { fields.has($0) }
    guard given.count == 1, let course = given.first else {
      scope.error(at: fields.location, .oneCourse(given))
      return nil
    }
    guard let value = fields[course], let kind = kind(course, value), let from else { return nil }
    guard let to else { return finished(kind, from: from, to: nil) }
    guard let to else { return nil }
    if to <= from {
      scope.error(at: fields.place(of: "to"), .endsBeforeItBegins(from: from, to: to))
      return nil
    }
    return finished(kind, from: from, to: Milliseconds(to))
  }

  private enum Course {
    case constant(Double)
    case waveform(Waveform)
  }

  private func finished(_ course: Course, from: Double, to: Milliseconds?) -> StimulusSpec.Kind {
    switch course {
    case .constant(let amplitude): .current(amplitude: amplitude, from: Milliseconds(from), to: to)
    case .waveform(let waveform): .waveform(waveform, from: Milliseconds(from), to: to)
    }
  }

  private func moment(_ syntax: Syntax, _ what: String) -> Double? {
    guard let value = scope.quantity(syntax, .time, what) else { return nil }
    if value < 0 {
      scope.error(at: syntax.location, .beforeTheBeginning(value, what: what))
      return nil
    }
    scope.steps(value, what, at: syntax.location)
    return value
  }

  private func kind(_ course: String, _ value: Syntax) -> Course? {
    if course == "dc" { return amplitude(value, "dc").map { .constant($0) } }
    let waveform: Waveform? =
      switch course {
      case "step": step(value)
      case "pulses": pulses(value)
      case "sine": sine(value)
      case "noise": noise(value)
      default: recorded(value)
      }
    return waveform.map { .waveform($0) }
  }

  private func amplitude(_ syntax: Syntax?, _ what: String) -> Double? {
    guard let syntax, let dimension else { return nil }
    return scope.quantity(syntax, dimension, what)
  }

  private var example: String { dimension == Dimension.none ? "1" : "0.3 nA" }

  // MARK: Courses

  private func fields(of course: String, _ syntax: Syntax) -> Fields? {
    Fields(syntax, of: course, known: PartDescriptor.named(course, among: PartDescriptor.currents).inside, scope)
  }

  private func step(_ syntax: Syntax) -> Waveform? {
    guard let fields = fields(of: "step", syntax) else { return nil }
    let times = list(fields.required("times", example: "times: [10 ms, 20 ms]"), "times") { moment($0, "times") }
    let amplitudes = list(fields.required("amplitudes", example: "amplitudes: [\(example), 0 nA]"), "amplitudes") {
      amplitude($0, "amplitudes")
    }
    guard let times, let amplitudes else { return nil }
    if times.count != amplitudes.count {
      scope.error(
        at: fields.place(of: "amplitudes"),
        .wrongCount(amplitudes.count, expected: times.count, what: "amplitudes"))
      return nil
    }
    for (earlier, later) in zip(times, times.dropFirst()) where later <= earlier {
      scope.error(at: fields.place(of: "times"), .stepsNotAscending(later, after: earlier))
      return nil
    }
    return .step(times: times.map { Milliseconds($0) }, amplitudes: amplitudes)
  }

  private func list(_ syntax: Syntax?, _ what: String, _ element: (Syntax) -> Double?) -> [Double]? {
    guard let syntax else { return nil }
    guard case .sequence(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a list", for: what, found: syntax))
      return nil
    }
    let values = entries.compactMap(element)
    return values.count == entries.count ? values : nil
  }

  private func pulses(_ syntax: Syntax) -> Waveform? {
    guard let fields = fields(of: "pulses", syntax) else { return nil }
    let amplitude = amplitude(fields.required("amplitude", example: "amplitude: \(example)"), "amplitude")
    let width = fields.required("width", example: "width: 1 ms").flatMap { scope.positiveTime($0, "width") }
    let period = fields.required("period", example: "period: 10 ms").flatMap { scope.positiveTime($0, "period") }
    guard let amplitude, let width, let period else { return nil }
    if width > period || period.value < scope.dt.value * (1 - 1e-9) {
      scope.error(at: fields.place(of: "period"), .periodTooShort(period.value, width: width.value, dt: scope.dt.value))
      return nil
    }
    return .pulses(amplitude: amplitude, width: width, period: period)
  }

  private func sine(_ syntax: Syntax) -> Waveform? {
    guard let fields = fields(of: "sine", syntax) else { return nil }
    let amplitude = amplitude(fields.required("amplitude", example: "amplitude: \(example)"), "amplitude")
    let frequency = fields.required("frequency", example: "frequency: 10 Hz").flatMap {
      scope.quantity($0, .rate, "frequency", in: 0...1e9)
    }
    let phase = fields["phase"].map { scope.quantity($0, .none, "phase") } ?? 0
    let offset = fields["offset"].map { self.amplitude($0, "offset") } ?? 0
    guard let amplitude, let frequency, let phase, let offset else { return nil }
    return .sine(amplitude: amplitude, frequency: frequency, phase: phase, offset: offset)
  }

  private func noise(_ syntax: Syntax) -> Waveform? {
    guard let fields = fields(of: "noise", syntax) else { return nil }
    let mean = fields["mean"].map { amplitude($0, "mean") } ?? 0
    let deviation = fields.required("deviation", example: "deviation: \(example)").flatMap { syntax in
      dimension.flatMap { scope.quantity(syntax, $0, "deviation", in: 0...1e9) }
    }
    let interval = fields["interval"].map { scope.positiveTime($0, "interval") } ?? scope.dt
    guard let mean, let deviation, let interval else { return nil }
    scope.steps(interval.value, "interval", at: fields.place(of: "interval"), least: 1)
    return .noise(mean: mean, deviation: deviation, interval: interval)
  }

  private func recorded(_ syntax: Syntax) -> Waveform? {
    guard let fields = fields(of: "recorded", syntax) else { return nil }
    let interval = fields.required("interval", example: "interval: 0.1 ms").flatMap {
      scope.positiveTime($0, "interval")
    }
    guard let file = fields.required("file", example: "file: current.npy"), let dimension,
      let scale = scope.unitScale(fields, dimension, "recorded"), let array = scope.numpyArray(file, "recorded")
    else { return nil }
    if array.shape.count != 1 {
      scope.error(at: file.location, .recordingNotFlat(array.shape))
      return nil
    }
    return interval.map { .recorded(values: array.values.map { $0 * scale }, interval: $0) }
  }
}
