/// Spikes of two runs, counted as those of both and those of one alone.
import Basics

struct SpikeTally {
  private var spikesA: [UInt32]
  private var spikesB: [UInt32]
  private var alone: [UInt32]

  init(neurons: Int) {
    spikesA = Array(repeating: 0, count: neurons)
    (spikesB, alone) = (spikesA, spikesA)
  }

  /// The spikes of one step, ascending, of either run.
  /// - Parameter isShared: by neuron, whether both runs have it.
  mutating func add(
    _ a: [UInt32], _ b: [UInt32], at tick: Tick, isShared: [Bool], to result: inout BranchComparison
  ) {
    let isFirst = result.firstSpikes.isEmpty
    if result.spikes.count + a.count + b.count > BranchComparison.mostSpikes, result.spikesEnd >= tick {
      result.spikesEnd = Tick(tick.value - 1)
    }
    var (i, j, population) = (0, 0, 0)
    while i < a.count || j < b.count {
      let neuron = min(i < a.count ? a[i] : .max, j < b.count ? b[j] : .max)
      let isInA = i < a.count && a[i] == neuron
      let isInB = j < b.count && b[j] == neuron
      if isInA { i += 1 }
      if isInB { j += 1 }
      while population + 1 < result.populations.count,
        result.populations[population + 1].firstNeuron <= Int(neuron)
      { population += 1 }
      let side: BranchComparison.Side? = isInA && isInB ? nil : isInA ? .a : .b
      let spike = BranchComparison.Spike(tick: tick, neuron: neuron, side: side)
      count(spike, in: population, &result)
      if isFirst, side != nil, isShared[Int(neuron)] { result.firstSpikes.append(spike) }
      if result.spikesEnd >= tick { result.spikes.append(spike) }
    }
  }

  private mutating func count(
    _ spike: BranchComparison.Spike, in population: Int, _ result: inout BranchComparison
  ) {
    let neuron = Int(spike.neuron)
    switch spike.side {
    case nil:
      result.populations[population].both += 1
      spikesA[neuron] += 1
      spikesB[neuron] += 1
    case .a:
      result.populations[population].onlyA += 1
      spikesA[neuron] += 1
      alone[neuron] += 1
    case .b:
      result.populations[population].onlyB += 1
      spikesB[neuron] += 1
      alone[neuron] += 1
    }
  }

  /// - Complexity: O(neurons that differ, times their logarithm).
  var ranking: [BranchComparison.Neuron] {
    let order = alone.indices.filter { alone[$0] > 0 }.sorted { (alone[$1], $0) < (alone[$0], $1) }
    return order.prefix(BranchComparison.mostNeurons).map {
      BranchComparison.Neuron(
        neuron: UInt32($0), spikesA: Int(spikesA[$0]), spikesB: Int(spikesB[$0]), alone: Int(alone[$0]))
    }
  }
}
