/// Keys by the characters and codes that stand for them.
import CNcurses
import Terminal

enum KeyNames {
  static let escape: UInt32 = 0x1B

  /// The key of a character; nil for one that no key sends.
  static func key(scalar value: UInt32) -> Key? {
    switch value {
    case 0x09: .tab
    // With the line raw, Enter sends a carriage return; a line feed comes from scripts and old keyboards.
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case escape: .escape
    case 0: .control(" ")
    case 0x01...0x1A: Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
    default: Unicode.Scalar(value).flatMap { CharacterWidth.isControl($0) ? nil : .character(Character($0)) }
    }
  }

  /// The key of one of ncurses's codes; nil for those that mean nothing here.
  static func key(code: Int32) -> Key? {
    if let key = named[code] { return key }
    let number = code - functionKeys
    return (1...63).contains(number) ? .function(Int(number)) : nil
  }

  /// KEY_F(0), a macro.
  private static let functionKeys: Int32 = 0o410

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_FIND: .home, KEY_SELECT: .end, KEY_A1: .home, KEY_C1: .end,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_A3: .pageUp, KEY_C3: .pageDown,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
  ]
}
