/// SVG as text, element by element: small, and the same bytes for the same drawing.
package import Terminal

/// Numbers have at most two decimals and no zeros at the end; text is escaped, and stays text.
package struct SVGDocument: Sendable {
  /// In user units, which are pixels unless somebody scales the drawing.
  package let width: Double
  package let height: Double
  private var body = ""

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The finished document; its words for those who do not see it are `title` and `description`.
  package func text(title: String, description: String, font: String) -> String {
    let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    let box = "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \(size) \(box) role="img" font-family="\(Self.escaped(font))">
      <title>\(Self.escaped(title))</title>
      <desc>\(Self.escaped(description))</desc>
      \(body)</svg>

      """
  }

  package mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: Color) {
    element("rect", box(x, y, width, height) + " fill=\"\(Self.hex(fill))\"")
  }

  package mutating func outline(x: Double, y: Double, width: Double, height: Double, stroke: Color) {
    element("rect", box(x, y, width, height) + " fill=\"none\" stroke=\"\(Self.hex(stroke))\"")
  }

  /// - Parameter commands: of the path, with numbers by `number`.
  package mutating func fill(path commands: String, _ color: Color, opacity: Double = 1, isRound: Bool = false) {
    guard !commands.isEmpty else { return }
    let through = opacity < 1 ? " fill-opacity=\"\(Self.number(opacity))\"" : ""
    // Cells that touch must not let the paper shine through between them.
    let edges = isRound ? "" : " shape-rendering=\"crispEdges\""
    element("path", "d=\"\(commands)\" fill=\"\(Self.hex(color))\"\(through)\(edges)")
  }

  package mutating func stroke(path commands: String, _ color: Color, width: Double, dashes: String = "") {
    guard !commands.isEmpty else { return }
    let pattern = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    element(
      "path",
      "d=\"\(commands)\" fill=\"none\" stroke=\"\(Self.hex(color))\" stroke-width=\"\(Self.number(width))\""
        + " stroke-linejoin=\"round\"" + pattern)
  }

  package enum Anchor: String, Sendable { case start, middle, end }

  /// - Parameter more: further attributes as they are, each with a space before it.
  package mutating func text(
    _ text: String, x: Double, y: Double, size: Double, _ color: Color, anchor: Anchor = .start, more: String = ""
  ) {
    guard !text.isEmpty else { return }
    let aligned = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\""
    body += "<text \(place) fill=\"\(Self.hex(color))\"\(aligned)\(more)>\(Self.escaped(text))</text>\n"
  }

  private mutating func element(_ name: String, _ attributes: String) { body += "<\(name) \(attributes)/>\n" }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
  }

  // MARK: Words and numbers

  /// Two decimals at most; 0 for what is no place on any paper.
  package static func number(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "0" }
    var text = Digits.fixed(value, 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  package static func hex(_ color: Color) -> String {
    let digits = String(color.packed & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// What XML keeps for itself is written as entities; control characters, which it has no place for, as `·`.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where CharacterWidth.isControl(scalar) || scalar.value & 0xFFFE == 0xFFFE: escaped += "·"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
