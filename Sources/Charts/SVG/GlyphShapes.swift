/// Characters that are drawings as paths: blocks, braille, and the lines of boxes.
import Terminal

struct GlyphShapes {
  private var filled = ""
  /// Shades, by how much of the cell they fill in quarters.
  private var shaded = ["", "", "", ""]
  private var light = ""
  private var heavy = ""

  /// Takes a character if it is one of these. The cell's corner is at (x, y).
  mutating func add(_ scalar: Unicode.Scalar, x: Double, y: Double) -> Bool {
    switch scalar.value {
    case 0x2800...0x28FF: addDots(scalar.value - 0x2800, x: x, y: y)
    case 0x2591...0x2593: shaded[Int(scalar.value - 0x2590)] += rectangle(x: x, y: y, 0...1, 0...1)
    case 0x2580...0x2590: addBlock(scalar.value, x: x, y: y)
    default: return addLines(scalar, x: x, y: y)
    }
    return true
  }

  func draw(_ color: Color, on svg: inout SVGDocument) {
    svg.fill(path: filled, color)
    for quarters in 1...3 { svg.fill(path: shaded[quarters], color, opacity: Double(quarters) / 4) }
    svg.stroke(path: light, color, width: 1)
    svg.stroke(path: heavy, color, width: 2.4)
  }

  /// `▀`, `▁`…`█` from below, `▉`…`▏` from the left, `▐`.
  private mutating func addBlock(_ value: UInt32, x: Double, y: Double) {
    let part =
      switch value {
      case 0x2580: rectangle(x: x, y: y, 0...1, 0...0.5)
      case 0x2581...0x2588: rectangle(x: x, y: y, 0...1, 1 - Double(value - 0x2580) / 8...1)
      case 0x2589...0x258F: rectangle(x: x, y: y, 0...Double(0x2590 - value) / 8, 0...1)
      default: rectangle(x: x, y: y, 0.5...1, 0...1)
      }
    filled += part
  }

  /// Braille counts its dots down the left column, down the right one, and then the fourth row.
  private mutating func addDots(_ bits: UInt32, x: Double, y: Double) {
    for dot in 0..<8 where bits & 1 << UInt32(dot) != 0 {
      let (column, row) = dot < 6 ? (dot / 3, dot % 3) : (dot - 6, 3)
      let (left, top) = (Double(column) / 2 + 0.08, Double(row) / 4 + 0.04)
      filled += rectangle(x: x, y: y, left...left + 0.34, top...top + 0.17)
    }
  }

  /// Arms from the middle of the cell, by letters: up, right, down, left.
  private static let arms: [Unicode.Scalar: String] = [
    "─": "rl", "│": "ud", "╭": "rd", "╮": "dl", "╰": "ur", "╯": "ul", "┌": "rd", "┐": "dl", "└": "ur", "┘": "ul",
    "├": "urd", "┤": "udl", "┬": "rdl", "┴": "url", "┼": "urdl",
    "━": "RL", "┃": "UD", "┏": "RD", "┓": "DL", "┗": "UR", "┛": "UL", "┣": "URD", "┫": "UDL", "┳": "RDL", "┻": "URL",
    "╋": "URDL",
  ]

  private mutating func addLines(_ scalar: Unicode.Scalar, x: Double, y: Double) -> Bool {
    guard let arms = Self.arms[scalar] else { return false }
    let (middle, center) = (x + SVGScreen.cell.width / 2, y + SVGScreen.cell.height / 2)
    var path = ""
    for arm in arms {
      let end =
        switch arm {
        case "u", "U": "V\(n(y))"
        case "d", "D": "V\(n(y + SVGScreen.cell.height))"
        case "l", "L": "H\(n(x))"
        default: "H\(n(x + SVGScreen.cell.width))"
        }
      path += "M\(n(middle)) \(n(center))\(end)"
    }
    if arms.contains(where: \.isUppercase) { heavy += path } else { light += path }
    return true
  }

  /// A part of a cell, in fractions of it.
  private func rectangle(x: Double, y: Double, _ across: ClosedRange<Double>, _ down: ClosedRange<Double>) -> String {
    let (width, height) = SVGScreen.cell
    return "M\(n(x + across.lowerBound * width)) \(n(y + down.lowerBound * height))"
      + "H\(n(x + across.upperBound * width))V\(n(y + down.upperBound * height))"
      + "H\(n(x + across.lowerBound * width))z"
  }

  private func n(_ value: Double) -> String { SVGDocument.number(value) }
}
