/// A level, and on which side of it a value has to come so that something happens.
struct ComparedSide {
  let level: Double
  let isAbove: Bool

  static func above(_ level: Double) -> ComparedSide { ComparedSide(level: level, isAbove: true) }
  static func below(_ level: Double) -> ComparedSide { ComparedSide(level: level, isAbove: false) }
}

extension OrderRequest.Comparison {
  /// The same as being above, or below, a level; nil for equality.
  func side(of number: Double) -> ComparedSide? {
    switch self {
    case .greater: .above(number)
    case .atLeast: .above(number.nextDown)
    case .less: .below(number)
    case .atMost: .below(number.nextUp)
    case .equal, .unequal: nil
    }
  }

  /// The sides between which it changes.
  func sides(of number: Double) -> [ComparedSide] { side(of: number).map { [$0] } ?? [.above(number), .below(number)] }
}
