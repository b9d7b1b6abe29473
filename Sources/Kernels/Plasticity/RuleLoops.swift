/// The two loops of a rule: over the synapses that a spike leaves by, and over those that it is behind.

/// All that they touch, as plain addresses: a step counts no references. Good as long as the driver that made it.
/// Unchecked, for two threads may serve arrivals at a time only at different chunks.
@safe struct RuleLoops<R: PlasticityRule>: BitwiseCopyable, @unchecked Sendable {
  let table: DeliveryAddresses
  /// Nil where the target has no membrane.
  let landing: Landing<R.Scalar>?
  let weights: UnsafeMutablePointer<R.Scalar>
  let coefficients: R.Coefficients
  let pre: TracePair<R.Scalar>
  let post: TracePair<R.Scalar>
  let incoming: IncomingView
  /// Nil where all have one delay.
  let order: DelayView?
  let sources: SpikeView
  let spiking: SpikeView

  /// When all arrivals have been served: the spikes of the targets in this step, then the traces of both ends.
  @inline(__always)
  func learn<O: ChangeObserver>(_ tick: Int, _ observer: O) {
    let spiking = spiking.spikes(lag: 0)
    if spiking.count > 0 {
      let (ownTraces, otherTraces) = (post.reader(tick: tick), pre.reader(tick: tick))
      for spike in 0..<spiking.count { reward(spiking[spike], ownTraces, otherTraces, tick, observer) }
    }
    markArrivals(tick)
    if spiking.count > 0 {
      post.add(tick: tick) { add in
        for spike in 0..<spiking.count { add(spiking[spike]) }
      }
    }
    pre.endStep(tick: tick)
    post.endStep(tick: tick)
  }

  @inline(__always)
  private func reward<O: ChangeObserver>(
    _ neuron: Int, _ post: TraceReader<R.Scalar>, _ pre: TraceReader<R.Scalar>, _ tick: Int, _ observer: O
  ) {
    let own = post[neuron]
    let coefficients = coefficients
    let weights = unsafe weights
    incoming.forEach(onto: neuron) { synapse, trace in
      let before = unsafe weights[synapse]
      let after = R.onPost(before, pre: pre[trace], post: own, coefficients)
      unsafe weights[synapse] = after
      observer.note(tick, synapse: synapse, target: neuron, .spike, Double(before), Double(after))
    }
  }

  /// The arrivals of this step, in the presynaptic traces.
  @inline(__always)
  private func markArrivals(_ tick: Int) {
    guard let order else {
      let lagged = sources.spikes(lag: table.delay)
      if lagged.count == 0 { return }
      return pre.add(tick: tick) { add in forEachRow(of: lagged) { add($0) } }
    }
    let chunks = table.chunks
    order.forEachDelay { delay in
      let lagged = sources.spikes(lag: delay)
      if lagged.count == 0 { return }
      pre.add(tick: tick) { add in
        forEachRow(of: lagged) { row in
          for segment in row &* chunks..<(row &+ 1) &* chunks { order.forEach(of: segment, delay: delay) { add($0) } }
        }
      }
    }
  }

  @inline(__always)
  func forEachRow(of spikes: ServedSpikes, _ body: (Int) -> Void) {
    for spike in 0..<spikes.count {
      let row = table.row(of: spikes[spike])
      if row >= 0 { body(row) }
    }
  }
}
