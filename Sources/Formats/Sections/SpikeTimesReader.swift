/// The times of a `SpikeSourceArray`: one list for all neurons, or one for each.
import Basics
import NetworkModel

struct SpikeTimesReader {
  private let scope: Scope
  private let count: Int?

  init(_ scope: Scope, count: Int?) {
    self.scope = scope
    self.count = count
  }

  /// Reads `[5 ms, 10 ms]`, `[[5 ms], [7 ms, 9 ms]]` or `{file: times.npy, unit: ms}`.
  func read(_ syntax: Syntax, _ what: String) -> [[Milliseconds]]? {
    switch syntax.kind {
    case .mapping:
      guard let fields = Fields(syntax, of: what, known: ["file", "unit"], scope),
        let file = fields.required("file", example: "{file: times.npy, unit: ms}"),
        let scale = scope.unitScale(fields, .time, what), let array = scope.numpyArray(file, what)
      else { return nil }
      return train(array.values.map { ($0 * scale, file.location) }, what).map { [$0] }
    case .sequence(let values) where values.contains { if case .sequence = $0.kind { true } else { false } }:
      if let count, values.count != count {
        scope.error(at: syntax.location, .wrongCount(values.count, expected: count, what: what))
        return nil
      }
      let trains = values.compactMap { train($0, what) }
      return trains.count == values.count ? trains : nil
    default: return train(syntax, what).map { [$0] }
    }
  }

  private func train(_ syntax: Syntax, _ what: String) -> [Milliseconds]? {
    let times = syntax.elements.compactMap { value in
      scope.quantity(value, .time, what).map { ($0, value.location) }
    }
    return times.count == syntax.elements.count ? train(times, what) : nil
  }

  private func train(_ times: [(value: Double, place: SourceLocation)], _ what: String) -> [Milliseconds]? {
    var last = 0
    for (index, time) in times.enumerated() {
      guard time.value > 0 else {
        scope.error(at: time.place, .spikeTimeNotAboveZero(time.value))
        return nil
      }
      if index > 0, time.value <= times[index - 1].value {
        scope.error(at: time.place, .timesNotAscending(time.value, after: times[index - 1].value))
        return nil
      }
      let step = scope.steps(time.value, what, at: time.place)
      if step == 0 {
        scope.error(at: time.place, .spikeTimeNotAboveZero(time.value))
        return nil
      }
      if step == last {
        scope.error(at: time.place, .spikesInOneStep(time.value, dt: scope.dt.value))
        return nil
      }
      last = step
    }
    return times.map { Milliseconds($0.value) }
  }
}
