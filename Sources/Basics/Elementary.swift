/// Elementary functions of the platform's mathematics library, under one name on every system.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Double precision; results may differ in the last bit from system to system.
package enum Elementary {
  package static func exp(_ x: Double) -> Double { _exp(x) }
  /// e^x − 1 without cancellation near 0.
  package static func expMinusOne(_ x: Double) -> Double { expm1(x) }
  package static func log(_ x: Double) -> Double { _log(x) }
  /// log(1 + x) without cancellation near 0.
  package static func logOnePlus(_ x: Double) -> Double { log1p(x) }
  package static func cosine(_ x: Double) -> Double { cos(x) }
  package static func power10(_ x: Double) -> Double { pow(10, x) }
}

private func _exp(_ x: Double) -> Double { exp(x) }
private func _log(_ x: Double) -> Double { log(x) }
