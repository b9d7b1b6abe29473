/// The pictures of synapses that are on the screen, kept between snapshots.
import Basics
import Simulation

struct SynapsePictures {
  private var tiles: WeightTiles?
  private var fields: ReceptiveFields?
  private var histogram: WeightHistogram?
  private var fan: FanReader?

  /// Whether something that is on the screen has not been read once to its end.
  private(set) var isReading = false

  /// Brings what is asked for nearer to the present, and forgets the rest.
  mutating func update(_ simulation: borrowing Simulation, _ request: ObservationRequest, _ order: NeuronOrder) {
    isReading = false
    update(simulation, request.weights, order)
    guard let wanted = request.fan else { return fan = nil }
    if fan?.fits(request.neuron, wanted) != true {
      fan = FanReader(simulation, of: request.neuron, isOutgoing: wanted.isOutgoing)
    }
    if fan?.isPlastic == true || fan?.round.isComplete == false { fan?.refresh(simulation) }
    note(fan?.round)
  }

  private mutating func update(
    _ simulation: borrowing Simulation, _ request: ObservationRequest.Weights?, _ order: NeuronOrder
  ) {
    guard let request else { return (tiles, fields, histogram) = (nil, nil, nil) }
    let isPlastic = simulation.isPlastic(projection: request.projection)
    if request.rows == 0 {
      tiles = nil
    } else if tiles?.fits(request) != true {
      tiles = WeightTiles(simulation, request, order)
    }
    if request.fields.isEmpty {
      fields = nil
    } else if fields?.fits(request) != true {
      fields = ReceptiveFields(simulation, request)
    }
    if request.bins == 0 {
      histogram = nil
    } else if histogram?.fits(request) != true {
      histogram = WeightHistogram(simulation, request)
    }
    if isPlastic || tiles?.round.isComplete == false { tiles?.refresh(simulation) }
    if isPlastic || fields?.round.isComplete == false { fields?.refresh(simulation) }
    if isPlastic || histogram?.round.isComplete == false { histogram?.refresh(simulation) }
    note(tiles?.round)
    note(fields?.round)
    note(histogram?.round)
  }

  private mutating func note(_ round: ReadingRound?) { isReading = isReading || round?.isComplete == false }

  func fanSnapshot(_ request: ObservationRequest) -> FanSnapshot? {
    request.fan.flatMap { wanted in fan?.snapshot(wanted) }
  }

  func weightsSnapshot(_ simulation: borrowing Simulation, _ request: ObservationRequest.Weights) -> WeightsSnapshot {
    let cursor = simulation.synapse(of: request.projection, post: request.cursorPost, pre: request.cursorPre)
    let range = simulation.projections[request.projection].weightRange
    let isFlat = range.lowerBound == range.upperBound
    let rounds = [tiles?.round, fields?.round, histogram?.round].compactMap(\.self)
    return WeightsSnapshot(
      projection: request.projection, rows: tiles?.rows ?? 0, columns: tiles?.columns ?? 0,
      targetsPerRow: tiles?.targetsPerRow ?? 1, sourcesPerColumn: tiles?.sourcesPerColumn ?? 1,
      tiles: tiles?.means ?? [], range: range,
      cursorRow: tiles?.row(ofTarget: request.cursorPost), cursorColumn: tiles?.column(ofSource: request.cursorPre),
      cursorWeight: cursor?.weight,
      cursorDelay: cursor.map { Milliseconds(Double($0.delaySteps) * simulation.dt.value) },
      densities: isFlat ? tiles?.densities ?? [] : [],
      fieldTargets: fields?.targets ?? [], fields: fields?.weights ?? [], histogram: histogram?.histogram,
      progress: rounds.map(\.progress).min() ?? 1)
  }
}
