/// Why bytes are no array that can be used.

/// Facts only; `description` has the words.
package enum NPYError: Error, Equatable, CustomStringConvertible {
  case notNPY
  case unknownVersion(major: UInt8, minor: UInt8)
  case badHeader(offset: Int)
  /// Python objects: reading them would run code.
  case pickledObjects
  case unsupportedType(String)
  case tooLarge(elements: Double)
  /// The data ends at `offset`, but should be `expected` bytes long.
  case truncated(offset: Int, expected: Int)
  case trailing(offset: Int)

  package var description: String {
    switch self {
    case .notNPY: "this is no .npy file: it does not begin with \\x93NUMPY"
    case .unknownVersion(let major, let minor):
      "the .npy format \(major).\(minor) is unknown; 1.0, 2.0 and 3.0 are read"
    case .badHeader(let offset): "the .npy header cannot be understood at offset \(offset)"
    case .pickledObjects: "the array holds pickled Python objects, which are never read; save it with a numeric dtype"
    case .unsupportedType(let type): "arrays of type \(type) are not read; integers, booleans and floats are"
    case .tooLarge(let elements): "the header claims \(Complaint.number(elements)) elements, more than fit into memory"
    case .truncated(let offset, let expected):
      "the file ends at offset \(offset), but its header promises \(expected) bytes"
    case .trailing(let offset): "the array ends at offset \(offset), but the file goes on"
    }
  }
}
