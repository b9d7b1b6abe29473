/// What the network is shown, and what it makes of it.
import Charts
package import Debugger
package import Terminal
package import Workbench

/// The sample as a picture, the votes of the outputs, and how often the network has been right.
package enum ClassifierPane: Pane {
  package struct Model: Equatable, Sendable {
    var classifier: ClassifierSnapshot?
    var hasClassifier = false
  }

  package static let descriptor = PaneDescriptor(
    id: .classifier, title: "Classifier", doc: "The sample that is shown, the votes of the outputs and the accuracy.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    request.showsClassifier = state.network?.hasClassifier ?? false
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    Model(classifier: snapshot?.classifier, hasClassifier: state.network?.hasClassifier ?? false)
  }

  package static func details(_ model: Model) -> [String] {
    guard let classifier = model.classifier else { return [] }
    let sample = "sample " + Digits.padded(NumberText.grouped(classifier.presentation + 1), 3)
    let step = "step " + Digits.padded(String(classifier.step), String(classifier.presentSteps).count)
    return ["\(sample) · \(step) of \(classifier.presentSteps)", step]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasClassifier else {
      let lines = ["This network reads no data.", Words.openSomething]
      return canvas.writeCentered(lines, in: area, theme)
    }
    guard let classifier = model.classifier else { return }
    let accuracyRows = area.height >= 7 ? 2 : area.height >= 5 ? 1 : 0
    let stage = Rect(x: area.x, y: area.y, width: area.width, height: area.height - accuracyRows)
    let pictureSize = SamplePicture.draw(
      classifier, in: Rect(x: stage.x + 1, y: stage.y, width: stage.width / 2 - 1, height: stage.height), on: &canvas,
      theme: theme)
    let left = pictureSize.columns > 0 ? pictureSize.columns + 3 : 1
    let words = Rect(x: stage.x + left, y: stage.y, width: stage.width - left - 1, height: stage.height)
    Verdict.draw(classifier, in: words, on: &canvas, theme: theme)
    VoteBars.draw(
      classifier, in: Rect(x: words.x, y: words.y + 1, width: words.width, height: words.height - 1), on: &canvas,
      theme: theme)
    AccuracyTable.draw(
      classifier, in: Rect(x: area.x + 1, y: stage.y + stage.height, width: area.width - 2, height: accuracyRows),
      on: &canvas, theme: theme)
  }
}

/// The sample in grey levels.
enum SamplePicture {
  /// Draws it as large as fits, in the middle of the height, and returns the cells that it takes.
  static func draw(_ classifier: ClassifierSnapshot, in area: Rect, on canvas: inout Canvas, theme: Theme) -> Size {
    let columns = classifier.pictureColumns
    let rows = columns > 0 ? classifier.picture.count / columns : 0
    guard rows > 0, columns > 0, area.width > 0 else { return Size(columns: 0, rows: 0) }
    let fitted = HeatmapChart(rows: rows, columns: columns, in: area, greatestScale: 4)
    let top = area.y + max(0, (area.height - fitted.size.rows) / 2)
    let chart = HeatmapChart(
      rows: rows, columns: columns, in: Rect(x: area.x, y: top, width: area.width, height: fitted.size.rows),
      greatestScale: 4)
    if theme.colors >= .indexed, theme.glyphs != .ascii {
      chart.drawHalfBlocks(on: &canvas) { ColorMap.grey[Double(classifier.picture[$0 * columns + $1])] }
    } else {
      chart.drawShades(on: &canvas) { rows, column in
        let sum = rows.reduce(0.0) { $0 + Double(classifier.picture[$1 * columns + column]) }
        return Cell(Shades.amount(sum / Double(rows.count), theme.glyphs), style: theme[.text])
      }
    }
    return chart.size
  }
}

/// `shown 7, read 7  ✓ right so far`
enum Verdict {
  static func draw(_ classifier: ClassifierSnapshot, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard area.height > 0 else { return }
    let read = ("read \(classifier.vote)", theme[.heading])
    guard let label = classifier.label else {
      canvas.write([read], x: area.x, y: area.y, width: area.width, theme)
      return
    }
    let isRight = label == classifier.vote
    let mark = isRight ? "  ✓ right" : "  ✗ wrong"
    let shown = "shown \(label), "
    let room = area.width - CharacterWidth.columns(of: shown + read.0 + mark)
    let spans = [
      (shown, theme[.text]), read, (mark + (room >= 7 ? " so far" : ""), theme[isRight ? .good : .error]),
    ]
    canvas.write(room >= 0 ? spans : Array(spans.dropFirst()), x: area.x, y: area.y, width: area.width, theme)
  }
}
