/// Every pane, one line each.
package import Workbench

package enum PaneCatalogue {
  package static let all: [AnyPane] = [
    AnyPane(RasterPane.self),
    AnyPane(MembranePane.self),
    AnyPane(WeightsPane.self),
    AnyPane(TracePane.self),
    AnyPane(ClassifierPane.self),
    AnyPane(RatesPane.self),
    AnyPane(IntervalsPane.self),
    AnyPane(SpreadPane.self),
    AnyPane(GraphPane.self),
    AnyPane(EnergyPane.self),
    AnyPane(StatesPane.self),
    AnyPane(FiringPane.self),
    AnyPane(PhasePane.self),
    AnyPane(StepPane.self),
    AnyPane(ComparisonPane.self),
    AnyPane(LogPane.self),
    AnyPane(WhyPane.self),
    AnyPane(TimelinePane.self),
    AnyPane(InspectorPane.self),
  ]

  /// The pane that shows `id`; nil while it has none.
  package static func pane(_ id: PaneID) -> AnyPane? { all.first { $0.descriptor.id == id } }
}
