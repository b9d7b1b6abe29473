/// The name of a branch where it stands by itself, among other things.

package enum BranchTitle {
  /// `branch main`; but the name alone where it says that it is a branch, as those do that nobody has named yet.
  package static func of(_ name: String) -> String { name.hasPrefix("branch") ? name : "branch \(name)" }
}
