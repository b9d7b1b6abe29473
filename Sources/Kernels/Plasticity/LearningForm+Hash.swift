/// A hash of traces that says nothing of how they are kept.
import Basics

extension LearningForm {
  /// Presynaptic traces count by row where all synapses have one delay, and then by synapse those that differ from the
  /// first of their row, as they do once an arrival was lost: so that a run that is to lose one later has, until then,
  /// the hash of the run that loses none.
  func hash(into hash: inout StateHash, _ table: SynapseTable) {
    for bank in pre {
      if table.hasMixedDelays { bank.hash(into: &hash) } else { add(bank, byRowsOf: table.layout, to: &hash) }
    }
    for bank in post { bank.hash(into: &hash) }
  }

  private func add(_ bank: TraceBank<R.Scalar>, byRowsOf layout: SynapseRows, to hash: inout StateHash) {
    func add(_ index: Int, _ value: R.Scalar) {
      hash.add(index)
      hash.add(Double(value))
    }
    for row in 0..<layout.rows {
      let synapses = layout.synapses(of: row)
      // Of a row without synapses one form knows nothing, and nothing hangs on it.
      guard let first = synapses.first else { continue }
      let common = bank.values[isBySynapse ? first : row]
      if common != 0 { add(row, common) }
      guard isBySynapse else { continue }
      for synapse in synapses where bank.values[synapse] != common { add(layout.rows + synapse, bank.values[synapse]) }
    }
  }
}
