/// The in-tray of a population: where projections and stimuli put what arrives at it.

/// Arrivals of single or double precision. The few who deliver decide once a call which of the two it is, and then run
/// a loop that is specialised for it.
package enum ArrivalTray: Sendable {
  case single(TypedTray<FloatLane>)
  case double(TypedTray<DoubleLane>)

  /// - Precondition: `ring` is of single or double lanes; there are no others.
  init<L: Lane>(_ ring: ArrivalRing<L>) {
    if let ring = ring as? ArrivalRing<FloatLane> {
      self = .single(TypedTray(ring: ring))
    } else if let ring = ring as? ArrivalRing<DoubleLane> {
      self = .double(TypedTray(ring: ring))
    } else {
      preconditionFailure("an arrival ring of single or double precision")
    }
  }

  /// The receptor that really takes what is sent to `receptor`: models with one sum up all that arrives.
  func receptor(_ receptor: Int) -> Int {
    switch self {
    case .single(let tray): min(receptor, tray.ring.receptors - 1)
    case .double(let tray): min(receptor, tray.ring.receptors - 1)
    }
  }
}

/// Hides the ring from other rooms.
package struct TypedTray<L: Lane>: Sendable {
  let ring: ArrivalRing<L>
}
