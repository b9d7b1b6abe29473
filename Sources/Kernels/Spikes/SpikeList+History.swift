/// The spikes that a list keeps, as numbers for a checkpoint.

extension SpikeList {
  /// For the present step and then for each step back: how many spiked, and who.
  package var history: [UInt32] {
    var words: [UInt32] = []
    for lag in 0..<stepsKept {
      let count = count(lag: lag)
      words.append(UInt32(count))
      for position in 0..<count { words.append(UInt32(neuron(position, lag: lag))) }
    }
    return words
  }

  /// The history of the first `count` neurons over so many steps, for a list that keeps others.
  package func history(of count: Int, steps: Int) -> [UInt32] {
    var words: [UInt32] = []
    for lag in 0..<steps {
      let kept = lag < stepsKept ? (0..<self.count(lag: lag)).map { neuron($0, lag: lag) }.filter { $0 < count } : []
      words.append(UInt32(kept.count))
      words += kept.map(UInt32.init)
    }
    return words
  }

  /// Brings that history back.
  /// - Returns: whether it is one: so many steps, and in each neurons of this population, ascending. If not, nothing
  ///   was changed.
  package func setHistory(_ words: [UInt32]) -> Bool {
    guard let steps = parse(words) else { return false }
    for spikes in steps.reversed() {
      beginStep()
      for neuron in spikes { append(Int(neuron)) }
    }
    return true
  }

  /// Whether `setHistory` would take it.
  package func accepts(_ words: [UInt32]) -> Bool { parse(words) != nil }

  private func parse(_ words: [UInt32]) -> [ArraySlice<UInt32>]? {
    var steps: [ArraySlice<UInt32>] = []
    var start = 0
    for _ in 0..<stepsKept {
      guard start < words.count, Int(words[start]) <= words.count - start - 1 else { return nil }
      let spikes = words[(start + 1)..<(start + 1 + Int(words[start]))]
      guard zip(spikes, spikes.dropFirst()).allSatisfy({ $0 < $1 }), spikes.allSatisfy({ Int($0) < capacity })
      else { return nil }
      steps.append(spikes)
      start += 1 + spikes.count
    }
    return start == words.count ? steps : nil
  }
}
