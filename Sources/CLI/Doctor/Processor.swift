/// What the operating system says of the processor.
import Foundation

struct Processor: Equatable {
  let name: String
  /// Of those that kernels gain by, the ones that it has.
  let instructions: [String]

  static let present = Processor(
    information: (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "")

  /// - Parameter information: what Linux keeps in `/proc/cpuinfo`; empty elsewhere.
  init(information: String) {
    var fields: [String: String] = [:]
    for line in information.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = parts[0].trimmingCharacters(in: .whitespaces)
      if fields[key] == nil { fields[key] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    name = fields["model name"] ?? ""
    let flags = Set((fields["flags"] ?? fields["Features"] ?? "").split(separator: " ").map(String.init))
    instructions = Self.known.filter { flags.contains($0.flag) }.map(\.name)
  }

  private static let known: [(flag: String, name: String)] = [
    ("sse4_2", "SSE 4.2"), ("avx", "AVX"), ("avx2", "AVX2"), ("fma", "FMA"), ("avx512f", "AVX-512"),
    ("asimd", "NEON"), ("sve", "SVE"),
  ]
}
