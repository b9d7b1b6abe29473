/// What a thread says to its processor while it looks out for another's work.
import CLanes

/// Leaves room, for some tens of nanoseconds, to whoever shares the core.
package func spinHint() { cLanesPause() }
