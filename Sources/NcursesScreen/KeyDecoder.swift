/// What ncurses reads, as keys and pasted text.
import CNcurses
import Terminal

/// One thing that ncurses read.
enum RawInput: Equatable {
  case character(UInt32)
  /// A key by ncurses's number.
  case code(Int32)
}

enum DecodedInput: Equatable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  case resized
}

/// Takes input as long as there is some, and hands on what it means. Sequences that nobody knows are dropped whole:
/// their letters are not keys that somebody struck.
struct KeyDecoder {
  /// What was read ahead after an Esc that turned out to be just that.
  private var ahead: [RawInput] = []
  private var pasted: String?
  /// The report of the mouse that is being read.
  private var report: MouseReport?
  static let longestPaste = 4096

  /// The next key, paste or resize; nil when nothing more waits.
  mutating func next(_ read: () -> RawInput?) -> DecodedInput? {
    while let input = ahead.isEmpty ? read() : ahead.removeFirst() {
      if let decoded = decode(input, read) { return decoded }
    }
    return nil
  }

  private mutating func decode(_ input: RawInput, _ read: () -> RawInput?) -> DecodedInput? {
    switch input {
    case .code(KEY_RESIZE): return .resized
    case .code(Self.pasteBegins):
      pasted = ""
      return nil
    case .code(Self.pasteEnds):
      defer { pasted = nil }
      return pasted.map { .paste($0) }
    case .code(Self.mouseBegins):
      report = MouseReport()
      return nil
    case .code(let code): return pasted == nil ? KeyNames.key(code: code).map { .key($0) } : nil
    case .character(let scalar):
      if pasted != nil {
        addToPaste(scalar)
        return nil
      }
      if report != nil { return goOnWithReport(scalar) }
      return scalar == KeyNames.escape ? escape(read) : KeyNames.key(scalar: scalar).map { .key($0) }
    }
  }

  /// A report may come in pieces; one that goes wrong is dropped as far as it went.
  private mutating func goOnWithReport(_ scalar: UInt32) -> DecodedInput? {
    let isComplete = report?.take(scalar)
    if isComplete == false { return nil }
    defer { report = nil }
    return isComplete == true ? report?.mouse(ending: scalar).map { .mouse($0) } : nil
  }

  private mutating func addToPaste(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value), pasted?.unicodeScalars.count ?? 0 < Self.longestPaste else { return }
    if scalar == "\n" || scalar == "\r" || scalar == "\t" {
      pasted?.unicodeScalars.append(" ")
    } else if !CharacterWidth.isControl(scalar) {
      pasted?.unicodeScalars.append(scalar)
    }
  }

  /// ncurses has waited for a sequence to follow. What comes now without a wait came in one piece with the Esc.
  private mutating func escape(_ read: () -> RawInput?) -> DecodedInput? {
    guard let first = ahead.isEmpty ? read() : ahead.removeFirst() else { return .key(.escape) }
    ahead.insert(first, at: 0)
    if first == .character(0x5B) { return controlSequence(read) }
    if first == .character(0x4F) { return singleShift(read) }
    return .key(.escape)
  }

  /// `ESC [`, parameters, one final byte.
  private mutating func controlSequence(_ read: () -> RawInput?) -> DecodedInput? {
    while let input = read() {
      ahead.append(input)
      guard case .character(let value) = input, (0x20...0x7E).contains(value), ahead.count < 64 else {
        return .key(.escape)
      }
      if value >= 0x40 {
        ahead.removeAll()
        return nil
      }
    }
    return .key(.escape)
  }

  /// `ESC O` and one byte: a function key.
  private mutating func singleShift(_ read: () -> RawInput?) -> DecodedInput? {
    guard let input = read() else { return .key(.escape) }
    guard case .character(let value) = input, (0x40...0x7E).contains(value) else {
      ahead.append(input)
      return .key(.escape)
    }
    ahead.removeAll()
    return nil
  }

  static let pasteBegins = Int32(GANGLION_PASTE_BEGINS)
  static let pasteEnds = Int32(GANGLION_PASTE_ENDS)
  static let mouseBegins = Int32(GANGLION_MOUSE_BEGINS)
}
