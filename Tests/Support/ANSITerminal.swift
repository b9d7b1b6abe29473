/// A terminal that understands as much of ECMA-48 as the program sends, written from the standard alone.
package import Terminal

/// Text beyond the right border is lost, as on a terminal that does not wrap.
package struct ANSITerminal {
  package private(set) var canvas: Canvas
  package private(set) var showsCursor = true
  /// What it did not understand.
  package private(set) var unknown: [String] = []
  private var x = 0
  private var y = 0
  private var style = Style.plain

  package init(_ size: Size) { canvas = Canvas(size: size) }

  /// What it shows, with its cursor.
  package var picture: Canvas {
    var picture = canvas
    picture.cursor = showsCursor ? Point(x: x, y: y) : nil
    return picture
  }

  package mutating func resize(_ size: Size) {
    canvas = Canvas(size: size)
    (x, y) = (0, 0)
  }

  package mutating func feed(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": sequence(&rest)
      case "\n": (x, y) = (0, y + 1)
      case "\r": x = 0
      default: x += max(1, canvas.text(String(scalar), x: x, y: y, style: style))
      }
    }
  }

  /// `ESC [ parameters final`.
  private mutating func sequence(_ rest: inout Substring.UnicodeScalarView) {
    guard rest.popFirst() == "[" else { return unknown.append("ESC") }
    var parameters = ""
    while let scalar = rest.popFirst() {
      guard (0x40...0x7E).contains(scalar.value) else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      return obey(scalar, parameters)
    }
  }

  private mutating func obey(_ final: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch (final, parameters) {
    case ("h", "?25"): showsCursor = true
    case ("l", "?25"): showsCursor = false
    case ("J", "2"): canvas = Canvas(size: canvas.size)
    case ("H", ""): (x, y) = (0, 0)
    case ("H", _) where numbers.count == 2: (x, y) = (numbers[1] - 1, numbers[0] - 1)
    case ("m", _): select(numbers[...])
    default: unknown.append(parameters + String(final))
    }
  }

  private mutating func select(_ codes: ArraySlice<Int>) {
    var codes = codes
    while let code = codes.popFirst() {
      switch code {
      case 0: style = .plain
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 30...37: style.foreground = Color(hex: Palette.sixteen[code - 30])
      case 90...97: style.foreground = Color(hex: Palette.sixteen[code - 90 + 8])
      case 40...47: style.background = Color(hex: Palette.sixteen[code - 40])
      case 100...107: style.background = Color(hex: Palette.sixteen[code - 100 + 8])
      case 38: style.foreground = extended(&codes)
      case 48: style.background = extended(&codes)
      default: unknown.append("\(code)m")
      }
    }
  }

  private mutating func extended(_ codes: inout ArraySlice<Int>) -> Color {
    guard codes.popFirst() == 2, codes.count >= 3 else {
      unknown.append("colour")
      return .terminalDefault
    }
    let parts = (0..<3).map { _ in UInt8(clamping: codes.popFirst() ?? 0) }
    return Color(red: parts[0], green: parts[1], blue: parts[2])
  }
}
