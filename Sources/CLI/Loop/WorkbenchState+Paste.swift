/// Where text from the clipboard goes.
import Workbench

extension WorkbenchState {
  /// Whether characters are being typed into a line: the `:` prompt, the search in help, a value in the inspector.
  var takesText: Bool {
    switch overlay {
    case .prompt: true
    case .form(let form): formRow(of: form)?.choices.isEmpty ?? false
    case .help: helpSearch != nil
    case .list: travel.listSearch != nil
    case .choices, .presets, .views, .arranging, .about, .unsaved, .recovery, .spikes: false
    case nil: inspector.field != nil
    }
  }

  mutating func refusePaste() {
    message = Message(.info, "nothing takes text here, so the paste was left out · : opens a line that does")
  }
}
