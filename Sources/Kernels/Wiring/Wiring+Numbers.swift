/// The rules that draw a number of partners.

extension Wiring {
  func sourcesOfEachTarget<S: PairSink>(_ number: Int, _ withReplacement: Bool, _ sink: inout S) {
    var draws = PartnerDraws(random, among: preCount, number: number, withReplacement: withReplacement)
    for post in 0..<postCount {
      draws.forEach(leavingOut: own.isEmpty ? -1 : Int(own[post])) { sink.add($0, post) }
      if !sink.goesOn(Double(post) / Double(postCount)) { return }
    }
  }

  func targetsOfEachSource<S: PairSink>(_ number: Int, _ withReplacement: Bool, _ sink: inout S) {
    let ownTargets = ownTargets()
    var draws = PartnerDraws(random, among: postCount, number: number, withReplacement: withReplacement)
    for pre in 0..<preCount {
      draws.forEach(leavingOut: ownTargets.isEmpty ? -1 : Int(ownTargets[pre])) { sink.add(pre, $0) }
      if !sink.goesOn(Double(pre) / Double(preCount)) { return }
    }
  }

  func total<S: PairSink>(_ number: Int, _ withReplacement: Bool, _ sink: inout S) {
    if !withReplacement { return differentPairs(number, &sink) }
    var words = WordStream(random)
    var made = 0
    while made < number {
      let pre = words.integer(below: preCount)
      let post = words.integer(below: postCount)
      // One that is not wanted is drawn again.
      if isOwn(pre, post) { continue }
      sink.add(pre, post)
      made += 1
      if made & 0xFFFF == 0, !sink.goesOn(Double(made) / Double(number)) { return }
    }
  }

  /// All pairs that are allowed in a row, of which so many are chosen.
  private func differentPairs<S: PairSink>(_ number: Int, _ sink: inout S) {
    let ownTargets = ownTargets()
    let own = ownTargets.count { $0 >= 0 }
    var skips = SubsetSkips(random, wanted: number, outOf: preCount * postCount - own)
    var (pre, place) = (0, -1)
    for _ in 0..<number {
      place += 1 + skips.next()
      var left = ownTargets.isEmpty ? -1 : Int(ownTargets[pre])
      while place >= postCount - (left < 0 ? 0 : 1) {
        place -= postCount - (left < 0 ? 0 : 1)
        pre += 1
        if !sink.goesOn(Double(pre) / Double(preCount)) { return }
        left = ownTargets.isEmpty ? -1 : Int(ownTargets[pre])
      }
      // Those from its own neuron on are moved up by one.
      sink.add(pre, left >= 0 && place >= left ? place + 1 : place)
    }
  }

  /// Watts and Strogatz's network with directed synapses: every source reaches its `degree` nearest neighbours on a
  /// ring, half on either side, and each of these synapses is led to a random target instead with probability
  /// `rewiring`; no target twice, and never the source's own position.
  /// - References: Watts & Strogatz 1998, doi:10.1038/30918.
  func smallWorld<S: PairSink>(_ degree: Int, _ rewiring: Double, _ sink: inout S) {
    var words = WordStream(random)
    var stamps = Array(repeating: UInt32(0), count: postCount)
    for pre in 0..<preCount {
      let stamp = UInt32(truncatingIfNeeded: pre + 1)
      let neighbours = (1...max(1, degree)).lazy.map { step in
        // To the right, to the left, two to the right, …
        let distance = (step + 1) / 2
        return (pre + (step % 2 == 1 ? distance : postCount - distance)) % postCount
      }
      stamps[pre] = stamp
      for neighbour in neighbours.prefix(degree) { stamps[neighbour] = stamp }
      // Whom a synapse can still be led to: each one that is takes one away, in a small ring the last.
      var free = postCount - 1 - degree
      for neighbour in neighbours.prefix(degree) {
        guard free > 0, words.unit() < rewiring else {
          sink.add(pre, neighbour)
          continue
        }
        var target = words.integer(below: postCount)
        while stamps[target] == stamp { target = words.integer(below: postCount) }
        stamps[target] = stamp
        free -= 1
        sink.add(pre, target)
      }
      if !sink.goesOn(Double(pre) / Double(preCount)) { return }
    }
  }
}
