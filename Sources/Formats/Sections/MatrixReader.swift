/// `{matrix: W.npy, layout: post_pre}` — a dense weight matrix out of a file.
import Basics
import NetworkModel

struct MatrixReader {
  private let scope: Scope
  private let source: ReadSelection?
  private let target: ReadSelection
  private let receptor: Receptor?

  init(_ scope: Scope, _ source: ReadSelection?, _ target: ReadSelection, _ receptor: Receptor?) {
    self.scope = scope
    self.source = source
    self.target = target
    self.receptor = receptor
  }

  func read(_ file: Syntax, _ fields: Fields) -> WeightMatrix? {
    let dimension = target.population.descriptor?.weightDimension ?? .none
    guard let layout = layout(fields), let scale = scope.unitScale(fields, dimension, "matrix"),
      let array = scope.numpyArray(file, "matrix"), let pre = source?.count, let post = target.count
    else { return nil }
    let expected = layout == "post_pre" ? [post, pre] : [pre, post]
    guard array.shape == expected else {
      scope.error(at: file.location, .matrixShape(array.shape, expected: expected, layout: layout))
      return nil
    }
    let values = scaled(layout == "post_pre" ? array.values : transposed(array.values, rows: pre, columns: post), scale)
    scope.checkSign(of: .values(values), dimension, receptor, at: file.location)
    return WeightMatrix(postCount: post, preCount: pre, values: values)
  }

  /// Must be said: the matrix of two equal populations fits either way.
  private func layout(_ fields: Fields) -> String? {
    guard let syntax = fields.required("layout", example: "layout: post_pre") else { return nil }
    return scope.choice(syntax, among: ["post_pre", "pre_post"], "layout")
  }

  private func scaled(_ values: [Double], _ scale: Double) -> [Double] {
    scale == 1 ? values : values.map { $0 * scale }
  }

  private func transposed(_ values: [Double], rows: Int, columns: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(values.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(values[row * columns + column]) }
    }
    return result
  }
}
