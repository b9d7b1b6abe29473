/// The row under the mouse in the inspector, and its slider.
package import Terminal
package import Workbench

extension InspectorPane {
  package static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget? {
    let list = parts(model, in: area).list
    guard model.hasNetwork, list.contains(point) else { return nil }
    let lines = InspectorList.Lines(model, height: list.height)
    let line = lines.shown.lowerBound + point.y - list.y
    guard lines.shown.contains(line), let row = lines.row(at: line) else { return nil }
    let slider = InspectorList.sliderColumns(in: list).flatMap { columns in
      columns.contains(point.x) && model.rows.element(row)?.slider != nil ? columns : nil
    }
    return .row(row, slider: slider)
  }
}
