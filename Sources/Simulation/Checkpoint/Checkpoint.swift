/// All that moves in a simulation, at one tick: enough to go on from there as if nothing had happened.
package import Basics

/// State, spikes under way, parameters that were edited and weights that change; nothing that can be built again from
/// the spec, nothing of who is looking. Randomness needs no place: it is a function of seed and step.
///
/// In memory it is made and brought back by one copy of memory for each population, for a debugger that keeps many.
/// As a file, with sums that tell damage, it is a `CheckpointFile`.
package struct Checkpoint: Sendable, Equatable {
  /// What has to be the same where it is brought back; and the tick.
  package struct Header: Sendable, Equatable {
    /// A hash over populations, their models and state variables, and the sizes of projections.
    package var layout: UInt64
    package var seed: UInt64
    package var precision: Precision
    package var dt: Milliseconds
    package var tick: Tick
  }

  /// A named block of bytes.
  struct Section: Sendable, Equatable {
    var name: String
    var bytes: [UInt8]
    /// Bytes of each number where the block is a copy of memory, in this machine's order; 1 where it was written
    /// number by number.
    var width = 1
  }

  package var header: Header
  var sections: [Section]

  /// Bytes that it takes.
  package var memory: Int { sections.reduce(MemoryLayout<Self>.size) { $0 + $1.bytes.count + $1.name.utf8.count } }
}
