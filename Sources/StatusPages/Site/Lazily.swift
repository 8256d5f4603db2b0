import Synchronization

/// A value that is made when it is first asked for, and kept.
final class Lazily<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    /// The value, made by a closure where nobody has asked before.
    func value(_ make: () -> Value) -> Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
