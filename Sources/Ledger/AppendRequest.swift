import ActionPlan
import Diagnostics
import Dispatch
import Synchronization

/// One call to append, which waits for its turn.
///
/// Calls that come while another is being committed share the next commit: each is still taken up whole or not at all,
/// and acknowledged only when it is on the disk.
final class AppendRequest: Sendable {
    let events: [LedgerEvent]
    let recorded: Moment
    let submission: Submission?
    /// What changes in the cabinet in the same transaction.
    let changes: [CabinetChange]
    /// Is told how many of its events are written.
    let progress: WorkProgress
    private let outcome = Mutex<Result<Appended, LedgerError>?>(nil)
    private let turn: Turn

    /// How its caller waits.
    enum Turn {
        /// On a thread, which does nothing else meanwhile.
        case thread(DispatchSemaphore)
        /// As a task, which leaves its thread to others.
        case task(CheckedContinuation<AppendRequest, Never>)
    }

    init(
        _ events: [LedgerEvent],
        recorded: Moment,
        submission: Submission?,
        changes: [CabinetChange] = [],
        progress: WorkProgress = .unseen,
        turn: Turn = .thread(DispatchSemaphore(value: 0))
    ) {
        self.events = events
        self.recorded = recorded
        self.submission = submission
        self.changes = changes
        self.turn = turn
        self.progress = progress
    }

    /// Whether it changes what is known of accounts or lies in the cabinet.
    var changesCabinet: Bool {
        !changes.isEmpty || events.contains { if case .account = $0 { true } else { false } }
    }

    /// What became of it; nil while it waits.
    var result: Result<Appended, LedgerError>? { outcome.withLock { $0 } }

    /// Says what became of it.
    func finish(_ result: Result<Appended, LedgerError>) { outcome.withLock { $0 = result } }

    /// Whether its caller waits on a thread.
    var isOnThread: Bool {
        if case .thread = turn { true } else { false }
    }

    /// Waits, where that is done on a thread, until it is done, or its caller has to commit it and those that wait with it.
    func wait() {
        if case .thread(let semaphore) = turn { semaphore.wait() }
    }

    /// Ends the waiting of its caller.
    func proceed() {
        switch turn {
        case .thread(let semaphore): semaphore.signal()
        case .task(let continuation): continuation.resume(returning: self)
        }
    }
}
