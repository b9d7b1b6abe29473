/// What the user asks for by `--color`.
package enum ColorChoice: String, Sendable, CaseIterable {
  /// By what the terminal has, unless NO_COLOR is set.
  case auto
  /// As the terminal has, 8 at least, whatever NO_COLOR says.
  case always
  case never
  case eight = "8"
  case sixteen = "16"
  case indexed = "256"
  case trueColor = "truecolor"

  /// What is asked for; nil leaves it to the terminal.
  package var depth: ColorDepth? {
    switch self {
    case .auto, .always: nil
    case .never: ColorDepth.none
    case .eight: .eight
    case .sixteen: .sixteen
    case .indexed: .indexed
    case .trueColor: .trueColor
    }
  }
}
