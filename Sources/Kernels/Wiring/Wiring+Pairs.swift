/// The rules that look at pairs: all of them, or each with a probability.

extension Wiring {
  func everyPair<S: PairSink>(_ sink: inout S) {
    for pre in 0..<preCount {
      for post in 0..<postCount where !isOwn(pre, post) { sink.add(pre, post) }
      if !sink.goesOn(Double(pre) / Double(preCount)) { return }
    }
  }

  /// All pairs in a row, and from one success to the next by geometric numbers: as much work as there are synapses.
  func bernoulli<S: PairSink>(_ probability: Double, _ sink: inout S) {
    if probability <= 0 { return }
    if probability >= 1 { return everyPair(&sink) }
    var skips = SkipStream(random, probability: probability)
    var pre = 0
    var post = skips.next()
    while true {
      while post >= postCount {
        post -= postCount
        pre += 1
        if pre == preCount || !sink.goesOn(Double(pre) / Double(preCount)) { return }
      }
      if !isOwn(pre, post) { sink.add(pre, post) }
      post += 1 + skips.next()
    }
  }
}
