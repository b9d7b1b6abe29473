/// A checkpoint as bytes that can be kept: versioned, with a sum over every part, the same on every machine.
import Basics

/// Layout, little end first throughout:
///
///     magic        8 bytes
///     version      u32
///     spec         u64   hash of the document, see `Fingerprint`
///     wiring       u64   hash of who is connected to whom
///     layout       u64
///     seed         u64
///     dt           f64   [ms]
///     tick         i64
///     precision    u8    bytes of a number: 4 or 8
///     sections     u32
///     sum          u64   of all bytes before it
///     each section
///       name       u16 + bytes
///       width      u8    bytes of each number in it
///       length     u64   [bytes]
///       sum        u64   of name, width and bytes
///       bytes
///
/// Any other version is refused: to go on wrongly is worse than to run again.
package struct CheckpointFile: Sendable, Equatable {
  package static let version = 2
  /// No text begins like this, and a transfer as text would change it.
  private static let magic: [UInt8] = [0x89, 0x47, 0x4E, 0x47, 0x4C, 0x0D, 0x0A, 0x1A]

  package let checkpoint: Checkpoint
  /// Of the network that it belongs to.
  let identity: Fingerprint

  init(_ checkpoint: Checkpoint, identity: Fingerprint) {
    self.checkpoint = checkpoint
    self.identity = identity
  }
}

// MARK: Writing

extension CheckpointFile {
  package var bytes: [UInt8] {
    var writer = ByteWriter(capacity: checkpoint.memory + 1024)
    let header = checkpoint.header
    writer.write(Self.magic)
    writer.write(UInt32(Self.version))
    writer.write(identity.spec)
    writer.write(identity.wiring)
    writer.write(header.layout)
    writer.write(header.seed)
    writer.write(header.dt.value)
    writer.write(Int64(header.tick.value))
    writer.write(UInt8(header.precision == .single ? 4 : 8))
    writer.write(UInt32(checkpoint.sections.count))
    writer.write(Self.sum(writer.bytes))
    for section in checkpoint.sections { write(section, to: &writer) }
    return writer.bytes
  }

  private func write(_ section: Checkpoint.Section, to writer: inout ByteWriter) {
    let section = section.littleEndian
    writer.write(section.name)
    writer.write(UInt8(section.width))
    writer.write(UInt64(section.bytes.count))
    writer.write(section.sum)
    writer.write(section.bytes)
  }

  fileprivate static func sum(_ bytes: [UInt8]) -> UInt64 {
    var hash = StateHash()
    hash.add(bytes)
    return hash.value
  }
}

// MARK: Reading

extension CheckpointFile {
  /// - Throws: `CheckpointError` for whatever is not a whole, undamaged checkpoint of this version.
  /// - Complexity: O(bytes); nothing is allocated that the bytes do not hold.
  package init(decoding bytes: [UInt8]) throws(CheckpointError) {
    var reader = ByteReader(bytes)
    do {
      guard try reader.readBytes(min(bytes.count, Self.magic.count)) == Self.magic else {
        throw CheckpointError.foreign
      }
      let version = Int(try reader.read(UInt32.self))
      guard version == Self.version else { throw CheckpointError.otherVersion(version) }
      let identity = Fingerprint(spec: try reader.read(UInt64.self), wiring: try reader.read(UInt64.self))
      let (header, count) = try Self.header(&reader, bytes)
      var sections: [Checkpoint.Section] = []
      for number in 0..<count { sections.append(try Self.section(&reader, number)) }
      if reader.remaining > 0 { throw CheckpointError.trailing(bytes: reader.remaining) }
      self.init(Checkpoint(header: header, sections: sections), identity: identity)
    } catch let error as CheckpointError {
      throw error
    } catch {
      throw .truncated(offset: reader.offset)
    }
  }

  private static func header(_ reader: inout ByteReader, _ bytes: [UInt8]) throws -> (Checkpoint.Header, Int) {
    let layout = try reader.read(UInt64.self)
    let seed = try reader.read(UInt64.self)
    let dt = try reader.readDouble()
    let tick = Int(try reader.read(Int64.self))
    let width = try reader.read(UInt8.self)
    let count = Int(try reader.read(UInt32.self))
    let end = reader.offset
    guard try reader.read(UInt64.self) == sum(Array(bytes[..<end])) else {
      throw CheckpointError.damaged(part: "its head")
    }
    guard width == 4 || width == 8, dt.isFinite, dt > 0 else { throw CheckpointError.impossible(part: "its head") }
    let header = Checkpoint.Header(
      layout: layout, seed: seed, precision: width == 4 ? .single : .double, dt: Milliseconds(dt), tick: Tick(tick))
    return (header, count)
  }

  private static func section(_ reader: inout ByteReader, _ number: Int) throws -> Checkpoint.Section {
    let name = try reader.readText()
    let width = Int(try reader.read(UInt8.self))
    let length = Int(clamping: try reader.read(UInt64.self))
    let sum = try reader.read(UInt64.self)
    let section = Checkpoint.Section(name: name, bytes: try reader.readBytes(length), width: width)
    guard sum == section.sum, [1, 4, 8].contains(width), length % width == 0 else {
      throw CheckpointError.damaged(part: "section \(number + 1)")
    }
    return section.littleEndian
  }
}

extension Checkpoint.Section {
  fileprivate var sum: UInt64 {
    var hash = StateHash()
    hash.add(name)
    hash.add(width)
    hash.add(bytes)
    return hash.value
  }

  /// From this machine's order of bytes to the file's, and back again.
  fileprivate var littleEndian: Self { 1.littleEndian == 1 ? self : withTurnedNumbers }

  /// Every number with its bytes in the opposite order. - Precondition: whole numbers.
  var withTurnedNumbers: Self {
    var turned = self
    for start in stride(from: 0, to: bytes.count, by: width) {
      for place in 0..<width { turned.bytes[start + place] = bytes[start + width - 1 - place] }
    }
    return turned
  }
}
