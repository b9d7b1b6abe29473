/// `{distance_dependent: {…}}` and `{small_world: {…}}` — connectors to whom it matters where neurons are.
import Basics
import NetworkModel

struct GeometryReader {
  private let scope: Scope
  private let source: ReadSelection?
  private let target: ReadSelection

  init(_ scope: Scope, _ source: ReadSelection?, _ target: ReadSelection) {
    self.scope = scope
    self.source = source
    self.target = target
  }

  // MARK: Distance

  func distanceDependent(_ syntax: Syntax) -> DistanceRule? {
    let what = "distance_dependent"
    let known = PartDescriptor.named(what, among: PartDescriptor.connectors).inside
    guard let fields = Fields(syntax, of: what, known: known, scope) else { return nil }
    let isPeriodic = fields["periodic"].map { scope.boolean($0, "periodic") } ?? false
    let metric = self.metric(fields)
    guard let text = fields.required("p", example: "p: \"exp(-d/3)\""), let probability = probability(text),
      let isPeriodic, let metric
    else { return nil }
    return DistanceRule(
      probability: probability, text: text.text ?? "", metric: metric, isPeriodic: isPeriodic)
  }

  /// Unless it is said, images are grids and other populations are lines.
  private func metric(_ fields: Fields) -> DistanceRule.Metric? {
    let shapes = [source?.population.shape, target.population.shape]
    let areImages = shapes.allSatisfy { $0.map { $0.count == 2 } ?? true }
    guard let syntax = fields["metric"] else { return areImages ? .grid : .line }
    guard let metric: DistanceRule.Metric = scope.choice(syntax, "metric") else { return nil }
    if metric == .line || areImages { return metric }
    scope.error(at: syntax.location, .gridNeedsImages)
    return nil
  }

  private func probability(_ syntax: Syntax) -> DistanceExpression? {
    guard let text = scope.text(syntax, "p") else { return nil }
    do {
      let expression = try DistanceExpression(parsing: text)
      if expression.value(at: 1).isFinite { return expression }
      scope.error(at: syntax.location, .probabilityNotFinite(text))
    } catch {
      scope.error(at: syntax.location, .badExpression(text, error))
    }
    return nil
  }

  // MARK: Small world

  func smallWorld(_ syntax: Syntax) -> Connector? {
    let known = PartDescriptor.named("small_world", among: PartDescriptor.connectors).inside
    guard let fields = Fields(syntax, of: "small_world", known: known, scope) else { return nil }
    let rewiring = fields.required("rewiring", example: "rewiring: 0.1").flatMap {
      scope.quantity($0, .none, "rewiring", in: 0...1)
    }
    guard let syntax = fields.required("degree", example: "degree: 10") else { return nil }
    if let pre = source?.count, let post = target.count, pre != post {
      scope.error(at: syntax.location, .ringSizesDiffer(pre, post))
      return nil
    }
    guard let degree = scope.integer(syntax, "degree", in: 1...max(1, (target.count ?? Int.max) - 1)), let rewiring
    else { return nil }
    return .smallWorld(degree: degree, rewiring: rewiring)
  }
}
