/// Arrays of numpy: corner cases as numpy 2 writes them, made by hand here, and damage.
import Basics
import Formats
import Testing

@Suite(.timeLimit(.minutes(1)))
struct NPYTests {
  /// A file out of its parts, so that reading is not tested against our own writer.
  private func file(
    _ header: String, _ data: [UInt8], version: UInt8 = 1, magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  ) -> [UInt8] {
    let length = header.utf8.count
    let low = [UInt8(length & 0xFF), UInt8(length >> 8)]
    return magic + [version, 0] + low + (version == 1 ? [] : [0, 0]) + Array(header.utf8) + data
  }

  private func header(_ type: String, fortran: Bool = false, _ shape: String) -> String {
    "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }\n"
  }

  // MARK: What is read

  @Test(
    arguments: [
      ("<i2", [0xFE, 0xFF, 0x02, 0x00], [-2, 2]), (">i2", [0xFF, 0xFE, 0x00, 0x02], [-2, 2]),
      ("|u1", [0, 255], [0, 255]), ("|i1", [127, 128], [127, -128]), ("|b1", [1, 0], [1, 0]),
      ("<u4", [0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0], [4_294_967_295, 1]),
      (">f4", [0x3F, 0x80, 0, 0, 0xC0, 0x20, 0, 0], [1, -2.5]), ("<f2", [0x00, 0x3C, 0x01, 0x00], [1, 0x1p-24]),
      ("<f2", [0xFF, 0x7B, 0x00, 0xC2], [65504, -3]),
      ("<i8", [0, 0, 0, 0, 0, 0, 0, 0x80, 1, 0, 0, 0, 0, 0, 0, 0], [-0x1p63, 1]),
      ("<f8", [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0], [1, -2]),
    ] as [(String, [UInt8], [Double])])
  func everyType(_ type: String, _ data: [UInt8], _ values: [Double]) throws {
    let array = try NPYFile.read(file(header(type, "(2,)"), data))
    #expect(array == NPYArray(shape: [2], values: values))
  }

  @Test(arguments: [UInt8(1), 2, 3])
  func everyVersion(_ version: UInt8) throws {
    let array = try NPYFile.read(file(header("|u1", "(3,)"), [7, 8, 9], version: version))
    #expect(array == NPYArray(shape: [3], values: [7, 8, 9]))
  }

  @Test func columnsFirst() throws {
    let flat = try NPYFile.read(file(header("|u1", fortran: true, "(2, 3)"), [1, 2, 3, 4, 5, 6]))
    #expect(flat == NPYArray(shape: [2, 3], values: [1, 3, 5, 2, 4, 6]))
    let deep = try NPYFile.read(file(header("|u1", fortran: true, "(2, 2, 2)"), [0, 1, 2, 3, 4, 5, 6, 7]))
    #expect(deep.values == [0, 4, 2, 6, 1, 5, 3, 7])
  }

  @Test func scalarAndEmpty() throws {
    #expect(try NPYFile.read(file(header("|u1", "()"), [5])) == NPYArray(shape: [], values: [5]))
    #expect(try NPYFile.read(file(header("<f4", "(0, 3)"), [])) == NPYArray(shape: [0, 3], values: []))
    #expect(try NPYFile.read(file(header("<f4", fortran: true, "(3, 0)"), [])).values.isEmpty)
  }

  @Test func headerInAnotherStyle() throws {
    let other = "{\"shape\":(2,),'descr' : \"|u1\",\"fortran_order\":False}   \n"
    #expect(try NPYFile.read(file(other, [1, 2])).values == [1, 2])
  }

  // MARK: What is refused

  @Test func pickledAndForeignTypes() {
    #expect(throws: NPYError.pickledObjects) { try NPYFile.read(file(header("|O", "(1,)"), [0])) }
    #expect(throws: NPYError.unsupportedType("<c8")) { try NPYFile.read(file(header("<c8", "(1,)"), [0])) }
    let structured = "{'descr': [('x', '<u2')], 'fortran_order': False, 'shape': (1,), }\n"
    #expect(throws: NPYError.unsupportedType("structured")) { try NPYFile.read(file(structured, [0, 0])) }
  }

  @Test func wrongLengthsNameTheOffset() {
    let head = header("<f4", "(3,)")
    let start = 10 + head.utf8.count
    #expect(throws: NPYError.truncated(offset: start + 11, expected: start + 12)) {
      try NPYFile.read(file(head, Array(repeating: 0, count: 11)))
    }
    #expect(throws: NPYError.trailing(offset: start + 12)) {
      try NPYFile.read(file(head, Array(repeating: 0, count: 13)))
    }
  }

  /// The size in the header is a claim; nothing is allocated for it.
  @Test(arguments: ["(1000000000000, 1000000000000)", "(99999999999999,)", "(4611686018427387904, 4)"])
  func claimsOfSize(_ shape: String) {
    #expect(throws: NPYError.self) { try NPYFile.read(file(header("<f8", shape), [0])) }
  }

  @Test(arguments: ["", "{", "{}", "{'descr'", "{'descr': '<f4'}", "{'shape': (-1,)}", "{'shape': (1.5,)}", "{'x': 3}"])
  func rubbishHeaders(_ text: String) {
    #expect(throws: NPYError.self) { try NPYFile.read(file(text, [0])) }
  }

  @Test func unknownVersionAndMagic() {
    #expect(throws: NPYError.unknownVersion(major: 9, minor: 0)) {
      try NPYFile.read(file(header("|u1", "(1,)"), [1], version: 9))
    }
    #expect(throws: NPYError.notNPY) { try NPYFile.read(file(header("|u1", "(1,)"), [1], magic: Array("NUMPY!".utf8))) }
    #expect(throws: NPYError.notNPY) { try NPYFile.read([]) }
  }

  // MARK: There and back

  @Test func whatIsWrittenIsRead() throws {
    let random = CounterRNG(seed: 5, stream: "npy")
    for (trial, shape) in [[], [0], [1], [7], [3, 4], [2, 3, 4], [1, 0, 2]].enumerated() {
      let values = (0..<shape.reduce(1, *)).map { random.uniform(UInt64(trial), UInt64($0)) * 200 - 100 }
      let array = NPYArray(shape: shape, values: values)
      let bytes = NPYFile.encode(array)
      #expect(try NPYFile.read(bytes) == array)
      #expect((bytes.count - values.count * 8) % 64 == 0)
      let single = try NPYFile.read(NPYFile.encode(array, as: .float(bytes: 4)))
      #expect(single.values == values.map { Double(Float($0)) })
    }
  }

  /// Every prefix and every single changed byte of the first hundred: an array or an error, never a trap.
  @Test func damage() {
    let bytes = NPYFile.encode(NPYArray(shape: [2, 3], values: [1, 2, 3, 4, 5, 6]))
    for length in bytes.indices {
      #expect(throws: NPYError.self) { try NPYFile.read(Array(bytes.prefix(length))) }
    }
    for position in 0..<100 {
      for value in [0, 1, 9, 39, 40, 44, 57, 125, 128, 255] as [UInt8] {
        var damaged = bytes
        damaged[position] = value
        if let array = try? NPYFile.read(damaged) { #expect(array.values.count == array.shape.reduce(1, *)) }
      }
    }
  }
}
