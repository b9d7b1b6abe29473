/// What a mouse says.
package struct Mouse: Sendable, Hashable {
  package enum Gesture: String, Sendable, CaseIterable {
    /// The left button goes down, moves while it is down, comes up.
    case press, drag, release
    case wheelUp, wheelDown
  }

  package let gesture: Gesture
  package let point: Point

  package init(_ gesture: Gesture, _ point: Point) {
    self.gesture = gesture
    self.point = point
  }
}

extension Mouse {
  /// As scripts of keys spell them, with columns and rows from 0: `click@12,5`, `drag@12,5-20,5`, `wheel-up@3,4`,
  /// `wheel-down@3,4`. nil for anything else.
  package static func gestures(label: String) -> [Mouse]? {
    let parts = label.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let points = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(point)
    switch (parts[0], points.count) {
    case ("click", 1): return points[0].map { [Mouse(.press, $0), Mouse(.release, $0)] }
    case ("wheel-up", 1): return points[0].map { [Mouse(.wheelUp, $0)] }
    case ("wheel-down", 1): return points[0].map { [Mouse(.wheelDown, $0)] }
    case ("drag", 2):
      guard let from = points[0], let to = points[1] else { return nil }
      return [Mouse(.press, from), Mouse(.drag, to), Mouse(.release, to)]
    default: return nil
    }
  }

  private static func point(_ text: Substring) -> Point? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let x = numbers[0], let y = numbers[1], x >= 0, y >= 0 else { return nil }
    return Point(x: x, y: y)
  }
}
