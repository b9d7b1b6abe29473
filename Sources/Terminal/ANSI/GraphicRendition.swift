/// Styles as the control sequences of ECMA-48 (SGR).

package enum GraphicRendition {
  package static let reset = "\u{1B}[0m"

  /// From any style to this one: begins anew, so that nothing of the last one stays.
  /// - Parameter depth: the colours that may be named; without any, attributes alone.
  package static func select(_ style: Style, _ depth: ColorDepth) -> String {
    var codes = ["0"]
    let attributes: [(Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
    for (attribute, code) in attributes where style.attributes.contains(attribute) { codes.append(code) }
    codes += color(style.foreground, depth, plain: 30, bright: 90, extended: "38")
    codes += color(style.background, depth, plain: 40, bright: 100, extended: "48")
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func color(
    _ color: Color, _ depth: ColorDepth, plain: Int, bright: Int, extended: String
  ) -> [String] {
    let index = Palette.index(of: color, depth: depth)
    guard index >= 0 else { return [] }
    return switch depth {
    case .none: []
    case .eight, .sixteen: ["\(index < 8 ? plain + index : bright + index - 8)"]
    case .indexed: [extended, "5", "\(index)"]
    case .trueColor: [extended, "2", "\(color.red)", "\(color.green)", "\(color.blue)"]
    }
  }
}
