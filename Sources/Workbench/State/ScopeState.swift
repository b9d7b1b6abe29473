/// How the trace is looked at: what starts its sweeps, and what its cursors measure.
package import Basics
package import Debugger

package struct ScopeState: Sendable, Equatable {
  package enum Mode: String, Sendable, CaseIterable {
    /// The picture ends now and moves.
    case free
    /// Every trigger starts a picture anew; without one it moves on.
    case auto
    /// Every trigger starts a picture anew; without one it stays.
    case normal
  }

  package var mode = Mode.free
  /// What a variable must pass, by its name, in base units; one that is not here is triggered by spikes.
  package var levels: [String: Double] = [:]
  /// In which direction.
  package var edge = ObservationRequest.Trigger.Edge.rising
  /// How long before the right edge the cursors stand: two of them, or none.
  package var cursors: [Milliseconds] = []
  /// The cursor that keys move.
  package var active = 0

  package init() {}

  /// What the trace of this variable waits for; nil where it does not.
  package func trigger(of variable: String) -> ObservationRequest.Trigger? {
    switch mode {
    case .free: nil
    case .auto: ObservationRequest.Trigger(level: levels[variable], edge: edge, isAutomatic: true)
    case .normal: ObservationRequest.Trigger(level: levels[variable], edge: edge, isAutomatic: false)
    }
  }
}

extension WorkbenchState {
  /// Puts both cursors into the picture, a third of it apart.
  mutating func placeScopeCursors() {
    scope.cursors = [snapped(window.value * 2 / 3), snapped(window.value / 3)]
    scope.active = 0
  }

  /// Moves the active cursor by hundredths of the picture, at least by a step each; it stays within the picture.
  mutating func moveScopeCursor(by hundredths: Int) {
    guard scope.cursors.indices.contains(scope.active) else { return placeScopeCursors() }
    let step = max(snapped(window.value / 100).value, network?.dt.value ?? 0)
    // One that a shorter window has left behind is taken up where it is shown.
    let age = min(scope.cursors[scope.active].value, window.value)
    scope.cursors[scope.active] = Milliseconds(min(max(age - Double(hundredths) * step, 0), window.value))
  }

  /// A time on the grid of dt.
  private func snapped(_ time: Double) -> Milliseconds {
    guard let dt = network?.dt.value, dt > 0 else { return Milliseconds(time) }
    return Milliseconds((time / dt).rounded() * dt)
  }
}
