/// A terminal without a screen: what the program writes is read here, what is written here are its keys.
import Foundation

final class PseudoTerminal {
  private(set) var outside: Int32
  /// The side that the program sees.
  let inside: Int32

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    var ends: (Int32, Int32) = (-1, -1)
    guard unsafe openpty(&ends.0, &ends.1, nil, nil, nil) == 0 else { throw POSIXError(.ENXIO) }
    (outside, inside) = ends
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(inside)
    hangUp()
  }

  /// The window is closed.
  func hangUp() {
    if outside >= 0 { close(outside) }
    outside = -1
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(outside, UInt(TIOCSWINSZ), &size)
  }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = unsafe write(outside, bytes, bytes.count)
  }

  /// Everything that was written to the inside until now: a mark is written behind it and waited for, 5 s at most.
  func written() -> String {
    let mark = Array("\u{7}<mark>".utf8)
    _ = unsafe write(inside, mark, mark.count)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    var waiting = pollfd(fd: outside, events: Int16(POLLIN), revents: 0)
    while !bytes.suffix(mark.count).elementsEqual(mark), unsafe poll(&waiting, 1, 5000) == 1 {
      let count = unsafe read(outside, &block, block.count)
      if count <= 0 { break }
      bytes += block[..<count]
    }
    return String(decoding: bytes.dropLast(mark.count), as: UTF8.self)
  }

  /// The settings of the line, comparable.
  var settings: [UInt32] {
    var settings = termios()
    unsafe tcgetattr(inside, &settings)
    let flags = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag].map { UInt32($0) }
    let keys = unsafe withUnsafeBytes(of: settings.c_cc) { unsafe $0.map { UInt32($0) } }
    return flags + keys
  }
}
