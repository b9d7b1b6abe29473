/// Made-up snapshots in the shape of a request.
import Analysis
import Basics
import Debugger
import Kernels
import Support
import Terminal
import Workbench

extension Fixture {
  func snapshot(for request: ObservationRequest, _ state: WorkbenchState, seed: UInt64 = 7) -> Snapshot {
    var random = SeededGenerator(seed: seed)
    var snapshot = Snapshot()
    snapshot.tick = Tick(tick)
    snapshot.isRunning = state.isRunning
    if let timeline { snapshot.timeline = timeline }
    snapshot.realTimeFactor = state.isRunning ? 18.2 : 0
    snapshot.raster = request.raster.map { raster($0, request, &random) }
    snapshot.bars = request.bars.map { bars($0, &random) }
    snapshot.weights = request.weights.map { weights($0, &random) }
    snapshot.fan = request.fan.map { fan($0, of: request.neuron) }
    snapshot.trace = request.trace.map { trace($0, request) }
    snapshot.states = request.states.map { states($0, request) } ?? []
    snapshot.orbit = request.orbit.map { orbit($0, request) }
    snapshot.neuron = neuron(request.neuron)
    snapshot.classifier = request.showsClassifier ? classifier(&random) : nil
    snapshot.rates = network.populations.map { $0.fires ? 5.6 : 0 }
    snapshot.rateCurves = request.rates.map { rateCurves($0, request) }
    snapshot.intervals = request.intervals.map(intervals)
    snapshot.spread = request.spread.map(spread)
    return snapshot
  }

  private func time() -> Milliseconds { Tick(tick).time(dt: network.dt) }

  func raster(
    _ request: ObservationRequest.Raster, _ whole: ObservationRequest, _ random: inout SeededGenerator
  ) -> RasterSnapshot {
    let sizes = network.populations.indices.map { index in
      let page = request.page.map { $0.population == index ? $0.count : 0 }
      return page ?? (network.populations[index].fires || request.showsVoltage ? network.populations[index].size : 0)
    }
    var perRow = 1
    while sizes.reduce(0, { $0 + ($1 + perRow - 1) / perRow }) > request.rows { perRow += 1 }
    var firstRows = [0]
    for size in sizes { firstRows.append(firstRows[firstRows.count - 1] + (size + perRow - 1) / perRow) }
    var counts = [UInt16](repeating: 0, count: request.rows * request.columns)
    for row in 0..<firstRows[firstRows.count - 1] {
      for column in 0..<request.columns {
        let chance = perRow > 1 ? 0.35 + 0.3 * (column % 40 < 6 ? 1 : 0) : 0.06
        if Double.random(in: 0..<1, using: &random) < chance {
          counts[row * request.columns + column] = UInt16.random(in: 1...UInt16(min(4, perRow)), using: &random)
        }
      }
    }
    return RasterSnapshot(
      columns: request.columns, rows: request.rows, counts: counts, firstRows: firstRows, neuronsPerRow: perRow,
      firstPosition: request.page?.first ?? 0, voltage: request.showsVoltage ? voltage(request, counts) : nil,
      end: time(), window: whole.window)
  }

  /// Membranes that charge from the reset and are reset by the spikes; the oldest columns were not looked at.
  private func voltage(_ request: ObservationRequest.Raster, _ counts: [UInt16]) -> VoltageSnapshot {
    let low: Float = network.hasClassifier ? -1 : -60
    let height: Float = network.hasClassifier ? 2 : 10
    var values: [Float] = []
    for row in 0..<request.rows {
      var charge = Float(row % 5) / 5
      for column in 0..<request.columns {
        values.append(column < 6 ? .nan : low + height * charge)
        charge = counts[row * request.columns + column] > 0 ? -0.3 : charge + (1 - charge) / 12
      }
    }
    let range = Double(low - height / 2)...Double(low + height)
    return VoltageSnapshot(values: values, ranges: network.populations.map { _ in range })
  }

  private func bars(_ request: ObservationRequest.Page, _ random: inout SeededGenerator) -> BarsSnapshot {
    let model = network.populations[request.population].model
    let hasUnits = model == "IF_curr_exp"
    let bars = (0..<request.count).map { index in
      let fired = index % 7 == 2
      let rests = !fired && index % 5 == 3
      let fraction = fired ? 1.05 : rests ? 0 : Double.random(in: -0.4..<1, using: &random)
      return BarsSnapshot.Bar(
        v: hasUnits ? -60 + 10 * fraction : 3 * fraction,
        threshold: hasUnits ? -50 : model == "IF_discrete" ? 1 : .nan, reset: hasUnits ? -60 : 0,
        refractory: rests && hasUnits ? 3.1 : 0, fired: fired && model != "Integrator")
    }
    return BarsSnapshot(population: request.population, first: request.first, bars: bars)
  }

