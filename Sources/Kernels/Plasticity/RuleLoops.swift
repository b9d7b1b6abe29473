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
  /// Nil where the presynaptic trace is one for all synapses of a row: where all have one delay and, of a spike, all
  /// are reached or none.
  let order: DelayView?
  let sources: SpikeView
  let spiking: SpikeView

  /// When all arrivals have been served: the spikes of the targets in this step, then the traces of both ends.
  @inline(__always)
  func learn<O: ChangeObserver, F: ArrivalFilter>(_ tick: Int, _ observer: O, _ filter: F) {
    let spiking = spiking.spikes(lag: 0)
    if spiking.count > 0 {
      let (ownTraces, otherTraces) = (post.reader(tick: tick), pre.reader(tick: tick))
      for spike in 0..<spiking.count { reward(spiking[spike], ownTraces, otherTraces, tick, observer) }
    }
    markArrivals(tick, filter)
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
      observer.note(
        tick, synapse: synapse, target: neuron, .spike,
        WeightStep(before: Double(before), after: Double(after), traces: Ends(pre[trace], own)))
    }
  }

  /// The arrivals of this step, in the presynaptic traces.
  @inline(__always)
  private func markArrivals<F: ArrivalFilter>(_ tick: Int, _ filter: F) {
    guard let order else {
      let lagged = sources.spikes(lag: table.delay)
      if lagged.count == 0 { return }
      return pre.add(tick: tick) { add in
        forEachRow(of: lagged, step: tick &- table.delay, filter) { row, _ in add(row) }
      }
    }
    order.forEachDelay { delay in
      let lagged = sources.spikes(lag: delay)
      if lagged.count == 0 { return }
      pre.add(tick: tick) { add in
        forEachRow(of: lagged, step: tick &- delay, filter) { row, lost in
          for chunk in 0..<table.chunks {
            forEachArrival(order, row, delay, onto: chunk, lost) { add($0) }
          }
        }
      }
    }
  }

  /// The rows of the spikes that arrive anywhere, each with whom it does not reach.
  /// - Parameter step: the one in which they spiked.
  @inline(__always)
  func forEachRow<F: ArrivalFilter>(
    of spikes: ServedSpikes, step: Int, _ filter: F, _ body: (_ row: Int, _ lost: F.Lost) -> Void
  ) {
    for spike in 0..<spikes.count {
      let row = table.row(of: spikes[spike])
      if row < 0 { continue }
      let lost = filter.lost(of: spikes[spike], step: step)
      if !lost.isEverybody { body(row, lost) }
    }
  }

  /// The synapses of a row onto a chunk that have this delay and are reached.
  @inline(__always)
  func forEachArrival<Lost: LostTargets>(
    _ order: DelayView, _ row: Int, _ delay: Int, onto chunk: Int, _ lost: Lost, _ body: (_ synapse: Int) -> Void
  ) {
    order.forEach(of: row &* table.chunks &+ chunk, delay: delay) { synapse in
      if unsafe lost.contains(chunk &<< table.shift &+ Int(table.targets[synapse])) { return }
      body(synapse)
    }
  }
}
