/// Bytes written are read again, and reading stops at the end.
import Basics
import Testing

@Suite struct BytesTests {
  @Test func whatWasWrittenIsRead() throws {
    var writer = ByteWriter()
    writer.write(UInt8(0xAB))
    writer.write(Int64(-2))
    writer.write(UInt16(0x1234))
    writer.write(-0.1)
    writer.write("Ångström")
    writer.write([7, 8] as [UInt8])
    var reader = ByteReader(writer.bytes)
    #expect(try reader.read(UInt8.self) == 0xAB)
    #expect(try reader.read(Int64.self) == -2)
    #expect(try reader.read(UInt16.self) == 0x1234)
    #expect(try reader.readDouble() == -0.1)
    #expect(try reader.readText() == "Ångström")
    #expect(try reader.readBytes(2) == [7, 8])
    #expect(reader.remaining == 0)
  }

  @Test func theLittleEndComesFirst() {
    var writer = ByteWriter()
    writer.write(UInt32(0x0403_0201))
    #expect(writer.bytes == [1, 2, 3, 4])
  }

  @Test func readingBeyondTheEndSaysWhere() throws {
    var reader = ByteReader([1, 0, 9])
    #expect(throws: ByteReader.Truncated(offset: 0)) { try reader.read(UInt32.self) }
    #expect(try reader.read(UInt8.self) == 1)
    #expect(throws: ByteReader.Truncated(offset: 1)) { try reader.readBytes(.max) }
    #expect(throws: ByteReader.Truncated(offset: 1)) { try reader.readBytes(-1) }
    // A text that announces more than there is.
    var text = ByteReader([200, 0, 65])
    #expect(throws: ByteReader.Truncated.self) { try text.readText() }
  }
}
