/// What comes of reading a document.
package import NetworkModel

/// A document without errors.
package struct LoadedDocument: Sendable, Equatable {
  package let spec: NetworkSpec
  /// What was read.
  package let bytes: [UInt8]
  /// Times rounded to the grid and the like, in the order of the text.
  package let warnings: [Issue]
}

/// A document that cannot be used, with everything that is wrong with it, in the order of the text.
package struct InvalidDocument: Error, Equatable, CustomStringConvertible {
  package let issues: [Issue]

  /// One line an issue: `FILE:LINE:COLUMN: error: what · what would be right`.
  package var description: String { issues.map(\.description).joined(separator: "\n") }
}
