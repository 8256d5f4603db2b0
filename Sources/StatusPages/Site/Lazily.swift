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

    /// Keeps a value that was made elsewhere.
    func keep(_ value: Value) { made.withLock { $0 = $0 ?? value } }

    /// The value, if anyone has asked for it yet.
    var known: Value? { made.withLock { $0 } }

    /// Keeps what another one has made.
    func adopt(_ other: Lazily) {
        if let value = other.known { keep(value) }
    }
}
