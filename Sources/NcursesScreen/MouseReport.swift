/// A report of the mouse as terminals send it in SGR coding: `ESC [ <`, three numbers, `M` or `m`.
import Terminal

struct MouseReport {
  private var numbers = [0]

  /// Takes the next character behind the introduction.
  /// - Returns: whether the report is complete; nil where this is none.
  mutating func take(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0x30...0x39:
      let digit = Int(scalar) - 0x30
      guard numbers[numbers.count - 1] < 10_000 else { return nil }
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
      return false
    case 0x3B where numbers.count < 3:
      numbers.append(0)
      return false
    case Self.down, Self.up: return numbers.count == 3 ? true : nil
    default: return nil
    }
  }

  static let down: UInt32 = 0x4D
  static let up: UInt32 = 0x6D

  /// What the complete report says; nil for buttons and wheels that mean nothing here.
  /// - Parameter ending: its last character.
  func mouse(ending: UInt32) -> Mouse? {
    let point = Point(x: numbers[1] - 1, y: numbers[2] - 1)
    guard numbers.count == 3, point.x >= 0, point.y >= 0 else { return nil }
    // The two lowest bits are the button; 4, 8 and 16 are Shift, Alt and Control, which change nothing here.
    let button = numbers[0] & 3
    if numbers[0] & Self.wheel != 0 {
      guard ending == Self.down, numbers[0] < 2 * Self.wheel, button < 2 else { return nil }
      return Mouse(button == 0 ? .wheelUp : .wheelDown, point)
    }
    guard button == 0, numbers[0] < Self.wheel else { return nil }
    if ending == Self.up { return Mouse(.release, point) }
    return Mouse(numbers[0] & Self.motion != 0 ? .drag : .press, point)
  }

  private static let motion = 32
  private static let wheel = 64
}
