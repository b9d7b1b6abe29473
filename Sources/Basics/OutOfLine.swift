/// A property that is kept in memory of its own.

/// For large properties of types that cannot be copied: the compiler follows each part of a value in line through every
/// branch of every method that only reads, in time that grows with the square of the parts (measured with Swift 6.3: ten
/// minutes for `DebugSession`). An access costs some nanoseconds more.
///
/// A type that could be copied would share it with its copies.
@propertyWrapper package final class OutOfLine<Value> {
  package var wrappedValue: Value

  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}
