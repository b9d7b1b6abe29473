/// The sections of a checkpoint that are written number by number: the run, edited parameters, spikes.
import Basics
import Kernels

/// What belongs to no population: synapses served, and neurons that were asked to spike.
struct RunSection {
  var events: Int
  var pokes: [NeuronIndex]

  init(events: Int, pokes: [NeuronIndex]) {
    self.events = events
    self.pokes = pokes
  }

  var bytes: [UInt8] {
    var writer = ByteWriter(capacity: 8 + 8 * pokes.count)
    writer.write(Int64(events))
    for poke in pokes {
      writer.write(UInt32(poke.population))
      writer.write(UInt32(poke.index))
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8], network: Network) throws(CheckpointError) {
    var reader = ByteReader(bytes)
    do {
      events = Int(try reader.read(Int64.self))
      pokes = []
      while reader.remaining > 0 {
        pokes.append(
          NeuronIndex(population: Int(try reader.read(UInt32.self)), index: Int(try reader.read(UInt32.self))))
      }
    } catch {
      throw .impossible(part: "the run")
    }
    let areThere = pokes.allSatisfy { poke in
      network.populations.indices.contains(poke.population)
        && poke.index < network.populations[poke.population].info.size
        && network.populations[poke.population].info.descriptor.fires
    }
    // More events than this no run counts; and some room has to be left to count on.
    guard areThere, events >= 0, events < 1 << 60 else { throw .impossible(part: "the run") }
  }
}

/// The parameters of a population of which some were edited: for each field, one number for all or one for each.
struct ParameterSection {
  let table: ParameterTable

  init(_ table: ParameterTable) { self.table = table }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    for field in table.descriptor.parameters.indices {
      let values = (0..<table.count).map { table.value(field, of: $0) }
      let isUniform = values.allSatisfy { $0.bitPattern == values[0].bitPattern }
      writer.write(UInt8(isUniform ? 0 : 1))
      for value in isUniform ? [values[0]] : values { writer.write(value) }
    }
    return writer.bytes
  }

  /// - Parameter initial: a table of the same model and size; fields of times stay as they are in it.
  init(_ bytes: [UInt8], like initial: ParameterTable, of population: String) throws(CheckpointError) {
    var reader = ByteReader(bytes)
    var table = initial
    do {
      for (field, description) in initial.descriptor.parameters.enumerated() {
        let isUniform = try reader.read(UInt8.self) == 0
        let values = try (0..<(isUniform ? 1 : initial.count)).map { _ in try reader.readDouble() }
        // What was drawn for the document is as good as the document; what is new must be allowed.
        let isAllowed = values.enumerated().allSatisfy { index, value in
          description.takes(value) || (!isUniform && value == initial.value(field, of: index))
        }
        if case .times = description.kind { continue }
        guard isAllowed else { throw CheckpointError.impossible(part: "a parameter of \(population)") }
        if isUniform { table.setAll(field, to: values[0]) } else { table.setEach(field, to: values) }
      }
      guard reader.remaining == 0 else { throw CheckpointError.impossible(part: "a parameter of \(population)") }
    } catch {
      throw .impossible(part: "a parameter of \(population)")
    }
    self.table = table
  }
}

extension ParameterField {
  /// Whether a number may stand in a `ParameterTable` for this field.
  fileprivate func takes(_ value: Double) -> Bool {
    switch kind {
    case .number: allows(value)
    case .choice(let words): words.indices.map(Double.init).contains(value)
    case .times: true
    }
  }
}

/// Who spiked in the present step and in the last few.
struct SpikeSection {
  let history: [UInt32]

  init(history: [UInt32]) { self.history = history }

  var bytes: [UInt8] {
    var writer = ByteWriter(capacity: 4 * history.count)
    for word in history { writer.write(word) }
    return writer.bytes
  }

  init(_ bytes: [UInt8], of population: String) throws(CheckpointError) {
    var reader = ByteReader(bytes)
    var words: [UInt32] = []
    words.reserveCapacity(bytes.count / 4)
    do {
      while reader.remaining > 0 { words.append(try reader.read(UInt32.self)) }
    } catch {
      throw .impossible(part: "the spikes of \(population)")
    }
    history = words
  }
}
