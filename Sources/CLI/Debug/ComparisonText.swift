/// A comparison of two branches as lines of text.
import Basics
import Debugger
import Workbench

struct ComparisonText {
  let comparison: BranchComparison

  var lines: [String] {
    let words = ComparisonWords(comparison)
    return [
      "A is \(words.name(.a)), B is \(words.name(.b))", words.stretch, "first difference  \(words.firstDifference)",
      "first spike       \(words.firstSpike)",
    ] + (comparison.note.map { [$0] } ?? [])
      + (comparison.populations.isEmpty ? [] : ComparisonWords.aligned(words.table))
      + ComparisonWords.aligned(words.ranking(5)) + words.weights
  }
}

extension DebugAnswer {
  /// The same for programs: every spike that one branch alone has.
  struct Comparison: Encodable {
    struct Side: Encodable {
      let number: Int
      let name: String
      let reason: String?
    }

    struct Population: Encodable {
      let name: String
      let spikesA: Int
      let spikesB: Int
      let both: Int
      let onlyA: Int
      let onlyB: Int
      let rateA: Double
      let rateB: Double
    }

    struct Spike: Encodable {
      let timeMs: Double
      let neuron: String
      let branch: String
    }

    struct Difference: Encodable {
      let timeMs: Double
      let neuron: String
      let variable: String
      let a: Double
      let b: Double
      let neurons: Int
    }

    struct Neuron: Encodable {
      let name: String
      let spikesA: Int
      let spikesB: Int
      let alone: Int
    }

    struct Weights: Encodable {
      let projection: String
      let synapses: Int
      let changed: Int
      let greatest: Double
    }

    let a: Side
    let b: Side
    let partingMs: Double
    let endMs: Double
    let isSame: Bool
    let partedMs: Double?
    let firstDifference: Difference?
    let firstSpikes: [Spike]
    let populations: [Population]
    let neurons: [Neuron]
    let weights: [Weights]
    /// Those of one branch alone, up to `spikes_end_ms`.
    let spikes: [Spike]
    let spikesEndMs: Double
    let note: String?

    init(_ comparison: BranchComparison) {
      func time(_ tick: Tick) -> Double { tick.time(dt: comparison.dt).written.value }
      func side(_ line: BranchComparison.Line) -> Side {
        Side(number: line.number, name: line.name, reason: line.reason)
      }
      func spike(_ spike: BranchComparison.Spike) -> Spike {
        Spike(
          timeMs: time(spike.tick), neuron: comparison.name(of: spike.neuron), branch: spike.side == .a ? "a" : "b")
      }
      (a, b) = (side(comparison.a), side(comparison.b))
      (partingMs, endMs, spikesEndMs) = (time(comparison.parting), time(comparison.end), time(comparison.spikesEnd))
      (isSame, partedMs, note) = (comparison.isSame, comparison.parted.map(time), comparison.note)
      firstDifference = comparison.firstDifference.map {
        Difference(
          timeMs: time($0.tick), neuron: comparison.name(of: $0.neuron), variable: $0.variable, a: $0.a, b: $0.b,
          neurons: $0.neurons)
      }
      firstSpikes = comparison.firstSpikes.map(spike)
      spikes = comparison.spikes.filter { $0.side != nil }.map(spike)
      populations = comparison.populations.map {
        Population(
          name: $0.name, spikesA: $0.spikesA, spikesB: $0.spikesB, both: $0.both, onlyA: $0.onlyA, onlyB: $0.onlyB,
          rateA: comparison.rate(of: $0, .a), rateB: comparison.rate(of: $0, .b))
      }
      neurons = comparison.neurons.map {
        Neuron(name: comparison.name(of: $0.neuron), spikesA: $0.spikesA, spikesB: $0.spikesB, alone: $0.alone)
      }
      weights = comparison.weights.map {
        Weights(projection: $0.projection, synapses: $0.synapses, changed: $0.changed, greatest: $0.greatest)
      }
    }
  }
}
