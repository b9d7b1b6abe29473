/// Why a checkpoint was refused; nothing was changed. All the words for it are here.
package import Basics

package enum CheckpointError: Error, Sendable, Equatable, CustomStringConvertible {
  /// It does not begin as a checkpoint does.
  case foreign
  case otherVersion(Int)
  /// It ends before something that it announces at this offset.
  case truncated(offset: Int)
  /// A sum does not fit: bytes were changed on the way.
  case damaged(part: String)
  /// Something follows after the end.
  case trailing(bytes: Int)
  /// A section is missing, has another size, or says what cannot be.
  case impossible(part: String)
  case otherStepLength(Milliseconds, here: Milliseconds)
  case otherPrecision(Precision, here: Precision)
  case otherSeed(UInt64, here: UInt64)
  /// The document says something else.
  case otherNetwork
  /// The same document, but this program builds other populations or synapses from it.
  case otherBuild

  package var description: String {
    switch self {
    case .foreign: "this is not a checkpoint of ganglion"
    case .otherVersion(let version):
      "the checkpoint has format version \(version), and this program reads version \(CheckpointFile.version)"
    case .truncated(let offset): "the checkpoint is cut off: there is nothing after byte \(offset)"
    case .damaged(let part): "the checkpoint is damaged: \(part) has changed since it was written"
    case .trailing(let bytes): "the checkpoint is damaged: \(bytes) bytes too many at its end"
    case .impossible(let part): "the checkpoint is damaged: \(part) says what cannot be"
    case .otherStepLength(let dt, let here):
      "the checkpoint is of a run with dt \(dt.value) ms, and this one has \(here.value) ms"
    case .otherPrecision(let precision, let here):
      "the checkpoint is of \(precision.rawValue) precision, and this run has \(here.rawValue)"
    case .otherSeed(let seed, let here): "the checkpoint is of seed \(seed), and this run has \(here)"
    case .otherNetwork:
      "the checkpoint is of another network, or of this one before its document was changed"
    case .otherBuild:
      "the checkpoint is of another version of ganglion, which built this network differently"
    }
  }
}
