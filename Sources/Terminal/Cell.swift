/// One character cell of a screen.

/// A Unicode scalar and its style. A wide character fills its own cell and a continuation cell to its right.
///
/// Scalars instead of `Character`s: cells are compared by the ten thousand in every frame, and comparing characters
/// means normalising them. Combining marks are therefore not shown.
package struct Cell: Sendable, Hashable {
  package var scalar: UInt32
  package var style: Style

  package init(_ scalar: Unicode.Scalar, style: Style = .plain) {
    self.scalar = scalar.value
    self.style = style
  }

  private init(rawScalar: UInt32, style: Style) {
    scalar = rawScalar
    self.style = style
  }

  package static let blank = Cell(" ")

  /// The right half of the wide character in the cell before it.
  package static func continuation(style: Style) -> Cell { Cell(rawScalar: 0, style: style) }
  package var isContinuation: Bool { scalar == 0 }
}