  private func weights(_ request: ObservationRequest.Weights, _ random: inout SeededGenerator) -> WeightsSnapshot {
    let projection = network.projections[request.projection]
    let perRow = parts(projection.targetCount, request.rows)
    let perColumn = parts(projection.sourceCount, request.columns)
    let rows = request.rows > 0 ? parts(projection.targetCount, perRow) : 0
    let columns = request.rows > 0 ? parts(projection.sourceCount, perColumn) : 0
    let isSparse = projection.weightDimension == .current
    let tiles = (0..<(rows * columns)).map { index -> Float in
      if isSparse { return Int.random(in: 0..<4, using: &random) == 0 ? .nan : 0.0162 }
      let wave = Float(index % columns) / Float(columns) - Float(index / columns) / Float(rows)
      return wave * 0.8 + Float.random(in: -0.2...0.2, using: &random)
    }
    let histogram = Histogram(
      counts: (0..<request.bins).map { 30 * $0 * (request.bins - $0) / max(1, request.bins) }, range: -0.91...1,
      mean: 0.031, deviation: 0.22)
    return WeightsSnapshot(
      projection: request.projection, rows: rows, columns: columns, targetsPerRow: perRow, sourcesPerColumn: perColumn,
      tiles: tiles, range: isSparse ? 0.0162...0.0162 : -0.91...1.0, cursorRow: request.cursorPost / perRow,
      cursorColumn: request.cursorPre / perColumn,
      cursorWeight: request.cursorPost % 2 == 0 ? (isSparse ? 0.0162 : -0.2371) : nil,
      cursorDelay: request.cursorPost % 2 == 0 ? network.dt : nil, fieldTargets: request.fields,
      fields: request.fields.flatMap { _ in field(projection.sourceCount) },
      histogram: request.bins > 0 ? histogram : nil)
  }

  private func parts(_ count: Int, _ number: Int) -> Int { max(1, (count + number - 1) / max(1, number)) }

  /// 81 synapses whose weights fall off, every third of them inhibitory.
  private func fan(_ request: ObservationRequest.Fan, of neuron: NeuronAddress) -> FanSnapshot {
    let all = (0..<81).map { place -> FanSnapshot.Synapse in
      let isInhibitory = place % 3 == 2
      let partner = NeuronAddress(population: isInhibitory ? 1 : 0, index: (place * 37) % 60)
      let weight = (isInhibitory ? -0.25 : 0.25) / Double(place + 1)
      let delay = Milliseconds(0.1 * Double(1 + place % 20))
      return FanSnapshot.Synapse(projection: 0, partner: partner, weight: weight, delay: delay)
    }
    let first = max(0, min(request.first, all.count - request.count))
    return FanSnapshot(
      neuron: neuron, isOutgoing: request.isOutgoing, synapses: Array(all[first...].prefix(request.count)),
      first: first, total: all.count, greatest: 0.25)
  }

  /// A bright spot on a dark ground, as a picture of 8 columns, with one source that is not connected.
  private func field(_ count: Int) -> [Float] {
    (0..<count).map { source in
      let (x, y) = (Float(source % 8) - 3, Float(source / 8) - 4)
      return source == 0 ? .nan : 1 - (x * x + y * y) / 12
    }
  }

  /// A membrane that charges towards its rest and is reset at the threshold, about five times in the window.
  private func trace(_ request: ObservationRequest.Trace, _ whole: ObservationRequest) -> TraceSnapshot {
    let low: Float = network.hasClassifier ? 0 : -60
    let height: Float = network.hasClassifier ? 1 : 10
    let period = max(4, request.columns / 5)
    let value = { (column: Int) in
      let phase = Float(column % period) / Float(period)
      return low + height * (1 - (1 - phase) * (1 - phase))
    }
    let columns = 0..<request.columns
    // A trigger is as old as a fifth of the window leaves room for.
    let sweep = TraceSnapshot.Sweep.triggered(at: Milliseconds(time().value - 0.8 * whole.window.value))
    return TraceSnapshot(
      neuron: whole.neuron, variable: request.variable, minima: columns.map { value($0) },
      maxima: columns.map { value($0) + height / 50 }, spiked: columns.map { $0 % period == period - 1 }, end: time(),
      window: whole.window, sweep: request.trigger == nil ? .free : sweep,
      readings: request.cursors.map { age in
        let column = Int(Double(request.columns - 1) * (1 - age.value / max(1, whole.window.value)))
        return .init(time: Milliseconds(time().value - age.value), value: Double(value(max(0, column))))
      })
  }

  func neuron(_ address: NeuronAddress) -> NeuronSnapshot? {
    guard network.populations.indices.contains(address.population),
      let model = Catalogue.descriptors.first(where: { $0.id == network.populations[address.population].model })
    else { return nil }
    let settings = model.parameters.map { field -> ParameterSetting in
      switch field.kind {
      case .number(let standard, _, _): .number(parameters[field.name] ?? standard)
      case .choice(let words): .choice(words[0])
      case .times: .times([1, 2, 3])
      }
    }
    return NeuronSnapshot(
      address: address, parameters: settings, state: model.state.map { $0.name == "v" ? -53.127 : 0.0312 },
      synapsesIn: 81, synapsesOut: 79, lastSpike: Milliseconds(1201.3), rate: 6.2)
  }

  private func classifier(_ random: inout SeededGenerator) -> ClassifierSnapshot {
    let seven = ["..####..", ".######.", ".....##.", "....##..", "..#####.", "...##...", "..##....", "..##...."]
    let picture = seven.flatMap { $0.map { $0 == "#" ? Float.random(in: 0.6...1, using: &random) : 0 } }
    return ClassifierSnapshot(
      row: 1450, presentation: 12, sampleCount: 360, picture: picture, pictureColumns: 8, label: 7,
      votes: [0.4, -1.2, 2.31, 3.3, -0.7, 0.2, -2.4, 12.4, 1.1, 8.07], vote: 7, step: 17, presentSteps: 64,
      readAt: [4, 8, 16, 32, 64], read: [13, 13, 13, 12, 12], correct: [11, 12, 13, 12, 12])
  }
}
