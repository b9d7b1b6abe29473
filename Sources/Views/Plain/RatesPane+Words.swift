/// The rates in words: every population's latest, and its mean and greatest in the time shown.
import Charts
import Debugger
import Workbench

extension RatesPane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let curves = model.curves, curves.columns > 0 else { return nil }
    return model.names.indices.compactMap { population in
      guard model.fires.element(population) == true else { return nil }
      let rates = curves.rates[population * curves.columns..<(population + 1) * curves.columns].map(Double.init)
        .filter(\.isFinite)
      guard let last = rates.last, let greatest = rates.max() else { return nil }
      let mean = rates.reduce(0, +) / Double(rates.count)
      return PlainLine(
        "\(model.names[population]): \(Digits.fixed(last, 1)) Hz now, \(Digits.fixed(mean, 1)) Hz on average and "
          + "\(Digits.fixed(greatest, 1)) Hz at most in the last \(Words.span(model.window))",
        isSelected: population == model.selected)
    }
  }
}
