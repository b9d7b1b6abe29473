/// A picture for paper: axes with units, and what is drawn between them, before it is SVG.
package import Terminal

/// Panels one below the other, under a title.
package struct Figure: Sendable, Equatable {
  package var title: String
  /// What is not to be read off the picture, in one line; empty for nothing.
  package var caption: String
  package var panels: [Panel]

  package init(title: String, caption: String = "", panels: [Panel]) {
    self.title = title
    self.caption = caption
    self.panels = panels
  }

  /// A rectangle between two axes.
  package struct Panel: Sendable, Equatable {
    /// In user units of the drawing, of which the figure is `SVGFigure.width` wide.
    package var height: Double
    package var x: FigureAxis
    package var y: FigureAxis
    /// The first lies at the bottom.
    package var marks: [FigureMark]
    /// What the colours mean; nil where they mean nothing.
    package var key: ColorKey?

    package init(height: Double, x: FigureAxis, y: FigureAxis, marks: [FigureMark], key: ColorKey? = nil) {
      self.height = height
      self.x = x
      self.y = y
      self.marks = marks
      self.key = key
    }
  }

  /// A bar of colours with what they stand for.
  package struct ColorKey: Sendable, Equatable {
    package var axis: FigureAxis
    /// From the lower end of the axis to its upper, all as high.
    package var colors: [Color]

    package init(axis: FigureAxis, colors: [Color]) {
      self.axis = axis
      self.colors = colors
    }
  }
}

/// One direction of a panel: its range, and what stands beside it.
package struct FigureAxis: Sendable, Equatable {
  package struct Label: Sendable, Equatable {
    package var place: Double
    package var text: String
    package init(_ place: Double, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// With its unit: `time (ms)`. Empty where the labels say it all.
  package var title: String
  package var range: ClosedRange<Double>
  /// Ticks with their numbers or names, ascending.
  package var labels: [Label]
  /// Whether values grow downwards, as the rows of a matrix do.
  package var isDownward: Bool

  package init(_ title: String, range: ClosedRange<Double>, labels: [Label], isDownward: Bool = false) {
    self.title = title
    self.range = range
    self.labels = labels
    self.isDownward = isDownward
  }

  /// Round numbers on `range`.
  package init(_ title: String, numbers axis: Axis, isDownward: Bool = false) {
    let labels = axis.ticks.map { Label($0, Digits.fixed($0, axis.decimals)) }
    self.init(title, range: axis.range, labels: labels, isDownward: isDownward)
  }

  /// Whole numbers on `range`: there is no half of what is counted.
  package init(_ title: String, counts axis: Axis, isDownward: Bool = false) {
    let whole = axis.ticks.filter { $0 == $0.rounded() }
    self.init(title, range: axis.range, labels: whole.map { Label($0, Digits.fixed($0, 0)) }, isDownward: isDownward)
  }
}
