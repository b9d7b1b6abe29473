/// Copying between arrays that both live on.

extension Array {
  /// Takes over the elements of `other`, in this array's own memory. An assignment would share the other's memory, and
  /// its owner would have to allocate anew at its next change: in every frame.
  mutating func refill(from other: [Element]) {
    removeAll(keepingCapacity: true)
    append(contentsOf: other)
  }
}
