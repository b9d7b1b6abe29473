/// The processor that this program was compiled for.
import CLanes

package enum BuildTarget {
  /// The widest vector instructions that kernels may use.
  package static var instructions: String {
    ["none but scalar ones", "NEON", "SSE2", "AVX", "AVX2", "AVX-512"][Int(cLanesInstructions)]
  }
}
