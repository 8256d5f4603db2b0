import ActionPlan
import Diagnostics
import Ledger
import Rules
import Synchronization

/// What is known of the reports now, kept at hand: after something was written only that is read.
///
/// It is made when it is first asked for, and follows the ledger from then on, whoever wrote.
final class Present: Sendable {
    private let workspace: Workspace
    private let ledger: Ledger
    private let state = Mutex<State?>(nil)

    private struct State {
        var live: LiveAssessment
        /// How many entries of the ledger it has.
        var count: Int
    }

    init(_ workspace: Workspace, ledger: Ledger) {
        self.workspace = workspace
        self.ledger = ledger
    }

    /// Gives a closure everything that is in the ledger by now.
    ///
    /// Nobody else has it meanwhile.
    ///
    /// - Parameters:
    ///   - moment: now.
    ///   - body: looks at it.
    /// - Returns: what the closure gives.
    /// - Throws: ``LedgerError`` where the ledger cannot be read.
    func with<Value>(at moment: Moment, _ body: (inout LiveAssessment) -> Value) throws(LedgerError) -> Value {
        try state.withLock { (state) throws(LedgerError) in
            // Taken out, so that nothing of it is copied when it changes; where that fails it is made anew.
            let taken = state
            state = nil
            var current = try follow(taken, at: moment)
            let value = body(&current.live)
            state = current
            return value
        }
    }

    /// Where the plan stands, and of how many entries that is known.
    func assessment(at moment: Moment) throws(LedgerError) -> (assessment: Assessment, count: Int) {
        try state.withLock { (state) throws(LedgerError) in
            let taken = state
            state = nil
            var current = try follow(taken, at: moment)
            current.live.judge()
            state = current
            return (current.live.assessment, current.count)
        }
    }

    private func follow(_ state: consuming State?, at moment: Moment) throws(LedgerError) -> State {
        let day = workspace.day(of: moment)
        guard var state else { return try begin(at: moment, day) }
        // The owner knows whether there is anything to read.
        let entries = ledger.knownCount == state.count ? [] : try ledger.entries(after: state.count)
        do throws(IllegalTransition) {
            for entry in entries { try state.live.note(entry.event) }
        } catch {
            throw .damaged(path: ledger.path, detail: error.diagnostic.message)
        }
        state.count += entries.count
        state.live.move(to: day, isJudged: false)
        return state
    }

    private func begin(at moment: Moment, _ day: Day) throws(LedgerError) -> State {
        let (snapshot, count) = try ledger.present(knownAt: moment)
        return State(live: LiveAssessment(workspace.assessor, snapshot, asOf: day, isJudged: false), count: count)
    }
}
