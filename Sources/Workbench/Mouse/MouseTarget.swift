/// What is drawn under the mouse, found by whoever drew it.
import Basics
package import Debugger

package enum MouseTarget: Sendable, Equatable {
  case nothing
  /// Somewhere in a pane, or on its title.
  case pane(PaneID)
  case neuron(NeuronAddress, in: PaneID)
  /// A row of the inspector; the columns of its slider where the mouse is on it.
  case row(Int, slider: Range<Int>?)
  case synapse(post: Int, pre: Int)
  /// A place of the run, on its timeline.
  case place(Place)
  /// A line of the list that lies over the panes, or of the completions of the `:` line.
  case line(Int)
  /// Beside what lies over the panes.
  case outside
  /// What the footer offers.
  case command(CommandID)
}

/// What the mouse holds while its button is down.
enum Grip: Sendable, Equatable {
  /// A border between panes, which stands this many cells before the mouse.
  case border(path: [Int], index: Int, before: Int)
  /// A slider of the inspector, by its columns, and the value from before the first change.
  case slider(Range<Int>, start: ParameterSetting?)
}
