/// What is wrong with a table, and where in it.

/// Facts only; the words are in `Complaint.table`.
struct TableTrouble: Error, Equatable {
  enum Kind: Equatable {
    case empty
    case noColumn(String, known: [String])
    case noValueColumns([String], known: [String])
    case doubledColumn(String)
    case ragged(fields: Int, expected: Int)
    case notANumber(String)
    case notALabel(String)
    case nothingHeldOut(String, column: String)
    /// The first line does not name the columns of synapses.
    case notSynapses([String])
  }

  let kind: Kind
  let line: Int
  let column: Int
}
