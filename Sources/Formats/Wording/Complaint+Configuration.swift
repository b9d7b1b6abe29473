/// Words about the configuration.

extension Complaint {
  static func noKey(_ label: String, _ objection: String) -> Complaint {
    Complaint("\(quoted(label)) cannot be bound", hint: objection)
  }

  static func keyTwice(_ label: String, _ owner: String) -> Complaint {
    Complaint("the key \(quoted(label)) is bound twice", hint: "it gives \(owner) already")
  }
}
