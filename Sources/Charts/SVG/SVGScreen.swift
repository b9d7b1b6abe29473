/// A terminal's screen as SVG: text as text, and what is drawn with characters as shapes.
package import Terminal

/// Fonts differ in how they draw blocks, lines and braille, and leave gaps between them; shapes do not.
package enum SVGScreen {
  static let cell = (width: 8.4, height: 17.0)
  private static let margin = 12.0
  private static let fontSize = 14.0
  private static let font = "DejaVu Sans Mono, Menlo, Liberation Mono, monospace"

  /// What stands for the terminal's own colours.
  private struct Paper {
    let ink: Color
    let ground: Color

    init(_ theme: ThemeName) {
      let (ink, ground): (UInt32, UInt32) =
        switch theme {
        case .dark, .mono: (0xD8DEE4, 0x15181C)
        case .light: (0x1B1F24, 0xFFFFFF)
        case .contrast: (0xFFFFFF, 0x000000)
        }
      (self.ink, self.ground) = (Color(hex: ink), Color(hex: ground))
    }
  }

  /// The whole document, on the background that the theme is made for; equal canvases give equal bytes.
  /// - Complexity: O(cells).
  package static func text(_ canvas: Canvas, title: String, theme: ThemeName = .dark) -> String {
    let paper = Paper(theme)
    let width = Double(canvas.size.columns) * cell.width + 2 * margin
    let height = Double(canvas.size.rows) * cell.height + 2 * margin
    var svg = SVGDocument(width: width, height: height)
    svg.rectangle(x: 0, y: 0, width: width, height: height, fill: paper.ground)
    for y in 0..<canvas.size.rows {
      for run in runs(of: canvas, row: y) { draw(run, y: margin + Double(y) * cell.height, paper, on: &svg) }
    }
    return svg.text(title: title, description: "A screen of \(canvas.size.columns) × \(canvas.size.rows)", font: font)
  }

  /// Neighbouring cells of one style.
  private struct Run {
    let x: Int
    let style: Style
    var scalars: [Unicode.Scalar?]
  }

  private static func runs(of canvas: Canvas, row y: Int) -> [Run] {
    var runs: [Run] = []
    for x in 0..<canvas.size.columns {
      let cell = canvas[x, y]
      let scalar = cell.isContinuation ? nil : Unicode.Scalar(cell.scalar)
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].scalars.append(scalar)
      } else {
        runs.append(Run(x: x, style: cell.style, scalars: [scalar]))
      }
    }
    return runs
  }

  private static func draw(_ run: Run, y: Double, _ paper: Paper, on svg: inout SVGDocument) {
    let (foreground, background) = colors(run.style, paper)
    let left = margin + Double(run.x) * cell.width
    if let background {
      svg.rectangle(
        x: left, y: y, width: Double(run.scalars.count) * cell.width, height: cell.height, fill: background)
    }
    var shapes = GlyphShapes()
    var word: (start: Int, text: String) = (0, "")
    for (index, scalar) in run.scalars.enumerated() {
      let isShape = scalar.map { shapes.add($0, x: left + Double(index) * cell.width, y: y) } ?? false
      if !isShape, let scalar, scalar != " " {
        if word.text.isEmpty { word.start = index }
        word.text.unicodeScalars.append(scalar)
      } else if scalar != nil {
        write(word, left: left, y: y, run.style, foreground, on: &svg)
        word.text = ""
      }
    }
    write(word, left: left, y: y, run.style, foreground, on: &svg)
    shapes.draw(foreground, on: &svg)
  }

  private static func write(
    _ word: (start: Int, text: String), left: Double, y: Double, _ style: Style, _ color: Color,
    on svg: inout SVGDocument
  ) {
    guard !word.text.isEmpty else { return }
    // Word by word: with another font than the first named every word still begins in its cell.
    let columns = CharacterWidth.columns(of: word.text)
    var more = " textLength=\"\(SVGDocument.number(Double(columns) * cell.width))\" lengthAdjust=\"spacingAndGlyphs\""
    if style.attributes.contains(.bold) { more += " font-weight=\"bold\"" }
    if style.attributes.contains(.underline) { more += " text-decoration=\"underline\"" }
    svg.text(
      word.text, x: left + Double(word.start) * cell.width, y: y + cell.height * 0.76, size: fontSize, color, more: more
    )
  }

  /// The terminal's own colours replaced, reverse and dim carried out; nil for the ground itself.
  private static func colors(_ style: Style, _ paper: Paper) -> (foreground: Color, background: Color?) {
    var foreground = style.foreground.isDefault ? paper.ink : style.foreground
    var background = style.background.isDefault ? nil : style.background
    if style.attributes.contains(.reverse) { (foreground, background) = (background ?? paper.ground, foreground) }
    if style.attributes.contains(.dim) { foreground = mixed(foreground, background ?? paper.ground) }
    return (foreground, background)
  }

  private static func mixed(_ a: Color, _ b: Color) -> Color {
    func mean(_ x: UInt8, _ y: UInt8) -> UInt8 { UInt8((Int(x) * 3 + Int(y) * 2) / 5) }
    return Color(red: mean(a.red, b.red), green: mean(a.green, b.green), blue: mean(a.blue, b.blue))
  }
}
