/// What network a file belongs to: a hash of its description, and one of the wiring that was built from it.
import Basics
import Kernels
import NetworkModel

struct Fingerprint: Sendable, Equatable {
  var spec: UInt64
  var wiring: UInt64
}

extension Fingerprint {
  /// - Complexity: O(description + synapses); for files only, for a debugger knows what network it has.
  init(_ network: Network, of spec: NetworkSpec) {
    var hash = SpecHash()
    hash.add(spec.populations)
    hash.add(spec.projections)
    hash.add(spec.stimuli)
    hash.add(spec.datasets)
    hash.add(spec.without)
    self.init(spec: hash.value, wiring: Self.wiring(network))
  }

  /// Targets and delays of every synapse, and the weights that it began with as a range: another program version that
  /// draws other wiring from the same description must not go on from here.
  private static func wiring(_ network: Network) -> UInt64 {
    var hash = StateHash()
    for projection in network.projections {
      let synapses = projection.synapses
      hash.add(projection.info.weightRange.lowerBound)
      hash.add(projection.info.weightRange.upperBound)
      for row in 0..<synapses.rows {
        hash.add(row)
        synapses.forEachSynapse(of: row) { target, _, delay in hash.add(target << 16 | delay) }
      }
    }
    return hash.value
  }
}

/// A hash over whatever values a description is made of, by reflection, so that a new kind of stimulus or connector
/// counts without a line here. What is for people only is left out: places in files.
private struct SpecHash {
  private var hash = StateHash()

  var value: UInt64 { hash.value }

  mutating func add(_ value: Any) {
    if addNumbers(value) { return }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .dictionary: addUnordered(mirror)
    case .none where mirror.children.isEmpty: hash.add("\(value)")
    case .enum where mirror.children.isEmpty: hash.add("\(value)")
    default:
      hash.add(mirror.children.count)
      for child in mirror.children where !(child.value is SourceLocation) {
        hash.add(child.label ?? "")
        add(child.value)
      }
    }
  }

  /// Numbers by their bits, and long lists of them without reflection on each.
  private mutating func addNumbers(_ value: Any) -> Bool {
    switch value {
    case let number as Double: hash.add(number.bitPattern)
    case let number as Float: hash.add(UInt64(number.bitPattern))
    case let number as Int: hash.add(number)
    case let numbers as [Double]:
      hash.add(numbers.count)
      for number in numbers { hash.add(number.bitPattern) }
    case let numbers as [Float]:
      hash.add(numbers.count)
      for number in numbers { hash.add(UInt64(number.bitPattern)) }
    case let numbers as [Int]:
      hash.add(numbers.count)
      for number in numbers { hash.add(number) }
    default: return false
    }
    return true
  }

  /// A dictionary has no order, and gives its entries in another one in every process: the sum of their hashes has.
  private mutating func addUnordered(_ mirror: Mirror) {
    var sum: UInt64 = 0
    for entry in mirror.children {
      var one = SpecHash()
      one.add(entry.value)
      sum &+= one.value
    }
    hash.add(mirror.children.count)
    hash.add(sum)
  }
}
