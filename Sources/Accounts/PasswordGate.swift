import Foundation

/// Lets two at a time through: each password takes 128 MiB and 0.4 s to check.
package actor PasswordGate {
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []
    /// How many may wait: whoever comes later would wait for longer than browsers do.
    private let limit: Int
    /// How many went through.
    private(set) var count = 0

    /// So many wait already that one more is turned away.
    package struct Crowded: Error, Equatable {}

    /// - Parameter limit: how many may wait at most.
    package init(limit: Int = 32) { self.limit = limit }

    /// Computes a hash, or checks one, when it is its turn.
    ///
    /// - Throws: ``Crowded`` where too many wait, and what the work throws.
    package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        count += 1
        return try await withCheckedThrowingContinuation { continuation in
            // Never on a thread that serves connections: it is busy with nothing else for half a second.
            Self.threads.async { continuation.resume(with: Result(catching: work)) }
        }
    }

    private static let threads = DispatchQueue(label: "passwords", attributes: .concurrent)

    private func enter() async throws {
        if free > 0 {
            free -= 1
        } else {
            guard waiting.count < limit else { throw Crowded() }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
